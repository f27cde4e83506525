"""Catalogue and stock."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms import inlineformset_factory
from django.utils import timezone

from bkk_portal.kit.editing import EditForm
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.fields import IndonesianDateField, RupiahField
from bkk_portal.kit.files import check_pdf_or_image
from trainings.equipment.models import EquipmentItem, EquipmentKit, KitLine, ProcurementContract, StockLot
from trainings.programmes.models import TrainingProgramme

DEAREST = 10_000_000_000  # rupiah a piece
MOST_PIECES = 100_000
YEARS = [MinValueValidator(2000, "Tulis tahun dengan empat angka."), MaxValueValidator(2100, "Periksa tahunnya.")]


class _OfficeForm(EditForm):
    """A row of one office; its name or number is unique there."""

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.agency_id = self.instance.agency_id or agency_id

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"agency"}


class ItemForm(_OfficeForm):
    class Meta:
        model = EquipmentItem
        fields = ["name", "category", "unit", "specification", "has_serial", "low_at"]
        widgets = {"specification": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "category": "Misalnya Las, Menjahit.",
            "unit": "Misalnya unit, set, buah, kotak.",
            "has_serial": "Nomor tiap barang dicatat waktu diserahkan.",
        }


class ContractForm(_OfficeForm):
    signed_on = IndonesianDateField(label="Tanggal kontrak")
    budget_year = forms.IntegerField(label="Tahun anggaran", validators=YEARS)

    class Meta:
        model = ProcurementContract
        fields = ["number", "supplier", "signed_on", "funding", "budget_year", "file"]
        widgets = {"file": forms.FileInput()}
        help_texts = {"file": "PDF atau foto, paling besar 10 MB."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["budget_year"].initial = timezone.localdate().year

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            try:
                check_pdf_or_image(file)
            except Refused as refusal:
                raise forms.ValidationError(refusal.message) from refusal
        return file


class KitForm(EditForm):
    year = forms.IntegerField(label="Tahun anggaran", validators=YEARS)

    class Meta:
        model = EquipmentKit
        fields = ["programme", "year", "name"]

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = TrainingProgramme.objects.filter(agency_id=agency_id)
        self.fields["programme"].empty_label = "Pilih program"
        self.fields["year"].initial = timezone.localdate().year


class KitLineForm(forms.ModelForm):
    class Meta:
        model = KitLine
        fields = ["item", "quantity"]

    def __init__(self, *args, items, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items
        self.fields["item"].choices = choices  # read once for all lines
        self.fields["quantity"].min_value = 1
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select" if field is self.fields["item"] else "form-control"


class _KitLines(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Keluarkan"
            form.fields["DELETE"].widget.attrs["class"] = "form-check-input"


_Formset = inlineformset_factory(
    EquipmentKit, KitLine, form=KitLineForm, formset=_KitLines, extra=5, max_num=60, validate_max=True
)


def kit_lines(data, kit, agency_id):
    """The formset of a kit's bill: its lines and five blank ones."""
    items = EquipmentItem.objects.filter(agency_id=agency_id)
    choices = [("", "Pilih barang"), *((item.pk, f"{item.name} ({item.unit})") for item in items)]
    return _Formset(data, instance=kit, prefix="isi", form_kwargs={"items": items, "choices": choices})


class ReceiveForm(forms.ModelForm):
    quantity = forms.IntegerField(label="Jumlah diterima", min_value=1, max_value=MOST_PIECES)
    unit_price = RupiahField(label="Harga satuan", max_value=DEAREST)
    received_on = IndonesianDateField(label="Diterima tanggal")

    class Meta:
        model = StockLot
        fields = ["item", "contract", "brand", "quantity", "unit_price", "received_on"]

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        for name, model in (("item", EquipmentItem), ("contract", ProcurementContract)):
            self.fields[name].queryset = model.objects.filter(agency_id=agency_id)
            self.fields[name].empty_label = "Pilih"

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Tanggal terima belum tiba.")
        return day


class WriteOffForm(forms.Form):
    quantity = forms.IntegerField(label="Jumlah yang dikeluarkan", min_value=1, max_value=MOST_PIECES)
    reason = forms.CharField(label="Alasan", max_length=300, help_text="Misalnya rusak saat disimpan, atau hilang.")

"""Catalogue and contracts."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms import inlineformset_factory
from django.utils import timezone

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, RupiahField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.web.files import check_image, check_pdf_or_image
from trainings.equipment.catalogue.models import EquipmentItem, EquipmentKit, KitLine
from trainings.equipment.contracts.models import ContractLine, ContractPaper, ProcurementContract
from trainings.programmes.models import Budget, TrainingProgramme

DEAREST = 10_000_000_000  # rupiah a piece
MOST_PIECES = 100_000
YEARS = [MinValueValidator(2000, "Tulis tahun dengan empat angka."), MaxValueValidator(2100, "Periksa tahunnya.")]


class OfficeForm(EditForm):
    """A row of one office; its name or number is unique there."""

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.agency_id = self.instance.agency_id or agency_id

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"agency"}


class ItemForm(OfficeForm):
    class Meta:
        model = EquipmentItem
        fields = ["name", "category", "unit", "specification", "photo", "has_serial", "low_at"]
        widgets = {
            "specification": forms.Textarea(attrs={"rows": 3}),
            "photo": forms.FileInput(attrs={"data-shrink": "1200", "accept": "image/*"}),
        }
        help_texts = {
            "category": "Misalnya Las, Menjahit.",
            "unit": "Misalnya unit, set, buah, kotak.",
            "specification": "Ukuran, daya, bahan, dan kelengkapan yang dijanjikan.",
            "photo": "JPG, PNG, atau WebP, paling besar 5 MB.",
            "has_serial": "Nomor tiap barang dicatat waktu diterima, paling lambat waktu diserahkan.",
        }

    def clean_photo(self):
        return checked_upload(self, "photo", check_image)


class ContractForm(OfficeForm):
    signed_on = IndonesianDateField(label="Tanggal kontrak")
    budget_year = forms.IntegerField(label="Tahun anggaran", validators=YEARS)
    value = RupiahField(label="Nilai kontrak", min_value=1, help_text="Seperti tertulis di kontrak.")
    ceiling = RupiahField(label="Pagu anggaran", min_value=1, required=False, help_text="Batas dana untuk kontrak ini.")

    class Meta:
        model = ProcurementContract
        fields = ["number", "supplier", "signed_on", "funding", "budget_year", "budget", "value", "ceiling", "file"]
        widgets = {"file": forms.FileInput()}
        help_texts = {"file": "PDF atau foto, paling besar 10 MB."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["budget_year"].initial = timezone.localdate().year
        self.fields["budget"].queryset = Budget.objects.filter(agency_id=self.instance.agency_id)
        self.fields["budget"].empty_label = "Tidak terkait baris anggaran"

    def clean_file(self):
        return checked_upload(self, "file", check_pdf_or_image)

    def clean(self):
        cleaned = super().clean()
        day, year = cleaned.get("signed_on"), cleaned.get("budget_year")
        if day and year and day.year != year:
            self.add_error("signed_on", f"Tanggal kontrak di luar tahun anggaran {year}.")
        if cleaned.get("ceiling") and cleaned.get("value", 0) > cleaned["ceiling"]:
            self.add_error("value", "Nilai kontrak melebihi pagu anggarannya.")
        return cleaned


class PaperForm(forms.ModelForm):
    class Meta:
        model = ContractPaper
        fields = ["kind", "title", "file"]
        widgets = {"file": forms.FileInput()}
        help_texts = {"file": "PDF atau foto, paling besar 10 MB."}

    def clean_file(self):
        return checked_upload(self, "file", check_pdf_or_image)


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


class _LineForm(forms.ModelForm):
    """A row of a bill; the items are read once for all rows."""

    def __init__(self, *args, items, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items
        self.fields["item"].choices = choices
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select" if field is self.fields["item"] else "form-control"


class KitLineForm(_LineForm):
    quantity = forms.IntegerField(min_value=1, max_value=1_000)

    class Meta:
        model = KitLine
        fields = ["item", "quantity"]


class ContractLineForm(_LineForm):
    ordered = forms.IntegerField(min_value=1, max_value=MOST_PIECES)
    unit_price = RupiahField(min_value=1, max_value=DEAREST)

    class Meta:
        model = ContractLine
        fields = ["item", "brand", "ordered", "unit_price"]


class _Lines(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Keluarkan"
            form.fields["DELETE"].widget.attrs["class"] = "form-check-input"


def _formset(parent, model, form):
    return inlineformset_factory(parent, model, form=form, formset=_Lines, extra=5, max_num=60, validate_max=True)


_KitLines = _formset(EquipmentKit, KitLine, KitLineForm)
_ContractLines = _formset(ProcurementContract, ContractLine, ContractLineForm)


def kit_lines(data, kit, agency_id):
    """The formset of a kit's bill: its lines and five blank ones."""
    return _KitLines(data, instance=kit, prefix="isi", form_kwargs=_items_of(agency_id))


def contract_lines(data, contract, agency_id):
    """The formset of what a contract orders: its lines and five blank ones."""
    return _ContractLines(data, instance=contract, prefix="isi", form_kwargs=_items_of(agency_id))


def _items_of(agency_id):
    items = EquipmentItem.objects.filter(agency_id=agency_id)
    choices = [("", "Pilih barang"), *((item.pk, f"{item.name} ({item.unit})") for item in items)]
    return {"items": items, "choices": choices}

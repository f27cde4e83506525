"""Receiving, moving, counting."""

from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.fields import IndonesianDateField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.files import check_pdf_or_image
from trainings.equipment.contracts.models import ContractLine
from trainings.equipment.forms import MOST_PIECES, OfficeForm
from trainings.equipment.stock.models import StockLocation, WriteOff
from trainings.equipment.stock.stocktakes import Counted

LINES_OFFERED = 200


class SerialsField(forms.CharField):
    """Serial numbers, one a line or with commas → tuple."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Nomor seri")
        kwargs.setdefault("help_text", "Satu nomor tiap baris, atau pisahkan dengan koma.")
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3, "autocapitalize": "characters"}))
        super().__init__(required=False, max_length=20_000, **kwargs)

    def clean(self, value):
        parts = super().clean(value).replace(",", "\n").split("\n")
        serials = tuple(part.strip() for part in parts if part.strip())
        if any(len(serial) > 80 for serial in serials):
            raise forms.ValidationError("Nomor seri paling panjang 80 huruf. Pisahkan tiap nomor dengan baris baru.")
        return serials


class LocationForm(OfficeForm):
    class Meta:
        model = StockLocation
        fields = ["name", "address"]


class _LineChoice(forms.ModelChoiceField):
    def label_from_instance(self, line):
        left = line.ordered - line.received
        return f"{line} · kontrak {line.contract} · belum diterima {angka(left)} {line.item.unit}"


class ReceiveForm(forms.Form):
    line = _LineChoice(label="Barang menurut kontrak", queryset=ContractLine.objects.none(), empty_label="Pilih")
    location = forms.ModelChoiceField(label="Disimpan di", queryset=StockLocation.objects.none(), empty_label=None)
    quantity = forms.IntegerField(label="Jumlah diterima", min_value=1, max_value=MOST_PIECES)
    received_on = IndonesianDateField(label="Diterima tanggal")
    serials = SerialsField(help_text="Satu nomor tiap baris. Boleh kosong bila baru dicatat waktu diserahkan.")
    note = forms.CharField(label="Keterangan", max_length=300, required=False)

    def __init__(self, *args, lines, locations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["line"].queryset = lines
        self.fields["received_on"].initial = timezone.localdate()
        offer_locations(self, "location", locations)


def offer_locations(form, name, locations):
    """The only store is not asked for; the first made is used when there is none yet."""
    if len(locations) < 2:
        del form.fields[name]
    else:
        form.fields[name].queryset = locations


class TransferForm(forms.Form):
    to = forms.ModelChoiceField(label="Ke gudang", queryset=StockLocation.objects.none(), empty_label="Pilih")
    quantity = forms.IntegerField(label="Jumlah yang dipindahkan", min_value=1, max_value=MOST_PIECES)
    serials = SerialsField()
    note = forms.CharField(label="Keterangan", max_length=300, required=False)

    def __init__(self, *args, lot, locations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = locations.exclude(pk=lot.location_id)
        _serials_only_where_used(self, lot)


class SupplierReturnForm(forms.Form):
    quantity = forms.IntegerField(label="Jumlah yang dikembalikan", min_value=1, max_value=MOST_PIECES)
    reason = forms.CharField(label="Alasan", max_length=300, help_text="Misalnya cacat, atau bukan merek yang dipesan.")
    serials = SerialsField()

    def __init__(self, *args, lot, **kwargs):
        super().__init__(*args, **kwargs)
        _serials_only_where_used(self, lot)


class WriteOffForm(forms.ModelForm):
    quantity = forms.IntegerField(label="Jumlah yang dihapuskan", min_value=1, max_value=MOST_PIECES)
    serials = SerialsField()

    class Meta:
        model = WriteOff
        fields = ["quantity", "reason", "minutes_number", "minutes", "serials"]
        widgets = {"minutes": forms.FileInput()}
        help_texts = {
            "reason": "Misalnya rusak saat disimpan, atau hilang.",
            "minutes": "Berita acara yang sudah ditandatangani: PDF atau foto, paling besar 10 MB.",
        }

    def __init__(self, *args, lot, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.lot = lot
        _serials_only_where_used(self, lot)

    def clean_minutes(self):
        return checked_upload(self, "minutes", check_pdf_or_image)

    def clean_serials(self):
        return list(self.cleaned_data["serials"])


def _serials_only_where_used(form, lot):
    if not lot.item.has_serial:
        del form.fields["serials"]


class StocktakeForm(forms.Form):
    location = forms.ModelChoiceField(label="Gudang", queryset=StockLocation.objects.none(), empty_label=None)
    counted_on = IndonesianDateField(label="Tanggal hitung")

    def __init__(self, *args, locations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["location"].queryset = locations
        self.fields["counted_on"].initial = timezone.localdate()


class CountForm(forms.Form):
    """One row of fields for each StocktakeLine; what is left blank is not counted yet."""

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            self.fields |= _count_fields(line)

    @property
    def rows(self):
        return [
            {
                "line": line,
                "counted": self[f"jumlah_{line.pk}"],
                "reason": self[f"alasan_{line.pk}"],
                "missing": self[f"seri_{line.pk}"] if line.item.has_serial else None,
            }
            for line in self.lines
        ]

    @property
    def counts(self):
        """[stocktakes.Counted] of what was filled in."""
        data = self.cleaned_data
        return [
            Counted(line, data[f"jumlah_{line.pk}"], data[f"alasan_{line.pk}"], data.get(f"seri_{line.pk}", ()))
            for line in self.lines
            if data[f"jumlah_{line.pk}"] is not None
        ]


def _count_fields(line):
    fields = {
        f"jumlah_{line.pk}": forms.IntegerField(
            label=f"Hasil hitung {line.item} ({line.item.unit})",
            required=False,
            min_value=0,
            max_value=MOST_PIECES,
            initial=line.counted,
            widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-control"}),
        ),
        f"alasan_{line.pk}": forms.CharField(
            label=f"Penjelasan selisih {line.item}",
            required=False,
            max_length=200,
            initial=line.reason,
            widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Penjelasan bila berbeda"}),
        ),
    }
    if line.item.has_serial:
        fields[f"seri_{line.pk}"] = SerialsField(
            label=f"Nomor seri {line.item} yang tidak ada",
            initial=", ".join(line.serials),
            widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Nomor seri yang tidak ada"}),
        )
    return fields


class ReserveForm(forms.Form):
    kit = forms.ModelChoiceField(label="Paket", queryset=None, empty_label=None)
    count = forms.IntegerField(label="Jumlah paket", min_value=1, max_value=1_000)

    def __init__(self, *args, kits, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kit"].queryset = kits

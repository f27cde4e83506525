import base64
import binascii

from django import forms
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.fields import IndonesianDateField, RupiahField
from bkk_portal.kit.files import check_image, check_pdf_or_image
from trainings.equipment.actions import Given
from trainings.equipment.models import EquipmentItem, EquipmentKit, Handover, KitLine, ProcurementContract, StockLot
from trainings.programmes.models import TrainingProgramme

PNG_URL = "data:image/png;base64,"
LARGEST_SIGNATURE = 500 * 1024
DAMAGED = "Tanda tangan tidak terbaca. Ulangi tanda tangannya."


class ItemForm(forms.ModelForm):
    class Meta:
        model = EquipmentItem
        fields = ["name", "category", "unit", "specification", "has_serial"]
        widgets = {"specification": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.agency_id = agency_id

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"agency"}


class ContractForm(ItemForm):
    signed_on = IndonesianDateField(label="Tanggal kontrak")

    class Meta:
        model = ProcurementContract
        fields = ["number", "supplier", "signed_on", "funding", "budget_year"]


class KitForm(forms.ModelForm):
    class Meta:
        model = EquipmentKit
        fields = ["programme", "year", "name"]

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = TrainingProgramme.objects.filter(agency_id=agency_id)
        self.fields["year"].initial = timezone.localdate().year


class KitLineForm(forms.ModelForm):
    class Meta:
        model = KitLine
        fields = ["item", "quantity"]

    def __init__(self, *args, kit, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.kit = kit
        self.fields["item"].queryset = EquipmentItem.objects.filter(agency_id=kit.programme.agency_id)

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"kit"}


class ReceiveForm(forms.ModelForm):
    quantity = forms.IntegerField(label="Jumlah diterima", min_value=1, max_value=100_000)
    unit_price = RupiahField(label="Harga satuan", max_value=10_000_000_000)
    received_on = IndonesianDateField(label="Diterima tanggal")

    class Meta:
        model = StockLot
        fields = ["item", "contract", "brand", "quantity", "unit_price", "received_on"]

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = EquipmentItem.objects.filter(agency_id=agency_id)
        self.fields["contract"].queryset = ProcurementContract.objects.filter(agency_id=agency_id)

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Tanggal terima belum tiba.")
        return day


class WriteOffForm(forms.Form):
    quantity = forms.IntegerField(label="Jumlah dihapuskan", min_value=1)
    reason = forms.CharField(label="Alasan", max_length=300)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Alasan", max_length=300)


class HandoverForm(forms.ModelForm):
    """One signature for the whole kit; planned beside given, line by line (`parts`)."""

    handed_on = IndonesianDateField(label="Tanggal serah terima")
    signature = forms.CharField(label="Tanda tangan", widget=forms.HiddenInput, required=False)
    scan = forms.ImageField(label="Atau foto tanda tangan di kertas", required=False)

    class Meta:
        model = Handover
        fields = [
            "handed_on",
            "place",
            "identity_checked",
            "photo",
            "scan",
            "proxy_name",
            "proxy_letter",
            "override_reason",
        ]
        widgets = {
            "photo": forms.FileInput(attrs={"data-shrink": "1600", "accept": "image/*", "capture": "environment"})
        }

    def __init__(self, *args, kit, **kwargs):
        super().__init__(*args, **kwargs)
        self.kit_lines = list(kit.lines.select_related("item"))
        for line in self.kit_lines:
            self._add_line(line)

    def _add_line(self, line):
        most = line.quantity
        self.fields[f"jumlah_{line.pk}"] = forms.IntegerField(
            label=f"{line.item} ({line.item.unit}), rencana {most}", min_value=0, max_value=most, initial=most
        )
        if line.item.has_serial:
            self.fields[f"seri_{line.pk}"] = forms.CharField(
                label=f"Nomor seri {line.item}", required=False, help_text="Pisahkan dengan koma bila lebih dari satu."
            )
        self.fields[f"alasan_{line.pk}"] = forms.CharField(
            label=f"Alasan bila {line.item} kurang", required=False, max_length=200
        )

    def clean_photo(self):
        return _checked(check_image, self.cleaned_data["photo"])

    def clean_proxy_letter(self):
        file = self.cleaned_data["proxy_letter"]
        return _checked(check_pdf_or_image, file) if file else file

    def clean(self):
        cleaned = super().clean()
        cleaned["signature_file"] = self._signature(cleaned)
        if cleaned.get("proxy_name") and not cleaned.get("proxy_letter"):
            self.add_error("proxy_letter", "Penerima yang diwakili harus punya surat kuasa.")
        return cleaned

    def _signature(self, cleaned):
        if scan := cleaned.get("scan"):
            return scan
        if not cleaned.get("signature"):
            self.add_error(None, "Penerima harus menandatangani, di kotak atau di kertas yang difoto.")
            return None
        try:
            return signature_file(cleaned["signature"])
        except Refused as refusal:
            self.add_error(None, refusal.message)
            return None

    @property
    def parts(self):
        """[Given], one per line of the kit."""
        data = self.cleaned_data
        return [
            Given(
                line,
                data[f"jumlah_{line.pk}"],
                data[f"alasan_{line.pk}"],
                tuple(part.strip() for part in data.get(f"seri_{line.pk}", "").split(",") if part.strip()),
            )
            for line in self.kit_lines
        ]


def signature_file(url):
    """ContentFile of a drawn signature (PNG data URL). Raises Refused when it is none, too large, or blank."""
    if not url.startswith(PNG_URL) or len(url) > LARGEST_SIGNATURE * 4 // 3:
        raise Refused(DAMAGED)
    try:
        content = base64.b64decode(url.removeprefix(PNG_URL), validate=True)
    except binascii.Error as error:
        raise Refused(DAMAGED) from error
    file = ContentFile(content, name="tanda-tangan.png")
    check_image(file)
    file.seek(0)
    with Image.open(file) as image:
        if _is_blank(image):
            raise Refused("Kotak tanda tangan masih kosong.")
    file.seek(0)
    return file


def _is_blank(image):
    """Drawn pads are transparent: what counts is how they look on white paper."""
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    darkest, lightest = paper.convert("L").getextrema()
    return darkest == lightest


def _checked(check, upload):
    try:
        check(upload)
    except Refused as refusal:
        raise forms.ValidationError(refusal.message) from refusal
    return upload

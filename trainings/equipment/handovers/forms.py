"""The form that is filled in where the kit is handed over, mostly on a phone."""

import base64
import binascii

from django import forms
from django.core.files.base import ContentFile
from PIL import Image

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.forms.fields import IndonesianDateField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.pdf.pictures import as_photo
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.files import check_image, check_pdf_or_image
from trainings.equipment.handovers.lines import Given
from trainings.equipment.handovers.models import Handover
from trainings.equipment.stock.forms import offer_locations
from trainings.equipment.stock.ledger import one_each, serials_wanted

PNG_URL = "data:image/png;base64,"
LARGEST_SIGNATURE = 500 * 1024
MOST_PIECES = 1000
DAMAGED = "Tanda tangan tidak terbaca. Ulangi tanda tangannya."
CAMERA = {"data-shrink": "1600", "accept": "image/*", "capture": "environment"}


class HandoverForm(forms.ModelForm):
    """`lines`: the KitLines, annotated with in_stock. `locations`: the office's stores.
    `serials`: {item: [number, …]} to choose from; others may be typed.

    `override`: "" for an officer, "may" for the head, "must" when there is something against this recipient.
    """

    handed_on = IndonesianDateField(label="Tanggal serah terima")
    identity_checked = forms.BooleanField(
        label="Saya sudah mencocokkan KTP dengan penerima",
        error_messages={"required": "Periksa KTP penerima, lalu centang di sini."},
    )
    signature_data = forms.CharField(required=False, widget=forms.HiddenInput)
    scan = forms.ImageField(
        label="Atau foto tanda tangan di kertas", required=False, widget=forms.FileInput(attrs=CAMERA)
    )

    class Meta:
        model = Handover
        fields = [
            "handed_on",
            "place",
            "location",
            "identity_proof",
            "identity_checked",
            "photo",
            "latitude",
            "longitude",
            "proxy_name",
            "proxy_letter",
            "override_reason",
        ]
        widgets = {
            "photo": forms.FileInput(attrs=CAMERA),
            "proxy_letter": forms.FileInput(),
            "latitude": forms.HiddenInput,
            "longitude": forms.HiddenInput,
        }
        labels = {
            "photo": "Foto penerima dengan barangnya",
            "proxy_name": "Nama yang mewakili",
            "override_reason": "Alasan pengecualian",
        }
        help_texts = {
            "photo": "Paling besar 5 MB. Di HP, kamera terbuka sendiri. Catatan kamera (tempat, alat) tidak disimpan.",
            "proxy_name": "Kosongkan bila penerima datang sendiri.",
            "proxy_letter": "Satu surat untuk satu penerima. PDF atau foto, paling besar 10 MB.",
            "override_reason": "Dibaca pemeriksa; tersimpan di riwayat.",
        }

    def __init__(self, *args, lines, locations, serials, override="", **kwargs):
        super().__init__(*args, **kwargs)
        offer_locations(self, "location", locations)
        self.kit_lines, self.serials = list(lines), serials
        for line in self.kit_lines:
            self.fields |= _fields_of(line)
        if not override:
            del self.fields["override_reason"]
        else:
            self.fields["override_reason"].required = override == "must"

    @property
    def rows(self):
        """One per item of the kit: the line and its fields."""
        return [self._row(line) for line in self.kit_lines]

    def _row(self, line):
        names = [name for name in (f"jumlah_{line.pk}", f"seri_{line.pk}") if name in self.fields]
        reason = self[f"alasan_{line.pk}"]
        is_short = not self.is_bound and line.in_stock < line.quantity
        is_open = bool(reason.data or reason.errors or is_short)
        return {
            "line": line,
            "fields": [self[name] for name in names],
            "serials": self.serials.get(line.item_id, ()) if line.quantity == 1 else (),
            "reason": reason,
            "is_open": is_open,
        }

    @property
    def given(self):
        """[Given] of a valid form, one per line of the kit."""
        data = self.cleaned_data
        return [
            Given(
                line,
                data[f"jumlah_{line.pk}"],
                data[f"alasan_{line.pk}"],
                _serials(data, line),
            )
            for line in self.kit_lines
        ]

    def clean_photo(self):
        return _photo(checked_upload(self, "photo", check_image), "foto.jpg")

    def clean_scan(self):
        scan = checked_upload(self, "scan", check_image)
        return scan and _photo(scan, "tanda-tangan.jpg")

    def clean_proxy_letter(self):
        return checked_upload(self, "proxy_letter", check_pdf_or_image)

    def clean_signature_data(self):
        """The drawn signature as a file, or None."""
        url = self.cleaned_data["signature_data"]
        if not url:
            return None
        try:
            return signature_file(url)
        except Refused as refusal:
            raise forms.ValidationError(refusal.message) from refusal

    def clean(self):
        cleaned = super().clean()
        drawn_wrongly = "signature_data" in self.errors
        cleaned["signature"] = cleaned.get("scan") or cleaned.get("signature_data")
        if not cleaned["signature"] and not drawn_wrongly and "scan" not in self.errors:
            self.add_error("signature_data", "Penerima harus menandatangani, di kotak atau di kertas yang difoto.")
        if cleaned.get("proxy_name") and not cleaned.get("proxy_letter") and "proxy_letter" not in self.errors:
            self.add_error("proxy_letter", "Unggah surat kuasa dari penerima.")
        for line in self.kit_lines:
            self._check_line(line, cleaned)
        return cleaned

    def _check_line(self, line, cleaned):
        """What the action would refuse is said at the field; nobody signs twice for a forgotten number."""
        quantity = cleaned.get(f"jumlah_{line.pk}")
        if quantity is None:
            return
        if quantity != line.quantity and not cleaned.get(f"alasan_{line.pk}", "").strip():
            self.add_error(f"alasan_{line.pk}", f"Diserahkan {angka(quantity)}: tulis alasan selisihnya.")
        if line.item.has_serial and not one_each(_serials(cleaned, line), quantity):
            self.add_error(f"seri_{line.pk}", f"Diserahkan {angka(quantity)}: {serials_wanted(quantity)}")


def _serials(data, line):
    return tuple(part.strip() for part in data.get(f"seri_{line.pk}", "").split(",") if part.strip())


def signature_file(url):
    """ContentFile of a drawn signature (PNG data URL). Raises Refused when it is none, too large, or blank."""
    if not url.startswith(PNG_URL) or len(url) > LARGEST_SIGNATURE * 4 // 3 + len(PNG_URL):
        raise Refused(DAMAGED)
    try:
        content = base64.b64decode(url.removeprefix(PNG_URL), validate=True)
    except binascii.Error as error:
        raise Refused(DAMAGED) from error
    file = ContentFile(content, name="tanda-tangan.png")
    check_image(file)
    if _is_blank(file):
        raise Refused("Kotak tanda tangan masih kosong.")
    return file


def _is_blank(file):
    """One colour all over, on white paper."""
    with Image.open(file, formats=["PNG", "JPEG", "WEBP"]) as image:
        if image.format != "PNG":
            raise Refused(DAMAGED)
        drawing = image.convert("RGBA")
        paper = Image.new("RGBA", drawing.size, "white")
        darkest, lightest = Image.alpha_composite(paper, drawing).convert("L").getextrema()
    file.seek(0)
    return darkest == lightest


def _fields_of(line):
    unit = line.item.unit
    fields = {
        f"jumlah_{line.pk}": forms.IntegerField(
            label=f"Diserahkan ({unit})",
            min_value=0,
            max_value=MOST_PIECES,
            initial=min(line.quantity, line.in_stock),
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )
    }
    if line.item.has_serial:
        several = line.quantity > 1
        fields[f"seri_{line.pk}"] = forms.CharField(
            label="Nomor seri",
            required=False,
            max_length=400,
            help_text=f"{angka(line.quantity)} nomor, pisahkan dengan koma." if several else "",
            widget=forms.TextInput(
                attrs={"autocomplete": "off", "autocapitalize": "characters", "list": f"nomor-{line.pk}"}
            ),
        )
    fields[f"alasan_{line.pk}"] = forms.CharField(
        label="Alasan selisih", required=False, max_length=200, help_text=f"Rencana {angka(line.quantity)} {unit}."
    )
    return fields


def _photo(upload, name):
    """The picture no larger than needed and without what the camera wrote into it, such as where it was taken."""
    try:
        return ContentFile(as_photo(upload.read()), name=name)
    except Refused as refusal:
        raise forms.ValidationError(refusal.message) from refusal

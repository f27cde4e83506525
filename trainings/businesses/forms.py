from django import forms

from bkk_portal.kit.forms.fields import PhoneField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.web.files import MEGABYTE, check_image, check_pdf_or_image
from bkk_portal.regions.models import Village
from trainings.businesses.enums import WORDING
from trainings.businesses.models import Business

CAMERA = {"data-shrink": "1600", "accept": "image/*"}
PHOTO_BYTES = 10 * MEGABYTE


class BusinessForm(forms.ModelForm):
    """The owner's own words. `asks_consent`: with the sentence they agree to."""

    phone = PhoneField(label="Nomor HP usaha", required=False)
    agreed = forms.BooleanField(
        label=WORDING, error_messages={"required": "Centang persetujuan ini agar usaha Anda dapat ditampilkan."}
    )

    class Meta:
        model = Business
        fields = [
            *("name", "description", "village", "address", "hours"),
            *("phone", "show_phone", "show_whatsapp", "agreed"),
        ]
        widgets = {"description": forms.Textarea(attrs={"rows": 4, "maxlength": 600})}
        labels = {"show_phone": "Boleh ditelepon", "show_whatsapp": "Boleh dihubungi lewat WhatsApp"}
        help_texts = {
            "name": "Misalnya: Bengkel Las Oesapa.",
            "description": "Apa yang dapat dipesan, dan kira-kira harganya.",
            "address": "Kosongkan bila tidak ingin alamatnya tampil.",
            "hours": "Misalnya: Senin–Sabtu 08.00–17.00.",
            "phone": "Hanya tampil bila Anda mencentang telepon atau WhatsApp di bawah.",
        }

    field_order = [*Meta.fields]

    def __init__(self, *args, asks_consent=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"].queryset = Village.objects.order_by("name")
        if not asks_consent:
            del self.fields["agreed"]

    def clean(self):
        cleaned = super().clean()
        is_shown = cleaned.get("show_phone") or cleaned.get("show_whatsapp")
        if is_shown and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", "Isi nomornya, atau jangan centang telepon dan WhatsApp.")
        return cleaned

    def _get_validation_exclusions(self):
        """What the action fills in; its constraints are the database's."""
        return super()._get_validation_exclusions() | {"recorded_by", "consent_paper", "status", "withdrawn_at"}


class RecordedBusinessForm(BusinessForm):
    """By an officer, with the sheet that the owner signed."""

    consent_paper = forms.FileField(
        label="Lembar persetujuan bertanda tangan", help_text="PDF atau foto, paling besar 10 MB."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, asks_consent=False, **kwargs)

    def clean_consent_paper(self):
        return checked_upload(self, "consent_paper", check_pdf_or_image)


class PhotoForm(forms.Form):
    photo = forms.ImageField(label="Tambah foto", widget=forms.FileInput(attrs=CAMERA))

    def clean_photo(self):
        return checked_upload(self, "photo", check_image, PHOTO_BYTES)

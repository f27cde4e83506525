from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.text.identifiers import digits_only
from bkk_portal.kit.web.files import MEGABYTE, check_image
from bkk_portal.offices.models import Agency

NIP_DIGITS = 18
LOGO_BYTES = 2 * MEGABYTE


class AgencyForm(EditForm):
    """What is printed in an office's name."""

    # NIPs are written with blanks: more letters than digits
    head_nip = forms.CharField(
        label="NIP", max_length=30, required=False, help_text="18 angka. Kosongkan bila tidak ada."
    )

    class Meta:
        model = Agency
        fields = ["government", "address", "phone", "email", "logo", "head_title", "head_name", "head_nip"]
        labels = {"head_title": "Jabatan penanda tangan", "head_name": "Nama"}
        help_texts = {
            "head_name": "Dengan gelarnya, seperti harus tercetak di sertifikat.",
            "logo": "PNG, JPG, atau WebP, paling besar 2 MB. Tercetak di kop surat.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            "terakhir_diubah",
            Fieldset("Kop surat", "government", "address", Row(Column("phone"), Column("email")), "logo"),
            Fieldset("Penanda tangan sertifikat dan surat", "head_title", Row(Column("head_name"), Column("head_nip"))),
        )

    def clean_head_nip(self):
        nip = digits_only(self.cleaned_data["head_nip"] or "")
        if nip and (not nip.isdigit() or len(nip) != NIP_DIGITS):
            raise forms.ValidationError("NIP harus 18 angka. Periksa lagi, atau kosongkan.")
        return nip

    def clean_logo(self):
        return checked_upload(self, "logo", check_image, LOGO_BYTES)

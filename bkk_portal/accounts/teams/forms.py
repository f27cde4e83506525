from django import forms
from django.core.exceptions import ValidationError

from bkk_portal.accounts.entrance.logins import find_login
from bkk_portal.accounts.enums import STAFF_WORDING
from bkk_portal.accounts.forms import NOT_A_LOGIN, AccountForm, ConsentForm


class InvitedAccountForm(AccountForm):
    """For a stranger who was invited to work in the portal."""

    name = forms.CharField(label="Nama lengkap", max_length=150)
    field_order = ["name", "login", "password"]
    wordings = (STAFF_WORDING,)


class StaffConsentForm(ConsentForm):
    """For somebody with an account who was invited: nothing but the consent, and not even that when it stands."""

    wordings = (STAFF_WORDING,)
    without = "Tanpa persetujuan ini undangan tidak dapat diterima."


class InvitationForm(forms.Form):
    """`roles`: what the actor may give. A superuser also says where, by name or NPSN."""

    name = forms.CharField(label="Nama yang diundang", max_length=150)
    login = forms.CharField(
        label="Surel atau nomor HP",
        max_length=254,
        help_text="Undangan ke surel dikirim otomatis. Untuk nomor HP, Anda yang mengirim tautannya.",
    )

    def __init__(self, *args, roles, find=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.find = find
        if find:
            self.fields["place"] = forms.CharField(
                label="Untuk sekolah, dinas atau perusahaan",
                max_length=150,
                help_text="Nama, sebagian nama, atau NPSN.",
            )
        if len(roles) > 1:
            choices = [(role.value, role.label) for role in roles]
            self.fields["role"] = forms.ChoiceField(label="Sebagai", choices=choices)
            self.order_fields(["role", "place", "name", "login"])

    def clean_login(self):
        field, value = find_login(self.cleaned_data["login"])
        if field not in ("email", "phone"):
            raise ValidationError(NOT_A_LOGIN)
        return value

    def clean(self):
        cleaned = super().clean()
        if self.find and cleaned.get("role") and cleaned.get("place"):
            self._find_place(cleaned)
        return cleaned

    def _find_place(self, cleaned):
        found = self.find(cleaned["role"], cleaned["place"].strip())
        exact = [row for row in found if row[1].lower() == cleaned["place"].strip().lower()] or found
        if len(exact) == 1:
            cleaned["scope_id"], cleaned["scope_label"] = exact[0]
        elif found:
            names = "; ".join(label for _, label in found[:5])
            self.add_error("place", f"Ada beberapa yang cocok: {names}. Tulis lebih lengkap.")
        else:
            self.add_error("place", "Tidak ada yang bernama begitu. Periksa ejaannya.")


class EndMembershipForm(forms.Form):
    reason = forms.CharField(label="Alasan", max_length=200, help_text="Misalnya pindah tugas, pensiun, cuti panjang.")

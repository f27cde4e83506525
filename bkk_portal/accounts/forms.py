from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from bkk_portal.accounts.entrance.forms import PASSWORD_HELP, ReauthenticateForm
from bkk_portal.accounts.entrance.logins import find_login
from bkk_portal.accounts.enums import WORDINGS
from bkk_portal.accounts.models import User
from bkk_portal.kit.forms.fields import PhoneField
from bkk_portal.kit.text.formatting import telepon

ADULT = 18  # UU 27/2022 art. 25: below, a guardian consents
NOT_A_LOGIN = "Isi surel (misalnya nama@gmail.com) atau nomor HP (misalnya 0812-3456-7890)."


def is_minor(birth_date):
    if birth_date is None:
        return False
    today = timezone.localdate()
    before_birthday = (today.month, today.day) < (birth_date.month, birth_date.day)
    return today.year - birth_date.year - before_birthday < ADULT


class ConsentForm(forms.Form):
    """Boxes for what is to be agreed to (`wordings`), without those that stand already (`given`: their purposes).

    Under 18 a guardian agrees too: `birth_date` says what is known already, else a subclass has the field
    `birth_date`. `agreed()` gives the keyword arguments `consents` and `guardian_name` of an action.
    """

    wordings = WORDINGS
    without = "Tanpa persetujuan ini akun tidak dapat dibuat."

    def __init__(self, *args, birth_date=None, given=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.birth_date = birth_date
        self.asked = [wording for wording in self.wordings if wording.purpose not in given]
        for wording in self.asked:
            self._add_box(wording)
        if self.asked and ("birth_date" in self.fields or is_minor(birth_date)):
            self._add_guardian()

    def _add_box(self, wording):
        self.fields[f"consent_{wording.purpose}"] = forms.BooleanField(
            label=wording.text, required=wording.needed, error_messages={"required": self.without}
        )

    def _add_guardian(self):
        self.fields["guardian_name"] = forms.CharField(
            label="Nama orang tua atau wali", max_length=150, required=False, help_text="Hanya bila belum 18 tahun."
        )
        self.fields["guardian_agrees"] = forms.BooleanField(
            label="Orang tua atau wali saya sudah membaca persetujuan di atas dan menyetujuinya.", required=False
        )

    def clean(self):
        cleaned = super().clean()
        if self._needs_guardian() and not (cleaned.get("guardian_name") and cleaned.get("guardian_agrees")):
            self.add_error("guardian_name", "Anda belum 18 tahun: isi nama wali dan centang persetujuannya.")
        return cleaned

    def _needs_guardian(self):
        return "guardian_name" in self.fields and is_minor(self.cleaned_data.get("birth_date") or self.birth_date)

    def agreed(self):
        data = self.cleaned_data
        return {
            "consents": [w.purpose for w in self.asked if data[f"consent_{w.purpose}"]],
            "guardian_name": data["guardian_name"] if self._needs_guardian() else "",
        }


class AccountForm(ConsentForm):
    """What every new account asks: how to sign in, a password, the consents, a guardian under 18.

    `birth_date` and `nisn` say what is known already (claiming a record). `account()` gives the keyword arguments
    of accounts.actions.create_account.
    """

    login = forms.CharField(
        label="Surel atau nomor HP",
        max_length=254,
        help_text="Untuk masuk. Lupa kata sandi lebih mudah dibantu lewat surel.",
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label="Kata sandi",
        strip=False,
        max_length=128,
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, nisn="", **kwargs):
        super().__init__(*args, **kwargs)
        self.nisn = nisn

    def clean_login(self):
        field, value = find_login(self.cleaned_data["login"])
        if field == "email":
            validate_email(value)
        elif field != "phone":
            raise ValidationError(NOT_A_LOGIN)
        self.login_field = field
        return value

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("password"):
            self._check_password(cleaned["password"])
        return cleaned

    def _check_password(self, password):
        known = {getattr(self, "login_field", "email"): self.cleaned_data.get("login")}
        try:
            validate_password(password, User(name=self.cleaned_data.get("name", ""), nisn=self.nisn, **known))
        except ValidationError as error:
            self.add_error("password", error)

    def account(self):
        data = self.cleaned_data
        return {self.login_field: data["login"], "nisn": self.nisn, "password": data["password"], **self.agreed()}


class LoginsForm(ReauthenticateForm):
    """One's own e-mail and phone to sign in with; the password is asked every time. `user`: whose they are."""

    email = forms.EmailField(
        label="Surel", max_length=254, required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    phone = PhoneField(label="Nomor HP", required=False)
    field_order = ["email", "phone", "password"]

    def __init__(self, *args, user, **kwargs):
        now = {"email": user.email, "phone": telepon(user.phone) if user.phone else ""}
        super().__init__(*args, user=user, initial=now, **kwargs)

    def logins(self):
        return {name: self.cleaned_data[name] for name in ("email", "phone")}

"""allauth's forms in our words (settings: ACCOUNT_FORMS, MFA_FORMS)."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError

PASSWORD_HELP = "Paling sedikit 10 huruf atau angka. Jangan pakai nama, tanggal lahir atau NISN."


def _plain(field, label, help_text=""):
    """No placeholder: it vanishes when one begins to type."""
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)


def _code(field, label):
    _plain(field, label)
    field.widget.attrs |= {"class": "otp", "inputmode": "numeric", "autocomplete": "one-time-code"}


def _new_password(form):
    _plain(form.fields["password1"], "Kata sandi baru", PASSWORD_HELP)
    _plain(form.fields["password2"], "Kata sandi baru, sekali lagi")


class LoginForm(account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["login"] = forms.CharField(
            label="Surel, nomor HP atau NISN", max_length=254, widget=forms.TextInput(attrs=attrs)
        )
        _plain(self.fields["password"], "Kata sandi")
        _plain(self.fields["remember"], "Tetap masuk di perangkat ini", "Jangan dipilih di komputer bersama.")

    def user_credentials(self):
        return {"login": self.cleaned_data["login"], "password": self.cleaned_data["password"]}


class ResetPasswordForm(account.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _plain(self.fields["email"], "Surel Anda")

    def clean_email(self):
        """Only for whom it is the address now: allauth also knows those an account once had."""
        email = super().clean_email()
        self.users = [user for user in self.users if user.email == email.lower()]
        return email


class NewPasswordForm(account.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _new_password(self)


class SetPasswordForm(account.SetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _new_password(self)


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _plain(self.fields["oldpassword"], "Kata sandi sekarang")
        _new_password(self)


class ReauthenticateForm(account.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _plain(self.fields["password"], "Kata sandi Anda")


class CodeForm(mfa.AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Kode dari aplikasi, atau satu kode cadangan")


class ReauthenticateCodeForm(mfa.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Kode dari aplikasi, atau satu kode cadangan")


class ActivateTotpForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Kode 6 angka yang tampil di aplikasi")


class AddKeyForm(webauthn.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _plain(self.fields["name"], "Nama kunci", "Supaya Anda ingat yang mana, misalnya HP saya.")
        _plain(
            self.fields["passwordless"],
            "Pakai kunci ini untuk masuk tanpa kata sandi",
            "Perangkat akan meminta sidik jari, wajah atau PIN.",
        )


class EditKeyForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _plain(self.fields["name"], "Nama kunci")


class NotTheLoginValidator:
    """A password that is the login itself, or the NISN, is no password."""

    def validate(self, password, user=None):
        known = {getattr(user, field, None) for field in ("email", "phone", "nisn", "name")} - {None, ""}
        if password.lower() in {str(value).lower() for value in known}:
            raise ValidationError("Kata sandi tidak boleh sama dengan surel, nomor HP, NISN atau nama Anda.")

    def get_help_text(self):
        return "Kata sandi tidak boleh sama dengan surel, nomor HP, NISN atau nama Anda."

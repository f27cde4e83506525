from django.core.exceptions import ValidationError


class NotTheLoginValidator:
    """A password that is the login itself, or the NISN, is no password."""

    def validate(self, password, user=None):
        known = {getattr(user, field, None) for field in ("email", "phone", "nisn", "name")} - {None, ""}
        if password.lower() in {str(value).lower() for value in known}:
            raise ValidationError("Kata sandi tidak boleh sama dengan surel, nomor HP, NISN atau nama Anda.")

    def get_help_text(self):
        return "Kata sandi tidak boleh sama dengan surel, nomor HP, NISN atau nama Anda."

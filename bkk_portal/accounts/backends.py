from django.contrib.auth.backends import ModelBackend

from bkk_portal.accounts.logins import find_login
from bkk_portal.accounts.models import User


class LoginBackend(ModelBackend):
    """One box for e-mail, phone (08…, 62…, +62…) or NISN."""

    def authenticate(self, request, username=None, password=None, login=None, email=None, **kwargs):
        field, value = find_login(login or username or email or "")
        user = User.objects.filter(**{field: value}).first() if field else None
        if user is None:
            User().set_password(password)  # as slow as a real check: says nothing about who exists
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None

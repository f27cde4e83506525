from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.backends import ModelBackend

from bkk_portal.accounts.models import User
from bkk_portal.kit.text.identifiers import digits_only, normalise_phone

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Request


def find_login(text: str) -> tuple[str | None, str]:
    """("email" | "phone" | "nisn", value as stored) for what a person typed; (None, "") when it is none of them."""
    text = text.strip()
    if "@" in text:
        return "email", text.lower()
    digits = digits_only(text)
    if len(digits) == 10 and digits.isdigit() and not digits.startswith(("08", "8")):
        return "nisn", digits
    try:
        return "phone", normalise_phone(text)
    except ValueError:
        return None, ""


def login_key(text: str) -> str:
    """The same text for every way of writing one login; what rate limits count by."""
    field, value = find_login(text)
    return f"{field}:{value}" if field else text.strip().lower()


class LoginBackend(ModelBackend):
    """One box for e-mail, phone (08…, 62…, +62…) or NISN."""

    def authenticate(
        self,
        request: Request,
        username: None = None,
        password: str | None = None,
        login: str | None = None,
        email: None = None,
        **kwargs: Any,
    ) -> User | None:
        field, value = find_login(login or username or email or "")
        user = User.objects.filter(**{field: value}).first() if field else None
        if user is None:
            User().set_password(password)  # as slow as a real check: says nothing about who exists
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None

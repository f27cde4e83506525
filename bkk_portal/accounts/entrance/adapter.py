"""Where allauth asks us: who may join, where to go after signing in, how letters leave, what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse

from bkk_portal.accounts.entrance.logins import login_key
from bkk_portal.accounts.entrance.session import home_of
from bkk_portal.kit import registry

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Request
    from bkk_portal.accounts.models import User

MISMATCH = "Surel, nomor HP, NISN atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi."
TOO_MANY = "Terlalu banyak percobaan masuk yang salah. Tunggu 10 menit, lalu coba lagi."


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": MISMATCH,
        "too_many_login_attempts": TOO_MANY,
        "incorrect_password": "Kata sandi salah.",
        "incorrect_code": "Kode salah atau sudah lewat waktunya. Pakai kode yang sedang tampil di aplikasi.",
        "enter_current_password": "Kata sandi yang sekarang salah.",
        "rate_limited": "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
    }

    def is_open_for_signup(self, request: Request):
        """People join by claiming a record, by a light account or by invitation; never through allauth's own form."""
        return False

    def get_login_redirect_url(self, request: Request) -> str:
        return home_of(request.user)

    def get_password_change_redirect_url(self, request: Request) -> str:
        return reverse("security")

    def get_reset_password_from_key_url(self, key: str) -> str:
        uidb36, _, token = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uidb36, "key": token})
        return f"{settings.PUBLIC_URL}{path}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, User | str | Request]) -> None:
        """Into the outbox, so that a mail server that is down loses nothing."""
        message = self.render_mail(template_prefix, email, context | {"portal_url": settings.PUBLIC_URL})
        registry.mailers["outbox"](address=email, subject=message.subject, body=message.body)

    def reauthenticate(self, user: User, password: str) -> bool:
        login = user.email or user.phone or user.nisn
        found = self.authenticate(self.request, login=login, password=password)
        return found is not None and found.pk == user.pk

    def _get_login_attempts_cache_key(self, request: Request, **credentials: Any) -> str:
        """allauth counts by e-mail or user name; ours may be a phone number or a NISN, written in many ways."""
        login = credentials.get("login") or credentials.get("email") or credentials.get("username") or ""
        return login_key(login)

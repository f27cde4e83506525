"""The second factor (TOTP or passkey): what it is called, and who must have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from bkk_portal.accounts.enums import STAFF_ROLES

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Hat
    from bkk_portal.accounts.models import User


class MfaAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Kode salah atau sudah lewat waktunya. Pakai kode yang sedang tampil di aplikasi.",
        "cannot_generate_recovery_codes": "Pasang aplikasi kode atau kunci dulu, baru buat kode cadangan.",
    }

    def generate_authenticator_name(self, user: User, type: str) -> str:
        number = user.authenticator_set.filter(type=type).count() + 1
        return "Kunci utama" if number == 1 else f"Kunci {number}"


def must_have_second_factor(user: User, hats: list[Hat]) -> bool:
    """hats: the accounts.actor.Hat list of this user."""
    if not settings.STAFF_MFA_REQUIRED:
        return False
    return user.is_staff or user.is_superuser or any(hat.role in STAFF_ROLES for hat in hats)


def lacks_second_factor(user: User, hats: list[Hat]) -> bool:
    return must_have_second_factor(user, hats) and not is_mfa_enabled(user)

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import login

from bkk_portal.accounts.actor import hats_of

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Request
    from bkk_portal.accounts.models import User

NEWCOMER_HOME = "/saya/"
LOGIN_BACKEND = "bkk_portal.accounts.entrance.logins.LoginBackend"


def sign_in(request: Request, user: User) -> None:
    """Sign in somebody who has just made their account, without asking for the password again."""
    login(request, user, backend=LOGIN_BACKEND)


def home_of(user: User) -> str:
    """Where this user's first desk is; who has none yet begins at /saya/."""
    hat = next(iter(hats_of(user)), None)
    return hat.home if hat else NEWCOMER_HOME

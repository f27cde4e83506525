from django.contrib.auth import login

from bkk_portal.accounts.actor import hats_of

NEWCOMER_HOME = "/saya/"
LOGIN_BACKEND = "bkk_portal.accounts.entrance.logins.LoginBackend"


def sign_in(request, user):
    """Sign in somebody who has just made their account, without asking for the password again."""
    login(request, user, backend=LOGIN_BACKEND)


def home_of(user):
    """Where this user's first desk is; who has none yet begins at /saya/."""
    hat = next(iter(hats_of(user)), None)
    return hat.home if hat else NEWCOMER_HOME

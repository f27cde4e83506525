"""allauth's views under our addresses, each with its access rule. What is not here is not reachable."""

from functools import wraps

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.shortcuts import get_object_or_404

from bkk_portal.accounts.access import public, signed_in


def _own_key(view):
    """allauth asks for the password first; a key of somebody else's is not there even before that."""

    @wraps(view)
    def guarded(request, pk):
        get_object_or_404(Authenticator, pk=pk, user=request.user, type=Authenticator.Type.WEBAUTHN)
        return view(request, pk=pk)

    return guarded


login = public(account.LoginView.as_view())
logout = public(account.LogoutView.as_view())
inactive = public(account.AccountInactiveView.as_view())
reset_password = public(account.PasswordResetView.as_view())
reset_password_done = public(account.PasswordResetDoneView.as_view())
reset_password_from_key = public(account.PasswordResetFromKeyView.as_view())
reset_password_from_key_done = public(account.PasswordResetFromKeyDoneView.as_view())
code = public(mfa.AuthenticateView.as_view())
passkey = public(webauthn.LoginWebAuthnView.as_view())

change_password = signed_in(account.PasswordChangeView.as_view())
set_password = signed_in(account.PasswordSetView.as_view())
reauthenticate = signed_in(account.ReauthenticateView.as_view())
reauthenticate_code = signed_in(mfa.ReauthenticateView.as_view())
reauthenticate_passkey = signed_in(webauthn.ReauthenticateWebAuthnView.as_view())
security = signed_in(mfa.IndexView.as_view())
totp_on = signed_in(totp.ActivateTOTPView.as_view())
totp_off = signed_in(totp.DeactivateTOTPView.as_view())
recovery_codes = signed_in(codes.ViewRecoveryCodesView.as_view())
recovery_codes_new = signed_in(codes.GenerateRecoveryCodesView.as_view())
recovery_codes_file = signed_in(codes.DownloadRecoveryCodesView.as_view())
keys = signed_in(webauthn.ListWebAuthnView.as_view())
key_add = signed_in(webauthn.AddWebAuthnView.as_view())
key_edit = signed_in(_own_key(webauthn.EditWebAuthnView.as_view()))
key_remove = signed_in(_own_key(webauthn.RemoveWebAuthnView.as_view()))

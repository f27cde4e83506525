from django.urls import path

from bkk_portal.accounts.views import account, dinas, entrance, invitations, members
from bkk_portal.accounts.views import public as pages

# Names that begin with account_ or mfa_ are the ones allauth looks up.
public = [
    path("masuk/", entrance.login, name="login"),
    path("masuk/", entrance.login, name="account_login"),
    path("masuk/kode/", entrance.code, name="mfa_authenticate"),
    path("masuk/kunci/", entrance.passkey, name="mfa_login_webauthn"),
    path("masuk/nonaktif/", entrance.inactive, name="account_inactive"),
    path("keluar/", entrance.logout, name="logout"),
    path("keluar/", entrance.logout, name="account_logout"),
    path("lupa-sandi/", entrance.reset_password, name="account_reset_password"),
    path("lupa-sandi/terkirim/", entrance.reset_password_done, name="account_reset_password_done"),
    path("lupa-sandi/selesai/", entrance.reset_password_from_key_done, name="account_reset_password_from_key_done"),
    path(
        "lupa-sandi/<str:uidb36>/<str:key>/", entrance.reset_password_from_key, name="account_reset_password_from_key"
    ),
    path("daftar/", pages.register, name="register"),
    path("privasi/", pages.privacy, name="privacy"),
    path("undangan/<str:token>/", invitations.accept, name="invitation_accept"),
    path("bertindak-sebagai/", account.switch_hat, name="switch_hat"),
    path("akun/", account.account, name="account"),
    path("akun/cara-masuk/", account.logins, name="logins"),
    path("akun/persetujuan/", account.staff_consent, name="staff_consent"),
    path("akun/anggota/", members.members, name="members"),
    path("akun/anggota/<int:pk>/akhiri/", members.end, name="member_end"),
    path("akun/undangan/", invitations.invitations, name="invitations"),
    path("akun/undangan/<int:pk>/batal/", invitations.revoke, name="invitation_revoke"),
    path("akun/sandi/", entrance.change_password, name="account_change_password"),
    path("akun/sandi/baru/", entrance.set_password, name="account_set_password"),
    path("akun/konfirmasi/", entrance.reauthenticate, name="account_reauthenticate"),
    path("akun/konfirmasi/kode/", entrance.reauthenticate_code, name="mfa_reauthenticate"),
    path("akun/konfirmasi/kunci/", entrance.reauthenticate_passkey, name="mfa_reauthenticate_webauthn"),
    path("akun/keamanan/", entrance.security, name="security"),
    path("akun/keamanan/", entrance.security, name="mfa_index"),
    path("akun/keamanan/aplikasi/", entrance.totp_on, name="mfa_activate_totp"),
    path("akun/keamanan/aplikasi/lepas/", entrance.totp_off, name="mfa_deactivate_totp"),
    path("akun/keamanan/kode-cadangan/", entrance.recovery_codes, name="mfa_view_recovery_codes"),
    path("akun/keamanan/kode-cadangan/baru/", entrance.recovery_codes_new, name="mfa_generate_recovery_codes"),
    path("akun/keamanan/kode-cadangan/unduh/", entrance.recovery_codes_file, name="mfa_download_recovery_codes"),
    path("akun/keamanan/kunci/", entrance.keys, name="mfa_list_webauthn"),
    path("akun/keamanan/kunci/tambah/", entrance.key_add, name="mfa_add_webauthn"),
    path("akun/keamanan/kunci/<int:pk>/", entrance.key_edit, name="mfa_edit_webauthn"),
    path("akun/keamanan/kunci/<int:pk>/hapus/", entrance.key_remove, name="mfa_remove_webauthn"),
]
dinas = [path("audit/", dinas.audit, name="audit")]

from django.urls import path

from bkk_portal.accounts import views
from bkk_portal.accounts.entrance import views as entrance_views
from bkk_portal.accounts.teams import views as teams_views
from bkk_portal.kit.web.navigation import NavItem

# Names that begin with account_ or mfa_ are the ones allauth looks up.
public = [
    path("masuk/", entrance_views.login, name="login"),
    path("masuk/", entrance_views.login, name="account_login"),
    path("masuk/kode/", entrance_views.code, name="mfa_authenticate"),
    path("masuk/kunci/", entrance_views.passkey, name="mfa_login_webauthn"),
    path("masuk/nonaktif/", entrance_views.inactive, name="account_inactive"),
    path("keluar/", entrance_views.logout, name="logout"),
    path("keluar/", entrance_views.logout, name="account_logout"),
    path("lupa-sandi/", entrance_views.reset_password, name="account_reset_password"),
    path("lupa-sandi/terkirim/", entrance_views.reset_password_done, name="account_reset_password_done"),
    path(
        "lupa-sandi/selesai/", entrance_views.reset_password_from_key_done, name="account_reset_password_from_key_done"
    ),
    path(
        "lupa-sandi/<str:uidb36>/<str:key>/",
        entrance_views.reset_password_from_key,
        name="account_reset_password_from_key",
    ),
    path("daftar/", views.register, name="register"),
    path("privasi/", views.privacy, name="privacy"),
    path("undangan/<str:token>/", teams_views.accept, name="invitation_accept"),
    path("bertindak-sebagai/", views.switch_hat, name="switch_hat"),
    path("akun/", views.account, name="account"),
    path("akun/cara-masuk/", views.logins, name="logins"),
    path("akun/persetujuan/", views.staff_consent, name="staff_consent"),
    path("akun/anggota/", teams_views.members, name="members"),
    path("akun/anggota/<int:pk>/akhiri/", teams_views.end, name="member_end"),
    path("akun/undangan/", teams_views.invitations, name="invitations"),
    path("akun/undangan/<int:pk>/batal/", teams_views.revoke, name="invitation_revoke"),
    path("akun/sandi/", entrance_views.change_password, name="account_change_password"),
    path("akun/sandi/baru/", entrance_views.set_password, name="account_set_password"),
    path("akun/konfirmasi/", entrance_views.reauthenticate, name="account_reauthenticate"),
    path("akun/konfirmasi/kode/", entrance_views.reauthenticate_code, name="mfa_reauthenticate"),
    path("akun/konfirmasi/kunci/", entrance_views.reauthenticate_passkey, name="mfa_reauthenticate_webauthn"),
    path("akun/keamanan/", entrance_views.security, name="security"),
    path("akun/keamanan/", entrance_views.security, name="mfa_index"),
    path("akun/keamanan/aplikasi/", entrance_views.totp_on, name="mfa_activate_totp"),
    path("akun/keamanan/aplikasi/lepas/", entrance_views.totp_off, name="mfa_deactivate_totp"),
    path("akun/keamanan/kode-cadangan/", entrance_views.recovery_codes, name="mfa_view_recovery_codes"),
    path("akun/keamanan/kode-cadangan/baru/", entrance_views.recovery_codes_new, name="mfa_generate_recovery_codes"),
    path("akun/keamanan/kode-cadangan/unduh/", entrance_views.recovery_codes_file, name="mfa_download_recovery_codes"),
    path("akun/keamanan/kunci/", entrance_views.keys, name="mfa_list_webauthn"),
    path("akun/keamanan/kunci/tambah/", entrance_views.key_add, name="mfa_add_webauthn"),
    path("akun/keamanan/kunci/<int:pk>/", entrance_views.key_edit, name="mfa_edit_webauthn"),
    path("akun/keamanan/kunci/<int:pk>/hapus/", entrance_views.key_remove, name="mfa_remove_webauthn"),
]
dinas = [path("audit/", views.audit, name="audit")]
menus = {
    "public_more": {60: NavItem("Privasi", "privacy", "shield")},
    "dinas": {140: NavItem("Catatan audit", "dinas:audit", "shield")},
}

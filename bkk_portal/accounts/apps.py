from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "bkk_portal.accounts"
    label = "accounts"
    verbose_name = "Akun"

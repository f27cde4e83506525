from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "bkk_portal.accounts"
    label = "accounts"
    verbose_name = "Akun"

    def ready(self):
        from bkk_portal.accounts.demo import demo_administrator
        from bkk_portal.kit import registry

        registry.demo_parts.register("administrator", demo_administrator, order=15)

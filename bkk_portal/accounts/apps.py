from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "bkk_portal.accounts"
    label = "accounts"
    verbose_name = "Akun"

    def ready(self):
        from bkk_portal.accounts import signals  # noqa: F401  (its receivers connect themselves)
        from bkk_portal.accounts.chores import forget_form_keys
        from bkk_portal.accounts.demo import demo_administrator
        from bkk_portal.kit import registry

        registry.chores.register("form_keys", forget_form_keys, order=900)
        registry.demo_parts.register("administrator", demo_administrator, order=15)

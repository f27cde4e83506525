from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "bkk_portal.accounts"
    label = "accounts"
    verbose_name = "Akun"

    def ready(self):
        from bkk_portal.accounts.audit.changes import audit_every_model
        from bkk_portal.accounts.entrance import signals  # noqa: F401  (its receivers connect themselves)
        from bkk_portal.accounts.offers import demo_administrator, forget_form_keys
        from bkk_portal.kit import registry

        audit_every_model()
        registry.chores.register("form_keys", forget_form_keys, order=900)
        registry.demo_parts.register("administrator", demo_administrator, order=15)

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bkk_portal.documents"
    label = "documents"
    verbose_name = "Dokumen"

    def ready(self):
        from bkk_portal.documents.checks import number_gaps
        from bkk_portal.kit import registry

        registry.consistency_checks.register("document numbers", number_gaps)

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bkk_portal.documents"
    label = "documents"
    verbose_name = "Dokumen"

    def ready(self):
        from bkk_portal.documents.offers import number_gaps, proof_codes
        from bkk_portal.kit import registry

        registry.person_proofs.register("documents", proof_codes)
        registry.consistency_checks.register("document numbers", number_gaps)

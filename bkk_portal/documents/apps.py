from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bkk_portal.documents"
    label = "documents"
    verbose_name = "Dokumen"

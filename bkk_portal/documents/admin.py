from django.contrib import admin

from bkk_portal.documents.models import IssuedDocument, NumberSeries
from bkk_portal.kit.admin import ReadOnlyAdmin


@admin.register(IssuedDocument)
class IssuedDocumentAdmin(ReadOnlyAdmin):
    list_display = ["number", "kind", "title", "short_name", "issued_on", "revoked_at"]
    list_filter = ["kind", "year", "issuer_name"]
    search_fields = ["number", "code", "title", "person__name"]


@admin.register(NumberSeries)
class NumberSeriesAdmin(ReadOnlyAdmin):
    list_display = ["issuer_key", "kind", "year", "last_number"]
    list_filter = ["kind", "year"]
    search_fields = ["issuer_key"]

"""What every admin page here has: history, pages that do not count a million rows, foreign keys by search."""

from django.contrib import admin
from django.db import models
from simple_history.admin import SimpleHistoryAdmin


class Lean(admin.ModelAdmin):
    """Lists that stay quick: no second COUNT, related rows fetched with the list, big foreign keys by search."""

    show_full_result_count = False
    list_per_page = 50

    def get_list_select_related(self, request):
        names = {field.name for field in self.model._meta.fields if isinstance(field, models.ForeignKey)}
        return [name for name in self.get_list_display(request) if name in names]

    def get_autocomplete_fields(self, request):
        """Every foreign key whose target can be searched."""
        registered = self.admin_site._registry
        return [
            field.name
            for field in [*self.model._meta.fields, *self.model._meta.many_to_many]
            if isinstance(field, models.ForeignKey | models.ManyToManyField)
            and field.related_model in registered
            and registered[field.related_model].search_fields
            and (not field.many_to_many or field.remote_field.through._meta.auto_created)
        ]


class PortalAdmin(SimpleHistoryAdmin, Lean):
    """For models with history."""


class ReadOnlyAdmin(Lean):
    """For logs and ledgers: rows are only ever added by actions."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

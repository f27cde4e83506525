from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm
from django.http import Http404
from django.shortcuts import redirect
from django.utils.http import urlencode

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind, Role
from bkk_portal.accounts.models import AuditEvent, Change, Consent, FormSubmission, Invitation, User
from bkk_portal.accounts.teams.actions import end_membership
from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from bkk_portal.kit.errors import Refused


@public
def admin_login(request, extra_context=None):
    """The portal's own sign-in, with its lockout and second factor; the admin's would ask for a password only."""
    if request.user.is_authenticated:
        raise Http404
    return redirect(f"/masuk/?{urlencode({'next': request.GET.get('next', '/admin/')})}")


admin.site.login = admin_login
admin.site.site_header = admin.site.site_title = "Portal BKK Kota Kupang"
admin.site.index_title = "Pengelolaan"


def admin_actor(request):
    """In the admin a superuser acts as such, whatever hat the session holds."""
    return Actor(role=Role.SUPERUSER, user_id=request.user.pk, label=Role.SUPERUSER.label)


class NewUserForm(BaseUserCreationForm):
    class Meta:
        model = User
        fields = ("name", "email", "phone", "nisn")
        field_classes = {"email": forms.EmailField}


@admin.register(User)
class PortalUserAdmin(Lean, UserAdmin):
    add_form = NewUserForm
    list_display = ("name", "email", "phone", "nisn", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser")
    search_fields = ("name", "email", "phone", "nisn")
    ordering = ("name", "pk")
    readonly_fields = ("last_login", "date_joined")
    filter_horizontal = ("groups", "user_permissions")
    fieldsets = (
        (None, {"fields": ("name", "email", "phone", "nisn", "password")}),
        ("Hak", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Waktu", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("name", "email", "phone", "nisn", "password1", "password2")}),)

    def has_delete_permission(self, request, obj=None):
        return False  # what somebody did keeps their name; switch "aktif" off instead

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if {"is_staff", "is_superuser", "is_active"} & set(form.changed_data):
            record(
                AuditKind.ROLE_CHANGED, actor=admin_actor(request), target=f"user {obj.pk}", detail="hak akun diubah"
            )


class EndForm(admin.helpers.ActionForm):
    reason = forms.CharField(label="Alasan", required=False, max_length=200)


class MembershipAdmin(Lean):
    """Base for every accounts.models.Membership: started here or by invitation, ended by an action, never deleted."""

    readonly_fields = ("ended_on", "end_reason", "invited_by")
    search_fields = ("user__name", "user__email")
    list_filter = ("started_on", "ended_on")
    actions = ("end",)
    action_form = EndForm

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if not change:
            obj.invited_by = request.user
        super().save_model(request, obj, form, change)
        target = f"{obj._meta.model_name} {obj.pk}"
        detail = f"{'diubah' if change else 'mulai'}: {obj.role_given.label}"
        record(AuditKind.ROLE_CHANGED, actor=admin_actor(request), target=target, detail=detail)

    @admin.action(description="Akhiri keanggotaan (tulis alasannya)")
    def end(self, request, queryset):
        for membership in queryset.order_by("pk"):
            try:
                end_membership(membership=membership, reason=request.POST.get("reason", ""), actor=admin_actor(request))
            except Refused as answer:
                messages.error(request, f"{membership}: {answer.message}")
            else:
                messages.success(request, f"{membership}: keanggotaan diakhiri.")


@admin.register(Invitation)
class InvitationAdmin(Lean):
    """Made and revoked at /akun/undangan/: the link can only be shown when it is made."""

    list_display = ("name", "login", "role", "scope_label", "invited_by", "expires_at", "accepted_at", "revoked_at")
    list_filter = ("role", "accepted_at", "revoked_at")
    search_fields = ("name", "login", "scope_label")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Consent)
class ConsentAdmin(ReadOnlyAdmin):
    list_display = ("user", "purpose", "version", "given_at", "withdrawn_at", "given_by")
    list_filter = ("purpose", "version", "withdrawn_at")
    search_fields = ("user__name", "user__email", "given_by")


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "kind", "user", "acting_as", "target", "detail")
    list_filter = ("kind", "at")
    search_fields = ("user__name", "target", "detail")
    date_hierarchy = "at"


@admin.register(FormSubmission)
class FormSubmissionAdmin(ReadOnlyAdmin):
    list_display = ("at", "user", "result_url")
    list_filter = ("at",)
    search_fields = ("user__name", "result_url")


admin.site.unregister(Change)


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ("timestamp", "content_type", "object_pk", "action", "actor")
    list_filter = ("action", "content_type", "timestamp")
    search_fields = ("object_pk", "actor__name")
    date_hierarchy = "timestamp"

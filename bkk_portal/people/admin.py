from django.contrib import admin

from bkk_portal.kit.admin import Lean, PortalAdmin, ReadOnlyAdmin
from bkk_portal.kit.web.pages import attempt
from bkk_portal.people.erasing import erase_own_content
from bkk_portal.people.merging.actions import merge_people
from bkk_portal.people.models import (
    ActivitySpell,
    Credential,
    CvChoice,
    DuplicatePair,
    Industry,
    Konsentrasi,
    Occupation,
    Person,
    PersonDocument,
    PersonMerge,
    PersonSkill,
    PortfolioLink,
    Skill,
    WishedKind,
)


@admin.register(Person)
class PersonAdmin(PortalAdmin):
    """The NIK shows masked and is not changed here: it is set by its person, or by a claim or enrolment."""

    list_display = ("name", "birth_date", "sex", "nisn", "nik_masked", "village")
    list_filter = ("sex", "education", "willing_to_move", "village__district")
    search_fields = ("name", "nisn", "phone", "email")
    readonly_fields = ("nik_masked",)

    actions = ("erase_own_content",)

    def has_delete_permission(self, request, obj=None):
        return False  # placements, certificates and handovers hang on a person

    @admin.action(description="Hapus isi profil buatan orangnya sendiri (atas permintaan; tidak dapat dikembalikan)")
    def erase_own_content(self, request, people):
        for person in people:
            done = f"Isi profil orang nomor {person.pk} dihapus."
            attempt(request, erase_own_content, success=done, person=person, actor=request.actor)

    @admin.display(description="NIK")
    def nik_masked(self, person):
        return person.nik_masked


@admin.register(DuplicatePair)
class DuplicatePairAdmin(PortalAdmin):
    """Where those pairs are joined of whom no one school or office has both."""

    list_display = ("first", "second", "weight", "decided_at")
    list_filter = ("decided_at", "weight")
    search_fields = ("first__name", "second__name")
    actions = ("merge",)

    @admin.action(description="Satukan: isian orang pertama tetap, yang kosong dilengkapi (tidak dapat dikembalikan)")
    def merge(self, request, pairs):
        for pair in pairs.select_related("first", "second"):
            done = f"Orang nomor {pair.second_id} disatukan ke nomor {pair.first_id}."
            people = {"kept": pair.first, "dropped": pair.second}
            attempt(request, merge_people, success=done, choices={}, actor=request.actor, **people)


@admin.register(PersonMerge)
class PersonMergeAdmin(ReadOnlyAdmin):
    list_display = ("kept", "gone", "at", "by")
    list_filter = ("at",)
    search_fields = ("kept__name",)


@admin.register(PersonSkill)
class PersonSkillAdmin(Lean):
    list_display = ("person", "skill", "level")
    list_filter = ("level",)
    search_fields = ("person__name", "skill__name")


@admin.register(PersonDocument)
class PersonDocumentAdmin(Lean):
    """That a document is there; the file itself stays its person's own."""

    list_display = ("person", "kind", "size", "uploaded_at")
    list_filter = ("kind", "uploaded_at")
    search_fields = ("person__name",)
    exclude = ("file",)

    def has_add_permission(self, request):
        return False


@admin.register(WishedKind)
class WishedKindAdmin(Lean):
    list_display = ("person", "kind")
    list_filter = ("kind",)
    search_fields = ("person__name",)


@admin.register(PortfolioLink)
class PortfolioLinkAdmin(Lean):
    list_display = ("person", "title", "url")
    list_filter = ("created_at",)
    search_fields = ("person__name", "title", "url")


@admin.register(CvChoice)
class CvChoiceAdmin(Lean):
    list_display = ("person", "layout", "updated_at")
    list_filter = ("layout",)
    search_fields = ("person__name",)


@admin.register(ActivitySpell)
class ActivitySpellAdmin(PortalAdmin):
    list_display = ("person", "kind", "since", "until", "organisation", "source", "verified_at")
    list_filter = ("kind", "source", "since")
    search_fields = ("person__name", "organisation", "position")


@admin.register(Credential)
class CredentialAdmin(Lean):
    list_display = ("person", "title", "issuer", "source", "issued_on", "expires_on", "revoked_at")
    list_filter = ("source", "issued_on", "revoked_at")
    search_fields = ("person__name", "title", "number")
    exclude = ("file",)


@admin.register(Konsentrasi)
class KonsentrasiAdmin(Lean):
    list_display = ("name", "program", "field", "edition", "abbreviations")
    list_filter = ("edition", "field")
    search_fields = ("name", "program", "abbreviations")


@admin.register(Occupation)
class OccupationAdmin(Lean):
    list_display = ("code", "title", "edition")
    list_filter = ("edition",)
    search_fields = ("code", "title")


@admin.register(Industry)
class IndustryAdmin(Lean):
    list_display = ("code", "title", "section", "edition")
    list_filter = ("edition", "section")
    search_fields = ("code", "title")


@admin.register(Skill)
class SkillAdmin(Lean):
    list_display = ("name", "is_listed")
    list_filter = ("is_listed", "konsentrasi__field")
    search_fields = ("name",)

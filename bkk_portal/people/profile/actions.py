"""Writes of the guided profile. What others recorded or verified is never changed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.kit.web.files import MEGABYTE, check_pdf_or_image
from bkk_portal.people.actions import add_document
from bkk_portal.people.enums import CredentialSource, DocumentKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Credential, CvChoice, Person, PortfolioLink, WishedKind
from bkk_portal.people.profile.cv import choice_of, cv_pdf

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import PersonDocument
    from bkk_portal.people.profile.forms import CredentialForm, CvForm, LinkForm, SpellForm, WishesForm
    from bkk_portal.people.queries import PersonRowQuerySet

MOST_SPELLS, MOST_CREDENTIALS, MOST_LINKS = 30, 20, 5
CREDENTIAL_BYTES = 5 * MEGABYTE
NOT_YOURS = (
    "Catatan ini sudah diperiksa petugas, jadi tidak dapat diubah lagi. Minta perbaikan lewat Data pribadi saya."
)


def save_wishes(*, form: WishesForm) -> Person:
    """A valid profile_forms.WishesForm: the person, and the kinds and places of work that they wish."""
    with transaction.atomic():
        person = form.save()
        kinds = set(form.cleaned_data["kinds"])
        person.wished_kinds.exclude(kind__in=kinds).delete()
        present = set(person.wished_kinds.values_list("kind", flat=True))
        WishedKind.objects.bulk_create(WishedKind(person=person, kind=kind) for kind in sorted(kinds - present))
        person.wished_regencies.set([*form.cleaned_data["regencies"], *form.cleaned_data["elsewhere"]])
    return person


def say_no_experience(*, person: Person, is_so: bool) -> Person:
    """Notes that somebody never worked, so that the profile is complete without. Refused when work is on record."""
    with transaction.atomic():
        row = locked(person)
        if is_so and row.spells.experience().exists():
            raise Refused("Ada PKL atau pekerjaan di daftar Anda. Hapus dulu bila salah.")
        if row.no_experience == is_so:
            raise AlreadyDone("Sudah tercatat.")
        row.no_experience = is_so
        row.save()
    return row


def save_spell(*, form: SpellForm, person: Person, actor: Actor) -> ActivitySpell:
    """A valid SpellForm or StudyForm whose instance is new or the person's own report. Raises AlreadyDone, Refused."""
    spell = form.instance
    with transaction.atomic():
        row = locked(person)
        if spell.pk:
            _own(ActivitySpell.objects.own_reports(actor), spell)
        else:
            _room_for(ActivitySpell.objects.own_reports(actor), MOST_SPELLS, "kegiatan")
        spell.person, spell.source = row, SpellSource.SELF
        _refuse_repeated(spell)
        form.save()
        if row.no_experience and row.spells.experience().exists():
            row.no_experience = False
            row.save()
    return spell


def _own(rows: models.QuerySet, row: Credential | ActivitySpell) -> None:
    """Locks the row as it is now; Refused when it is no longer the person's own to change."""
    if not rows.select_for_update().filter(pk=row.pk).exists():
        raise Refused(NOT_YOURS)


def _room_for(rows: PersonRowQuerySet, most: int, what: str) -> None:
    if rows.count() >= most:
        raise Refused(f"Paling banyak {most} {what}. Hapus yang tidak dipakai dulu.")


def _refuse_repeated(spell: ActivitySpell) -> None:
    same = ActivitySpell.objects.filter(person=spell.person, kind=spell.kind, since=spell.since).exclude(pk=spell.pk)
    if same.filter(organisation__iexact=spell.organisation).exists():
        raise AlreadyDone("Sudah ada di daftar Anda.")


def remove_spell(*, spell: ActivitySpell, actor: Actor) -> None:
    """The person's own report; Refused once somebody has verified it."""
    with transaction.atomic():
        _own(ActivitySpell.objects.own_reports(actor), spell)
        _drop_file(spell.evidence)
        spell.delete()


def save_credential(*, form: CredentialForm, person: Person, actor: Actor) -> Credential:
    """A valid CredentialForm whose instance is new or added by the person. A new file replaces the old one.

    Raises Refused for a file that is no whole PDF or picture of at most 5 MB, and beyond 20 certificates.
    """
    credential, upload = form.instance, form.cleaned_data["file"] if "file" in form.files else None
    if upload:
        check_pdf_or_image(upload, CREDENTIAL_BYTES)
    with transaction.atomic():
        locked(person)
        own = Credential.objects.own_entries(actor)
        if credential.pk:
            _own(own, credential)
            _drop_file(own.get(pk=credential.pk).file if upload else None)
        else:
            _room_for(own, MOST_CREDENTIALS, "sertifikat")
        credential.person, credential.source = person, CredentialSource.SELF
        form.save()
    return credential


def remove_credential(*, credential: Credential, actor: Actor) -> None:
    """The person's own entry, and after the transaction its file."""
    with transaction.atomic():
        _own(Credential.objects.own_entries(actor), credential)
        _drop_file(credential.file)
        credential.delete()


def _drop_file(file: FieldFile | None) -> None:
    """After the transaction, so that a row never points to a file that is gone."""
    if file:
        storage, name = file.storage, file.name
        transaction.on_commit(lambda: storage.delete(str(name)))


def save_link(*, form: LinkForm, person: Person) -> PortfolioLink:
    """A valid LinkForm. Raises AlreadyDone for an address that is there, Refused beyond five."""
    link = form.instance
    with transaction.atomic():
        locked(person)
        own = PortfolioLink.objects.filter(person=person)
        if own.filter(url=link.url).exclude(pk=link.pk).exists():
            raise AlreadyDone("Sudah ada di portofolio Anda.")
        if not link.pk:
            _room_for(own, MOST_LINKS, "tautan")
        link.person = person
        form.save()
    return link


def remove_link(*, link: PortfolioLink) -> None:
    link.delete()


def save_cv_choice(*, form: CvForm, person: Person) -> CvChoice:
    """A valid CvForm. Two first choices at once end in one row."""
    chosen = {name: form.cleaned_data[name] for name in ("layout", "parts")} | {"left_out": form.left_out}
    return CvChoice.objects.update_or_create(person=person, defaults=chosen)[0]


def keep_cv(*, person: Person) -> PersonDocument:
    """The CV as chosen, as a document of the person's own that can go with an application: PersonDocument.

    It stays as it is, whatever the profile says later. AlreadyDone while the newest CV is the very same,
    Refused beyond the number of documents somebody may keep.
    """
    content = cv_pdf(person, choice_of(person))
    newest = person.documents.filter(kind=DocumentKind.CV).order_by("-uploaded_at", "-pk").first()
    if newest and newest.size == len(content) and newest.file.read() == content:
        raise AlreadyDone("Sudah tersimpan: CV ini sama dengan yang terakhir.")
    title = f"CV {person.name[:60]}, {tanggal(timezone.localdate())}"
    return add_document(person=person, kind=DocumentKind.CV, title=title, file=ContentFile(content, "cv.pdf"))

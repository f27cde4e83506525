"""A person joins the portal, shows a NIK, keeps documents, asks about their data.

One Person across alumni and trainings. Nobody is merged silently: numbers decide, the rest is a question.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from bkk_portal.accounts.actions import create_account, give_consents, tell_superusers
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind, ConsentPurpose
from bkk_portal.kit import nik_vault
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.web.files import MEGABYTE, check_pdf_or_image
from bkk_portal.people.models import Person, PersonDocument

if TYPE_CHECKING:
    from django.core.files import File

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import AuditEvent, User
    from bkk_portal.people.enums import DataWish
    from bkk_portal.people.profile.forms import SelfForm
    from bkk_portal.people.queries import PersonQuerySet

DOCUMENT_BYTES = 5 * MEGABYTE
MOST_DOCUMENTS = 20
SAME_SHOWN = 5
NIK_TAKEN = (
    "NIK ini sudah tercatat pada orang lain. Periksa lagi; bila memang NIK Anda, hubungi BKK sekolah atau "
    "Disnakertrans supaya catatannya disatukan."
)


def find_by_numbers(*, nik: str = "", nisn: str = "") -> Person | None:
    """The Person with this NIK, else with this NISN, else None.

    Raises Refused when the two numbers belong to two different people.
    """
    by_nik = Person.objects.with_nik(nik).first() if nik else None
    by_nisn = Person.objects.filter(nisn=nisn).first() if nisn else None
    if by_nik and by_nisn and by_nik != by_nisn:
        raise Refused("NIK dan NISN ini milik dua orang yang berbeda. Periksa kedua nomor itu pada dokumen aslinya.")
    return by_nik or by_nisn


def possibly_same(*, name: str, birth_date: datetime.date | None, phone: str) -> PersonQuerySet:
    """People who may be this one: same name (any case), birth date and phone. Ask a person; do not assume."""
    if not (name and birth_date and phone):
        return Person.objects.none()
    return Person.objects.filter(birth_date=birth_date, phone=phone, name__iexact=" ".join(name.split()))


def join(*, person: dict[str, Any], account: dict[str, Any]) -> Person:
    """A Person and the User behind them. `person`: field values of Person; `account`: see accounts.create_account.

    Always a row of its own, also where somebody of that name, birth date and phone is on record: taking over a
    record is for the claim, or for staff. They are told that it may be the same person.
    """
    with transaction.atomic():
        return _become(create_account(name=person["name"], **account), person)


def join_as(
    *, user: User, person: dict[str, datetime.date | str | None], consents: list[str], guardian_name: str = ""
) -> Person:
    """The same for somebody who has an account already, e.g. because they work here.

    `consents`: purposes agreed to now; what stands already is kept as it was given. AlreadyDone when this user is
    somebody already, Refused without the consent of job seekers.
    """
    with transaction.atomic():
        get_user_model().objects.select_for_update().get(pk=user.pk)
        if Person.objects.filter(user=user).exists():
            raise AlreadyDone("Sudah ada data diri pada akun ini.")
        give_consents(user=user, purposes=consents, given_by=guardian_name)
        return _become(user, person)


def _become(user: User, person: dict[str, Any]) -> Person:
    if ConsentPurpose.ACCOUNT not in user.consents.current().purposes():
        raise Refused("Data diri tidak dapat disimpan tanpa persetujuan pemakaian data diri.")
    contact = {"phone": user.phone or "", "email": user.email or ""}
    made = Person.objects.create(user=user, **(contact | person))
    _ask_whether_same(made)
    return made


def _ask_whether_same(person: Person) -> None:
    """A question for those who keep the portal; nobody is merged silently."""
    found = possibly_same(name=person.name, birth_date=person.birth_date, phone=person.phone).exclude(pk=person.pk)
    numbers = [str(pk) for pk in found.order_by("pk").values_list("pk", flat=True)[:SAME_SHOWN]]
    if numbers:
        tell_superusers(
            title=f"Mungkin tercatat dua kali: orang nomor {person.pk} dan {', '.join(numbers)}",
            body="Nama, tanggal lahir dan nomor HP-nya sama. Periksa, lalu satukan bila memang satu orang.",
            url=f"/admin/people/person/{person.pk}/change/",
        )


def save_form(*, form: SelfForm) -> Person:
    """A valid EditForm of one row, which has checked that nobody changed the row meanwhile."""
    with transaction.atomic():
        return form.save()


def set_nik(*, person: Person, nik: str, actor: Actor) -> Person:
    """Once, by the person. `nik`: 16 digits, form already checked. Refused when somebody else has it."""
    with transaction.atomic():
        person = Person.objects.select_for_update().visible_to(actor).get(pk=person.pk)
        if person.nik_hash:
            raise AlreadyDone("Sudah terisi. NIK hanya dapat diubah oleh petugas; kirim permintaan perbaikan.")
        if Person.objects.with_nik(nik).exists():
            raise Refused(NIK_TAKEN)
        person.set_nik(nik)
        _save_nik(person)
    return person


def _save_nik(person: Person) -> None:
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:  # somebody else took it between the question and the update
        raise Refused(NIK_TAKEN) from error


def reveal_nik(*, person: Person, actor: Actor) -> str:
    """The 16 digits, for staff who may see this person. Each reading is in the audit log."""
    if not person.nik_cipher:
        raise Refused("NIK orang ini belum tercatat.")
    record(AuditKind.NIK_VIEWED, actor=actor, target=f"person {person.pk}")
    return nik_vault.decrypt(person.nik_cipher)


def add_document(*, person: Person, kind: str, title: str, file: File) -> PersonDocument:
    """A PDF or picture of at most 5 MB, whatever its name says. Refused otherwise, and beyond 20 documents."""
    check_pdf_or_image(file, DOCUMENT_BYTES)
    with transaction.atomic():
        locked(person)
        if person.documents.count() >= MOST_DOCUMENTS:
            raise Refused(f"Paling banyak {MOST_DOCUMENTS} dokumen. Hapus yang tidak dipakai dulu.")
        return PersonDocument.objects.create(person=person, kind=kind, title=title, file=file, size=file.size)


def remove_document(*, document: PersonDocument) -> None:
    """The row, and after the transaction its file."""
    storage, name = document.file.storage, document.file.name
    with transaction.atomic():
        document.delete()
        transaction.on_commit(lambda: storage.delete(str(name)))


def request_data(*, user: User, actor: Actor, wish: DataWish, note: str) -> AuditEvent:
    """A correction or deletion that only staff can do, answered within 3 × 24 h (UU 27/2022 art. 5–8, 40).

    `wish`: people.enums.DataWish. Every superuser is told; the log says only that it was asked.
    """
    with transaction.atomic():
        event = record(AuditKind.DATA_REQUESTED, actor=actor, target=f"user {user.pk}", detail=wish.label)
        tell_superusers(
            title=f"Permintaan data pribadi nomor {event.pk}: {wish.label}",
            body=f"{note[:400]}\nJawab dalam 3 × 24 jam.",
            url=f"/admin/accounts/user/{user.pk}/change/",
        )
    return event

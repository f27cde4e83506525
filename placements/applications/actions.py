"""Every write of an application but moving many at once (bulk.py)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypedDict, cast

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils import timezone

from bkk_portal.kit import states
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.dates import years_later
from bkk_portal.kit.text.formatting import kecil, tanggal
from bkk_portal.people.models import PersonDocument
from placements.alumni.models import Alumnus
from placements.applications import notices, rules
from placements.applications.enums import OPEN_STATUSES, ApplicationStatus, Sharing
from placements.applications.models import (
    Application,
    ApplicationAnswer,
    ApplicationDocument,
    ApplicationDraft,
    ApplicationStatusLog,
)
from placements.applications.queries import SHOWN_TO_EMPLOYER
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from django.forms import Field

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from placements.applications.forms import ApplyForm
    from placements.applications.queries import DraftQuerySet
    from placements.vacancies.queries import QuestionQuerySet


class _By(TypedDict):
    by_id: int | None
    by_label: str


CV_TITLE = "CV dari portal"
NOT_YOURS = "Lamaran ini ditangani BKK sekolah lain."
APPLIED_ALREADY = "Sudah Anda lamar. Lihat perkembangannya di Lamaran saya."
APPLICANT = "Pelamar"
NO_ALUMNUS = (
    "Melamar lewat BKK hanya untuk alumni SMK. Lulusan SMK? Hubungi BKK sekolah Anda supaya data alumni Anda"
    " dihubungkan dengan akun ini."
)

HOURS = 24
WHY = "Langkah sebelumnya salah dicatat."
NOTHING_TO_TAKE_BACK = "Belum ada langkah yang dapat dikembalikan."
NOT_BY_BKK = "Langkah terakhir bukan dari BKK, jadi tidak dapat dikembalikan."
TOO_LATE = f"Langkah terakhir sudah lewat {HOURS} jam dan tidak dapat dikembalikan lagi."
PLACED = "Penempatannya sudah dicatat. Batalkan dulu penempatan itu."
INVITED = "Pelamar sudah diundang ke hari seleksi tahap ini. Tarik dulu undangannya."
LETTER = "Surat pengantar yang memuat pelamar ini masih berlaku. Cabut dulu suratnya."
APPLIED_AGAIN = "Pelamar sudah mengirim lamaran baru untuk lowongan ini. Teruskan lamaran yang baru itu."

MOST_CHARACTERS = 1000  # of one field
KEPT_DAYS = 30  # after the vacancy has closed


def apply(
    *,
    vacancy: Vacancy,
    actor: Actor,
    note: str = "",
    answers: dict[int, str] | None = None,
    documents: Iterable[PersonDocument] = (),
    cv: bytes | None = None,
    sharing: Sharing = Sharing.NOTHING,
) -> Application:
    """An application of the actor's own alumnus record. Twice raises AlreadyDone, an obstacle Refused.

    `answers`: {question's primary key: text}; `documents`: PersonDocuments of one's own; `cv`: a PDF's bytes;
    `sharing`: what the employer may see of all this (enums.Sharing).
    """
    with transaction.atomic():
        row = Vacancy.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=vacancy.pk).first()
        alumnus = _alumnus_of(actor)
        sentence = obstacle(row, actor)
        if sentence or row is None or alumnus is None:
            raise Refused(sentence)
        if Application.objects.open().filter(alumnus=alumnus, vacancy=row).exists():
            raise AlreadyDone(APPLIED_ALREADY)
        application = _created(alumnus=alumnus, vacancy=row, note=note, sharing=sharing)
        write_answers(application, row.questions.order_by("position"), answers or {})
        attach(application, documents, cv)
        ApplicationDraft.objects.filter(person_id=alumnus.person_id, vacancy=row).delete()
        states.log(application, "", **_by(application, actor))
        notices.applied(application)
    return application


def write_answers(application: Application, questions: QuestionQuerySet, answers: dict[int, str]) -> None:
    """The questions as they are now with what was answered. `answers`: {question's primary key: text}."""
    rows = []
    for question in questions:
        answer = str(answers.get(question.pk, "")).strip()[:300]
        if question.is_required and not answer:
            raise Refused(f"Jawab dulu pertanyaan ini: {question.text}")
        rows.append(
            ApplicationAnswer(
                application=application, position=question.position, question=question.text, answer=answer
            )
        )
    ApplicationAnswer.objects.bulk_create(rows)


def attach(application: Application, documents: Iterable[PersonDocument], cv: bytes | None) -> None:
    """The person's own documents, and the bytes of a CV as PDF, or None."""
    own = PersonDocument.objects.filter(person_id=application.alumnus.person_id)
    chosen = own.filter(pk__in=[document.pk for document in documents]).order_by("pk")
    rows = [ApplicationDocument(application=application, document=row, title=row.title) for row in chosen]
    ApplicationDocument.objects.bulk_create(rows)
    if cv:
        row = ApplicationDocument(application=application, title=CV_TITLE)
        row.cv.save("cv.pdf", ContentFile(cv), save=True)


def _created(**fields: Any) -> Application:
    try:
        with transaction.atomic():
            return Application.objects.create(**fields)
    except IntegrityError as error:  # the same click from another window came first
        raise AlreadyDone(APPLIED_ALREADY) from error


def obstacle(vacancy: Vacancy | None, actor: Actor) -> str:
    """Why this actor cannot apply now, as a sentence; empty when they can. No vacancy: it was taken down meanwhile."""
    alumnus = _alumnus_of(actor)
    if alumnus is None:
        return NO_ALUMNUS
    if vacancy is None:
        return "Lowongan ini sudah tidak ditampilkan, jadi tidak dapat dilamar."
    if vacancy.is_overseas:
        return "Pekerjaan di luar negeri tidak dapat dilamar lewat BKK. Pakai tautan resmi di halaman lowongan."
    return vacancy.standing or _too_young(alumnus.person)


def _too_young(person: Person) -> str:
    """Nobody is placed before they are 18 (domain rule 11); without a birth date the BKK asks."""
    grown_up = settings.RULES["minimum_working_age"]
    age = person.age_on(timezone.localdate())
    if person.birth_date is None or age is None or age >= grown_up:
        return ""
    day = tanggal(years_later(person.birth_date, grown_up))
    return f"Melamar lewat BKK mulai umur {grown_up} tahun. Anda dapat melamar sejak {day}."


def move(*, application: Application, to: str, actor: Actor, reason: str = "", seen: str | None = None) -> Application:
    """Moves along the pipeline. `seen`: the status the coordinator had before them; if it changed since, Refused."""
    with transaction.atomic():
        row = locked(application)
        if not rules.handles(actor, row):
            raise Refused(NOT_YOURS)
        _refuse_if_moved_meanwhile(row, to, seen)
        if row.status == to:
            raise AlreadyDone(f"Sudah berstatus {row.get_status_display()}.")
        if sentence := rules.obstacle_to(row.status, to, reason):
            raise Refused(sentence)
        set_status(row, to, actor=actor, reason=reason.strip())
        notices.moved(row)
    return row


def withdraw(*, application: Application, actor: Actor, reason: str) -> Application:
    """`reason`: a sentence that the BKK reads in the timeline."""
    if not reason.strip():
        raise Refused("Tulis dulu alasan Anda menarik lamaran.")
    return _by_applicant(application, ApplicationStatus.WITHDRAWN, OPEN_STATUSES, actor, reason.strip())


def accept_offer(*, application: Application, actor: Actor) -> Application:
    return _by_applicant(application, ApplicationStatus.ACCEPTED, (ApplicationStatus.OFFERED,), actor)


def close_unanswered(*, application: Application) -> bool:
    """Ends what an employer never answered; the applicant is told (domain rule 6).

    True when it did: what moved since `application` was read has been answered, and is left alone.
    """
    with transaction.atomic():
        row = locked(application)
        if not row.is_open or row.status_changed_at != application.status_changed_at:
            return False
        set_status(row, ApplicationStatus.NO_ANSWER, reason="Perusahaan tidak memberi jawaban.")
        notices.moved(row)
    return True


def mark_hired(*, application: Application, actor: Actor) -> Application:
    """The step that recording a placement implies; the caller holds the transaction."""
    row = locked(application)
    if not rules.handles(actor, row):
        raise Refused(NOT_YOURS)
    if row.status == ApplicationStatus.HIRED:
        return row
    if not row.is_open:
        raise Refused(f"Lamaran ini {kecil(row.get_status_display())}; penempatan tidak dapat dicatat dari sini.")
    set_status(row, ApplicationStatus.HIRED, actor=actor)
    notices.moved(row)
    return row


def advance(*, application: Application, to: str, actor: Actor, reason: str = "") -> Application:
    """The step that a call to a test or an interview implies; the caller holds the transaction and tells the person.

    Only forward: what stands there already, or further on, is left alone.
    """
    row = locked(application)
    if not rules.handles(actor, row):
        raise Refused(NOT_YOURS)
    if not rules.obstacle_to(row.status, to, reason):
        set_status(row, to, actor=actor, reason=reason)
    return row


def _by_applicant(
    application: Application,
    to: ApplicationStatus,
    allowed: tuple[ApplicationStatus, ...],
    actor: Actor,
    reason: str = "",
) -> Application:
    with transaction.atomic():
        row = locked(application)
        if not rules.is_own(actor, row):
            raise Refused("Lamaran ini bukan milik Anda.")
        if row.status == to:
            raise AlreadyDone(f"Sudah berstatus {row.get_status_display()}.")
        if row.status not in allowed:
            raise Refused(f"Lamaran ini {kecil(row.get_status_display())} dan tidak dapat diubah lagi.")
        set_status(row, to, actor=actor, reason=reason)
        notices.answered_by_applicant(row)
    return row


def _alumnus_of(actor: Actor) -> Alumnus | None:
    """The newest alumnus record of who acts, or None."""
    records = Alumnus.objects.filter(person_id=actor.person_id) if actor.person_id else Alumnus.objects.none()
    return records.select_related("person").order_by("-graduation_year", "-pk").first()


def _refuse_if_moved_meanwhile(row: Application, to: str, seen: str | None) -> None:
    if seen and seen != row.status:
        step = ApplicationStatusLog.objects.newest_of([row.pk]).get(row.pk)
        if row.status != to:
            raise Refused(rules.moved_meanwhile(row.status, step))
        raise AlreadyDone(rules.moved_there(row.status, step) or rules.obstacle_to(to, to, ""))


def locked(application: Application) -> Application:
    return states.locked(application, "alumnus__person", "alumnus__school", "vacancy__employer")


def set_status(row: Application, to: str, *, actor: Actor | None = None, reason: str = "") -> None:
    row.reason, row.status_changed_at = reason[:300], timezone.now()
    states.change(row, to, reason=row.reason, **_by(row, actor))


def _by(row: Application, actor: Actor | None) -> _By:
    if actor is None:
        return {"by_id": None, "by_label": ""}
    return {"by_id": actor.user_id, "by_label": APPLICANT if rules.is_own(actor, row) else actor.label[:150]}


def take_back(*, application: Application, step: int, actor: Actor, reason: str = "") -> Application:
    """The Application, where it stood before its newest step. `step`: primary key of that step as it was seen.

    The applicant, who was told of the step at once, is told of this as well. Twice raises AlreadyDone.
    """
    with transaction.atomic():
        row = locked(application)
        if not rules.handles(actor, row):
            raise Refused(NOT_YOURS)
        newest = newest_step(row)
        if newest is None:
            raise Refused(NOTHING_TO_TAKE_BACK)
        _refuse_if_another(row, newest, step)
        if sentence := take_back_obstacle(row, newest):
            raise Refused(sentence)
        try:
            with transaction.atomic():
                set_status(row, newest.from_status, actor=actor, reason=reason.strip() or WHY)
        except IntegrityError as error:  # a new application was sent in this very moment
            raise Refused(APPLIED_AGAIN) from error
        notices.taken_back(row)
    return row


def newest_step(application: Application) -> ApplicationStatusLog | None:
    return application.status_log.order_by("-at", "-pk").first()


def take_back_obstacle(application: Application, step: ApplicationStatusLog | None) -> str:
    """Why `step`, the newest, cannot be taken back, as a sentence; empty when it can."""
    if step is None or not step.from_status or rules.is_correction(step):
        return NOTHING_TO_TAKE_BACK
    if step.by_id is None or step.by_label == APPLICANT:
        return NOT_BY_BKK
    if step.at < timezone.now() - dt.timedelta(hours=HOURS):
        return TOO_LATE
    return _built_upon(application, step)


def _built_upon(application: Application, step: ApplicationStatusLog) -> str:
    """What rests on the step and has to go first."""
    placement = getattr(application, "placement", None)
    if placement and not placement.cancelled_at:
        return PLACED
    if application.selection_calls.filter(day__stage=step.to_status, day__cancelled_at=None).exists():
        return INVITED
    is_put_forward = step.to_status in SHOWN_TO_EMPLOYER and step.from_status not in SHOWN_TO_EMPLOYER
    if is_put_forward and application.nomination_letters.filter(document__revoked_at=None).exists():
        return LETTER
    others = Application.objects.open().filter(alumnus=application.alumnus_id, vacancy=application.vacancy_id)
    return APPLIED_AGAIN if others.exclude(pk=application.pk).exists() else ""


def _refuse_if_another(row: Application, newest: ApplicationStatusLog, seen: int) -> None:
    if rules.is_correction(newest):
        raise AlreadyDone(f"Sudah dikembalikan ke {row.get_status_display()}.")
    if newest.pk != seen:
        raise Refused(rules.moved_meanwhile(row.status, newest))


def save_draft(*, vacancy: Vacancy, form: ApplyForm, actor: Actor) -> ApplicationDraft:
    """As typed, right or wrong: `form` is a bound ApplyForm. Refused when nobody can apply any more.

    AlreadyDone when it was sent: what a page keeps by itself may arrive after that.
    """
    if not vacancy.accepts_applications:
        raise Refused(f"Draf tidak disimpan. {vacancy.standing or 'Lowongan ini tidak dapat dilamar lewat BKK.'}")
    if actor.person_id is None:
        raise Refused(NO_ALUMNUS)
    if Application.objects.open().filter(alumnus__person_id=actor.person_id, vacancy=vacancy).exists():
        raise AlreadyDone("Sudah terkirim; draf tidak disimpan lagi.")
    with transaction.atomic():
        draft, _ = ApplicationDraft.objects.update_or_create(
            person_id=actor.person_id, vacancy=vacancy, defaults={"data": _typed(form)}
        )
    return draft


def _typed(form: ApplyForm) -> dict[str, str | list[str]]:
    """{field name: text, or a list of texts where several can be chosen}"""
    data = cast(QueryDict, form.data)
    typed = {name: [value[:MOST_CHARACTERS] for value in data.getlist(name)] for name in form.fields}
    return {name: _one_or_all(form.fields[name], values) for name, values in typed.items() if values}


def _one_or_all(field: Field, values: list[str]) -> str | list[str]:
    return values if getattr(field.widget, "allow_multiple_selected", False) else values[-1]


def remove_draft(*, draft: ApplicationDraft) -> int:
    number, _ = ApplicationDraft.objects.filter(pk=draft.pk).delete()
    if not number:
        raise AlreadyDone("Sudah dihapus.")
    return number


def old_drafts() -> DraftQuerySet:
    """Those for what closed a month ago."""
    day = timezone.localdate() - dt.timedelta(days=KEPT_DAYS)
    return ApplicationDraft.objects.filter(vacancy__closes_on__lt=day)


def forget_drafts() -> int:
    """How many were deleted."""
    return old_drafts().delete()[0]

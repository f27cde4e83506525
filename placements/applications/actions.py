"""Every write on an application. Each one locks its row, so that two coordinators never pass each other unseen."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import kecil, tanggal
from placements.alumni.models import Alumnus
from placements.applications import meanwhile, notices, rules
from placements.applications.answers import attach, write_answers
from placements.applications.enums import OPEN_STATUSES, ApplicationStatus, Sharing
from placements.applications.models import Application, ApplicationDraft, ApplicationStatusLog
from placements.vacancies.models import Vacancy

NOT_YOURS = "Lamaran ini ditangani BKK sekolah lain."
APPLIED_ALREADY = "Sudah Anda lamar. Lihat perkembangannya di Lamaran saya."
APPLICANT = "Pelamar"
NO_ALUMNUS = (
    "Melamar lewat BKK hanya untuk alumni SMK. Lulusan SMK? Hubungi BKK sekolah Anda supaya data alumni Anda"
    " dihubungkan dengan akun ini."
)


def apply(*, vacancy, actor, note="", answers=None, documents=(), cv=None, sharing=Sharing.NOTHING):
    """An application of the actor's own alumnus record. Twice raises AlreadyDone, an obstacle Refused.

    `answers`: {question's primary key: text}; `documents`: PersonDocuments of one's own; `cv`: a PDF's bytes;
    `sharing`: what the employer may see of all this (enums.Sharing).
    """
    with transaction.atomic():
        row = Vacancy.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=vacancy.pk).first()
        if sentence := obstacle(row, actor):
            raise Refused(sentence)
        alumnus = _alumnus_of(actor)
        if Application.objects.open().filter(alumnus=alumnus, vacancy=row).exists():
            raise AlreadyDone(APPLIED_ALREADY)
        application = _created(alumnus=alumnus, vacancy=row, note=note, sharing=sharing)
        write_answers(application, row.questions.order_by("position"), answers or {})
        attach(application, documents, cv)
        ApplicationDraft.objects.filter(person_id=actor.person_id, vacancy=row).delete()
        _log(application, "", actor=actor)
        notices.applied(application)
    return application


def _created(**fields):
    try:
        with transaction.atomic():
            return Application.objects.create(**fields)
    except IntegrityError as error:  # the same click from another window came first
        raise AlreadyDone(APPLIED_ALREADY) from error


def obstacle(vacancy, actor):
    """Why this actor cannot apply now, as a sentence; empty when they can. No vacancy: it was taken down meanwhile."""
    alumnus = _alumnus_of(actor)
    if alumnus is None:
        return NO_ALUMNUS
    if vacancy is None:
        return "Lowongan ini sudah tidak ditampilkan, jadi tidak dapat dilamar."
    if vacancy.is_overseas:
        return "Pekerjaan di luar negeri tidak dapat dilamar lewat BKK. Pakai tautan resmi di halaman lowongan."
    return vacancy.standing or _too_young(alumnus.person)


def _too_young(person):
    """Nobody is placed before they are 18 (domain rule 11); without a birth date the BKK asks."""
    grown_up = settings.RULES["minimum_working_age"]
    age = person.age_on(timezone.localdate())
    if age is None or age >= grown_up:
        return ""
    day = tanggal(rules.birthday(person.birth_date, grown_up))
    return f"Melamar lewat BKK mulai umur {grown_up} tahun. Anda dapat melamar sejak {day}."


def move(*, application, to, actor, reason="", seen=None):
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


def withdraw(*, application, actor, reason):
    """`reason`: a sentence that the BKK reads in the timeline."""
    if not reason.strip():
        raise Refused("Tulis dulu alasan Anda menarik lamaran.")
    return _by_applicant(application, ApplicationStatus.WITHDRAWN, OPEN_STATUSES, actor, reason.strip())


def accept_offer(*, application, actor):
    return _by_applicant(application, ApplicationStatus.ACCEPTED, (ApplicationStatus.OFFERED,), actor)


def close_unanswered(*, application):
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


def mark_hired(*, application, actor):
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


def advance(*, application, to, actor, reason=""):
    """The step that a call to a test or an interview implies; the caller holds the transaction and tells the person.

    Only forward: what stands there already, or further on, is left alone.
    """
    row = locked(application)
    if not rules.handles(actor, row):
        raise Refused(NOT_YOURS)
    if not rules.obstacle_to(row.status, to, reason):
        set_status(row, to, actor=actor, reason=reason)
    return row


def _by_applicant(application, to, allowed, actor, reason=""):
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


def _alumnus_of(actor):
    """The newest alumnus record of who acts, or None."""
    records = Alumnus.objects.filter(person_id=actor.person_id) if actor.person_id else Alumnus.objects.none()
    return records.select_related("person").order_by("-graduation_year", "-pk").first()


def _refuse_if_moved_meanwhile(row, to, seen):
    if seen and seen != row.status:
        step = meanwhile.movers_of([row.pk]).get(row.pk)
        if row.status != to:
            raise Refused(meanwhile.sentence(row.status, step))
        raise AlreadyDone(meanwhile.sentence_if_there(row.status, step) or rules.obstacle_to(to, to, ""))


def locked(application):
    rows = Application.objects.select_for_update(of=("self",))
    return rows.select_related("alumnus__person", "alumnus__school", "vacancy__employer").get(pk=application.pk)


def set_status(row, to, *, actor=None, reason=""):
    before, row.status = row.status, to
    row.reason, row.status_changed_at = reason[:300], timezone.now()
    row.save()
    _log(row, before, actor=actor, reason=reason)


def _log(row, before, *, actor=None, reason=""):
    label = "" if actor is None else APPLICANT if rules.is_own(actor, row) else actor.label
    ApplicationStatusLog.objects.create(
        application=row,
        from_status=before,
        to_status=row.status,
        reason=reason[:300],
        by_id=actor.user_id if actor else None,
        by_label=label[:150],
        at=row.status_changed_at,
    )

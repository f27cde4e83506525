from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Case, Count, When
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.text.formatting import waktu
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from bkk_portal.people.merging.actions import newer
from placements.applications import actions
from placements.applications.actions import close_unanswered, set_status
from placements.applications.enums import OPEN_STATUSES, PIPELINE, ApplicationStatus
from placements.applications.models import Application, ApplicationDocument
from placements.applications.nomination.enums import CAN_BE_NAMED
from placements.applications.nomination.models import NominationLetter
from placements.applications.nomination.queries import LETTERS_SHOWN
from placements.applications.queries import QUIET_DAYS
from placements.schools.models import SchoolMembership

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import User
    from bkk_portal.people.models import Person
    from placements.applications.nomination.queries import NominationLetterQuerySet
    from placements.applications.queries import ApplicationQuerySet, AttachedQuerySet
    from placements.vacancies.models import Vacancy

SILENT_URL = "/bkk/lamaran/?diam=perusahaan"
REMIND_EVERY = datetime.timedelta(days=7)  # chores run every hour


def close_silent(dry_run: bool) -> str:
    """After twice the set number of days without an answer the application ends with "no answer"."""
    due = Application.objects.waiting_longer_than(2 * settings.RULES["silent_employer_days"]).order_by("pk")
    if dry_run:
        return f"{due.count()} lamaran tanpa jawaban perusahaan akan ditutup."
    closed = sum(close_unanswered(application=application) for application in list(due))
    return f"{closed} lamaran tanpa jawaban perusahaan ditutup."


def remind_of_silent(dry_run: bool) -> str:
    """After the set number of days the BKK is reminded, and again each week while the employer is silent."""
    days = settings.RULES["silent_employer_days"]
    silent = Application.objects.waiting_longer_than(days).order_by()
    counts = dict(silent.values_list("alumnus__school_id").annotate(count=Count("pk")))
    reminded = Notification.objects.filter(url=SILENT_URL, created_at__gt=timezone.now() - REMIND_EVERY)
    rows = SchoolMembership.objects.current().filter(school_id__in=counts)
    rows = rows.exclude(user__in=reminded.order_by().values("user_id"))
    members = list(rows.select_related("user").order_by("pk"))
    if dry_run:
        return f"{len(members)} koordinator BKK akan diingatkan tentang perusahaan yang belum menjawab."
    for member in members:
        _remind(member.user, counts[member.school_id], days)
    return f"{len(members)} koordinator BKK diingatkan tentang perusahaan yang belum menjawab."


def _remind(user: User, count: int, days: int) -> None:
    notify(
        user=user,
        topic=Topic.APPLICATION,
        title=f"{count} lamaran belum dijawab perusahaan lebih dari {days} hari",
        body="Hubungi perusahaannya; lamaran yang terlalu lama tanpa jawaban ditutup sendiri.",
        url=SILENT_URL,
    )


def forget_drafts(dry_run: bool) -> str:
    """Applications that were begun and never sent, a month after their vacancy has closed."""
    if dry_run:
        return f"{actions.old_drafts().count()} draf lamaran lama akan dihapus."
    return f"{actions.forget_drafts()} draf lamaran lama dihapus."


APPLICATIONS = "/bkk/lamaran/"
UNRECORDED = "alumni diterima bekerja, penempatannya belum dicatat"


def due(actor: Actor) -> list[tuple[ApplicationQuerySet, str, str]]:
    """[(rows, what they are, where they are done)]: what waits on a coordinator's desk."""
    applications = Application.objects.visible_to(actor)
    new = applications.filter(status=ApplicationStatus.APPLIED)
    hired = applications.filter(status=ApplicationStatus.HIRED, placement__isnull=True)
    return [
        (new, "lamaran baru belum diperiksa", f"{APPLICATIONS}?status=applied"),
        (applications.quiet(), f"lamaran tanpa kabar lebih dari {QUIET_DAYS} hari", f"{APPLICATIONS}?diam=proses"),
        (hired, UNRECORDED, f"{APPLICATIONS}?status=hired&penempatan=belum"),
    ]


def erase_search(person: Person) -> int:
    """How many rows went: saved vacancies and searches, what the searches found, applications not sent yet."""
    own = (person.vacancy_alerts, person.saved_searches, person.saved_vacancies, person.application_drafts)
    return sum(rows.all().delete()[0] for rows in own)


def export_applications(person: Person) -> tuple[str, list[dict[str, str | dict[str, str] | list[Any]]]]:
    rows = Application.objects.filter(alumnus__person=person).select_related("vacancy__employer")
    rows = rows.prefetch_related("answers", "documents", "status_log").order_by("applied_at", "pk")
    return "Lamaran", [
        {
            "lowongan": row.vacancy.title,
            "perusahaan": row.vacancy.employer.name,
            "dikirim": waktu(row.applied_at),
            "status": row.get_status_display(),
            "pesan": row.note,
            "jawaban": {answer.question: answer.answer for answer in row.answers.all()},
            "dokumen": [document.title for document in row.documents.all()],
            "yang boleh dilihat perusahaan": row.get_sharing_display(),
            "perkembangan": [f"{waktu(step.at)} {step} {step.reason}".strip() for step in row.status_log.all()],
        }
        for row in rows
    ]


def export_drafts(person: Person) -> tuple[str, list[dict[str, str | dict[str, str]]]]:
    rows = person.application_drafts.select_related("vacancy").order_by("updated_at", "pk")
    return "Draf lamaran", [
        {"lowongan": row.vacancy.title, "isian": row.data, "disimpan": waktu(row.updated_at)} for row in rows
    ]


TWICE = "Lamaran yang sama tercatat dua kali karena data alumninya ganda; yang lain diteruskan."


def further_along(ours: Application, theirs: Application) -> tuple[Application, None]:
    """A merge rule: of two open applications for one vacancy the one further along goes on, the other is withdrawn.

    Both are kept, with their steps and papers.
    """
    on, off = (theirs, ours) if _place(theirs) > _place(ours) else (ours, theirs)
    set_status(off, ApplicationStatus.WITHDRAWN, reason=TWICE)
    return on, None


def _place(application: Application) -> int:
    return PIPELINE.index(application.status)


SENT_SHOWN = 20


def apply_panel(actor: Actor, vacancy: Vacancy) -> tuple[str, dict[str, Application]] | None:
    """In place of the button to apply: the application that this person has sent already."""
    if actor.person_id is None:
        return None
    standing = Application.objects.visible_to(actor).open().filter(vacancy=vacancy).first()
    return ("applications/standing_panel.html", {"application": standing}) if standing else None


def applications_panel(actor: Actor) -> tuple[str, dict[str, ApplicationQuerySet]]:
    """The latest applications, those that still run first, on the dashboard of /saya/."""
    rows = Application.objects.visible_to(actor).select_related("vacancy__employer")
    over = Case(When(status__in=OPEN_STATUSES, then=0), default=1)
    rows = rows.order_by(over, "-status_changed_at", "-pk")
    return "applications/saya_panel.html", {"applications": rows[:3]}


def sent_files_panel(actor: Actor, person: Person) -> tuple[str, dict[str, AttachedQuerySet]]:
    """On a coordinator's page of an alumnus: the files they sent along with applications handled there."""
    files = ApplicationDocument.objects.visible_to(actor).filter(application__alumnus__person=person)
    rows = files.select_related("document", "application__vacancy").order_by("-application__applied_at", "-pk")
    return "applications/desk_files.html", {"sent_files": rows[:SENT_SHOWN]}


def letters_panel(
    actor: Actor, vacancy: Vacancy
) -> tuple[str, dict[str, Vacancy | NominationLetterQuerySet | int]] | None:
    """On a coordinator's page of a vacancy: whom one may put forward, and the letters so far."""
    if not actor.school_id:
        return None
    letters = NominationLetter.objects.visible_to(actor).filter(vacancy=vacancy).with_counts()
    waiting = Application.objects.visible_to(actor).filter(vacancy=vacancy, status__in=CAN_BE_NAMED).count()
    context = {"vacancy": vacancy, "letters": letters.order_by("-made_at", "-pk")[:LETTERS_SHOWN], "waiting": waiting}
    return "applications/letters_panel.html", context


def register() -> None:
    registry.chores.register("silent employers", close_silent, order=50)
    registry.chores.register("silent employers, reminder", remind_of_silent, order=51)
    registry.chores.register("old drafts", forget_drafts, order=52)
    registry.person_exports.register("applications", export_applications, order=34)
    registry.person_exports.register("drafts", export_drafts, order=35)
    registry.person_erasers.register("search for work", erase_search)
    registry.person_panels.register("applications", applications_panel, order=20)
    registry.person_desk_panels.register("sent files", sent_files_panel, order=30)
    registry.merge_rules.register("placements.Application", further_along)
    registry.merge_rules.register("placements.ApplicationDraft", newer)

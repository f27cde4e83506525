"""Who is told of what happened to an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bkk_portal.kit.text.formatting import kecil
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from placements.applications.enums import ApplicationStatus
from placements.employers.notices import tell_members
from placements.schools.models import SchoolMembership
from placements.vacancies.models import VacancyLead

if TYPE_CHECKING:
    from placements.applications.models import Application
    from placements.applications.nomination.models import NominationLetter


def applied(application: Application) -> None:
    _tell_school(application, "Lamaran baru", f"Untuk {application.vacancy}.")


def answered_by_applicant(application: Application) -> None:
    """The reason itself stands on the page: it may name somebody."""
    _tell_school(application, f"Lamaran: {kecil(application.get_status_display())}", f"Untuk {application.vacancy}.")


def moved(application: Application) -> None:
    """The applicant reads each step, and the reason where there is one."""
    user = application.alumnus.person.user
    if user is not None:
        notify(
            user=user,
            topic=Topic.APPLICATION,
            title=f"{application.vacancy}: {kecil(application.get_status_display())}",
            body=application.reason,
            url=reverse("saya:application_page", args=[application.pk]),
        )
    if application.status == ApplicationStatus.HIRED:
        hired_through_leads([application.pk])


def taken_back(application: Application) -> None:
    """The applicant was told of the step that was a mistake: they read that too, and where they stand."""
    user = application.alumnus.person.user
    if user is not None:
        notify(
            user=user,
            topic=Topic.APPLICATION,
            title=f"{application.vacancy}: dikembalikan ke {kecil(application.get_status_display())}",
            body=application.reason,
            url=reverse("saya:application_page", args=[application.pk]),
        )


def hired_through_leads(keys: list[int]) -> None:
    """Whoever brought the info loker hears that it helped; nobody is named. `keys`: of applications."""
    leads = VacancyLead.objects.filter(vacancy__applications__in=keys, person__user__isnull=False)
    for lead in leads.select_related("person__user").distinct().order_by("pk"):
        notify(
            user=lead.person.user,
            topic=Topic.VACANCY,
            title=f"Ada yang diterima bekerja berkat info loker Anda: {lead}"[:150],
            body="Terima kasih sudah membantu teman yang lain.",
            url=reverse("saya:leads"),
        )


def letter_written(letter: NominationLetter) -> None:
    """The employer's own people, if they have a desk here: a number and a count, no names."""
    tell_members(
        letter.vacancy.employer,
        topic=Topic.APPLICATION,
        title=f"Pelamar baru untuk {letter.vacancy}"[:150],
        body=f"BKK {letter.school} mengajukan calon dengan surat nomor {letter.document.number}.",
        url=reverse("perusahaan:applicant_list"),
    )


def _tell_school(application: Application, title: str, body: str) -> None:
    """Names nobody: letters are read on other people's telephones too."""
    members = SchoolMembership.objects.current().filter(school_id=application.alumnus.school_id)
    for member in members.select_related("user"):
        url = reverse("bkk:application_page", args=[application.pk])
        notify(user=member.user, topic=Topic.APPLICATION, title=title, body=body, url=url)

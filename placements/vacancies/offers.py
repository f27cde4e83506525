from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Count
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit import registry, states
from bkk_portal.kit.text.formatting import angka, waktu
from bkk_portal.kit.web.cache import watch
from bkk_portal.kit.web.sitemaps import InParts
from placements.employers.models import Employer
from placements.schools.models import School
from placements.vacancies import notices
from placements.vacancies.actions import close_expired
from placements.vacancies.enums import CLOSING_DAYS, VACANCY_TRANSITIONS, VacancyStatus
from placements.vacancies.models import Vacancy, VacancyLead
from placements.vacancies.saved import alerts
from placements.vacancies.saved.models import SavedVacancy, VacancyAlert
from placements.vacancies.search import index

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from placements.vacancies.queries import VacancyQuerySet

VACANCIES = "/bkk/lowongan/"
NEW_DAYS = 7
REASON = "Perusahaannya tidak lolos verifikasi: {}"


def export_saved(person: Person) -> tuple[str, list[dict[str, str]]]:
    """For /saya/data-saya/ (UU 27/2022 art. 7)."""
    rows = person.saved_vacancies.select_related("vacancy__employer").order_by("saved_at", "pk")
    return "Lowongan tersimpan", [
        {"lowongan": row.vacancy.title, "perusahaan": row.vacancy.employer.name, "disimpan": waktu(row.saved_at)}
        for row in rows
    ]


def export_searches(person: Person) -> tuple[str, list[dict[str, str]]]:
    return "Pencarian tersimpan", [
        {"nama": row.name, "alamat": row.results_url, "kabar": row.get_frequency_display()}
        for row in person.saved_searches.order_by("pk")
    ]


def export_alerts(person: Person) -> tuple[str, list[dict[str, str]]]:
    rows = person.vacancy_alerts.told().select_related("vacancy", "search").order_by("told_at", "pk")
    return "Kabar lowongan", [
        {"lowongan": row.vacancy.title, "pencarian": row.search.name if row.search else "", "waktu": waktu(row.told_at)}
        for row in rows
    ]


def export_leads(person: Person) -> tuple[str, list[dict[str, str]]]:
    rows = person.leads.select_related("school").order_by("created_at", "pk")
    return "Info loker yang dibagikan", [
        {
            "pekerjaan": lead.title,
            "perusahaan": lead.employer_name,
            "yang dapat dihubungi": lead.contact,
            "keterangan": lead.note,
            "untuk": f"BKK {lead.school}",
            "status": lead.get_status_display(),
            "dikirim": waktu(lead.created_at),
        }
        for lead in rows
    ]


def _public() -> VacancyQuerySet:
    rows = Vacancy.objects.visible_to(ANONYMOUS).open().select_related("employer")
    return rows.only("title", "updated_at", "employer__name")


sitemap_vacancies = InParts(_public, lambda row: (row.get_absolute_url(), row.updated_at), first="/lowongan/")


def kept_panel(actor: Actor) -> tuple[str, dict[str, int]] | None:
    """On the dashboard of /saya/: kept vacancies that close soon, and what the saved searches found this week."""
    open_ones = Vacancy.objects.visible_to(actor).open().order_by()
    soon = open_ones.closing_within(settings.RULES["closing_soon_days"]).values("pk")
    closing = SavedVacancy.objects.filter(person_id=actor.person_id, vacancy__in=soon).count()
    since = timezone.now() - datetime.timedelta(days=NEW_DAYS)
    told = VacancyAlert.objects.filter(person_id=actor.person_id, told_at__gte=since)
    found = told.filter(vacancy__in=open_ones.values("pk")).count()
    return ("vacancies/saya_panel.html", {"closing": closing, "found": found}) if closing or found else None


NEWEST, MOST = 500, 12  # vacancies looked at; skills named


def skills_in_vacancies(konsentrasi: list[int]) -> list[int]:
    """[Skill primary key] asked most often by the newest open vacancies for these konsentrasi (primary keys)."""
    links = Vacancy.konsentrasi.through.objects.filter(konsentrasi__in=konsentrasi).values("vacancy")
    newest = Vacancy.objects.open().filter(pk__in=links).order_by("-pk").values_list("pk", flat=True)[:NEWEST]
    asked = Vacancy.skills.through.objects.filter(vacancy__in=list(newest)).order_by()
    counted = asked.values("skill").annotate(times=Count("pk")).order_by("-times", "skill")
    return [row["skill"] for row in counted[:MOST]]


def hide_rejected(employer: Employer) -> None:
    """Takes them from the public, as readers' reports do: the supervising office may show one again."""
    shown = VACANCY_TRANSITIONS["flag"].sources
    for row in Vacancy.objects.select_for_update(of=("self",)).filter(employer=employer, status__in=shown):
        states.change(row, VacancyStatus.HIDDEN, by_id=None, reason=REASON.format(employer.rejection_reason))
        notices.rejected(row)


RENAMED_WITHIN = datetime.timedelta(days=2)


def close_overdue(dry_run: bool) -> str:
    """Ends every vacancy whose closing date has passed."""
    overdue = Vacancy.objects.overdue().order_by("pk")
    if dry_run:
        return f"{overdue.count()} lowongan habis masa berlakunya akan ditutup."
    closed = sum(close_expired(vacancy=vacancy) for vacancy in overdue.only("pk").iterator())
    return f"{closed} lowongan ditutup karena masa berlakunya habis."


def refresh_search(dry_run: bool) -> str:
    """An employer's new name reaches the search of its vacancies here: employers know nothing of vacancies."""
    changed = Vacancy.objects.exclude(status=VacancyStatus.CLOSED).filter(
        employer__updated_at__gte=timezone.now() - RENAMED_WITHIN
    )
    if dry_run:
        return f"Pencarian {changed.count()} lowongan akan disegarkan."
    return f"Pencarian {index.rebuild(changed, tidy=False)} lowongan disegarkan."


def alert_people(dry_run: bool) -> str:
    """Saved searches: new vacancies are looked up, and who is due is told: at once, each morning, each Monday."""
    if dry_run:
        found, due = alerts.waiting_vacancies().count(), VacancyAlert.objects.due()
        people = due.order_by().values("person_id").distinct().count()
        return f"{angka(found)} lowongan baru akan dicocokkan, {angka(people)} orang akan dikabari."
    found, told = alerts.announce_new(), alerts.tell_due()
    alerts.forget_old()
    return f"{angka(found)} lowongan baru dicocokkan, {angka(told)} orang dikabari."


def due(actor: Actor) -> list[tuple[models.QuerySet, str, str]]:
    """[(rows, what they are, where they are done)]: what waits on a coordinator's desk."""
    own = Vacancy.objects.visible_to(actor).filter(school_id=actor.school_id)
    leads = VacancyLead.objects.visible_to(actor).waiting()
    closing, hidden = own.open().closing_within(CLOSING_DAYS), own.filter(status=VacancyStatus.HIDDEN)
    asked = own.filter(status=VacancyStatus.REVIEW)
    return [
        (asked, "lowongan dari perusahaan menunggu persetujuan", f"{VACANCIES}?status=review"),
        (closing, "lowongan akan ditutup minggu ini", f"{VACANCIES}?tutup=minggu-ini"),
        (own.filter(status=VacancyStatus.DRAFT), "lowongan masih draf", f"{VACANCIES}?status=draft"),
        (hidden, "lowongan disembunyikan, perlu diperiksa", f"{VACANCIES}?status=hidden"),
        (own.without_result(), "lowongan ditutup, hasilnya belum dicatat", f"{VACANCIES}?hasil=belum"),
        (leads, "info loker dari alumni belum dibaca", f"{VACANCIES}info-loker/?status=new"),
    ]


def register() -> None:
    watch(Vacancy, Employer, School)
    registry.konsentrasi_skills.register("vacancies", skills_in_vacancies, order=10)
    registry.employer_rejected.register("vacancies", hide_rejected)
    registry.chores.register("overdue vacancies", close_overdue)
    registry.chores.register("vacancy search", refresh_search)
    registry.chores.register("saved searches", alert_people, order=110)
    registry.person_panels.register("kept", kept_panel, order=15)
    registry.person_exports.register("saved vacancies", export_saved, order=30)
    registry.person_exports.register("leads", export_leads, order=31)
    registry.person_exports.register("saved searches", export_searches, order=32)
    registry.person_exports.register("alerts", export_alerts, order=33)
    registry.sitemap_pages.register("vacancies", sitemap_vacancies)

"""From a vacancy that has just opened to the people whose saved searches find it, and what they are told.

Two steps. `announce_new` finds: one row for each person and vacancy, which the database allows once, whichever of their
searches found it. `tell_due` tells: everything that is due for one person in one letter.
"""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.kit.text.formatting import angka, tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.letters import LetterItem
from bkk_portal.people.models import Person
from placements.vacancies.enums import AlertFrequency
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.anchors import anchors_in
from placements.vacancies.saved.criteria import found_by
from placements.vacancies.saved.models import SavedSearch, VacancyAlert

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User
    from placements.vacancies.queries import VacancyQuerySet
    from placements.vacancies.saved.queries import SavedSearchQuerySet

BATCH = 100  # vacancies looked up together, and people told in a row
ROWS = 1000
IN_A_LETTER = 20
FASTEST_FIRST = (AlertFrequency.AT_ONCE, AlertFrequency.DAILY, AlertFrequency.WEEKLY)


def announce_new() -> int:
    """Finds for every vacancy that is open for the first time; how many vacancies that were.

    Safe to run twice at once: what another run has in hand is passed over.
    """
    number = 0
    while batch := _announce_batch():
        number += batch
    return number


def waiting_vacancies() -> VacancyQuerySet:
    """Open, and nobody was told yet."""
    return Vacancy.objects.open().filter(announced_at__isnull=True)


def _announce_batch() -> int:
    with transaction.atomic():
        rows = waiting_vacancies().select_for_update(skip_locked=True, of=("self",))
        vacancies = list(rows.order_by("opens_on", "pk")[:BATCH])
        if vacancies and SavedSearch.objects.alerting().exists():
            _find(vacancies)
        Vacancy.objects.filter(pk__in=[row.pk for row in vacancies]).update(announced_at=timezone.now())
    return len(vacancies)


def _find(vacancies: list[Vacancy]) -> None:
    """Rows for the people whose searches find them. Of several searches of one person, the most frequent counts."""
    hits = _queries_that_find(vacancies)
    for frequency in FASTEST_FIRST:
        for vacancy, queries in hits:
            searches = SavedSearch.objects.filter(frequency=frequency, query__in=queries).of_people_who_see(vacancy)
            _write(vacancy, searches.order_by("pk").values_list("person_id", "pk"))


def _queries_that_find(vacancies: list[Vacancy]) -> list[tuple[Vacancy, list[str]]]:
    """[(vacancy, [query string, …])]: each different query that may find one of them is asked once."""
    anchors = {anchor for vacancy in vacancies for anchor in anchors_in(vacancy)}
    queries = (
        SavedSearch.objects.alerting().filter(anchors__token__in=anchors).order_by().values_list("query").distinct()
    )
    base = Vacancy.objects.filter(pk__in=[vacancy.pk for vacancy in vacancies])
    hits: dict[int, tuple[Vacancy, list[str]]] = {vacancy.pk: (vacancy, []) for vacancy in vacancies}
    for (query,) in queries.iterator(ROWS):
        for key in found_by(query, base).order_by().values_list("pk", flat=True):
            hits[key][1].append(query)
    return [hit for hit in hits.values() if hit[1]]


def _write(vacancy: Vacancy, pairs: SavedSearchQuerySet) -> None:
    rows = (VacancyAlert(person_id=person, search_id=search, vacancy=vacancy) for person, search in pairs)
    VacancyAlert.objects.bulk_create(rows, batch_size=ROWS, ignore_conflicts=True)


def tell_due() -> int:
    """Tells every person for whom something is due; how many people that were."""
    number, last = 0, 0
    while people := _next_people(last):
        number += sum(_tell(person_id) for person_id in people)
        last = people[-1]
    return number


def _next_people(after: int) -> list[int]:
    due = VacancyAlert.objects.due().filter(person_id__gt=after)
    return list(due.order_by("person_id").values_list("person_id", flat=True).distinct()[:BATCH])


def _tell(person_id: int) -> bool:
    """True when this person was told. What closed or was hidden meanwhile is not worth telling, and forgotten."""
    with transaction.atomic():
        rows = VacancyAlert.objects.due().filter(person_id=person_id).select_related("search")
        alerts = list(
            rows.select_for_update(skip_locked=True, of=("self",)).order_by("search__name", "search_id", "pk")
        )
        person = Person.objects.select_related("user").get(pk=person_id)
        findings = _findings(person, alerts)
        shown = [finding.alert.pk for finding in findings]
        mine = VacancyAlert.objects.filter(pk__in=[alert.pk for alert in alerts])
        mine.exclude(pk__in=shown).delete()
        mine.filter(pk__in=shown).update(told_at=timezone.now())
        if findings:
            _notify(person.user, findings)
    return bool(findings)


@dataclasses.dataclass(frozen=True)
class Finding:
    """A vacancy that can still be applied to, and the search that found it."""

    alert: VacancyAlert
    vacancy: Vacancy

    @property
    def detail(self) -> str:
        vacancy = self.vacancy
        facts = [vacancy.employer.name, vacancy.place, vacancy.pay, f"ditutup {tanggal(vacancy.closes_on)}"]
        return " · ".join(fact for fact in facts if fact)


def actor_of(person: Person) -> Actor:
    """For whom this person looks at vacancies."""
    return Actor(role=Role.PERSON, user_id=person.user_id, person_id=person.pk)


def _findings(person: Person, alerts: list[VacancyAlert]) -> list[Finding]:
    if person.user is None or not person.user.is_active:
        return []
    open_ones = Vacancy.objects.visible_to(actor_of(person)).open().for_cards()
    vacancies = open_ones.in_bulk([alert.vacancy_id for alert in alerts])
    return [Finding(alert, vacancies[alert.vacancy_id]) for alert in alerts if alert.vacancy_id in vacancies]


def _notify(user: User, findings: list[Finding]) -> None:
    only = findings[0] if len(findings) == 1 else None
    notify(
        user=user,
        topic=Topic.ALERT,
        title=(f"Lowongan baru: {only.vacancy}" if only else f"{angka(len(findings))} lowongan baru untuk Anda")[:150],
        body=_summary(findings)[:500],
        url=only.vacancy.get_absolute_url() if only else reverse("saya:alerts"),
        items=_items(findings),
    )


def _summary(findings: list[Finding]) -> str:
    """Las di Oebobo: 3 lowongan. Kasir: 1 lowongan."""
    counts: dict[SavedSearch | None, int] = {}
    for finding in findings:
        counts[finding.alert.search] = counts.get(finding.alert.search, 0) + 1
    sentences = [f"{search}: {angka(number)} lowongan." for search, number in counts.items()]
    if len(findings) > IN_A_LETTER:
        sentences.append(f"Surel ini memuat {IN_A_LETTER}; selebihnya ada di portal.")
    return " ".join(sentences)


def _items(findings: list[Finding]) -> list[LetterItem]:
    """The first of each search carries its name as heading; that of a single search stands above them already."""
    searches = {finding.alert.search for finding in findings}
    before, items = searches.pop() if len(searches) == 1 else None, []
    for finding in findings[:IN_A_LETTER]:
        search, vacancy = finding.alert.search, finding.vacancy
        heading = str(search) if search != before else ""
        items.append(LetterItem(vacancy.title, finding.detail, vacancy.get_absolute_url(), heading))
        before = search
    return items


def forget_old() -> int:
    """Rows of vacancies that closed long ago: a vacancy is announced once, so they are needed no more."""
    since = timezone.now() - datetime.timedelta(days=settings.RULES["forget_alerts_days"])
    return VacancyAlert.objects.filter(vacancy__closed_at__lt=since).delete()[0]

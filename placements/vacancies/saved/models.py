"""What a person keeps: vacancies, searches, and which vacancy they were told of."""

import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.models import Person
from bkk_portal.people.queries import PersonRowQuerySet
from placements.vacancies.enums import AlertFrequency
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.queries import AlertQuerySet, AnchorQuerySet, SavedSearchQuerySet


def new_token() -> str:
    """256 random bits: whoever knows it may read the feed, nobody guesses it."""
    return secrets.token_urlsafe(32)


class SavedVacancy(models.Model):
    audited = False  # a bookmark
    person = models.ForeignKey(Person, models.CASCADE, related_name="saved_vacancies", verbose_name="orang")
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="saves", verbose_name="lowongan")
    saved_at = models.DateTimeField("disimpan", default=timezone.now)

    objects = PersonRowQuerySet.as_manager()

    class Meta:
        verbose_name = "lowongan tersimpan"
        verbose_name_plural = "lowongan tersimpan"
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "vacancy"],
                name="saved_vacancy_once",
                violation_error_message="Lowongan ini sudah Anda simpan.",
            )
        ]

    def __str__(self) -> str:
        return str(self.vacancy)


class SavedSearch(TimeStamped):
    """Filters of the public list under a name, and how often their person wants to hear of new vacancies."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="saved_searches", verbose_name="orang")
    name = models.CharField("nama", max_length=120)
    query = models.CharField("saringan", max_length=500, blank=True, editable=False)
    frequency = models.CharField(
        "kabari saya", max_length=8, choices=AlertFrequency.choices, default=AlertFrequency.DAILY
    )
    token = models.CharField("kunci umpan", max_length=43, unique=True, default=new_token, editable=False)

    objects = SavedSearchQuerySet.as_manager()
    unaudited_fields = ("token",)

    class Meta:
        verbose_name = "pencarian tersimpan"
        verbose_name_plural = "pencarian tersimpan"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["query"], name="saved_search_query", condition=~Q(frequency="none")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "query"],
                name="saved_search_once",
                violation_error_message="Pencarian ini sudah Anda simpan.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def results_url(self) -> str:
        """The public list with these filters."""
        return f"{reverse('vacancy_list')}{'?' if self.query else ''}{self.query}"

    @property
    def feed_url(self) -> str:
        return reverse("search_feed", args=[self.token])


class SearchAnchor(models.Model):
    """One of the things of which every vacancy that a saved search finds has at least one (see anchors.py)."""

    audited = False  # follows from its search, whose filters never change
    search = models.ForeignKey(SavedSearch, models.CASCADE, related_name="anchors", verbose_name="pencarian")
    token = models.CharField("jangkar", max_length=140)

    objects = AnchorQuerySet.as_manager()

    class Meta:
        verbose_name = "jangkar pencarian"
        verbose_name_plural = "jangkar pencarian"
        ordering = ["search", "token"]
        indexes = [models.Index(fields=["token", "search"], name="search_anchor_token")]
        constraints = [
            models.UniqueConstraint(
                fields=["search", "token"],
                name="search_anchor_once",
                violation_error_message="Jangkar ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.token


class VacancyAlert(models.Model):
    """One vacancy for one person, found by a search of theirs: told once, whichever of their searches found it."""

    audited = False  # a message, only told
    person = models.ForeignKey(Person, models.CASCADE, related_name="vacancy_alerts", verbose_name="orang")
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="alerts", verbose_name="lowongan")
    search = models.ForeignKey(
        SavedSearch, models.SET_NULL, null=True, blank=True, related_name="alerts", verbose_name="pencarian"
    )
    found_at = models.DateTimeField("ditemukan", default=timezone.now)
    told_at = models.DateTimeField("dikabarkan", null=True, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = "kabar lowongan"
        verbose_name_plural = "kabar lowongan"
        ordering = ["-found_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-told_at", "-id"], name="vacancy_alert_told"),
            models.Index(fields=["found_at"], name="vacancy_alert_waiting", condition=Q(told_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "vacancy"],
                name="vacancy_alert_once",
                violation_error_message="Lowongan ini sudah dikabarkan kepada orang ini.",
            )
        ]

    def __str__(self) -> str:
        return str(self.vacancy)

"""/api/v1/: what the public pages show, as JSON. Read only, no personal data; each error answer is declared."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import Http404, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI, Query, Schema
from pydantic import Field

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.statistics import figures
from bkk_portal.insights.statistics.tables import TABLES
from placements.schools.models import School
from placements.vacancies.cards import VacancyOut
from placements.vacancies.models import Vacancy
from trainings.programmes.models import Training

if TYPE_CHECKING:
    from collections.abc import Callable

    from bkk_portal.accounts.actor import Request
    from bkk_portal.insights.statistics.figures import LabourYear, WorkYear
    from placements.vacancies.queries import VacancyQuerySet

PAGE = 50
api = NinjaAPI(title="Portal BKK Kota Kupang", version="1.0.0", docs_url=None, urls_namespace="api")


class Problem(Schema):
    pesan: str


class Page(Schema):
    hal: int = Field(1, ge=1, le=200, description=f"Halaman, {PAGE} baris tiap halaman")

    def of(self, rows: models.QuerySet) -> models.QuerySet:
        return rows[(self.hal - 1) * PAGE : self.hal * PAGE]


class TrainingOut(Schema):
    id: int
    program: str = Field(alias="programme.name")
    bidang: str = Field(alias="programme.trade")
    jam_pelajaran: int = Field(alias="programme.hours")
    dinas: str = Field(alias="agency.short_name")
    kelurahan: str = Field(alias="village.name")
    tempat: str = Field(alias="venue")
    mulai: datetime.date = Field(alias="starts_on")
    selesai: datetime.date = Field(alias="ends_on")
    kuota: int = Field(alias="quota")
    keadaan: str = Field(alias="get_status_display")


class SchoolOut(Schema):
    npsn: str
    nama: str = Field(alias="name")
    status: str = Field(alias="get_status_display")
    kecamatan: str | None = Field(None, alias="district.name")


class LabourOut(Schema):
    tahun: int = Field(alias="year")
    menganggur: int | None = Field(alias="unemployed")
    bekerja: int | None = Field(alias="employed")
    tingkat_pengangguran_turunan: float | None = Field(alias="open_unemployment_rate")
    sumber: str = Field(alias="source")


class VillageOut(Schema):
    """A number of people too small to publish is null."""

    kode: str
    nama: str
    kecamatan: str
    tahun: int
    pelatihan: int
    peserta: int | None
    paket_diserahkan: int | None


class GraduatesOut(Schema):
    """A number of people too small to publish is null, and so is a share that would tell it."""

    tahun_lulus: int
    lulusan: int | None
    diketahui: int | None
    bekerja: int | None
    melanjutkan: int | None
    wirausaha: int | None
    bmw_persen_dari_semua: float | None
    bmw_persen_dari_diketahui: float | None


class WorkOut(Schema):
    tahun: int = Field(alias="year")
    ditempatkan: int = Field(alias="placed")
    lulus_pelatihan: int = Field(alias="trained")
    paket_diserahkan: int = Field(alias="kits")


@api.exception_handler(Http404)
def not_found(request: Request, error: HttpResponse) -> HttpResponse:
    return api.create_response(request, {"pesan": "Tidak ditemukan."}, status=404)


def _vacancies() -> VacancyQuerySet:
    return Vacancy.objects.visible_to(ANONYMOUS).open().select_related("employer", "village")


@api.get("lowongan", response={200: list[VacancyOut], 422: dict}, url_name="vacancies")
def vacancies(request: Request, page: Query[Page]) -> list[Vacancy]:
    return list(page.of(_vacancies().order_by("-published_at", "-pk")))


@api.get("lowongan/{int:pk}", response={200: VacancyOut, 404: Problem}, url_name="vacancy")
def vacancy(request: Request, pk: int) -> Vacancy:
    row = _vacancies().filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@api.get("pelatihan", response={200: list[TrainingOut], 422: dict}, url_name="trainings")
def trainings(request: Request, page: Query[Page]) -> list[Training]:
    rows = Training.objects.visible_to(ANONYMOUS).select_related("programme", "village", "agency")
    return list(page.of(rows.order_by("-starts_on", "-pk")))


@api.get("sekolah", response={200: list[SchoolOut], 422: dict}, url_name="schools")
def schools(request: Request, page: Query[Page]) -> list[School]:
    return list(page.of(School.objects.select_related("district").order_by("npsn")))


def _named(slug: str) -> list[dict[str, Any]]:
    """The rows of a published table, each under the names of its columns."""
    table = TABLES[slug]
    return [dict(zip(table.headings, row, strict=True)) for row in table.rows()]


@api.get("kelurahan", response=list[VillageOut], url_name="villages")
def villages(request: Request) -> list[dict[str, int | str | None]]:
    return [row | {"nama": row["kelurahan"]} for row in _named("kelurahan")]


@api.get("statistik/lulusan", response=list[GraduatesOut], url_name="graduates")
def graduates(request: Request) -> list[dict[str, int | float | None]]:
    return _named("lulusan")


@api.get("statistik/angkatan-kerja", response=list[LabourOut], url_name="labour_force")
def labour_force(request: Request) -> list[LabourYear]:
    return figures.labour_years()


@api.get("statistik/hasil", response=list[WorkOut], url_name="outcomes")
def outcomes(request: Request) -> list[WorkYear]:
    return figures.work_years()


def _head_as_get(view: Callable) -> Callable:
    """ninja knows HEAD only as an operation of its own; the server leaves the body out by itself."""

    @functools.wraps(view)
    def answered(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "HEAD":
            request.method = "GET"
        return view(request, *args, **kwargs)

    return answered


def api_urls() -> tuple[list[URLPattern | URLResolver], str, str]:
    """The API's addresses, marked as open to everyone."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = public(_head_as_get(pattern.callback))
    return patterns, app, namespace

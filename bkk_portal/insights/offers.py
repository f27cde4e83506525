import datetime
from collections.abc import Iterator
from pathlib import Path

from django.db import models
from django.db.models import Max
from django.urls import reverse

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.models import LabourFigure
from bkk_portal.insights.statistics.coverage import city_villages
from bkk_portal.kit.reference import add_missing, read_rows
from bkk_portal.kit.web.sitemaps import newest_change
from placements.vacancies.models import Vacancy
from trainings.businesses.models import Business
from trainings.equipment.handovers.models import Handover
from trainings.participants.models import Participant
from trainings.programmes.models import Training

# The statistics and the open data are counted anew at every visit, over everybody, and change from one day to the next
# without any row being written: no moment would be true.
COUNTED_ANEW = ("statistics", "open_data")


def public_pages() -> Iterator[tuple[str, datetime.datetime | None]]:
    vacancies, trainings = Vacancy.objects.visible_to(ANONYMOUS).open(), Training.objects.announced()
    businesses = Business.objects.published()
    yield reverse("home"), newest_change(vacancies, trainings, businesses)
    yield reverse("training_list"), newest_change(trainings)
    yield from ((reverse(name), None) for name in COUNTED_ANEW)
    reached = [
        _by_village(trainings, "village_id"),
        _by_village(Participant.objects.enrolled(), "training__village_id"),
        _by_village(Handover.objects.standing(), "participant__training__village_id"),
    ]
    shown = [_by_village(rows, "village_id") for rows in (vacancies, businesses)]
    yield reverse("village_list"), max((changed for found in reached for changed in found.values()), default=None)
    for village in city_villages():
        changes = [found[village.pk] for found in (*reached, *shown) if village.pk in found]
        yield reverse("village_page", args=[village.code]), max(changes, default=None)


def _by_village(rows: models.QuerySet, path: str) -> dict[str | None, datetime.datetime]:
    """{village: when one of these rows was changed last}"""
    return dict(rows.order_by().values_list(path).annotate(newest=Max("updated_at")))


DATA = Path(__file__).parent / "data"


def load_labour_figures() -> str:
    rows = [
        LabourFigure(
            regency_id="53.71",
            year=int(row["periode"]),
            indicator=row["indikator"],
            sex=row["jenis_kelamin"],
            value=int(row["nilai"]),
            unit=row["satuan"],
            source=row["sumber"],
        )
        for row in read_rows(DATA / "angkatan_kerja_kota_kupang.csv")
    ]
    new = add_missing(LabourFigure, rows, key=("regency_id", "year", "indicator", "sex"))
    return f"Angkatan kerja: {new} angka baru."

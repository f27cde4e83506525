from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.reference import read_rows
from placements.outcomes.tracer.models import TracerAnswer, TracerQuestion, TracerQuestionnaire

if TYPE_CHECKING:
    from placements.outcomes.tracer.models import TracerResponse

DATA = Path(__file__).parent / "data"
TITLE = "Tracer study SMK 2025"


def load_questionnaire() -> str:
    """Once; afterwards the questionnaire is the forum's to edit."""
    if TracerQuestionnaire.objects.exists():
        return "Kuesioner tracer: sudah ada."
    with transaction.atomic():
        version = TracerQuestionnaire.objects.create(number=1, title=TITLE, published_at=timezone.now())
        questions = TracerQuestion.objects.bulk_create(national_questions(version))
    return f"Kuesioner tracer: {len(questions)} pertanyaan."


def national_questions(version: TracerQuestionnaire) -> list[TracerQuestion]:
    """Unsaved TracerQuestions of the national form."""
    ours = {row["no"]: row for row in read_rows(DATA / "tracer_vokasi_2025_portal.csv")}
    return [
        _question(version, row, ours[row["no"]]) for row in read_rows(DATA / "tracer_vokasi_2025_questionnaire.csv")
    ]


def _question(version: TracerQuestionnaire, row: dict[str, str], ours: dict[str, str]) -> TracerQuestion:
    options = ours["opsi"] or (row["opsi"] if ours["jenis"] in ("one", "many") else "")
    return TracerQuestion(
        questionnaire=version,
        number=int(row["no"]),
        position=int(row["no"]),
        block=ours["bagian"],
        text=row["pertanyaan"],
        help=ours["keterangan"],
        kind=ours["jenis"],
        options=options.split("|") if options else [],
        condition=ours["kondisi"],
        is_required=ours["wajib"] == "ya",
        meaning=ours["makna"],
    )


def answered(ours: TracerResponse, theirs: TracerResponse) -> tuple[TracerResponse, TracerResponse]:
    """A merge rule: of two responses in one campaign the one that was sent first stays.

    The answers of the other would mix with its own: they go into its last version in the history.
    """
    stays, goes = sorted((ours, theirs), key=lambda row: (not row.is_submitted, row.submitted_at or row.created_at))
    answers = TracerAnswer.objects.filter(response=goes)
    told = list(answers.order_by("question__position", "pk").values_list("question_id", "value"))
    if told:
        goes.draft = {"jawaban": told}
        answers.delete()
    return stays, goes

"""Answers in a workbook: handed out in the order of the national form, and taken in from an upload."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.spreadsheets import Column, read_rows
from bkk_portal.kit.spreadsheets.cleaners import clean_date, clean_name, clean_nisn, clean_text, text_of
from bkk_portal.kit.spreadsheets.columns import CellProblem, shown
from bkk_portal.kit.spreadsheets.opening import open_table
from bkk_portal.kit.spreadsheets.rows import mark_duplicates
from bkk_portal.kit.spreadsheets.writing import OutSheet, csv_response, xlsx_response
from bkk_portal.kit.text.formatting import angka, waktu
from placements.outcomes.tracer import actions
from placements.outcomes.tracer.actions import record_export
from placements.outcomes.tracer.enums import AnswerChannel, QuestionKind, ResponseStatus
from placements.outcomes.tracer.forms import NONE_OF_THESE
from placements.outcomes.tracer.models import TracerResponse, TracerUpload
from placements.outcomes.tracer.questionnaire import Sheet, questions_of

if TYPE_CHECKING:
    from django.core.files import File

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.kit.spreadsheets.rows import Row
    from bkk_portal.people.models import Person
    from placements.outcomes.tracer.models import TracerCampaign, TracerQuestion

WHO = ["NISN", "Nama", "Konsentrasi", "Tahun lulus", "Jawaban", "Dijawab lewat", "Dikirim"]
WHO_WIDTHS = [13, 30, 30, 12, 16, 18, 18]
CHUNK = 500


def answers_workbook(campaign: TracerCampaign, actor: Actor) -> Any:
    """Download of the whole class: those who have not answered too, with their status. In the audit log."""
    record_export(actor=actor, campaign=campaign)
    headings, rows = _table(campaign)
    widths = [*WHO_WIDTHS, *[24] * (len(headings) - len(WHO))]
    return xlsx_response(f"{_name(campaign)}.xlsx", [OutSheet("Tracer study", headings, rows, widths)])


def answers_csv(campaign: TracerCampaign, actor: Actor) -> Any:
    record_export(actor=actor, campaign=campaign)
    headings, rows = _table(campaign)
    return csv_response(f"{_name(campaign)}.csv", headings, rows)


def _name(campaign: TracerCampaign) -> str:
    return f"tracer-lulusan-{campaign.graduation_year}"


def heading_of(question: TracerQuestion) -> str:
    return f"{question.number}. {question.text}"


def _table(campaign: TracerCampaign) -> tuple[list[str], Iterator[Any]]:
    questions = list(campaign.questionnaire.questions.order_by("number"))
    return [*WHO, *map(heading_of, questions)], _rows(campaign, [question.pk for question in questions])


def _rows(campaign: TracerCampaign, keys: list[int]) -> Iterator[list[str | int | datetime.datetime | None]]:
    rows = campaign.responses.with_people().prefetch_related("answers").order_by("alumnus__person__name", "pk")
    for response in rows.iterator(chunk_size=CHUNK):
        given: dict[int, list[str]] = {}
        for answer in sorted(response.answers.all(), key=lambda answer: answer.pk):
            given.setdefault(answer.question_id, []).append(answer.value)
        yield [*_who(response), *("; ".join(given.get(key, ())) for key in keys)]


def _who(response: TracerResponse) -> list[str | int | datetime.datetime | None]:
    alumnus, sent = response.alumnus, response.submitted_at
    status = ResponseStatus(response.status).label
    return [
        *(alumnus.person.nisn or "", alumnus.person.name, str(alumnus.konsentrasi or "")),
        *(alumnus.graduation_year, status, response.get_channel_display(), sent),
    ]


def export_tracer(person: Person) -> tuple[str, list[dict[str, Any]]]:
    """For /saya/data-saya/ (UU 27/2022 art. 7)."""
    rows = TracerResponse.objects.filter(alumnus__person=person).select_related("campaign__school").order_by("pk")
    return "Tracer study", [_own(response) for response in rows.prefetch_related("answers__question")]


def _own(response: TracerResponse) -> dict[str, Any]:
    facts = {
        "sekolah": response.campaign.school.name,
        "lulusan tahun": response.campaign.graduation_year,
        "keadaan": response.get_status_display(),
        "dikirim": waktu(response.submitted_at),
    }
    answers = sorted(response.answers.all(), key=lambda answer: (answer.question.position, answer.pk))
    return facts | {answer.question.text: answer.value for answer in answers}


MOST_ROWS = 1000
NISN = Column("nisn", "NISN", clean_nisn, required=True, needs_value=True)
NAME = Column("name", "Nama", clean_name)
FILLED_IN = (NISN.name, NAME.name)  # the columns that the template fills in


@dataclasses.dataclass(frozen=True)
class Fault:
    row: int
    column: str
    value: str
    message: str


@dataclasses.dataclass
class Reading:
    """`ready`: [(TracerResponse, answers, name)]; `done`: names that have answered; `faults`: what is wrong."""

    ready: list
    done: list
    blank: int
    faults: list

    @property
    def counts(self) -> dict[str, int]:
        rows = len({fault.row for fault in self.faults})
        return {"ready": len(self.ready), "done": len(self.done), "blank": self.blank, "refused": rows}


# the template -----------------------------------------------------------------------------------------------


def template_workbook(campaign: TracerCampaign) -> Any:
    """The class that has not answered, a column a question, and on a second sheet what may be written where."""
    questions = questions_of(campaign.questionnaire)
    rows = campaign.responses.missing().with_people().order_by("alumnus__person__name", "pk")
    people = ([row.alumnus.person.nisn or "", row.alumnus.person.name] for row in rows.iterator(chunk_size=500))
    headings = [NISN.name, NAME.name, *map(heading_of, questions)]
    sheets = [OutSheet("Jawaban", headings, people, [13, 30]), _guide(questions)]
    return xlsx_response(f"templat-tracer-lulusan-{campaign.graduation_year}.xlsx", sheets)


def _guide(questions: list[TracerQuestion]) -> OutSheet:
    headings = ["No", "Pertanyaan", "Cara menjawab", "Ditanyakan bila", "Pilihan (salin persis; pisahkan dengan ;)"]
    rows = [[q.number, q.text, q.get_kind_display(), q.condition, "; ".join(q.options)] for q in questions]
    return OutSheet("Petunjuk", headings, rows, [6, 50, 24, 40, 60])


# reading ----------------------------------------------------------------------------------------------------


def start_upload(*, campaign: TracerCampaign, file: Any, actor: Actor) -> TracerUpload:
    """Keeps the file and what was found in it (counts only). Refused where the whole file is useless."""
    with transaction.atomic():
        if not campaign.is_open:
            raise Refused(actions.CLOSED)
        counts = read(campaign, file, file.name).counts
        file.seek(0)
        name = file.name[-200:]
        return TracerUpload.objects.create(
            campaign=campaign, file=file, original_name=name, counts=counts, created_by_id=actor.signed_in_id
        )


def read_again(upload: TracerUpload) -> Reading:
    with upload.file.open("rb") as file:
        return read(upload.campaign, file, upload.original_name)


def read(campaign: TracerCampaign, file: File, filename: str) -> Reading:
    """Reading of a file. Every row is checked before anything is written."""
    questions = questions_of(campaign.questionnaire)
    columns = [NISN, NAME, *map(_column, questions)]
    rows = list(read_rows(open_table(file, filename), columns))
    if len(rows) > MOST_ROWS:
        raise Refused(f"Berkas berisi {angka(len(rows))} baris. Satu berkas paling banyak {angka(MOST_ROWS)} baris.")
    mark_duplicates(rows, [NISN])
    people = campaign.responses.with_people().filter(alumnus__person__nisn__in=[row.values["nisn"] for row in rows])
    responses = {response.alumnus.person.nisn: response for response in people.order_by("pk")}
    reading = Reading([], [], 0, [])
    for row in rows:
        _take(reading, row, questions, responses)
    return reading


def _take(reading: Reading, row: Row, questions: list[TracerQuestion], responses: dict[str, TracerResponse]) -> None:
    answers = {str(q.number): values for q in questions if (values := row.values[f"q{q.number}"])}
    if not answers and all(problem.column in FILLED_IN for problem in row.problems):
        reading.blank += 1  # as the template has it, also for a graduate whose NISN nobody knows
        return
    if row.problems:
        reading.faults += [Fault(p.row, p.column, p.value, p.message) for p in row.problems]
        return
    response = responses.get(row.values["nisn"])
    if response is None:
        message = "Tidak ada lulusan dengan NISN ini dalam tracer study ini. Periksa NISN dan tahun lulusnya."
        reading.faults.append(Fault(row.number, NISN.name, row.values["nisn"], message))
    elif response.is_submitted:
        reading.done.append(response.alumnus.person.name)
    else:
        _check(reading, row.number, response, Sheet(questions, answers))


def _check(reading: Reading, number: int, response: TracerResponse, sheet: Sheet) -> None:
    faults = [Fault(number, heading_of(q), "", "Harus diisi, sesuai jawaban lain di baris ini.") for q in sheet.missing]
    reading.faults += faults
    if not faults:
        reading.ready.append((response, sheet.as_json(), response.alumnus.person.name))


def _column(question: TracerQuestion) -> Column:
    heading = heading_of(question)
    cleaners = {QuestionKind.DATE: _date, QuestionKind.NUMBER: _number}
    clean = cleaners.get(question.kind) or (_chosen(question) if question.has_options else _text)
    return Column(f"q{question.number}", heading, clean, synonyms=[shown(heading)], blank=None)


def _date(cell: str) -> list[str]:
    return [clean_date(cell).isoformat()]


def _number(cell: Any) -> list[str]:
    text = text_of(cell)
    if not (text.isdecimal() and len(text) <= 3):
        raise CellProblem("Tulis angka bulat, misalnya 4.")
    return [text]


def _text(cell: str) -> list[str]:
    return [clean_text(cell)[:150]]


def _chosen(question: TracerQuestion) -> Callable:
    """A cleaner that takes the options as they are written, in any case; of many, several with ; between."""
    known = {_key(option): option for option in question.options}

    def clean(cell):
        texts = [text_of(cell)]
        if question.kind == QuestionKind.MANY:
            texts = [part.strip() for part in texts[0].split(";") if part.strip()]
        chosen = [known.get(_key(text)) for text in texts]
        if None in chosen:
            raise CellProblem("Bukan salah satu pilihan. Salin persis dari lembar Petunjuk.")
        if len(chosen) > 1 and any(option.startswith(NONE_OF_THESE) for option in chosen):
            raise CellProblem("Pilihan “Tidak …” tidak dapat digabung dengan pilihan lain.")
        return list(dict.fromkeys(chosen))

    return clean


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


# taking over ------------------------------------------------------------------------------------------------


def confirm_upload(*, upload: TracerUpload, actor: Actor) -> tuple[int, int]:
    """Sends every row that is in order; those with faults stay out. Returns (sent, contradictions). The file goes."""
    with transaction.atomic():
        row = (
            TracerUpload.objects.select_for_update(of=("self",))
            .select_related("campaign__questionnaire")
            .get(pk=upload.pk)
        )
        if row.finished_at:
            raise AlreadyDone("Sudah disimpan. Tidak ada jawaban yang masuk dua kali.")
        reading, found = read_again(row), 0
        for response, answers, _ in reading.ready:
            found += len(actions.submit(response=response, channel=AnswerChannel.UPLOAD, actor=actor, answers=answers))
        _finish(row, reading.counts)
        if found:
            actions.notices.tell_of_contradictions(row.campaign.school_id)
    return len(reading.ready), found


def cancel_upload(*, upload: TracerUpload) -> None:
    with transaction.atomic():
        row = TracerUpload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
        if row.finished_at:
            raise AlreadyDone("Sudah selesai.")
        _finish(row, {})


def _finish(upload: TracerUpload, counts: dict[str, int]) -> None:
    storage, name = upload.file.storage, upload.file.name
    transaction.on_commit(lambda: storage.delete(name))
    upload.file, upload.counts, upload.finished_at = "", counts, timezone.now()
    upload.save()

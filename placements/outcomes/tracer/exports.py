"""Answers handed out: to the school in the order of the national form, to a person their own."""

from bkk_portal.kit.formatting import waktu
from bkk_portal.kit.spreadsheets import OutSheet, csv_response, xlsx_response
from placements.outcomes.tracer.actions import record_export
from placements.outcomes.tracer.enums import ResponseState
from placements.outcomes.tracer.models import TracerResponse

WHO = ["NISN", "Nama", "Konsentrasi", "Tahun lulus", "Jawaban", "Dijawab lewat", "Dikirim"]
WHO_WIDTHS = [13, 30, 30, 12, 16, 18, 18]
CHUNK = 500


def answers_workbook(campaign, actor):
    """Download of the whole class: those who have not answered too, with their state. In the audit log."""
    record_export(actor=actor, campaign=campaign)
    headings, rows = _table(campaign)
    widths = [*WHO_WIDTHS, *[24] * (len(headings) - len(WHO))]
    return xlsx_response(f"{_name(campaign)}.xlsx", [OutSheet("Tracer study", headings, rows, widths)])


def answers_csv(campaign, actor):
    record_export(actor=actor, campaign=campaign)
    headings, rows = _table(campaign)
    return csv_response(f"{_name(campaign)}.csv", headings, rows)


def _name(campaign):
    return f"tracer-lulusan-{campaign.graduation_year}"


def heading_of(question):
    return f"{question.number}. {question.text}"


def _table(campaign):
    questions = list(campaign.questionnaire.questions.order_by("number"))
    return [*WHO, *map(heading_of, questions)], _rows(campaign, [question.pk for question in questions])


def _rows(campaign, keys):
    rows = campaign.responses.with_people().prefetch_related("answers").order_by("alumnus__person__name", "pk")
    for response in rows.iterator(chunk_size=CHUNK):
        given = {}
        for answer in sorted(response.answers.all(), key=lambda answer: answer.pk):
            given.setdefault(answer.question_id, []).append(answer.value)
        yield [*_who(response), *("; ".join(given.get(key, ())) for key in keys)]


def _who(response):
    alumnus, sent = response.alumnus, response.submitted_at
    state = ResponseState(response.state).label
    return [
        *(alumnus.person.nisn or "", alumnus.person.name, str(alumnus.konsentrasi or "")),
        *(alumnus.graduation_year, state, response.get_channel_display(), sent),
    ]


def export_tracer(person):
    """For /saya/data-saya/ (UU 27/2022 art. 7)."""
    rows = TracerResponse.objects.filter(alumnus__person=person).select_related("campaign__school").order_by("pk")
    return "Tracer study", [_own(response) for response in rows.prefetch_related("answers__question")]


def _own(response):
    facts = {
        "sekolah": response.campaign.school.name,
        "lulusan tahun": response.campaign.graduation_year,
        "keadaan": response.get_state_display(),
        "dikirim": waktu(response.submitted_at),
    }
    answers = sorted(response.answers.all(), key=lambda answer: (answer.question.position, answer.pk))
    return facts | {answer.question.text: answer.value for answer in answers}

"""When a question is asked: the language of conditions, and the national questionnaire walked along its ways."""

import pytest

from placements.outcomes.tracer import questionnaire
from placements.outcomes.tracer.models import TracerQuestionnaire
from placements.outcomes.tracer.offers import load_questionnaire
from placements.outcomes.tracer.questionnaire import Sheet, problems_of, questions_of
from tests.factories.tracer import TracerQuestionFactory, TracerQuestionnaireFactory
from tests.outcomes.tracer.acts import EMPLOYEE, IDLE, NOT_SEEKING, OWNER, SEEKING, STUDENT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "answers", "asked"),
    [
        ("", {}, True),
        ("no.2 = Ya", {2: ["Ya"]}, True),
        ("no.2 = Ya", {2: ["Tidak"]}, False),
        ("no.2 = Ya", {}, False),
        ("no.2=Ya|Mungkin", {2: ["Mungkin"]}, True),
        ("no.2 bukan Ya", {2: ["Tidak"]}, True),
        ("no.2 bukan Ya", {2: ["Ya"]}, False),
        ("no.2 bukan Ya", {}, False),
        ("no.9 bukan C", {9: ["A", "C"]}, False),
        ("no.1 = Ya dan no.2 = Ya", {1: ["Ya"], 2: ["Ya"]}, True),
        ("no.1 = Ya dan no.2 = Ya", {1: ["Ya"]}, False),
        ("no.1 = Ya atau no.2 = Ya", {2: ["Ya"]}, True),
        ("no.1 = Ya dan no.2 = Ya atau no.3 = Ya", {3: ["Ya"]}, True),
        ("no.35 = Barang dan Jasa", {35: ["Barang dan Jasa"]}, True),  # "dan" inside an option
    ],
)
def test_condition(text, answers, asked):
    assert questionnaire.holds(questionnaire.parse(text), answers) is asked


def test_condition_that_is_not_understood_says_how_to_write_one():
    with pytest.raises(ValueError, match="^Syarat “bila bekerja” tidak dikenali. Tulis misalnya: no.2 = Ya"):
        questionnaire.parse("bila bekerja")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("no.1 = Ya", None),
        ("no.7 = Ya", "Pertanyaan no.7 tidak ada di atas pertanyaan ini. Syarat hanya boleh melihat ke atas."),
        ("no.1 = Mungkin", "“Mungkin” bukan salah satu pilihan no.1."),
        ("no.2 = 4", "Pertanyaan no.2 dijawab bebas, jadi tidak dapat menjadi syarat."),
    ],
)
def test_condition_is_checked_against_the_questions_above(text, problem):
    earlier = {1: TracerQuestionFactory.build(number=1), 2: TracerQuestionFactory.build(number=2, kind="number")}
    assert questionnaire.problems(text, earlier) == ([problem] if problem else [])


def test_the_national_form_is_loaded_once_and_in_order():
    assert load_questionnaire() == "Kuesioner tracer: 46 pertanyaan."
    assert load_questionnaire() == "Kuesioner tracer: sudah ada."
    version = TracerQuestionnaire.objects.get()
    assert list(version.questions.values_list("number", flat=True)) == list(range(1, 47))
    assert problems_of(version) == []
    assert [q.number for q in version.questions.all() if q.has_options and len(q.options) < 2] == []


@pytest.fixture
def questions():
    return questions_of(TracerQuestionnaireFactory(national=True))


def asked(questions, answers):
    return [question.number for question in Sheet(questions, answers).asked]


@pytest.mark.parametrize(
    ("answers", "numbers", "blocks"),
    [
        ({}, [1, 2], ["status"]),
        (EMPLOYEE, [1, 2, 3, 22, 23, 24, 26, 27, 28, 29, 30, 31], ["status", "work"]),
        (SEEKING, [1, 2, 4, 6, 8, 9, 11, 12], ["status", "seeking"]),
        (NOT_SEEKING, [1, 2, 4, 6, 8, 9, 10], ["status", "seeking"]),
        (STUDENT, [1, 2, 4, 6, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19, 20], ["status", "seeking", "study"]),
        (OWNER, [1, 2, 3, *range(32, 47)], ["status", "business"]),
    ],
)
def test_the_ways_through_the_national_form(questions, answers, numbers, blocks):
    sheet = Sheet(questions, answers)
    assert (asked(questions, answers), [str(block) for block in sheet.blocks]) == (numbers, blocks)
    assert [question.number for question in sheet.missing] == ([] if answers else [1, 2])


def test_answers_to_what_is_no_longer_asked_do_not_count(questions):
    sheet = Sheet(questions, EMPLOYEE | {"2": ["Tidak"], "4": ["Tidak"], "6": ["Tidak"], "9": [IDLE]})
    assert sorted(sheet.answers) == [1, 2, 4, 6, 9]
    assert [question.number for question in sheet.missing] == [8, 10]


def test_working_while_studying_is_asked_why(questions):
    assert 21 in asked(questions, EMPLOYEE | {"1": ["Ya"]})
    assert 21 not in asked(questions, STUDENT)

"""When a question is asked, written as the national form writes it and read by a program.

    no.2 = Ya
    no.3 = Buruh/karyawan/pegawai|Pekerja bebas atau no.5 = Buruh/karyawan/pegawai
    no.1 = Ya dan no.2 = Tidak
    no.9 bukan Tidak melakukan semua kegiatan di atas

"|" between options, "dan" binds closer than "atau". A question that was not asked has no answer: "=" is then false, and
so is "bukan".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.outcomes.tracer.enums import Block
from placements.outcomes.tracer.models import TracerQuestion, TracerQuestionnaire

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

OR = re.compile(r"\s+atau\s+(?=no\.\s*\d)", re.IGNORECASE)
AND = re.compile(r"\s+dan\s+(?=no\.\s*\d)", re.IGNORECASE)
PART = re.compile(r"no\.\s*(\d+)\s*(=|bukan\s)\s*(.+)", re.IGNORECASE | re.DOTALL)
EXAMPLE = "Tulis misalnya: no.2 = Ya, atau: no.3 = Karyawan|Pekerja bebas atau no.5 = Karyawan."


class Part(NamedTuple):
    number: int
    is_one_of: bool
    options: tuple[str, ...]

    def holds(self, answers: dict[int, list[str]]) -> bool:
        given = answers.get(self.number, ())
        return bool(given) and self.is_one_of == bool(set(given) & set(self.options))


def parse(text: str) -> list[list[Part]]:
    """[[Part, …], …]: alternatives of parts that all hold; empty for "always". Raises ValueError with a sentence."""
    return [[_part(part) for part in AND.split(way)] for way in OR.split(text.strip())] if text.strip() else []


def _part(text: str) -> Part:
    match = PART.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"Syarat “{text.strip()[:80]}” tidak dikenali. {EXAMPLE}")
    options = tuple(option.strip() for option in match[3].split("|") if option.strip())
    return Part(int(match[1]), match[2] == "=", options)


def holds(alternatives: list[list[Part]], answers: dict[int, list[str]]) -> bool:
    """`answers`: {number of a question: [what was answered]} of the questions that were asked."""
    return not alternatives or any(all(part.holds(answers) for part in way) for way in alternatives)


def problems(text: str, earlier: dict[int, TracerQuestion]) -> list[str]:
    """Sentences on what is wrong with a condition; `earlier`: {number: TracerQuestion} of the questions before it."""
    try:
        alternatives = parse(text)
    except ValueError as error:
        return [str(error)]
    return [fault for way in alternatives for part in way if (fault := _fault(part, earlier))]


def _fault(part: Part, earlier: dict[int, TracerQuestion]) -> str:
    question = earlier.get(part.number)
    if question is None:
        return f"Pertanyaan no.{part.number} tidak ada di atas pertanyaan ini. Syarat hanya boleh melihat ke atas."
    if not question.has_options:
        return f"Pertanyaan no.{part.number} dijawab bebas, jadi tidak dapat menjadi syarat."
    unknown = [option for option in part.options if option not in question.options]
    return f"“{unknown[0]}” bukan salah satu pilihan no.{part.number}." if unknown else ""


def as_data(text: str) -> list[list[list[int | list[str]]]]:
    """[[[number, is_one_of, [option, …]], …], …] for the page's script."""
    return [[[part.number, part.is_one_of, list(part.options)] for part in way] for way in parse(text)]


def questions_of(questionnaire: TracerQuestionnaire) -> list[TracerQuestion]:
    """The questions in their order, each with its condition already read."""
    questions = list(questionnaire.questions.order_by("position", "pk"))
    for question in questions:
        question.when = parse(question.condition)
    return questions


class Sheet:
    """`answers`: {number: [value, …]}, as JSON keeps them with the numbers as text.

    Answers to questions that are no longer asked do not count: who changes "bekerja" to "tidak" leaves no employer.
    """

    def __init__(
        self, questions: list[TracerQuestion], answers: Mapping[str, list[str]] | Mapping[int, list[str]]
    ) -> None:
        self.questions = questions
        self.given = {int(number): values for number, values in answers.items() if values}

    @functools.cached_property
    def asked(self) -> list[TracerQuestion]:
        """The questions that are asked, in order; a condition looks only at answers that count themselves."""
        shown: list[TracerQuestion] = []
        counting: dict[int, list[str]] = {}
        for question in self.questions:
            if holds(question.when, counting):
                shown.append(question)
                counting[question.number] = self.given.get(question.number, [])
        return shown

    @functools.cached_property
    def answers(self) -> dict[int, list[str]]:
        """{number: [value, …]} of what was asked and answered."""
        return {q.number: self.given[q.number] for q in self.asked if q.number in self.given}

    @property
    def missing(self) -> list[TracerQuestion]:
        """Asked, must be answered, and is not."""
        return [q for q in self.asked if q.is_required and q.number not in self.answers]

    @property
    def blocks(self) -> list[Block]:
        """The pages of the form that have something to ask, in order."""
        asked = {question.block for question in self.asked}
        return [block for block in Block if block in asked]

    def of_block(self, block: str) -> list[TracerQuestion]:
        return [question for question in self.questions if question.block == block]

    def next_block(self, block: str) -> Block | None:
        """The page after this one; None at the end."""
        later = list(Block)[list(Block).index(Block(block)) + 1 :]
        return next((name for name in self.blocks if name in later), None)

    @property
    def first_open(self) -> str | None:
        """The page with the first question that still waits; None when all is there."""
        return self.missing[0].block if self.missing else None

    def said(self, *meanings: Any) -> str:
        """The first answer to a question of one of these meanings; "" when nobody asked or answered."""
        for question in self.asked:
            if question.meaning in meanings and self.answers.get(question.number):
                return self.answers[question.number][0]
        return ""

    def as_json(self) -> dict[str, list[str]]:
        return {str(number): values for number, values in self.answers.items()}


PUBLISHED = "Versi ini sudah diterbitkan dan tidak dapat diubah. Buat versi baru."
COPIED = ("number", "position", "block", "text", "help", "kind", "options", "condition", "is_required", "meaning")


def start_draft(*, actor: Actor) -> TracerQuestionnaire:
    """The next version, a copy of the one in force. AlreadyDone when somebody has begun one."""
    _refuse_others(actor)
    with transaction.atomic():
        versions = list(TracerQuestionnaire.objects.select_for_update().order_by("-number"))
        if any(version.is_draft for version in versions):
            raise AlreadyDone("Sudah ada rancangan. Lanjutkan yang itu.")
        source = TracerQuestionnaire.objects.in_force()
        draft = TracerQuestionnaire.objects.create(
            number=versions[0].number + 1 if versions else 1, title=source.title if source else "Tracer study SMK"
        )
        for question in source.questions.order_by("position", "pk") if source else ():
            TracerQuestion.objects.create(questionnaire=draft, **{name: getattr(question, name) for name in COPIED})
    return draft


def save_question(*, questionnaire: TracerQuestionnaire, question: TracerQuestion, actor: Actor) -> TracerQuestion:
    """An edited or a new question; a new one gets the next number and stands at the end of its block."""
    _refuse_others(actor)
    with transaction.atomic():
        row = _draft(questionnaire)
        question.questionnaire = row
        if question.pk is None:
            tops = row.questions.aggregate(number=Max("number"), position=Max("position"))
            question.number = (tops["number"] or 0) + 1
            question.position = _end_of_block(row, question.block, tops["position"] or 0)
        question.save()
    return question


def _end_of_block(draft: TracerQuestionnaire, block: str, last: int) -> int:
    """The place after the block's last question; those behind it move on."""
    place = (draft.questions.filter(block=block).aggregate(top=Max("position"))["top"] or last) + 1
    for question in draft.questions.filter(position__gte=place).order_by("-position"):
        question.position += 1
        question.save()
    return place


def move_question(*, question: TracerQuestion, up: bool, actor: Actor) -> None:
    """One place up or down within its block."""
    _refuse_others(actor)
    with transaction.atomic():
        draft = _draft(question.questionnaire)
        row = draft.questions.get(pk=question.pk)
        others = draft.questions.filter(block=row.block)
        if up:
            neighbour = others.filter(position__lt=row.position).order_by("-position").first()
        else:
            neighbour = others.filter(position__gt=row.position).order_by("position").first()
        if neighbour is None:
            raise AlreadyDone("Sudah di ujung bagiannya.")
        row.position, neighbour.position = neighbour.position, row.position
        row.save()
        neighbour.save()


def remove_question(*, question: TracerQuestion, actor: Actor) -> None:
    """Out of the draft. Refused for what the portal reads BMW from, and for what another condition looks at."""
    _refuse_others(actor)
    with transaction.atomic():
        row = _draft(question.questionnaire).questions.get(pk=question.pk)
        if row.meaning:
            raise Refused("Pertanyaan ini dipakai portal untuk menghitung BMW, jadi tidak dapat dihapus.")
        looking = [q.number for q in row.questionnaire.questions.order_by("position") if row.number in _seen_by(q)]
        if looking:
            raise Refused(f"Syarat pertanyaan no.{looking[0]} melihat pertanyaan ini. Ubah syarat itu dulu.")
        row.delete()


def _seen_by(question: TracerQuestion) -> set[int]:
    return {part.number for way in parse(question.condition) for part in way}


def problems_of(questionnaire: TracerQuestionnaire) -> list[tuple[TracerQuestion, str]]:
    """[(question, sentence)]: why a draft cannot be published yet."""
    earlier: dict[int, TracerQuestion] = {}
    found: list[tuple[TracerQuestion, str]] = []
    for question in questionnaire.questions.order_by("position", "pk"):
        found += [(question, fault) for fault in problems(question.condition, earlier)]
        earlier[question.number] = question
    return found


def publish(*, questionnaire: TracerQuestionnaire, note: str, actor: Actor) -> TracerQuestionnaire:
    """From now on new campaigns ask these questions; running ones keep theirs. Refused while something is wrong."""
    _refuse_others(actor)
    with transaction.atomic():
        row = TracerQuestionnaire.objects.select_for_update().get(pk=questionnaire.pk)
        if not row.is_draft:
            raise AlreadyDone("Sudah diterbitkan.")
        if problems := problems_of(row):
            raise Refused(f"Perbaiki dulu no.{problems[0][0].number}: {problems[0][1]}")
        row.note, row.published_at = note[:1000], timezone.now()
        row.published_by = User.objects.get(pk=actor.user_id)
        row.save()
    return row


def discard(*, questionnaire: TracerQuestionnaire, actor: Actor) -> None:
    _refuse_others(actor)
    with transaction.atomic():
        _draft(questionnaire).delete()


def _draft(questionnaire: TracerQuestionnaire) -> TracerQuestionnaire:
    row = TracerQuestionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if not row.is_draft:
        raise Refused(PUBLISHED)
    return row


def _refuse_others(actor: Actor) -> None:
    if not actor.is_forum:
        raise Refused("Kuesioner hanya diubah oleh ketua forum BKK.")

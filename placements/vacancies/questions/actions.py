"""The questions of a vacancy: at most five, and fixed once somebody has answered them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from django.db import models, transaction

from bkk_portal.kit.errors import Refused
from placements.vacancies import rules
from placements.vacancies.models import MOST_QUESTIONS, Vacancy, VacancyQuestion

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

NOT_YOURS = "Lowongan ini diumumkan BKK lain; hanya mereka yang dapat mengubah pertanyaannya."
FROZEN = "Sudah ada yang melamar, jadi pertanyaannya tidak dapat diubah lagi. Jawaban semua pelamar harus sebanding."
CHANGED = "Pertanyaan ini baru saja diubah di tempat lain. Isian Anda belum disimpan; periksa lalu simpan lagi."
FIELDS = ("text", "kind", "options", "is_required")


def set_questions(
    *, vacancy: Vacancy, questions: list[dict[str, bool | str]], seen: str, applications: models.QuerySet, actor: Actor
) -> Vacancy:
    """Puts these in place of what is asked now. `questions`: dicts of FIELDS, in order; `seen`: fingerprint() of what
    the coordinator had before them; `applications`: those to the vacancy, looked at once it is locked."""
    with transaction.atomic():
        row = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
        if sentence := obstacle(row, applications, actor):
            raise Refused(sentence)
        if fingerprint(row) != seen:
            raise Refused(CHANGED)
        if len(questions) > MOST_QUESTIONS:
            raise Refused(f"Paling banyak {MOST_QUESTIONS} pertanyaan.")
        _replace(row, questions)
    return row


def copy_questions(*, source: Vacancy, vacancy: Vacancy) -> None:
    """A copied vacancy asks what the first one asked."""
    rows = source.questions.order_by("position").values("position", *FIELDS)
    for values in rows:
        VacancyQuestion.objects.create(vacancy=vacancy, **values)


def obstacle(vacancy: Vacancy, applications: models.QuerySet, actor: Actor) -> str:
    """Why this actor cannot change the questions, as a sentence; empty when they can."""
    if not rules.is_own(actor, vacancy):
        return NOT_YOURS
    if not rules.can_edit(actor, vacancy):
        return "Lowongan yang sudah ditutup tidak dapat diubah."
    return FROZEN if applications.exists() else ""


def fingerprint(vacancy: Vacancy) -> str:
    """Changes whenever a question does."""
    values = list(vacancy.questions.order_by("position").values_list(*FIELDS))
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:16]


def _replace(vacancy: Vacancy, questions: list[dict[str, bool | str]]) -> None:
    standing = {question.position: question for question in vacancy.questions.all()}
    for position, values in enumerate(questions, 1):
        question = standing.pop(position, None) or VacancyQuestion(vacancy=vacancy, position=position)
        for name in FIELDS:
            setattr(question, name, values[name])
        question.save()
    for question in standing.values():
        question.delete()

"""A questionnaire as it is being filled in: which questions are asked, page by page, given the answers so far."""

import functools

from placements.outcomes.tracer import conditions
from placements.outcomes.tracer.enums import Block


def questions_of(questionnaire):
    """The questions in their order, each with its condition already read."""
    questions = list(questionnaire.questions.order_by("position", "pk"))
    for question in questions:
        question.when = conditions.parse(question.condition)
    return questions


class Sheet:
    """`answers`: {number: [value, …]}, as JSON keeps them with the numbers as text.

    Answers to questions that are no longer asked do not count: who changes "bekerja" to "tidak" leaves no employer.
    """

    def __init__(self, questions, answers):
        self.questions = questions
        self.given = {int(number): values for number, values in answers.items() if values}

    @functools.cached_property
    def asked(self):
        """The questions that are asked, in order; a condition looks only at answers that count themselves."""
        shown, counting = [], {}
        for question in self.questions:
            if conditions.holds(question.when, counting):
                shown.append(question)
                counting[question.number] = self.given.get(question.number, [])
        return shown

    @functools.cached_property
    def answers(self):
        """{number: [value, …]} of what was asked and answered."""
        return {q.number: self.given[q.number] for q in self.asked if q.number in self.given}

    @property
    def missing(self):
        """Asked, must be answered, and is not."""
        return [q for q in self.asked if q.is_required and q.number not in self.answers]

    @property
    def blocks(self):
        """The pages of the form that have something to ask, in order."""
        asked = {question.block for question in self.asked}
        return [block for block in Block if block in asked]

    def of_block(self, block):
        return [question for question in self.questions if question.block == block]

    def next_block(self, block):
        """The page after this one; None at the end."""
        later = list(Block)[list(Block).index(Block(block)) + 1 :]
        return next((name for name in self.blocks if name in later), None)

    @property
    def first_open(self):
        """The page with the first question that still waits; None when all is there."""
        return self.missing[0].block if self.missing else None

    def said(self, *meanings):
        """The first answer to a question of one of these meanings; "" when nobody asked or answered."""
        for question in self.asked:
            if question.meaning in meanings and self.answers.get(question.number):
                return self.answers[question.number][0]
        return ""

    def as_json(self):
        return {str(number): values for number, values in self.answers.items()}

"""One page of the questionnaire as a form."""

import json

from django import forms

from placements.outcomes.tracer import conditions
from placements.outcomes.tracer.fields import as_initial, as_values, field_for
from placements.outcomes.tracer.sheet import Sheet

SHOWN = "tampil"  # numbers of the questions that the person had before them
UNANSWERED = "Pertanyaan ini belum dijawab."


class StepForm(forms.Form):
    """The questions of one block. `sheet`: the answers so far, of every page.

    Without JavaScript a follow-up question appears only after the answer it depends on was sent: a form whose new
    questions were not on the page is valid, and `has_new` says that the same page comes again.
    """

    def __init__(self, data=None, *, sheet, block):
        self.sheet = sheet
        self.questions = sheet.of_block(block)
        self.has_new = False
        initial = {
            f"q{q.number}": as_initial(q, sheet.given[q.number]) for q in self.questions if q.number in sheet.given
        }
        super().__init__(data, initial=initial)
        self.fields |= {f"q{question.number}": field_for(question) for question in self.questions}

    @property
    def items(self):
        """(question, bound field, is it asked, its condition for the page's script)"""
        asked = {question.number for question in self.now.asked}
        return [(q, self[f"q{q.number}"], q.number in asked, _when(q)) for q in self.questions]

    @property
    def now(self):
        """The sheet with what this page says, as far as it could be read."""
        if not self.is_bound:
            return self.sheet
        said = {q.number: as_values(self.cleaned_data.get(f"q{q.number}")) for q in self.questions}
        return Sheet(self.sheet.questions, self.sheet.given | said)

    @property
    def shown(self):
        """What the hidden field says the person had before them."""
        return ",".join(str(question.number) for question, _, is_asked, _ in self.items if is_asked)

    @property
    def known(self):
        """The answers of the other pages, for the page's script."""
        own = {question.number for question in self.questions}
        return json.dumps({number: values for number, values in self.sheet.answers.items() if number not in own})

    def clean(self):
        cleaned = super().clean()
        before = set(self.data.get(SHOWN, "").split(","))
        for question in self.now.missing:
            name = f"q{question.number}"
            if name not in self.fields or name in self.errors:
                continue
            if str(question.number) in before:
                self.add_error(name, UNANSWERED)
            else:
                self.has_new = True
        return cleaned

    def answers(self):
        """{number as text: [value, …]} of every page, with what of this one could be read."""
        return {str(number): values for number, values in self.now.given.items()}


def _when(question):
    return json.dumps(conditions.as_data(question.condition)) if question.condition else ""

"""The form itself, the same for a personal link, for one's own account and for the BKK at the telephone.

One page a block, each saved when it is sent; with JavaScript also at every change. `?langkah=` names the page, "kirim"
is the last one, where everything is read through and sent.
"""

import dataclasses

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.dates import parse_date
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.kit.web.pages import attempt
from placements.outcomes.tracer import actions
from placements.outcomes.tracer.enums import Block, QuestionKind
from placements.outcomes.tracer.forms import StepForm
from placements.outcomes.tracer.models import TracerResponse
from placements.outcomes.tracer.questionnaire import Sheet, questions_of

STEP, LAST = "langkah", "kirim"
NAMES = {
    Block.STATUS: "Sekarang",
    Block.SEEKING: "Mencari kerja",
    Block.STUDY: "Studi",
    Block.WORK: "Pekerjaan",
    Block.BUSINESS: "Usaha",
    LAST: "Kirim",
}
AUTOSAVE = "otomatis"


@dataclasses.dataclass(frozen=True)
class Place:
    """Where the form stands: its address, how it is answered, and where it leads when it was sent."""

    response: TracerResponse
    url: str
    channel: str
    done_url: str
    thanks: str
    actor: object = None
    is_desk: bool = False

    def url_of(self, step):
        return f"{self.url}?{STEP}={step}"


def fill(request, place):
    """One page of the form, or the last one."""
    sheet = Sheet(questions_of(place.response.campaign.questionnaire), place.response.draft)
    step = request.GET.get(STEP) or sheet.first_open or LAST
    if step == LAST:
        return _finish(request, place, sheet)
    if step not in sheet.blocks:
        return redirect(place.url_of(sheet.first_open or LAST))
    form = StepForm(request.POST if request.method == "POST" else None, sheet=sheet, block=step)
    if request.method == "POST":
        if answer := _saved(request, place, form, step):
            return answer
        request.refused = True
    context = {"form": form, "step": step, "part": Block(step)}
    return _page(request, "outcomes/tracer_step.html", place, sheet, step, context)


def _saved(request, place, form, step):
    """The way on, or None where the page must be shown again. What could be read is kept in any case."""
    is_valid = form.is_valid()
    try:
        actions.save_draft(response=place.response, answers=form.answers())
    except Refused as answer:
        if request.POST.get("simpan") == AUTOSAVE:
            return HttpResponse(status=409)
        messages.error(request, answer.message)
        return redirect(place.done_url)
    if request.POST.get("simpan") == AUTOSAVE:
        return HttpResponse(status=204)
    if not is_valid:
        return None
    return redirect(place.url_of(step if form.has_new else form.now.next_block(step) or LAST))


def _finish(request, place, sheet):
    if request.method == "POST":
        said = {"response": place.response, "channel": place.channel, "actor": place.actor}
        if attempt(request, actions.submit, success=place.thanks, **said) is not None:
            return redirect(place.done_url)
        return redirect(place.url_of(sheet.first_open) if sheet.first_open else place.done_url)
    if sheet.first_open:
        messages.info(request, "Beberapa pertanyaan belum dijawab.")
        return redirect(place.url_of(sheet.first_open))
    return _page(request, "outcomes/tracer_finish.html", place, sheet, LAST, {"parts": parts_of(sheet)})


def _page(request, template, place, sheet, step, context):
    steps = [*sheet.blocks, LAST]
    context |= {
        "response": place.response,
        "person": place.response.alumnus.person,
        "school": place.response.campaign.school,
        "is_desk": place.is_desk,
        "place": place,
        "steps": [
            (NAMES[name], place.url_of(name), name == step, steps.index(name) < steps.index(step)) for name in steps
        ],
    }
    return render(request, template, context)


def parts_of(sheet):
    """[(block, [(question, answer in words)])] of everything that was asked."""
    return [
        (Block(block), [(q, words(q, sheet.answers.get(q.number, []))) for q in sheet.asked if q.block == block])
        for block in sheet.blocks
    ]


def words(question, values):
    """An answer as people read it."""
    if question.kind == QuestionKind.DATE and values:
        return ", ".join(tanggal(parse_date(value)) for value in values)
    return "; ".join(values)

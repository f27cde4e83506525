"""One graduate in a tracer study: how to reach them, the form during a call, and answers that contradict."""

from urllib.parse import quote

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.text.dates import parse_date
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.enums import Alignment, SpellKind
from placements.outcomes.tracer import actions, notices
from placements.outcomes.tracer.enums import AnswerChannel
from placements.outcomes.tracer.forms import DecisionForm, NoteForm
from placements.outcomes.tracer.models import Contradiction, TracerResponse
from placements.outcomes.tracer.notices import url_of
from placements.outcomes.tracer.questionnaire import Sheet, questions_of
from placements.outcomes.tracer.views.filling import Place, fill, parts_of

RECORDED = "Jawaban tercatat."
SIMPLE = {  # what a button on the page of a response does, and what is said afterwards
    "tautan": (actions.send_link, "Tautan dikirim lewat surel."),
    "ganti": (actions.renew_link, "Tautan lama tidak berlaku lagi. Kirim yang baru."),
    "tanya": (actions.ask_again, "Alumni ini termasuk yang ditanya lagi."),
    "buka": (actions.reopen, "Jawaban dibuka lagi untuk diperbaiki."),
}


@school_desk
@require_safe
def response_page(request, pk):
    response = _response(request, pk)
    answers = actions.answers_of(response) if response.is_submitted else response.draft
    sheet = Sheet(questions_of(response.campaign.questionnaire), answers)
    context = {
        "response": response,
        "person": response.alumnus.person,
        "campaign": response.campaign,
        "parts": parts_of(sheet) if answers else [],
        "link": url_of(response),
        "message": quote(notices.message_for(response)),
        "contradictions": response.contradictions.select_related("spell").order_by("pk"),
        "form": NoteForm(initial={"note": response.note}),
    }
    return render(request, "outcomes/tracer_response.html", context)


@school_desk
@get_or_post
def response_fill(request, pk):
    """The same form as the graduate's, filled in during a call."""
    response = _response(request, pk)
    page = reverse("bkk:response_page", args=[pk])
    if response.is_submitted:
        return redirect(page)
    url = reverse("bkk:response_fill", args=[pk])
    return fill(request, Place(response, url, AnswerChannel.PHONE, page, RECORDED, request.actor, is_desk=True))


@school_desk
@require_POST
def response_untraceable(request, pk):
    form = NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    said = {"success": "Dicatat tidak terlacak.", "note": note, "actor": request.actor}
    attempt(request, actions.mark_untraceable, response=_response(request, pk), **said)
    return redirect("bkk:response_page", pk)


@school_desk
@require_POST
def response_act(request, pk):
    """One of the simple steps of SIMPLE; an unknown word changes nothing."""
    response, step = _response(request, pk), SIMPLE.get(request.POST.get("langkah"))
    if step:
        act, said = step
        attempt(request, act, response=response, actor=request.actor, success=said)
    return redirect("bkk:response_page", pk)


def _response(request, pk):
    rows = TracerResponse.objects.visible_to(request.actor).with_people()
    return get_object_or_404(rows.select_related("campaign__questionnaire", "alumnus__person__user"), pk=pk)


@school_desk
@require_safe
def contradiction_list(request):
    rows = Contradiction.objects.visible_to(request.actor).newest_first().select_related("alumnus__person", "spell")
    return render(request, "outcomes/contradiction_list.html", {"listing": Listing(request, rows.open())})


@school_desk
@get_or_post
def contradiction_page(request, pk):
    related = ("alumnus__person", "spell__verified_by", "response", "decided_by")
    row = get_object_or_404(Contradiction.objects.visible_to(request.actor).select_related(*related), pk=pk)
    form = DecisionForm(posted(request), contradiction=row)
    if request.method == "POST" and form.is_valid():
        said = {"success": "Keputusan tersimpan.", "actor": request.actor, **form.cleaned_data}
        if attempt(request, actions.decide, contradiction=row, **said) or row.decided_at:
            return redirect("bkk:contradiction_list")
    return render(
        request, "outcomes/contradiction_page.html", {"row": row, "form": form, "claim": _in_words(row.claim)}
    )


def _in_words(claim):
    """[(what, how)] of a claim, for a list of facts."""
    if not claim.get("kind"):
        return [("Kegiatan", "Sudah berakhir menurut alumni"), ("Hari terakhir", _day(claim.get("until")))]
    alignment = claim.get("alignment")
    return [
        ("Kegiatan", SpellKind(claim["kind"]).label),
        ("Sejak", _day(claim["since"])),
        ("Tempat", claim.get("organisation", "")),
        ("Jabatan atau jurusan", claim.get("position", "")),
        ("Keselarasan", Alignment(alignment).label if alignment else ""),
    ]


def _day(text):
    return tanggal(parse_date(text)) if text else ""

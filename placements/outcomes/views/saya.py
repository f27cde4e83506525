"""What I do since school: news at any time, the end of an activity, and the tracer study of my school."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.models import ActivitySpell
from placements.outcomes import actions
from placements.outcomes.forms import ActivityForm, EndForm
from placements.outcomes.tracer.actions import tell_end
from placements.outcomes.tracer.enums import AnswerChannel
from placements.outcomes.tracer.models import TracerResponse
from placements.outcomes.tracer.views.filling import Place, fill

THANKS = "Terima kasih. Jawaban Anda sudah kami terima."


@person_desk
@get_or_post
def tracer(request):
    """What I do since school; the school's figures are made of these answers."""
    form = ActivityForm(posted(request))
    if request.method == "POST" and form.is_valid():
        spell = form.save(commit=False)
        thanks = "Terima kasih. Kabar Anda tersimpan."
        attempt(request, actions.report_activity, spell=spell, actor=request.actor, success=thanks)
        return redirect("saya:tracer")
    spells = ActivitySpell.objects.filter(person_id=request.actor.person_id)
    asked = TracerResponse.objects.visible_to(request.actor).missing().select_related("campaign__school")
    return render(request, "outcomes/saya_tracer.html", {"form": form, "spells": spells, "asked": asked.order_by("pk")})


@person_desk
@get_or_post
def tracer_fill(request, pk):
    """The tracer study of my school, filled in under my account."""
    related = ("campaign__questionnaire", "campaign__school", "alumnus__person")
    response = get_object_or_404(TracerResponse.objects.visible_to(request.actor).select_related(*related), pk=pk)
    home = reverse("saya:tracer")
    if response.is_submitted or not response.campaign.is_open:
        return redirect(home)
    url = reverse("saya:tracer_fill", args=[pk])
    return fill(request, Place(response, url, AnswerChannel.ACCOUNT, home, THANKS, request.actor))


@person_desk
@get_or_post
def spell_end(request, pk):
    """An activity of mine is over; one that the BKK has verified is for them to end."""
    spell = get_object_or_404(ActivitySpell, pk=pk, person_id=request.actor.person_id)
    form = EndForm(posted(request))
    if request.method == "POST" and form.is_valid():
        ended = {"spell": spell, "last_day": form.cleaned_data["last_day"], "actor": request.actor}
        if attempt(request, tell_end, success=_told, **ended) is not None or spell.until:
            return redirect("saya:tracer")
    return render(request, "outcomes/saya_spell_end.html", {"spell": spell, "form": form})


def _told(is_asked):
    if is_asked:
        return "Terima kasih. Kegiatan ini dicatat BKK; mereka diminta memeriksa dan mengakhirinya."
    return "Tanggal selesai tersimpan."

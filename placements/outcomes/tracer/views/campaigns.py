"""Tracer studies on the coordinator's desk: opening, following, results, handing out."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.tracer import campaigns
from placements.outcomes.tracer.figures import Rate, rate_of, rates_by, results_of
from placements.outcomes.tracer.filters import ResponseFilter
from placements.outcomes.tracer.forms import CampaignForm
from placements.outcomes.tracer.models import Contradiction, TracerCampaign
from placements.outcomes.tracer.spreadsheets import answers_csv, answers_workbook

SHOWN = 10


@school_desk
@require_safe
def tracer(request):
    """The studies of this school, and what its graduates do, class by class with both denominators."""
    alumni = Alumnus.objects.visible_to(request.actor)
    mine = list(TracerCampaign.objects.visible_to(request.actor)[:SHOWN])
    rates = rates_by([campaign.pk for campaign in mine], "campaign_id")
    context = {
        "campaigns": [(campaign, rates.get(campaign.pk, Rate())) for campaign in mine],
        "contradictions": Contradiction.objects.visible_to(request.actor).open().count(),
        "classes": sorted(bmw.figures_by(alumni, "graduation_year").items(), reverse=True),
        "whole": bmw.figures(alumni),
    }
    return render(request, "outcomes/bkk_tracer.html", context)


@school_desk
@get_or_post
def campaign_create(request):
    form = CampaignForm(posted(request), school_id=request.actor.school_id)
    if request.method == "POST" and form.is_valid():
        campaign = form.save(commit=False)
        said = "Tracer study dibuka. Undangan dikirim sendiri pada hari mulai."
        if attempt(request, campaigns.open_campaign, campaign=campaign, actor=request.actor, success=said):
            return redirect("bkk:tracer_page", campaign.pk)
    return render(request, "outcomes/tracer_campaign_form.html", {"form": form, "campaign": None})


@school_desk
@get_or_post
def campaign_edit(request, pk):
    campaign = _campaign(request, pk)
    if campaign.closed_at:
        return redirect("bkk:tracer_page", pk)
    form = CampaignForm(posted(request), instance=campaign, school_id=request.actor.school_id)
    if request.method == "POST" and form.is_valid():
        attempt(request, form.save, success="Tersimpan.")
        return redirect("bkk:tracer_page", pk)
    context = {"form": form, "campaign": _campaign(request, pk)}  # as saved, whatever the form holds
    return render(request, "outcomes/tracer_campaign_form.html", context)


@school_desk
@require_safe
def campaign_page(request, pk):
    campaign = _campaign(request, pk)
    responses = campaign.responses.with_people()
    listing = Listing(request, responses, order=["alumnus__person__name", "pk"], filterset=ResponseFilter)
    context = {
        "campaign": campaign,
        "rate": rate_of([campaign]),
        "next_wave": campaigns.next_wave(campaign),
        "listing": listing,
        "filter": listing.filters,
        "contradictions": Contradiction.objects.filter(response__campaign=campaign).open().count(),
    }
    return render(request, "outcomes/tracer_campaign.html", context)


@school_desk
@require_safe
def campaign_rate(request, pk):
    """The response rate alone: the page asks for it again and again."""
    campaign = _campaign(request, pk)
    return render(request, "outcomes/tracer_rate.html", {"campaign": campaign, "rate": rate_of([campaign])})


@school_desk
@require_safe
def campaign_results(request, pk):
    campaign = _campaign(request, pk)
    context = {"campaign": campaign, "results": results_of([campaign], campaign.questionnaire)}
    return render(request, "outcomes/tracer_results.html", context)


@school_desk
@require_safe
def campaign_workbook(request, pk):
    return answers_workbook(_campaign(request, pk), request.actor)


@school_desk
@require_safe
def campaign_csv(request, pk):
    return answers_csv(_campaign(request, pk), request.actor)


@school_desk
@require_POST
def campaign_publish(request, pk):
    """On or off the school's public page."""
    campaign, is_on = _campaign(request, pk), request.POST.get("umumkan") == "ya"
    action = campaigns.publish_results if is_on else campaigns.unpublish_results
    said = "Hasil diumumkan di halaman sekolah." if is_on else "Hasil tidak diumumkan lagi."
    attempt(request, action, campaign=campaign, actor=request.actor, success=said)
    return redirect("bkk:tracer_results", pk)


def _campaign(request, pk):
    rows = TracerCampaign.objects.visible_to(request.actor).select_related("questionnaire", "school")
    return get_object_or_404(rows, pk=pk)


campaign_close = act(
    school_desk,
    _campaign,
    campaigns.close_campaign,
    "Tracer study ditutup. Jawaban yang sudah masuk tetap tersimpan.",
    row="campaign",
    to="bkk:tracer_page",
)

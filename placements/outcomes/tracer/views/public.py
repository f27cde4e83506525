"""The personal link, and the published results of a school."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit.web.pages import attempt, get_or_post
from placements.outcomes.tracer import actions
from placements.outcomes.tracer.enums import ENDED_STATES, AnswerChannel
from placements.outcomes.tracer.figures import results_of
from placements.outcomes.tracer.models import TracerCampaign
from placements.outcomes.tracer.notices import first_name, open_link
from placements.outcomes.tracer.views.filling import STEP, Place, fill
from placements.schools.models import School

THANKS = "Terima kasih. Jawaban Anda sudah kami terima."
DECLINE = "tidak"


@public
@never_cache
@get_or_post
def tracer_link(request, token):
    """Without a password: who holds the link answers, once, while it lives."""
    opened = open_link(token)
    if opened is None:
        raise Http404
    response, url = opened.response, reverse("tracer_link", kwargs={"token": token})
    context = {"response": response, "school": response.campaign.school, "person": response.alumnus.person}
    if opened.problem:
        status = 200 if response.status in ENDED_STATES else 410
        return render(request, "outcomes/tracer_link_over.html", context | {"problem": opened.problem}, status=status)
    if request.method == "POST" and request.POST.get("jawab") == DECLINE:
        attempt(request, actions.decline, response=response)
        return redirect(url)
    if STEP in request.GET:
        return fill(request, Place(response, url, AnswerChannel.LINK, url, THANKS))
    context |= {"url": url, "step": STEP, "first_name": first_name(response.alumnus.person)}
    return render(request, "outcomes/tracer_welcome.html", context)


@public
@require_safe
def school_results(request, npsn, year):
    """The totals of one class, as its school has published them; nothing under five people."""
    school = get_object_or_404(School, npsn=npsn)
    campaigns = TracerCampaign.objects.filter(school=school, graduation_year=year, published_at__isnull=False)
    campaign = campaigns.select_related("questionnaire").order_by("-published_at", "-pk").first()
    if campaign is None:
        raise Http404
    results = results_of([campaign], campaign.questionnaire, is_public=True)
    return render(request, "outcomes/public_results.html", {"school": school, "campaign": campaign, "results": results})

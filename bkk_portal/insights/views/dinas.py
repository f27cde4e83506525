from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.insights import actions
from bkk_portal.insights.forms import LabourFigureForm
from bkk_portal.insights.models import LabourFigure
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted


@agency_desk
@require_safe
def labour_force(request):
    listing = Listing(request, LabourFigure.objects.visible_to(request.actor), order=["-year", "indicator", "sex"])
    return render(request, "insights/dinas_labour.html", {"listing": listing})


@agency_desk
@get_or_post
def labour_create(request):
    return _form(request, None)


@agency_desk
@get_or_post
def labour_edit(request, pk):
    return _form(request, get_object_or_404(LabourFigure.objects.visible_to(request.actor), pk=pk))


def _form(request, figure):
    form = LabourFigureForm(posted(request), instance=figure)
    if request.method == "POST" and form.is_valid():
        attempt(
            request, actions.save_labour_figure, form=form, actor=request.actor, success="Angka tersimpan di statistik."
        )
        return redirect("dinas:labour_force")
    return render(request, "insights/dinas_labour_form.html", {"form": form, "figure": figure})

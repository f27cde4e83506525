from django.shortcuts import get_object_or_404, redirect, render

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.offices.actions import update_agency
from bkk_portal.offices.forms import AgencyForm
from bkk_portal.offices.models import Agency


@agency_desk
@get_or_post
def agency_settings(request):
    """The office's letterhead and who signs: everyone of the office sees it, the head changes it."""
    agency = get_object_or_404(Agency, pk=request.actor.agency_id)
    form = AgencyForm(posted(request), request.FILES or None, instance=agency)
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            request,
            update_agency,
            agency=form.save(commit=False),
            actor=request.actor,
            success="Data dinas disimpan. Sertifikat dan surat berikutnya memakainya.",
        )
        if saved:
            return redirect("dinas:agency_settings")
    context = {"form": form, "agency": agency, "may_edit": request.actor.is_agency_head}
    return render(request, "offices/dinas_settings.html", context)

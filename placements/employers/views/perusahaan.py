from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk
from placements.employers.models import Employer


@employer_desk
@require_safe
def profile(request):
    rows = Employer.objects.visible_to(request.actor).select_related(
        "industry", "regency", "village", "added_by_school"
    )
    employer = get_object_or_404(rows, pk=request.actor.employer_id)
    return render(request, "employers/perusahaan_profile.html", {"employer": employer})

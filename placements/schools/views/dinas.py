from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from placements.schools import actions, rules
from placements.schools.forms import RegistrationForm
from placements.schools.models import School


@agency_desk
@require_safe
def bkk_list(request):
    """Every school's BKK and whether it is registered; those without a tanda daftar first."""
    rows = School.objects.visible_to(request.actor).select_related("district")
    listing = Listing(request, rows, order=["registration_number", "name", "pk"], per_page=50)
    context = {"listing": listing, "may_register": rules.can_register_bkk(request.actor)}
    return render(request, "schools/dinas_list.html", context)


@agency_desk
@require_http_methods(["GET", "POST"])
def bkk_edit(request, pk):
    _only_supervising(request.actor)
    school = get_object_or_404(School.objects.visible_to(request.actor), pk=pk)
    form = RegistrationForm(posted(request), request.FILES or None, instance=school)
    if request.method == "POST" and form.is_valid():
        school = form.save(commit=False)
        success = f"Tanda daftar BKK {school.name} tersimpan."
        attempt(request, actions.save_registration, school=school, actor=request.actor, success=success)
        return redirect("dinas:bkk_list")
    return render(request, "schools/dinas_form.html", {"form": form, "school": school})


@agency_desk
@require_safe
def bkk_file(request, pk):
    _only_supervising(request.actor)
    schools = School.objects.visible_to(request.actor).exclude(registration_file="")
    school = get_object_or_404(schools, pk=pk)
    return private_file_response(request, school.registration_file, f"tanda-daftar-{school.npsn}")


def _only_supervising(actor):
    """Another office sees who is registered, and nothing to change or download."""
    if not rules.can_register_bkk(actor):
        raise Http404

from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit import registry
from bkk_portal.kit.listing import Listing
from bkk_portal.people.models import Konsentrasi
from placements.schools.forms import SchoolSearch
from placements.schools.models import School


@public
@require_safe
def school_list(request):
    form = SchoolSearch(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    schools = School.objects.visible_to(request.actor).matching(**asked).with_open_vacancies()
    listing = Listing(request, schools.select_related("district"), order=["name", "pk"], per_page=30)
    return render(request, "schools/public_list.html", {"listing": listing, "form": form})


@public
@require_safe
def school_page(request, npsn):
    schools = School.objects.visible_to(request.actor).with_open_vacancies().select_related("district", "village")
    school = get_object_or_404(schools, npsn=npsn)
    taught = Konsentrasi.objects.filter(alumni__school=school).distinct().order_by("field", "name", "pk")
    context = {"school": school, "konsentrasi": taught, "panels": _panels(request, school)}
    return render(request, "schools/public_page.html", context)


def _panels(request, school):
    """[HTML] of what other rooms have to say about a school."""
    offers = [entry.function(request.actor, school) for entry in registry.school_panels]
    return [render_to_string(*offer, request=request) for offer in offers if offer]

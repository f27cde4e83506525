from django.shortcuts import redirect, render

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.outcomes.queries import with_placements
from placements.schools.models import School
from placements.vacancies.actions import create_lead
from placements.vacancies.forms import LeadForm
from placements.vacancies.models import VacancyLead


@person_desk
@get_or_post
def leads(request):
    person_id = request.actor.person_id
    schools = _schools_of(person_id)
    form = LeadForm(posted(request), schools=schools)
    if request.method == "POST" and schools and form.is_valid():
        _send(request, form.cleaned_data)
        return redirect("saya:leads")
    rows = with_placements(VacancyLead.objects.filter(person_id=person_id))
    rows = rows.select_related("school", "vacancy__employer")
    listing = Listing(request, rows, order=["-created_at", "-pk"])
    return render(request, "vacancies/saya_leads.html", {"listing": listing, "form": form if schools else None})


def _schools_of(person_id):
    """Where the person is an alumnus, the latest first; none for an account without a person."""
    if person_id is None:
        return School.objects.none()
    return School.objects.filter(alumni__person_id=person_id).order_by("-alumni__graduation_year", "name")


def _send(request, cleaned):
    fields = dict(cleaned)
    attempt(
        request,
        create_lead,
        success="Terima kasih. Info loker terkirim ke BKK sekolah Anda.",
        school=fields.pop("school"),
        fields=fields,
        actor=request.actor,
    )

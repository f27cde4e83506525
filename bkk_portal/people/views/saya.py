"""A person's own desk."""

from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import newcomer_desk
from bkk_portal.kit import registry
from bkk_portal.people.completeness import completeness_of
from bkk_portal.people.models import Person


def own_person(request):
    """The Person whose desk this is."""
    return Person.objects.select_related("village", "user").get(pk=request.actor.person_id)


@newcomer_desk
@require_safe
def dashboard(request):
    if request.actor.person_id is None:
        return render(request, "people/saya_newcomer.html")
    person = own_person(request)
    context = {"person": person, "completeness": completeness_of(person), "panels": _panels(request)}
    return render(request, "people/saya_dashboard.html", context)


def _panels(request):
    """What the apps have to show here, each rendered by its own template."""
    offers = [entry.function(request.actor) for entry in registry.person_panels]
    return [render_to_string(offer[0], offer[1], request=request) for offer in offers if offer]

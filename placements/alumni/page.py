"""What a coordinator sees of one alumnus."""

from django.template.loader import render_to_string

from bkk_portal.accounts.models import Consent
from bkk_portal.kit import registry
from placements.alumni.forms import TracingForm

APPLICATIONS_SHOWN = 20


def known_of(request, alumnus):
    """The context of alumni/bkk_page.html. `alumnus` is one the actor sees."""
    person = alumnus.person
    applications = alumnus.applications.select_related("vacancy__employer").order_by("-applied_at", "-pk")
    return {
        "alumnus": alumnus,
        "person": person,
        "spells": person.spells.select_related("verified_by").order_by("-since", "-pk"),
        "credentials": person.credentials.order_by("-issued_on", "-pk"),
        "papers": person.issued_documents.order_by("-issued_on", "-pk"),
        "applications": applications[:APPLICATIONS_SHOWN],
        "panels": _panels(request, person),
        "consents": Consent.objects.filter(user_id=person.user_id).order_by("withdrawn_at", "-given_at", "-pk"),
        "other_schools": person.alumni.exclude(pk=alumnus.pk).select_related("school").order_by("pk"),
        "form": TracingForm(initial={"tracing": alumnus.tracing}),
    }


def _panels(request, person):
    """What the apps know of this person, each rendered by its own template."""
    offers = [entry.function(request.actor, person) for entry in registry.person_desk_panels]
    return [render_to_string(offer[0], offer[1], request=request) for offer in offers if offer]

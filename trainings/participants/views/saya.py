from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import person_desk
from trainings.participants.models import Participant


@person_desk
@require_safe
def trainings(request):
    """What I attended, my certificates, what I was given."""
    mine = Participant.objects.visible_to(request.actor).for_list().with_attendance()
    context = {
        "participations": mine.order_by("-training__starts_on", "pk").prefetch_related(
            "certificates__document", "competence_certificates", "handovers__kit", "handovers__document"
        )
    }
    return render(request, "participants/saya_list.html", context)

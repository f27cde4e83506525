from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web import attempt, posted
from bkk_portal.people.models import ActivitySpell
from placements.outcomes import actions
from placements.outcomes.forms import ActivityForm


@person_desk
@require_http_methods(["GET", "POST"])
def tracer(request):
    """What I do since school; the school's figures are made of these answers."""
    form = ActivityForm(posted(request))
    if request.method == "POST" and form.is_valid():
        spell = form.save(commit=False)
        thanks = "Terima kasih. Kabar Anda tersimpan."
        attempt(request, actions.report_activity, spell=spell, actor=request.actor, success=thanks)
        return redirect("saya:tracer")
    spells = ActivitySpell.objects.filter(person_id=request.actor.person_id)
    return render(request, "outcomes/saya_tracer.html", {"form": form, "spells": spells})

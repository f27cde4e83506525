"""How those who were placed are doing, and the end of an activity that somebody tells."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.models import ActivitySpell
from placements.alumni.models import Alumnus
from placements.outcomes.follow_ups import answer_follow_up
from placements.outcomes.forms import EndForm, FollowUpForm
from placements.outcomes.models import PlacementFollowUp
from placements.outcomes.spells import end_spell


@school_desk
@require_safe
def follow_up_list(request):
    rows = PlacementFollowUp.objects.visible_to(request.actor).due()
    rows = rows.select_related("placement__alumnus__person", "placement__employer")
    return render(request, "outcomes/follow_up_list.html", {"listing": Listing(request, rows, order=["due_on", "pk"])})


@school_desk
@get_or_post
def follow_up_page(request, pk):
    rows = PlacementFollowUp.objects.visible_to(request.actor)
    row = get_object_or_404(rows.select_related("placement__alumnus__person", "placement__employer"), pk=pk)
    form = FollowUpForm(posted(request))
    if request.method == "POST" and form.is_valid():
        answer = {name: form.cleaned_data[name] for name in ("outcome", "left_on", "note", "is_searching")}
        answer |= {"next_work": form.next_work(), "actor": request.actor}
        if attempt(request, answer_follow_up, follow_up=row, success="Kabar tersimpan.", **answer) or row.done_at:
            return redirect("bkk:placement_page", row.placement_id)
    return render(request, "outcomes/follow_up_page.html", {"row": row, "placement": row.placement, "form": form})


@school_desk
@get_or_post
def spell_end(request, pk):
    """The last day of any activity of one of the school's alumni."""
    mine = Alumnus.objects.visible_to(request.actor)
    spell = get_object_or_404(ActivitySpell.objects.visible_to(request.actor).select_related("person"), pk=pk)
    alumnus = get_object_or_404(mine, person_id=spell.person_id)
    form = EndForm(posted(request))
    if request.method == "POST" and form.is_valid():
        ended = {"spell": spell, "last_day": form.cleaned_data["last_day"], "actor": request.actor}
        if attempt(request, end_spell, success="Tanggal selesai tersimpan.", **ended) or spell.until:
            return redirect("bkk:alumnus_page", alumnus.pk)
    return render(request, "outcomes/spell_end.html", {"spell": spell, "alumnus": alumnus, "form": form})

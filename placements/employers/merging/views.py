from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.employers.merging import actions
from placements.employers.merging.figures import side_by_side
from placements.employers.merging.forms import MergeForm
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer
from placements.employers.pages import employer_of_register

FOUND = 20


@school_desk
@require_safe
def employer_merge_list(request):
    rows = EmployerMergeProposal.objects.visible_to(request.actor).waiting_first().select_related("kept", "school")
    return render(request, "employers/bkk_merges.html", {"listing": Listing(request, rows), "section": "merges"})


@school_desk
@get_or_post
def employer_merge(request, pk):
    """First the other entry is found (?q=), then the two stand beside each other (?dengan=)."""
    employer = employer_of_register(request, pk)
    key = request.GET.get("dengan", "")
    if not key:
        return _choose(request, employer)
    other = get_object_or_404(Employer.objects.visible_to(request.actor), pk=whole_number(key) or 0)
    if other.pk == employer.pk:
        messages.error(request, actions.ONESELF)
        return redirect("bkk:employer_merge", pk)
    form = MergeForm(posted(request), one=employer, other=other, initial={"stays": str(employer.pk)})
    if request.method == "POST" and form.is_valid() and _propose(request, form):
        return redirect("bkk:employer_merge_list")
    context = {"employer": employer, "other": other, "form": form, "rows": side_by_side(employer, other)}
    return render(request, "employers/bkk_merge.html", context)


def _propose(request, form):
    kept, dropped = form.kept_and_dropped
    return attempt(
        request,
        actions.propose_merge,
        success="Usul terkirim. Ketua forum BKK memutuskan; Anda diberi tahu hasilnya.",
        kept=kept,
        dropped=dropped,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
    )


def _choose(request, employer):
    text = request.GET.get("q", "")
    others = Employer.objects.visible_to(request.actor).exclude(pk=employer.pk)
    alike = others.alike(employer.name, phone=employer.phone, npwp=employer.npwp)
    found = others.search(text).select_related("regency")[:FOUND] if text.strip() else alike
    context = {"employer": employer, "found": found, "text": text}
    return render(request, "employers/bkk_merge_choose.html", context)

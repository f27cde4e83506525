"""The register on the desk of the forum's chair: who is real, and which entries are one company."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import forum_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt
from placements.employers import actions, rules
from placements.employers.filters import DeskEmployerFilter
from placements.employers.forms import RejectForm
from placements.employers.merging import actions as merging
from placements.employers.merging.figures import side_by_side
from placements.employers.merging.forms import DeclineForm
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer
from placements.employers.pages import employer_of_register, register_rows
from placements.vacancies.queries import with_open_vacancies


@forum_desk
@require_safe
def employer_list(request):
    actor = request.actor
    waiting = EmployerMergeProposal.objects.visible_to(actor).waiting().count()
    listing = Listing(
        request,
        Employer.objects.visible_to(actor),
        filterset=DeskEmployerFilter,
        prepare=lambda rows: with_open_vacancies(rows, actor).select_related("industry", "regency", "added_by_school"),
    )
    return render(request, "employers/forum_list.html", {"listing": listing, "waiting": waiting})


@forum_desk
@require_safe
def employer_page(request, pk):
    employer = register_rows(request).filter(pk=pk).first()
    if employer is None and (merged := EmployerMergeProposal.objects.leading_from(pk)):
        return redirect("forum:employer_page", merged.kept_id)
    return _page(request, employer or employer_of_register(request, pk), RejectForm())


@forum_desk
@require_POST
def employer_reject(request, pk):
    employer, form = employer_of_register(request, pk), RejectForm(request.POST)
    if not form.is_valid():
        return _page(request, employer, form)
    attempt(
        request,
        actions.reject_employer,
        success=f"{employer.name} ditolak. Lowongannya yang tayang disembunyikan.",
        employer=employer,
        actor=request.actor,
        **form.cleaned_data,
    )
    return redirect("forum:employer_page", pk)


employer_lift = act(
    forum_desk,
    employer_of_register,
    actions.lift_rejection,
    "Penolakan dicabut. Perusahaan ini dapat diverifikasi lagi.",
    row="employer",
    to="forum:employer_page",
)


@forum_desk
@require_safe
def employer_merge_list(request):
    rows = EmployerMergeProposal.objects.visible_to(request.actor).waiting_first().select_related("kept", "school")
    return render(request, "employers/forum_merges.html", {"listing": Listing(request, rows)})


@forum_desk
@require_safe
def employer_merge_page(request, pk):
    return _merge_page(request, _proposal(request, pk), DeclineForm())


@forum_desk
@require_POST
def employer_merge_approve(request, pk):
    """`tetap=dilebur`: the other way round than proposed."""
    proposal = _proposal(request, pk)
    done = attempt(
        request,
        merging.approve_merge,
        success=merging.merged_text,
        proposal=proposal,
        swapped=request.POST.get("tetap") == "dilebur",
        actor=request.actor,
    )
    return redirect("forum:employer_merge_list") if done else redirect("forum:employer_merge_page", pk)


@forum_desk
@require_POST
def employer_merge_decline(request, pk):
    proposal, form = _proposal(request, pk), DeclineForm(request.POST)
    if not form.is_valid():
        return _merge_page(request, proposal, form)
    success = "Tidak disatukan. Yang mengusulkan sudah diberi tahu."
    values = {"proposal": proposal, "actor": request.actor, **form.cleaned_data}
    attempt(request, merging.decline_merge, success=success, **values)
    return redirect("forum:employer_merge_list")


def _page(request, employer, reject_form):
    """The register's facts; contact persons are the BKKs' and the employer's."""
    context = {
        "employer": employer,
        "verifications": employer.verifications.visible_to(request.actor).select_related("by", "school"),
        "can_lift": employer.is_rejected and rules.can_lift(request.actor, employer),
        "reject_form": reject_form,
    }
    return render(request, "employers/forum_page.html", context)


def _merge_page(request, proposal, decline_form):
    rows = side_by_side(proposal.kept, proposal.dropped) if proposal.dropped else []
    context = {"proposal": proposal, "rows": rows, "decline_form": decline_form}
    return render(request, "employers/forum_merge.html", context)


def _proposal(request, pk):
    related = [f"{side}__{name}" for side in ("kept", "dropped") for name in ("industry", "regency", "village")]
    rows = EmployerMergeProposal.objects.visible_to(request.actor)
    rows = rows.select_related(*related, "kept__added_by_school", "dropped__added_by_school", "school", "decided_by")
    return get_object_or_404(rows, pk=pk)

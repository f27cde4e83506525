"""Letters from kelurahan: the list, one with its names, and what is decided on them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from trainings.participants.filters import ProposalFilters
from trainings.participants.forms import PersonForm
from trainings.participants.proposals import actions
from trainings.participants.proposals.forms import AcceptForm, ProposalForm
from trainings.participants.proposals.models import Proposal, ProposedName
from trainings.participants.rules import may_work_on


@agency_desk
@require_safe
def proposal_list(request):
    rows = Proposal.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, order="-letter_date", filterset=ProposalFilters)
    return render(request, "participants/dinas_proposals.html", {"listing": listing})


@agency_desk
@get_or_post
def proposal_create(request):
    return _form(request, None)


@agency_desk
@get_or_post
def proposal_edit(request, pk):
    return _form(request, get_object_or_404(Proposal.objects.workable_by(request.actor), pk=pk))


def _form(request, proposal):
    form = ProposalForm(posted(request), request.FILES or None, instance=proposal, agency_id=request.actor.agency_id)
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            request,
            actions.record_proposal,
            proposal=form.save(commit=False),
            actor=request.actor,
            success="Usulan dicatat.",
        )
        if saved:
            return redirect("dinas:proposal_page", saved.pk)
    return render(request, "participants/dinas_proposal_form.html", {"form": form, "proposal": proposal})


@agency_desk
@require_safe
def proposal_page(request, pk):
    proposal = get_object_or_404(Proposal.objects.visible_to(request.actor).for_list(), pk=pk)
    names = proposal.names.select_related("person__village", "participant").order_by("person__name", "pk")
    context = {
        "proposal": proposal,
        "listing": Listing(request, names, order=["person__name"], per_page=50),
        "undecided": proposal.named - proposal.taken - proposal.names.exclude(reason="").count(),
        "may_edit": may_work_on(request.actor, proposal),
        "accept_form": AcceptForm(proposal=proposal) if proposal.is_open else None,
    }
    return render(request, "participants/dinas_proposal.html", context)


@agency_desk
@require_safe
def proposal_letter(request, pk):
    proposal = get_object_or_404(Proposal.objects.visible_to(request.actor), pk=pk)
    file = proposal.letter_file
    if not file.storage.exists(file.name):
        raise Http404("Berkas tidak ada lagi.")
    return private_file_response(request, file, f"usulan-{pk}.{file.name.rsplit('.', 1)[-1]}")


@agency_desk
@require_POST
def proposal_accept(request, pk):
    proposal = get_object_or_404(Proposal.objects.workable_by(request.actor), pk=pk)
    form = AcceptForm(request.POST, proposal=proposal)
    if form.is_valid():
        attempt(
            request,
            actions.accept_proposal,
            proposal=proposal,
            training=form.cleaned_data["training"],
            actor=request.actor,
            success="Usulan diterima. Sekarang daftarkan namanya.",
        )
    else:
        messages.error(request, "Pilih pelatihannya dulu.")
    return redirect("dinas:proposal_page", pk)


@agency_desk
@require_POST
def proposal_refuse(request, pk):
    proposal = get_object_or_404(Proposal.objects.workable_by(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    success = "Usulan dinyatakan tidak diterima."
    attempt(request, actions.refuse_proposal, proposal=proposal, reason=reason, actor=request.actor, success=success)
    return redirect("dinas:proposal_page", pk)


@agency_desk
@get_or_post
def proposal_name_add(request, pk):
    proposal = get_object_or_404(Proposal.objects.workable_by(request.actor).for_list(), pk=pk)
    form = PersonForm(posted(request), initial={"village": proposal.village_id})
    if request.method == "POST" and form.is_valid():
        name = attempt(
            request,
            actions.propose_typed,
            proposal=proposal,
            person=form.save(commit=False),
            nik=form.cleaned_data["nik"],
            actor=request.actor,
            success=lambda name: f"{name.person.name} dicatat di usulan.",
        )
        if name:
            return redirect("dinas:proposal_page", pk)
    return render(request, "participants/dinas_proposal_name.html", {"form": form, "proposal": proposal})


@agency_desk
@require_POST
def proposal_names_take(request, pk):
    """One name (its button), or all that are undecided."""
    proposal = get_object_or_404(Proposal.objects.workable_by(request.actor), pk=pk)
    names = proposal.names.undecided()
    chosen = request.POST.get("nama", "")
    if chosen.isascii() and chosen.isdigit() and len(chosen) < 19:
        names = names.filter(pk=int(chosen))
    attempt(
        request,
        actions.take_names,
        proposal=proposal,
        names=list(names.order_by("pk")),
        actor=request.actor,
        success=lambda number: f"{number} orang terdaftar untuk seleksi.",
    )
    return redirect("dinas:proposal_page", pk)


@agency_desk
@require_POST
def proposed_name_refuse(request, pk):
    name = get_object_or_404(ProposedName.objects.workable_by(request.actor).select_related("proposal"), pk=pk)
    reason = request.POST.get("reason", "")
    attempt(request, actions.refuse_name, name=name, reason=reason, actor=request.actor, success="Keputusan dicatat.")
    return redirect("dinas:proposal_page", name.proposal_id)

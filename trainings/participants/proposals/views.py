"""Letters from kelurahan: the list, one with its names, and what is decided on them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from trainings.participants.filters import ProposalFilters
from trainings.participants.forms import PersonForm
from trainings.participants.proposals import actions
from trainings.participants.proposals.forms import AcceptForm, ProposalForm
from trainings.participants.proposals.models import Proposal, ProposedName
from trainings.participants.rules import may_work_on
from trainings.programmes.pages import reason_of


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
    return form_page(
        request,
        form,
        "participants/dinas_proposal_form.html",
        actions.record_proposal,
        given=lambda: {"proposal": form.save(commit=False)},
        to=lambda saved: ("dinas:proposal_page", saved.pk),
        success="Usulan dicatat.",
        proposal=proposal,
    )


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
    return stored_file_response(request, proposal.letter_file, f"usulan-{pk}")


def _own(request, pk):
    return get_object_or_404(Proposal.objects.workable_by(request.actor).for_list(), pk=pk)


@agency_desk
@require_POST
def proposal_accept(request, pk):
    proposal = _own(request, pk)
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


proposal_refuse = act(
    agency_desk,
    _own,
    actions.refuse_proposal,
    "Usulan dinyatakan tidak diterima.",
    row="proposal",
    to="dinas:proposal_page",
    given=reason_of,
)


@agency_desk
@get_or_post
def proposal_name_add(request, pk):
    proposal = _own(request, pk)
    form = PersonForm(posted(request), initial={"village": proposal.village_id})
    return form_page(
        request,
        form,
        "participants/dinas_proposal_name.html",
        actions.propose_typed,
        given=lambda: {"proposal": proposal, "person": form.save(commit=False), "nik": form.cleaned_data["nik"]},
        to=lambda name: ("dinas:proposal_page", pk),
        success=lambda name: f"{name.person.name} dicatat di usulan.",
        proposal=proposal,
    )


def _names_to_take(request, proposal):
    """One name (its button), or all that are undecided."""
    names = proposal.names.undecided()
    chosen = whole_number(request.POST.get("nama"))
    return list((names if chosen is None else names.filter(pk=chosen)).order_by("pk"))


@agency_desk
@require_POST
def proposal_names_take(request, pk):
    proposal = _own(request, pk)
    attempt(
        request,
        actions.take_names,
        proposal=proposal,
        names=_names_to_take(request, proposal),
        actor=request.actor,
        success=lambda number: f"{number} orang terdaftar untuk seleksi.",
    )
    return redirect("dinas:proposal_page", pk)


def _own_name(request, pk):
    return get_object_or_404(ProposedName.objects.workable_by(request.actor).select_related("proposal"), pk=pk)


proposed_name_refuse = act(
    agency_desk,
    _own_name,
    actions.refuse_name,
    "Keputusan dicatat.",
    row="name",
    to=lambda name: ("dinas:proposal_page", name.proposal_id),
    given=reason_of,
)

"""Lists of people from a spreadsheet, into a class or onto a kelurahan's proposal."""

from collections import Counter

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.pages import attempt, get_or_post
from trainings.participants.enums import LineKind
from trainings.participants.proposals.forms import UploadForm
from trainings.participants.proposals.models import ParticipantUpload, Proposal
from trainings.participants.uploads.actions import drop_list, lines_of, take_in, write_list
from trainings.participants.uploads.columns import template_response
from trainings.programmes.models import Training


@agency_desk
@require_safe
def upload_template(request):
    return template_response()


@agency_desk
@get_or_post
def training_upload(request, pk):
    return _take_in(request, get_object_or_404(Training.objects.workable_by(request.actor).for_list(), pk=pk))


@agency_desk
@get_or_post
def proposal_upload(request, pk):
    return _take_in(request, get_object_or_404(Proposal.objects.workable_by(request.actor).for_list(), pk=pk))


def _take_in(request, target):
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = attempt(request, take_in, file=form.cleaned_data["file"], target=target, actor=request.actor)
        if upload:
            return redirect("dinas:upload_page", upload.pk)
    context = {"form": form, "target": target, "back": _back(target)}
    return render(request, "participants/dinas_upload.html", context)


def _back(target):
    name = "training_page" if isinstance(target, Training) else "proposal_page"
    return redirect(f"dinas:{name}", target.pk)["Location"]


@agency_desk
@never_cache
@require_safe
def upload_page(request, pk):
    """What would become of each row; nothing is written by looking."""
    upload = _upload(request, pk)
    target = upload.training or upload.proposal
    if upload.finished_at:
        return redirect(_back(target))
    if not upload.rows.storage.exists(upload.rows.name):
        raise Http404("Berkas tidak ada lagi.")
    lines = lines_of(upload, request.actor)
    counts = Counter(line.kind for line in lines)
    context = {
        "upload": upload,
        "target": target,
        "back": _back(target),
        "lines": [(line, line.kind.label, line.kind.shape) for line in lines],
        "tiles": [(counts[kind], kind.label.lower()) for kind in LineKind],
        "to_write": counts[LineKind.NEW] + counts[LineKind.KNOWN],
        "refused": counts[LineKind.REFUSED],
    }
    return render(request, "participants/dinas_upload_preview.html", context)


def _upload(request, pk):
    rows = ParticipantUpload.objects.workable_by(request.actor)
    related = ("training__programme", "training__village", "proposal__village", "proposal__programme")
    return get_object_or_404(rows.select_related(*related), pk=pk)


@agency_desk
@require_POST
def upload_write(request, pk):
    upload = _upload(request, pk)
    written = attempt(
        request,
        write_list,
        upload=upload,
        actor=request.actor,
        skip_refused=request.POST.get("sisanya") == "1",
        for_selection="terima" not in request.POST,
        success=lambda number: f"{number} orang disimpan.",
    )
    return redirect("dinas:upload_page", pk) if written is None else redirect(_back(upload.training or upload.proposal))


@agency_desk
@require_POST
def upload_drop(request, pk):
    upload = _upload(request, pk)
    attempt(request, drop_list, upload=upload, actor=request.actor)
    return redirect(_back(upload.training or upload.proposal))

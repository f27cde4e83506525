"""Answers from a spreadsheet: the template, the upload, the preview, and taking them over."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.pages import attempt, get_or_post
from placements.outcomes.tracer import spreadsheets
from placements.outcomes.tracer.forms import UploadForm
from placements.outcomes.tracer.models import TracerCampaign, TracerUpload

FAULTS_SHOWN = 200


@school_desk
@require_safe
def upload_template(request, pk):
    return spreadsheets.template_workbook(_campaign(request, pk))


@school_desk
@get_or_post
def upload_create(request, pk):
    campaign = _campaign(request, pk)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        given = {"campaign": campaign, "file": form.cleaned_data["file"], "actor": request.actor}
        if upload := attempt(request, spreadsheets.start_upload, **given):
            return redirect("bkk:upload_page", upload.pk)
    return render(request, "outcomes/tracer_upload.html", {"form": form, "campaign": campaign})


@school_desk
@require_safe
def upload_page(request, pk):
    upload = _upload(request, pk)
    reading = None if upload.finished_at else spreadsheets.read_again(upload)
    context = {"upload": upload, "campaign": upload.campaign, "reading": reading}
    if reading:
        context |= {"counts": reading.counts, "faults": reading.faults[:FAULTS_SHOWN]}
    return render(request, "outcomes/tracer_upload_page.html", context)


@school_desk
@require_POST
def upload_confirm(request, pk):
    upload = _upload(request, pk)
    attempt(request, spreadsheets.confirm_upload, upload=upload, actor=request.actor, success=_told)
    return redirect("bkk:tracer_page", upload.campaign_id)


def _told(result):
    sent, found = result
    asked = f" {angka(found)} di antaranya berbeda dari data yang sudah diperiksa." if found else ""
    return f"{angka(sent)} jawaban tersimpan.{asked}"


@school_desk
@require_POST
def upload_cancel(request, pk):
    upload = _upload(request, pk)
    attempt(request, spreadsheets.cancel_upload, upload=upload, success="Unggahan dibatalkan; tidak ada yang disimpan.")
    return redirect("bkk:tracer_page", upload.campaign_id)


def _campaign(request, pk):
    rows = TracerCampaign.objects.visible_to(request.actor).select_related("questionnaire")
    return get_object_or_404(rows, pk=pk)


def _upload(request, pk):
    rows = TracerUpload.objects.visible_to(request.actor).select_related("campaign__questionnaire")
    return get_object_or_404(rows, pk=pk)

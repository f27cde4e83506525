"""The coordinator's way through an import: upload, rombels, preview, confirmation."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from placements.alumni.enums import ImportState
from placements.alumni.forms import ANSWER_LABELS, MappingForm, UploadForm
from placements.alumni.imports import actions, progress
from placements.alumni.imports.rombels import edition_for
from placements.alumni.models import AlumniImport
from placements.schools.models import School

SHOWN = 200  # rows of each kind on the page; the counts are of all


@school_desk
@require_http_methods(["GET", "POST"])
def import_list(request):
    form = UploadForm(request.POST or None, request.FILES or None, initial={"graduation_year": _usual_year()})
    if request.method == "POST" and form.is_valid():
        school = get_object_or_404(School, pk=request.actor.school_id)
        year, upload = form.cleaned_data["graduation_year"], form.cleaned_data["file"]
        job = attempt(
            request, actions.start_import, actor=request.actor, school=school, graduation_year=year, upload=upload
        )
        return redirect("bkk:import_page", job.pk) if job else redirect("bkk:import_list")
    listing = Listing(request, AlumniImport.objects.visible_to(request.actor))
    return render(request, "alumni/bkk_imports.html", {"form": form, "listing": listing})


def _usual_year():
    """Classes graduate in May or June; before that one imports the last class."""
    today = timezone.localdate()
    return today.year if today.month >= 5 else today.year - 1


@school_desk
@require_safe
def import_page(request, pk):
    job = _job(request, pk)
    context = {"job": job}
    if job.is_running:
        done, total = progress.reached(job.pk) or (0, 0)
        context |= {"done": done, "total": total or 1}
        template = "parts/progress.html" if request.htmx else "alumni/bkk_import_running.html"
        if request.htmx:
            context |= {"url": request.path, "text": job.get_state_display()}
        return render(request, template, context)
    if request.htmx:  # the work is over: the whole page is asked for again
        response = render(request, "parts/empty_swap.html")
        response["HX-Refresh"] = "true"
        return response
    return render(request, *_page_of(job, context))


def _page_of(job, context):
    if job.state == ImportState.MAPPING:
        return "alumni/bkk_import_mapping.html", context | {"form": _mapping_form(job)}
    if job.state == ImportState.PREVIEW:
        return "alumni/bkk_import_preview.html", context | _preview_context(job)
    return "alumni/bkk_import_result.html", context


def _mapping_form(job, data=None):
    edition, chosen = edition_for(job.graduation_year), job.answers["mapping"]
    return MappingForm(data, rombels=job.preview["rombels"], edition=edition, chosen=chosen)


def _preview_context(job):
    rows = job.preview["rows"]
    questions = [row | {"choices": ANSWER_LABELS[row["ask"][0]]} for row in rows["question"][:SHOWN]]
    return {
        "counts": job.preview["counts"],
        "new": rows["new"][:SHOWN],
        "changed": rows["changed"][:SHOWN],
        "questions": questions,
        "refused": job.preview["refused"][:SHOWN],
        "notes": job.preview["notes"][:SHOWN],
    }


@school_desk
@require_http_methods(["GET", "POST"])
def import_mapping(request, pk):
    """Also from the preview, to change a mapping again."""
    job = _job(request, pk)
    if job.state not in (ImportState.MAPPING, ImportState.PREVIEW):
        return redirect("bkk:import_page", pk)
    form = _mapping_form(job, request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempt(request, actions.save_mapping, job=job, mapping=form.mapping, actor=request.actor)
        return redirect("bkk:import_page", pk)
    return render(request, "alumni/bkk_import_mapping.html", {"job": job, "form": form})


@school_desk
@require_POST
def import_answers(request, pk):
    answers = {key.removeprefix("baris-"): value for key, value in request.POST.items() if key.startswith("baris-")}
    attempt(request, actions.save_answers, job=_job(request, pk), answers=answers)
    return redirect("bkk:import_page", pk)


@school_desk
@require_POST
def import_confirm(request, pk):
    skip = request.POST.get("sisanya") == "1"
    attempt(request, actions.confirm_import, job=_job(request, pk), skip_refused=skip)
    return redirect("bkk:import_page", pk)


@school_desk
@require_POST
def import_cancel(request, pk):
    success = "Impor dibatalkan. Berkasnya sudah dihapus."
    attempt(request, actions.cancel_import, job=_job(request, pk), success=success)
    return redirect("bkk:import_list")


def _job(request, pk):
    return get_object_or_404(AlumniImport.objects.visible_to(request.actor).select_related("school"), pk=pk)

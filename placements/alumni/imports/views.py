"""The coordinator's way through an import: upload, rombels, preview, confirmation."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web import progress
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post
from placements.alumni.enums import ImportStatus, RowKind
from placements.alumni.imports import actions, jobs
from placements.alumni.imports.columns import template_workbook
from placements.alumni.imports.forms import MappingForm, UploadForm
from placements.alumni.imports.matching import edition_for, propose
from placements.alumni.imports.outcomes import ADD_HERE
from placements.alumni.imports.preview import PreviewPages, refused_workbook
from placements.alumni.imports.undoing import plan_undo
from placements.alumni.imports.work import examine
from placements.alumni.models import AlumniImport, Alumnus
from placements.schools.models import School

DOING = {
    ImportStatus.READING: "Membaca berkas:",
    ImportStatus.MATCHING: "Mencocokkan dengan data portal:",
    ImportStatus.WRITING: "Menyimpan alumni:",
    ImportStatus.UNDOING: "Mengurungkan impor:",
}
ANSWER = "baris-"
STANDING_SHOWN = 100


@school_desk
@get_or_post
def import_list(request):
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        job = actions.start_import(
            actor=request.actor,
            school=get_object_or_404(School, pk=request.actor.school_id),
            graduation_year=form.cleaned_data["graduation_year"],
            upload=form.cleaned_data["file"],
        )
        return redirect("bkk:import_page", job.pk)
    rows = AlumniImport.objects.visible_to(request.actor).select_related("created_by").defer("preview", "answers")
    return render(request, "alumni/bkk_imports.html", {"form": form, "listing": Listing(request, rows)})


@school_desk
@require_safe
@never_cache
def import_page(request, pk):
    job = _job(request, pk)
    if job.is_running:
        return _running(request, job)
    if job.status == ImportStatus.MAPPING:
        return _mapping(request, job, _mapping_form(job))
    if job.status == ImportStatus.PREVIEW:
        return _preview(request, job)
    return render(request, "alumni/bkk_import_result.html", {"job": job})


def _running(request, job):
    context = _progress(job) | {"is_stalled": jobs.is_stalled(job)}
    return render(request, "alumni/bkk_import_running.html", context)


def _progress(job):
    done, total = progress.reached(jobs.work_name(job.pk))
    return {"job": job, "done": done, "total": total, "text": DOING[job.status]}


def _mapping_form(job, data=None):
    return MappingForm(
        data,
        rombels=job.preview["rombels"],
        chosen=job.answers["mapping"],
        edition=edition_for(job.graduation_year),
    )


def _mapping(request, job, form):
    proposals = propose(form.rombels, school=job.school, edition=edition_for(job.graduation_year))
    rows = [(field, proposals[rombel]) for field, rombel in zip(form, form.rombels, strict=True)]
    return render(request, "alumni/bkk_import_mapping.html", {"job": job, "form": form, "rows": rows})


def _preview(request, job):
    pages = PreviewPages(request.GET, job.preview)
    counts = job.preview["counts"]
    context = {
        "job": job,
        "listing": pages,
        "counts": counts,
        "to_write": counts[RowKind.NEW] + counts[RowKind.CHANGED],
        "add_here": ADD_HERE,
    }
    return render(request, "alumni/bkk_import_preview.html", context)


@school_desk
@require_safe
@never_cache
def import_progress(request, pk):
    """What the page asks for every other second; when the phase is over the whole page is fetched anew."""
    job = _job(request, pk)
    if not job.is_running or jobs.is_stalled(job):
        return HttpResponseClientRefresh()
    return render(request, "alumni/parts/progress.html", _progress(job))


@school_desk
@get_or_post
def import_mapping(request, pk):
    """Also from the preview, to change a mapping again."""
    job = _job(request, pk)
    if job.status not in (ImportStatus.MAPPING, ImportStatus.PREVIEW):
        return redirect("bkk:import_page", pk)
    form = _mapping_form(job, request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempt(request, actions.save_mapping, job=job, mapping=form.mapping, actor=request.actor)
        return redirect("bkk:import_page", pk)
    return _mapping(request, job, form)


@school_desk
@require_POST
def import_answers(request, pk):
    given = {name.removeprefix(ANSWER): value for name, value in request.POST.items() if name.startswith(ANSWER)}
    rest = request.POST.get("semua_sisanya")
    attempt(request, actions.save_answers, job=_job(request, pk), answers=given, rest=rest)
    return redirect("bkk:import_page", pk)


@school_desk
@require_POST
def import_confirm(request, pk):
    skip_refused = request.POST.get("sisanya") == "1"
    attempt(request, actions.confirm_import, job=_job(request, pk), skip_refused=skip_refused)
    return redirect("bkk:import_page", pk)


@school_desk
@require_POST
def import_cancel(request, pk):
    attempt(request, actions.cancel_import, job=_job(request, pk), success="Impor dibatalkan. Tidak ada yang disimpan.")
    return redirect("bkk:import_list")


@school_desk
@get_or_post
@never_cache
def import_undo(request, pk):
    """What would go and what stands in the way; by POST it is taken back."""
    job = _job(request, pk)
    if request.method == "POST":
        attempt(request, actions.undo_import, job=job, actor=request.actor)
        return redirect("bkk:import_page", pk)
    if job.status != ImportStatus.DONE:
        return redirect("bkk:import_page", pk)
    plan = plan_undo(job)
    context = {
        "job": job,
        "plan": plan,
        "alumni": len(plan.created[Alumnus]),
        "standing": plan.named(STANDING_SHOWN),
        "standing_shown": STANDING_SHOWN,
    }
    return render(request, "alumni/bkk_import_undo.html", context)


@school_desk
@require_safe
def import_template(request):
    return template_workbook()


@school_desk
@require_POST
def import_resume(request, pk):
    attempt(request, actions.resume_import, job=_job(request, pk))
    return redirect("bkk:import_page", pk)


@school_desk
@require_safe
def import_refused(request, pk):
    job = _job(request, pk)
    if job.status != ImportStatus.PREVIEW or not job.preview["counts"][RowKind.REFUSED]:
        raise Http404
    actions.record_download(job=job, actor=request.actor)
    stage, outcomes, _ = examine(job)
    return refused_workbook(stage, outcomes)


def _job(request, pk):
    jobs_here = AlumniImport.objects.visible_to(request.actor).select_related("school", "created_by")
    return get_object_or_404(jobs_here, pk=pk)

"""Lists a coordinator keeps, and things done to many alumni at once."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web import progress
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.alumni.enums import BulkKind
from placements.alumni.exports import alumni_with_numbers
from placements.alumni.lists import actions, runs
from placements.alumni.lists.filters import COLUMNS_FIELD, columns_of
from placements.alumni.lists.forms import ExportForm, SavedListForm
from placements.alumni.lists.models import BulkRun, SavedList
from placements.alumni.lists.plans import plan_for
from placements.alumni.lists.runs import SkippedPages
from placements.alumni.lists.selection import chosen, filters_in, picked_in

PICKED = "pilih"
KIND = "tindakan"


# kept lists -------------------------------------------------------------------------------------------------


@school_desk
@get_or_post
def saved_list_new(request):
    """The filters stand in the address, as on the list."""
    try:
        saved = SavedList(query=filters_in(request.GET), columns=_columns_in(request))
    except Refused as answer:
        messages.error(request, answer.message)
        return redirect("bkk:alumni_list")
    return _edit(request, saved, "Daftar ini tersimpan.")


@school_desk
@get_or_post
def saved_list_edit(request, pk):
    return _edit(request, get_object_or_404(SavedList.objects.visible_to(request.actor), pk=pk), "Daftar ini diubah.")


def _columns_in(request):
    return [column.key for column in columns_of(request.GET.getlist(COLUMNS_FIELD))]


def _edit(request, saved, success):
    form = SavedListForm(posted(request), instance=saved)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_list(saved=form.save(commit=False), actor=request.actor)
        except (Refused, AlreadyDone) as answer:
            form.add_error("name", answer.message)
        else:
            messages.success(request, success)
            return redirect(list_url(saved.query, saved.columns))
    context = {"form": form, "saved": saved, "back": list_url(saved.query, saved.columns)}
    return render(request, "alumni/bkk_saved_list.html", context)


@school_desk
@require_POST
def saved_list_delete(request, pk):
    saved = get_object_or_404(SavedList.objects.visible_to(request.actor), pk=pk)
    attempt(request, actions.forget_list, saved=saved, success="Daftar ini dihapus. Alumninya tetap ada.")
    return redirect("bkk:alumni_list")


def list_url(query, columns=()):
    """The alumni list under these filters and columns."""
    parts = [query, urlencode([(COLUMNS_FIELD, key) for key in columns])]
    asked = "&".join(part for part in parts if part)
    return reverse("bkk:alumni_list") + (f"?{asked}" if asked else "")


# many at once -----------------------------------------------------------------------------------------------


@school_desk
@require_safe
def bulk_list(request):
    rows = BulkRun.objects.visible_to(request.actor).select_related("created_by").defer("skipped", "picked")
    return render(request, "alumni/bkk_bulk_list.html", {"listing": Listing(request, rows)})


@school_desk
@get_or_post
def bulk_new(request):
    """What would be done to whom; by POST it begins. Filters and ticks stand in the address."""
    if request.GET.get(KIND) not in BulkKind.values:
        messages.info(request, "Pilih dulu tindakannya.")
        return redirect(f"{reverse('bkk:alumni_list')}?{_without_choice(request.GET)}")
    kind = BulkKind(request.GET[KIND])
    try:
        query, picked = filters_in(request.GET), picked_in(request.GET.getlist(PICKED))
        alumni = chosen(request.actor, query, picked)
        total = alumni.count()
        runs.check_size(kind, total)
    except Refused as answer:
        messages.error(request, answer.message)
        return redirect("bkk:alumni_list")
    form = ExportForm(posted(request)) if kind == BulkKind.EXPORT else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return _begin(request, kind, query, picked, form)
    plan = None if kind == BulkKind.EXPORT else plan_for(kind, alumni)
    context = _what(kind, query, picked) | {"plan": plan, "total": total, "form": form}
    return render(request, "alumni/bkk_bulk_new.html", context)


def _what(kind, query, picked):
    all_url = f"?{urlencode({KIND: kind})}" + (f"&{query}" if query else "")
    return {"kind": kind, "query": query, "picked": picked, "all_url": all_url, "back": list_url(query)}


def _without_choice(query):
    kept = QueryDict(mutable=True)
    kept.update({name: value for name, value in query.items() if name not in (KIND, PICKED)})
    return kept.urlencode()


def _begin(request, kind, query, picked, form):
    if form and form.cleaned_data["nik"]:
        return _with_numbers(request, query, picked, form)
    expected = whole_number(request.POST.get("jumlah"))
    run = attempt(
        request,
        runs.start_run,
        actor=request.actor,
        kind=kind,
        query=query,
        picked=picked,
        expected=-1 if expected is None else expected,
        options={"format": form.cleaned_data["format"]} if form else {},
    )
    return redirect("bkk:bulk_page", run.pk) if run else redirect(request.get_full_path())


def _with_numbers(request, query, picked, form):
    answer = attempt(
        request,
        alumni_with_numbers,
        queryset=chosen(request.actor, query, picked).order_by("-graduation_year", "person__name", "pk"),
        ending=form.cleaned_data["format"],
        actor=request.actor,
        reason=form.cleaned_data["reason"],
    )
    return answer or redirect(request.get_full_path())


@school_desk
@require_safe
@never_cache
def bulk_page(request, pk):
    run = _run(request, pk)
    context = {"run": run, "back": list_url(run.query)}
    if run.is_running:
        return render(request, "alumni/bkk_bulk_running.html", context | _progress(run))
    return render(request, "alumni/bkk_bulk_page.html", context | {"listing": SkippedPages(request.GET, run)})


def _progress(run):
    done, total = progress.reached(runs.work_name(run.pk))
    text = f"{run.get_kind_display()}:"
    return {"run": run, "done": done, "total": total, "text": text, "is_stalled": runs.is_stalled(run)}


@school_desk
@require_safe
@never_cache
def bulk_progress(request, pk):
    run = _run(request, pk)
    if not run.is_running or runs.is_stalled(run):
        return HttpResponseClientRefresh()
    return render(request, "alumni/parts/bulk_progress.html", _progress(run))


@school_desk
@require_POST
def bulk_resume(request, pk):
    attempt(request, runs.resume_run, run=_run(request, pk))
    return redirect("bkk:bulk_page", pk)


@school_desk
@require_safe
def bulk_file(request, pk):
    """What was made for download, while it is kept."""
    run = _run(request, pk)
    name = "slip-klaim" if run.kind == BulkKind.SLIPS else "alumni"
    return stored_file_response(request, run.file, f"{name}-{run.pk}")


def _run(request, pk):
    return get_object_or_404(BulkRun.objects.visible_to(request.actor).select_related("created_by"), pk=pk)

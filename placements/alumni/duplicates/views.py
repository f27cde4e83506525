import functools

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.merging import duplicates as pairs
from placements.alumni.duplicates.actions import CHANGED, merge_alumni
from placements.alumni.duplicates.forms import MergeForm, OtherForm
from placements.alumni.duplicates.queries import merged_alumnus, pairs_of, refresh_school
from placements.alumni.models import Alumnus

ORDER = ["-weight", "pk"]
MOST_FOUND = 10
DIFFERENT = "berbeda"
MERGED = "Sudah disatukan. Inilah catatan yang tetap ada."
NOT_THE_SAME = "Ditandai: bukan orang yang sama. Pasangan ini tidak ditanyakan lagi."


@school_desk
@require_safe
def duplicate_list(request):
    decided = request.GET.get("tampil") == DIFFERENT
    rows = pairs_of(request.actor)
    listing = Listing(request, rows.decided() if decided else rows.open(), order=ORDER)
    context = {"listing": listing, "entries": _with_alumni(request, listing.rows), "decided": decided}
    return render(request, "alumni/bkk_duplicates.html", context)


def _with_alumni(request, found):
    """[(pair, (Alumnus, Alumnus))], in one query."""
    people = {key for pair in found for key in (pair.first_id, pair.second_id)}
    alumni = {row.person_id: row for row in _alumni(request).filter(person__in=people).order_by()}
    return [(pair, (alumni[pair.first_id], alumni[pair.second_id])) for pair in found]


@school_desk
@require_POST
def duplicate_search(request):
    new, gone = refresh_school(request.actor.school_id)
    old = f", {angka(gone)} tidak berlaku lagi" if gone else ""
    messages.success(request, f"Sudah dicari: {angka(new)} kemungkinan baru{old}.")
    return redirect("bkk:duplicate_list")


def of_pair(view):
    """Hands the view the pair that the address names. Once that was merged the record that stayed is shown instead."""

    @functools.wraps(view)
    def looked_up(request, pk):
        pair = pairs_of(request.actor).filter(pk=pk).first()
        if pair:
            return view(request, pair)
        kept = merged_alumnus(request.actor, pk)
        if kept is None:
            raise Http404
        messages.info(request, MERGED)
        return redirect("bkk:alumnus_page", kept.pk)

    return looked_up


@school_desk
@get_or_post
@of_pair
def duplicate_page(request, pair):
    [(_, (first, second))] = _with_alumni(request, [pair])
    form, refusal = _form(request, (first, second))
    if form and form.is_stale:
        messages.error(request, CHANGED)
        return redirect(request.path)
    if request.method == "POST" and form and form.is_valid():
        kept = attempt(
            request,
            merge_alumni,
            success="Kedua catatan sudah menjadi satu.",
            first=first,
            second=second,
            choices=form.choices,
            seen=form.cleaned_data["seen"],
            actor=request.actor,
        )
        return redirect("bkk:alumnus_page", kept.pk) if kept else redirect(request.path)
    context = {"pair": pair, "alumni": (first, second)}
    return render(request, "alumni/bkk_duplicate.html", context | {"form": form, "refusal": refusal})


def _form(request, alumni):
    """(MergeForm, None), or (None, why there is none)."""
    try:
        return MergeForm(posted(request), pair=alumni), None
    except Refused as answer:
        return None, answer.message


@school_desk
@require_POST
@of_pair
def duplicate_different(request, pair):
    attempt(request, pairs.decide_different, success=NOT_THE_SAME, pair=pair, actor=request.actor)
    return redirect("bkk:duplicate_list")


@school_desk
@require_POST
@of_pair
def duplicate_again(request, pair):
    attempt(request, pairs.ask_again, success="Pasangan ini perlu diperiksa lagi.", pair=pair, actor=request.actor)
    return redirect("bkk:duplicate_page", pair.pk)


@school_desk
@get_or_post
def alumnus_merge(request, pk):
    """Which other record is the same person, found by name or NISN. What is chosen is then looked at side by side."""
    alumnus = get_object_or_404(_alumni(request), pk=pk)
    if request.method == "POST":
        other = get_object_or_404(_alumni(request), pk=whole_number(request.POST.get("alumni")) or 0)
        pair = attempt(request, pairs.put_together, first=alumnus.person, second=other.person, actor=request.actor)
        return redirect("bkk:duplicate_page", pair.pk) if pair else redirect(request.path)
    form = OtherForm(request.GET or None)
    found = _others(request, alumnus, form.cleaned_data["q"]) if form.is_valid() else None
    return render(request, "alumni/bkk_merge_with.html", {"alumnus": alumnus, "form": form, "found": found})


def _others(request, alumnus, text):
    rows = _alumni(request).search(text).exclude(pk=alumnus.pk)
    return rows.order_by("person__name", "pk")[:MOST_FOUND]


def _alumni(request):
    related = ("person__village__district", "person__user", "konsentrasi", "school")
    return Alumnus.objects.visible_to(request.actor).select_related(*related)

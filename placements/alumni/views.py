from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.accounts.models import Consent
from bkk_portal.kit import registry
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post
from bkk_portal.people.models import Person
from placements.alumni import actions, rules
from placements.alumni.enums import BulkKind, Tracing
from placements.alumni.exports import AT_ONCE, alumni_download
from placements.alumni.forms import AlumnusForm, PersonForm, SpellForm, TracingForm
from placements.alumni.history import MOST, changes_of
from placements.alumni.lists.filters import COLUMNS_FIELD, AlumnusFilter, columns_of
from placements.alumni.lists.models import SavedList
from placements.alumni.lists.selection import filters_in
from placements.alumni.lists.views import KIND, list_url
from placements.alumni.models import Alumnus

ORDER = ["-graduation_year", "person__name", "pk"]
SAVED = "Alumni tersimpan."
APPLICATIONS_SHOWN = 20


@school_desk
@require_safe
def alumni_list(request):
    try:
        here = filters_in(request.GET)
    except Refused as answer:
        messages.error(request, answer.message)
        return redirect("bkk:alumni_list")
    return render(request, "alumni/bkk_list.html", _listed(request, here))


def _listed(request, here):
    """`here`: the filters of the address as lists.selection.filters_in gives them."""
    alumni = Alumnus.objects.visible_to(request.actor)
    listing = Listing(request, alumni, order=ORDER, filterset=AlumnusFilter, prepare=lambda rows: rows.for_list())
    lists = list(SavedList.objects.visible_to(request.actor))
    columns = columns_of(request.GET.getlist(COLUMNS_FIELD))
    return {
        "listing": listing,
        "filter": listing.filters,
        "columns": columns,
        "cells": [{"alumnus": row, "cells": [(c.label, c.value(row)) for c in columns]} for row in listing.rows],
        "is_filtered": bool(here),
        "asked": request.GET.urlencode(),
        "kept": [(saved, list_url(saved.query, saved.columns)) for saved in lists],
        "here": next((saved for saved in lists if _is_shown(saved, request, here)), None),
        "hidden": list(QueryDict(here).items()),
        "actions": BulkKind.choices,
    }


def _is_shown(saved, request, query):
    """Whether the page shows this SavedList."""
    return saved.query == query and columns_of(saved.columns) == columns_of(request.GET.getlist(COLUMNS_FIELD))


@school_desk
@require_safe
def alumni_export(request, ending):
    """Exactly what the list shows under the same filters, all pages of it; very many are written by the worker."""
    chosen = AlumnusFilter(request.GET, queryset=Alumnus.objects.visible_to(request.actor), request=request).qs
    if chosen.order_by()[: AT_ONCE + 1].count() > AT_ONCE:
        return redirect(f"{reverse('bkk:bulk_new')}?{KIND}={BulkKind.EXPORT}&{filters_in(request.GET)}")
    return alumni_download(chosen.order_by(*ORDER), ending, actor=request.actor)


@school_desk
@require_safe
def alumnus_page(request, pk):
    alumnus = get_object_or_404(_alumni(request), pk=pk)
    return render(request, "alumni/bkk_page.html", known_of(request, alumnus))


@school_desk
@require_safe
def alumnus_history(request, pk):
    alumnus = get_object_or_404(_alumni(request), pk=pk)
    context = {"alumnus": alumnus, "changes": changes_of(alumnus), "most": MOST}
    return render(request, "alumni/bkk_history.html", context)


@school_desk
@get_or_post
def alumnus_create(request):
    person_form, alumnus_form = _forms(request, Person(), Alumnus(school_id=request.actor.school_id))
    question = None
    if request.method == "POST" and person_form.is_valid() and alumnus_form.is_valid():
        try:
            alumnus = _create(request, person_form, alumnus_form)
        except actions.IsItTheSame as asked:
            question = asked
        except Refused as answer:
            person_form.add_error(None, answer.message)
        else:
            messages.success(request, SAVED)
            return redirect("bkk:alumnus_page", alumnus.pk)
    context = {"person_form": person_form, "alumnus_form": alumnus_form, "question": question, "alumnus": None}
    return render(request, "alumni/bkk_form.html", context)


def _create(request, person_form, alumnus_form):
    return actions.create_alumnus(
        school_id=request.actor.school_id,
        person=person_form.save(commit=False),
        alumnus=alumnus_form.save(commit=False),
        nik=person_form.cleaned_data["nik"],
        same_person=whole_number(request.POST.get("orang_sama")),
    )


@school_desk
@get_or_post
def alumnus_edit(request, pk):
    alumnus = get_object_or_404(_alumni(request), pk=pk)
    person_form, alumnus_form = _forms(request, alumnus.person, alumnus, alumnus)
    if request.method == "POST" and all([person_form.is_valid(), alumnus_form.is_valid()]):
        nik = person_form.cleaned_data.get("nik", "")
        try:
            actions.update_alumnus(person_form=person_form, alumnus_form=alumnus_form, nik=nik, actor=request.actor)
        except Refused as answer:
            person_form.add_error(None, answer.message)
        else:
            messages.success(request, SAVED)
            return redirect("bkk:alumnus_page", pk)
    context = {
        "person_form": person_form,
        "alumnus_form": alumnus_form,
        "question": None,
        "alumnus": get_object_or_404(_alumni(request), pk=pk),  # as saved, whatever the forms hold
        "owns_contact": rules.owns_contact(alumnus),
        "is_shared": not rules.can_edit_person(alumnus),
    }
    return render(request, "alumni/bkk_form.html", context)


def _forms(request, person, row, alumnus=None):
    data = request.POST or None
    person_form = PersonForm(data, prefix="orang", instance=person, alumnus=alumnus)
    return person_form, AlumnusForm(data, prefix="alumni", instance=row)


@school_desk
@require_POST
def alumnus_tracing(request, pk):
    alumnus = get_object_or_404(_alumni(request), pk=pk)
    form = TracingForm(request.POST)
    if form.is_valid():
        tracing = Tracing(form.cleaned_data["tracing"])
        success = f"Penelusuran: {tracing.label.lower()}."
        attempt(request, actions.set_tracing, alumnus=alumnus, tracing=tracing, actor=request.actor, success=success)
    return redirect("bkk:alumnus_page", pk)


@school_desk
@get_or_post
def alumnus_spell(request, pk):
    alumnus = get_object_or_404(_alumni(request), pk=pk)
    form = SpellForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            actions.add_spell,
            success="Kegiatan tercatat.",
            alumnus=alumnus,
            spell=form.save(commit=False),
            actor=request.actor,
        )
        return redirect("bkk:alumnus_page", pk)
    return render(request, "alumni/bkk_spell.html", {"alumnus": alumnus, "form": form})


def _alumni(request):
    related = ("person__village__district", "konsentrasi", "school")
    return Alumnus.objects.visible_to(request.actor).select_related(*related)


def known_of(request, alumnus):
    """The context of alumni/bkk_page.html. `alumnus` is one the actor sees."""
    person = alumnus.person
    applications = alumnus.applications.select_related("vacancy__employer").order_by("-applied_at", "-pk")
    return {
        "alumnus": alumnus,
        "person": person,
        "spells": person.spells.select_related("verified_by").order_by("-since", "-pk"),
        "credentials": person.credentials.order_by("-issued_on", "-pk"),
        "papers": person.issued_documents.order_by("-issued_on", "-pk"),
        "applications": applications[:APPLICATIONS_SHOWN],
        "panels": _panels(request, person),
        "consents": Consent.objects.filter(user_id=person.user_id).order_by("withdrawn_at", "-given_at", "-pk"),
        "other_schools": person.alumni.exclude(pk=alumnus.pk).select_related("school").order_by("pk"),
        "form": TracingForm(initial={"tracing": alumnus.tracing}),
    }


def _panels(request, person):
    """What the apps know of this person, each rendered by its own template."""
    offers = [entry.function(request.actor, person) for entry in registry.person_desk_panels]
    return [render_to_string(offer[0], offer[1], request=request) for offer in offers if offer]

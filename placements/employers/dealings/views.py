"""A school's visits and notes, and the contact persons that all schools share."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, posted
from placements.employers import actions
from placements.employers.dealings import actions as dealings
from placements.employers.dealings.models import EmployerNote, EmployerVisit
from placements.employers.filters import VisitFilter
from placements.employers.models import EmployerContact
from placements.employers.partners.forms import ContactForm, NoteForm, VisitForm
from placements.employers.views.bkk import employer_of_register
from placements.employers.views.editing import edit

SHOWN = 50


@school_desk
@require_safe
def visit_list(request):
    rows = EmployerVisit.objects.visible_to(request.actor).select_related("employer", "activity")
    listing = Listing(request, rows, filterset=VisitFilter)
    return render(request, "employers/bkk_visits.html", {"listing": listing, "section": "visits"})


@school_desk
@require_safe
def employer_dealings(request, pk):
    return _page(request, employer_of_register(request, pk), NoteForm())


@school_desk
@require_http_methods(["GET", "POST"])
def employer_visit_create(request, pk):
    employer = employer_of_register(request, pk)
    form = VisitForm(posted(request), instance=EmployerVisit(employer=employer))
    return _visit_form(request, form, "Catat kunjungan", employer)


@school_desk
@require_http_methods(["GET", "POST"])
def visit_edit(request, pk):
    rows = EmployerVisit.objects.visible_to(request.actor).select_related("employer", "activity")
    visit = get_object_or_404(rows, pk=pk)
    return _visit_form(request, VisitForm(posted(request), instance=visit), "Ubah kunjungan", visit.employer)


@school_desk
@require_POST
def employer_note_add(request, pk):
    employer, form = employer_of_register(request, pk), NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, employer, form)
    success = "Catatan tersimpan."
    attempt(request, dealings.add_note, success=success, employer=employer, actor=request.actor, **form.cleaned_data)
    return redirect("bkk:employer_dealings", pk)


@school_desk
@require_POST
def note_remove(request, pk):
    note = get_object_or_404(EmployerNote.objects.visible_to(request.actor), pk=pk)
    attempt(request, dealings.remove_note, success="Catatan dihapus.", note=note, actor=request.actor)
    return redirect("bkk:employer_dealings", note.employer_id)


@school_desk
@require_http_methods(["GET", "POST"])
def employer_contact_create(request, pk):
    employer = employer_of_register(request, pk)
    form = ContactForm(posted(request), instance=EmployerContact(employer=employer))
    return _contact_form(request, form, "Tambah narahubung")


@school_desk
@require_http_methods(["GET", "POST"])
def contact_edit(request, pk):
    form = ContactForm(posted(request), instance=_contact(request, pk))
    return _contact_form(request, form, "Ubah narahubung")


@school_desk
@require_POST
def contact_remove(request, pk):
    contact = _contact(request, pk)
    attempt(request, actions.remove_contact, success="Narahubung dihapus.", contact=contact, actor=request.actor)
    return redirect("bkk:employer_page", contact.employer_id)


def _page(request, employer, note_form):
    visits = employer.visits.visible_to(request.actor).select_related("activity")
    context = {
        "employer": employer,
        "tab": "dealings",
        "visits": visits[:SHOWN],
        "notes": employer.notes.visible_to(request.actor).select_related("by")[:SHOWN],
        "note_form": note_form,
    }
    return render(request, "employers/bkk_dealings.html", context)


def _visit_form(request, form, title, employer):
    values = {"visit": lambda: form.save(commit=False), "fields": lambda: form.of_activity}
    return edit(
        request,
        form,
        (dealings.save_visit, values),
        title=title,
        success="Kunjungan tersimpan. Fotonya dapat ditambahkan di halaman Kegiatan.",
        back=("bkk:employer_dealings", employer.pk),
        context={"employer": employer, "back_url": reverse("bkk:employer_dealings", args=[employer.pk])},
    )


def _contact_form(request, form, title):
    employer = form.instance.employer
    return edit(
        request,
        form,
        (actions.save_contact, {"contact": lambda: form.save(commit=False)}),
        title=title,
        success="Narahubung tersimpan.",
        back=("bkk:employer_page", employer.pk),
        context={"employer": employer, "back_url": reverse("bkk:employer_page", args=[employer.pk])},
    )


def _contact(request, pk):
    rows = EmployerContact.objects.visible_to(request.actor).select_related("employer")
    return get_object_or_404(rows, pk=pk)

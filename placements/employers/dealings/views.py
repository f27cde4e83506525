"""A school's visits and notes, and the contact persons that all schools share."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from placements.employers import actions
from placements.employers.dealings import actions as dealings
from placements.employers.dealings.filters import VisitFilter
from placements.employers.dealings.forms import NoteForm, VisitForm
from placements.employers.dealings.models import EmployerNote, EmployerVisit
from placements.employers.forms import ContactForm
from placements.employers.models import EmployerContact
from placements.employers.pages import employer_of_register

SHOWN = 50
SMALL_FORM = "employers/bkk_small_form.html"


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
@get_or_post
def employer_visit_create(request, pk):
    employer = employer_of_register(request, pk)
    form = VisitForm(posted(request), instance=EmployerVisit(employer=employer))
    return _visit_form(request, form, "Catat kunjungan", employer)


@school_desk
@get_or_post
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


note_remove = act(
    school_desk,
    lambda request, pk: get_object_or_404(EmployerNote.objects.visible_to(request.actor), pk=pk),
    dealings.remove_note,
    "Catatan dihapus.",
    row="note",
    to=lambda note: ("bkk:employer_dealings", note.employer_id),
)


@school_desk
@get_or_post
def employer_contact_create(request, pk):
    employer = employer_of_register(request, pk)
    form = ContactForm(posted(request), instance=EmployerContact(employer=employer))
    return _contact_form(request, form, "Tambah narahubung")


def _contact(request, pk):
    rows = EmployerContact.objects.visible_to(request.actor).select_related("employer")
    return get_object_or_404(rows, pk=pk)


@school_desk
@get_or_post
def contact_edit(request, pk):
    form = ContactForm(posted(request), instance=_contact(request, pk))
    return _contact_form(request, form, "Ubah narahubung")


contact_remove = act(
    school_desk,
    _contact,
    actions.remove_contact,
    "Narahubung dihapus.",
    row="contact",
    to=lambda contact: ("bkk:employer_page", contact.employer_id),
)


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
    return form_page(
        request,
        form,
        SMALL_FORM,
        dealings.save_visit,
        given=lambda: {"visit": form.save(commit=False), "fields": form.of_activity},
        to=lambda _: ("bkk:employer_dealings", employer.pk),
        success="Kunjungan tersimpan. Fotonya dapat ditambahkan di halaman Kegiatan.",
        title=title,
        employer=employer,
        back_url=reverse("bkk:employer_dealings", args=[employer.pk]),
    )


def _contact_form(request, form, title):
    employer = form.instance.employer
    return form_page(
        request,
        form,
        SMALL_FORM,
        actions.save_contact,
        given=lambda: {"contact": form.save(commit=False)},
        to=lambda _: ("bkk:employer_page", employer.pk),
        success="Narahubung tersimpan.",
        title=title,
        employer=employer,
        back_url=reverse("bkk:employer_page", args=[employer.pk]),
    )

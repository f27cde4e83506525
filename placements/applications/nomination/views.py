"""Nomination letters: written and read by the BKK, read by the employer."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import employer_desk, school_desk
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import xlsx_response
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, pdf_response, posted
from placements.applications.models import Application
from placements.applications.nomination import actions, documents
from placements.applications.nomination.enums import CAN_BE_NAMED, MOST_IN_A_LETTER, MOVED_ON
from placements.applications.nomination.forms import LetterForm, RevokeForm
from placements.applications.nomination.models import NominationLetter
from placements.vacancies.models import Vacancy


@school_desk
@require_safe
def letter_list(request):
    rows = NominationLetter.objects.visible_to(request.actor).with_counts()
    listing = Listing(request, rows, order=["-made_at", "-pk"])
    return render(request, "applications/bkk_letters.html", {"listing": listing})


@school_desk
@get_or_post
def letter_create(request, pk):
    """Whom to put forward for one vacancy, and to whom the letter goes."""
    vacancy = get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related("employer"), pk=pk)
    mine = Application.objects.visible_to(request.actor).filter(vacancy=vacancy, status__in=CAN_BE_NAMED)
    rows = list(mine.with_people().order_by("alumnus__person__name", "pk")[:MOST_IN_A_LETTER])
    initial = {"recipient": vacancy.contact_name or "Pimpinan"}
    form = LetterForm(posted(request), rows=rows, ticked=MOVED_ON, initial=initial)
    if request.method == "POST" and form.is_valid():
        letter = attempt(
            request,
            actions.write_letter,
            vacancy=vacancy,
            applications=mine.filter(pk__in=form.cleaned_data["applications"]),
            recipient=form.cleaned_data["recipient"],
            actor=request.actor,
            success=lambda made: f"Surat pengantar nomor {made.document.number} terbit.",
        )
        if letter:
            return redirect("bkk:letter_page", letter.pk)
    context = {"vacancy": vacancy, "form": form, "total": len(rows)}
    return render(request, "applications/bkk_letter_form.html", context)


@school_desk
@require_safe
def letter_page(request, pk):
    return _page(request, _letter(request, pk), RevokeForm())


def _page(request, letter, form):
    context = {"letter": letter, "rows": _people(letter), "form": form}
    return render(request, "applications/bkk_letter.html", context)


@school_desk
@require_POST
def letter_revoke(request, pk):
    letter, form = _letter(request, pk), RevokeForm(request.POST)
    if not form.is_valid():
        return _page(request, letter, form)
    attempt(
        request,
        actions.revoke_letter,
        letter=letter,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        success="Surat dicabut. Lamarannya tetap pada tahapnya.",
    )
    return redirect("bkk:letter_page", pk)


@school_desk
@require_safe
def letter_file(request, pk):
    return _file(request, pk)


@school_desk
@require_safe
def nominee_sheet(request, pk):
    return _sheet(request, pk)


@school_desk
@require_safe
def nominee_list(request, pk):
    return _list(request, pk)


@employer_desk
@require_safe
def employer_letter(request, pk):
    return _file(request, pk)


@employer_desk
@require_safe
def employer_sheet(request, pk):
    return _sheet(request, pk)


@employer_desk
@require_safe
def employer_list(request, pk):
    return _list(request, pk)


def _file(request, pk):
    document = _letter(request, pk).document
    return stored_file_response(request, document.file, f"surat-pengantar-{document.sequence:03d}-{document.year}")


def _sheet(request, pk):
    letter = _letter(request, pk)
    _log(request, letter)
    sheet = documents.list_sheet(vacancy=letter.vacancy, applications=_people(letter))
    return xlsx_response(f"calon-{slugify(letter.vacancy.title)}.xlsx", [sheet])


def _list(request, pk):
    letter = _letter(request, pk)
    _log(request, letter)
    content = documents.list_pdf(school=letter.school, vacancy=letter.vacancy, applications=_people(letter))
    return pdf_response(content, f"calon-{slugify(letter.vacancy.title)}.pdf")


def _log(request, letter):
    record(AuditKind.EXPORTED, actor=request.actor, target=f"calon pada surat pengantar {letter.pk}")


def _letter(request, pk):
    related = ("document", "school", "vacancy__employer")
    return get_object_or_404(NominationLetter.objects.visible_to(request.actor).select_related(*related), pk=pk)


def _people(letter):
    return list(letter.applications.with_people().order_by("alumnus__person__name", "pk"))

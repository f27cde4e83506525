"""The shared register on a coordinator's desk: list, page, editing and verification of an employer."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, posted
from placements.employers import actions, rules
from placements.employers.filters import DeskEmployerFilter
from placements.employers.forms import EmployerForm, NewEmployerForm, RejectForm, VerifyForm
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer

VACANCIES_SHOWN = 20


@school_desk
@require_safe
def employer_list(request):
    actor = request.actor
    listing = Listing(
        request,
        Employer.objects.visible_to(actor),
        filterset=DeskEmployerFilter,
        prepare=lambda rows: (
            rows.with_open_vacancies(actor).with_partnership(actor.school_id).select_related("industry", "regency")
        ),
    )
    return render(request, "employers/bkk_list.html", {"listing": listing, "section": "list"})


@school_desk
@require_http_methods(["GET", "POST"])
def employer_create(request):
    form = NewEmployerForm(posted(request), initial={"name": request.GET.get("nama", "")})
    if request.method == "POST" and form.is_valid():
        employer = attempt(
            request,
            actions.create_employer,
            success="Perusahaan tersimpan. Periksa lalu verifikasi, atau langsung tulis lowongannya.",
            fields=form.values,
            contact=form.contact,
            actor=request.actor,
        )
        if employer:
            return redirect("bkk:employer_page", employer.pk)
    return render(request, "employers/bkk_form.html", {"form": form, "employer": None})


@school_desk
@require_http_methods(["GET", "POST"])
def employer_edit(request, pk):
    employer = employer_of_register(request, pk)
    form = EmployerForm(posted(request), instance=employer_of_register(request, pk))
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            actions.update_employer,
            success=lambda row: saved_text(employer, row),
            employer=employer,
            fields=form.values,
            actor=request.actor,
        )
        return redirect("bkk:employer_page", pk)
    return render(request, "employers/bkk_form.html", {"form": form, "employer": employer})


@school_desk
@require_safe
def employer_page(request, pk):
    """A number that was merged into another leads on to that."""
    employer = register_rows(request).filter(pk=pk).first()
    if employer is None and (merged := EmployerMergeProposal.objects.leading_from(pk)):
        return redirect("bkk:employer_page", merged.kept_id)
    return _page(request, employer or employer_of_register(request, pk))


@school_desk
@require_POST
def employer_verify(request, pk):
    employer = employer_of_register(request, pk)
    form = VerifyForm(request.POST, employer=employer)
    if not form.is_valid():
        messages.error(request, "Belum diverifikasi. Pilih bagaimana perusahaan ini diperiksa, dan apa saja.")
        return _page(request, employer, verify_form=form)
    success = f"{employer.name} diverifikasi."
    attempt(
        request,
        actions.verify_employer,
        success=success,
        employer=employer,
        actor=request.actor,
        **form.cleaned_data,
    )
    return redirect("bkk:employer_page", pk)


@school_desk
@require_POST
def employer_reject(request, pk):
    employer = employer_of_register(request, pk)
    form = RejectForm(request.POST)
    if not form.is_valid():
        return _page(request, employer, reject_form=form)
    success = f"{employer.name} ditolak. Lowongannya yang tayang disembunyikan."
    attempt(
        request,
        actions.reject_employer,
        success=success,
        employer=employer,
        actor=request.actor,
        **form.cleaned_data,
    )
    return redirect("bkk:employer_page", pk)


@school_desk
@require_POST
def employer_lift(request, pk):
    employer = employer_of_register(request, pk)
    success = "Penolakan dicabut. Perusahaan ini dapat diverifikasi lagi."
    attempt(request, actions.lift_rejection, success=success, employer=employer, actor=request.actor)
    return redirect("bkk:employer_page", pk)


def register_rows(request):
    related = ("industry", "regency", "village__district", "verified_by", "added_by_school")
    return Employer.objects.visible_to(request.actor).select_related(*related)


def employer_of_register(request, pk):
    return get_object_or_404(register_rows(request), pk=pk)


def saved_text(before, after):
    if before.is_verified and not after.is_verified:
        return "Perubahan tersimpan. Nama, NIB, NPWP atau alamat berubah, jadi perlu diverifikasi lagi."
    return "Perubahan tersimpan."


def _page(request, employer, **bound):
    """`bound`: forms that came with errors."""
    actor = request.actor
    vacancies = employer.vacancies.visible_to(actor).select_related("school")
    vacancies = list(vacancies[: VACANCIES_SHOWN + 1])
    context = {
        "employer": employer,
        "tab": "page",
        "contacts": employer.contacts.visible_to(actor),
        "vacancies": vacancies[:VACANCIES_SHOWN],
        "more_vacancies": len(vacancies) > VACANCIES_SHOWN,
        "verifications": employer.verifications.visible_to(actor).select_related("by", "school"),
        "proposals": EmployerMergeProposal.objects.visible_to(actor).waiting().about(employer).select_related("kept"),
        "can_edit": rules.can_edit(actor, employer),
        "can_verify": rules.can_verify(actor, employer),
        "can_reject": rules.can_reject(actor, employer),
        "can_lift": employer.is_rejected and rules.can_lift(actor, employer),
    }
    forms = {"verify_form": VerifyForm(employer=employer), "reject_form": RejectForm()}
    return render(request, "employers/bkk_page.html", context | forms | bound)

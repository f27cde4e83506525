"""The shared register on a coordinator's desk: list, page, editing and verification of an employer."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from placements.employers import actions, rules
from placements.employers.filters import DeskEmployerFilter
from placements.employers.forms import EmployerForm, NewEmployerForm, RejectForm, VerifyForm
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer
from placements.employers.pages import employer_of_register, register_rows, saved_text
from placements.employers.partners.queries import with_partnership
from placements.vacancies.queries import with_open_vacancies

VACANCIES_SHOWN = 20


@school_desk
@require_safe
def employer_list(request):
    actor = request.actor
    listing = Listing(
        request,
        Employer.objects.visible_to(actor),
        filterset=DeskEmployerFilter,
        prepare=lambda rows: with_partnership(
            with_open_vacancies(rows.select_related("industry", "regency"), actor), actor.school_id
        ),
    )
    return render(request, "employers/bkk_list.html", {"listing": listing, "section": "list"})


@school_desk
@get_or_post
def employer_create(request):
    form = NewEmployerForm(posted(request), initial={"name": request.GET.get("nama", "")})
    return form_page(
        request,
        form,
        "employers/bkk_form.html",
        actions.create_employer,
        given=lambda: {"fields": form.values, "contact": form.contact},
        to=lambda employer: ("bkk:employer_page", employer.pk),
        success="Perusahaan tersimpan. Periksa lalu verifikasi, atau langsung tulis lowongannya.",
        employer=None,
    )


@school_desk
@get_or_post
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


employer_lift = act(
    school_desk,
    employer_of_register,
    actions.lift_rejection,
    "Penolakan dicabut. Perusahaan ini dapat diverifikasi lagi.",
    row="employer",
    to="bkk:employer_page",
)


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

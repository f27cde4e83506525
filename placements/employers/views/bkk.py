from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from placements.employers import actions, rules, verification
from placements.employers.filters import DeskEmployerFilter
from placements.employers.forms import EmployerForm, NewEmployerForm, VerifyForm
from placements.employers.models import Employer

VACANCIES_SHOWN = 20


@school_desk
@require_safe
def employer_list(request):
    register = Employer.objects.visible_to(request.actor).with_open_vacancies(request.actor)
    listing = Listing(request, register.select_related("industry", "regency"), filterset=DeskEmployerFilter)
    return render(request, "employers/bkk_list.html", {"listing": listing})


@school_desk
@require_http_methods(["GET", "POST"])
def employer_create(request):
    form = NewEmployerForm(request.POST or None, initial={"name": request.GET.get("nama", "")})
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
    employer = _employer(request, pk)
    form = EmployerForm(request.POST or None, instance=_employer(request, pk))
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            actions.update_employer,
            success=lambda row: _saved(employer, row),
            employer=employer,
            fields=form.values,
            actor=request.actor,
        )
        return redirect("bkk:employer_page", pk)
    return render(request, "employers/bkk_form.html", {"form": form, "employer": employer})


@school_desk
@require_safe
def employer_page(request, pk):
    employer = _employer(request, pk)
    vacancies = employer.vacancies.visible_to(request.actor).select_related("school")
    vacancies = list(vacancies[: VACANCIES_SHOWN + 1])
    context = {
        "employer": employer,
        "vacancies": vacancies[:VACANCIES_SHOWN],
        "more_vacancies": len(vacancies) > VACANCIES_SHOWN,
        "contacts": employer.contacts.all(),
        "verify_form": VerifyForm(employer=employer),
        "can_edit": rules.can_edit(request.actor, employer),
        "can_verify": rules.can_verify(request.actor, employer),
    }
    return render(request, "employers/bkk_page.html", context)


@school_desk
@require_POST
def employer_verify(request, pk):
    employer = _employer(request, pk)
    form = VerifyForm(request.POST, employer=employer)
    if form.is_valid():
        attempt(
            request,
            verification.verify_employer,
            success=f"{employer.name} diverifikasi.",
            employer=employer,
            actor=request.actor,
            **form.cleaned_data,
        )
    else:
        messages.error(request, "Pilih dulu bagaimana perusahaan ini diperiksa.")
    return redirect("bkk:employer_page", pk)


def _employer(request, pk):
    rows = Employer.objects.visible_to(request.actor)
    related = ("industry", "regency", "village__district", "verified_by", "added_by_school")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def _saved(before, after):
    if before.is_verified and not after.is_verified:
        return "Perubahan tersimpan. Nama, NIB, atau alamat berubah, jadi perusahaan ini perlu diverifikasi lagi."
    return "Perubahan tersimpan."

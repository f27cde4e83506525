from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from placements.applications import actions
from placements.applications.forms import ApplyForm
from placements.applications.models import Application
from placements.applications.timeline import entries_of
from placements.vacancies.models import Vacancy


@person_desk
@require_safe
def application_list(request):
    rows = Application.objects.visible_to(request.actor).select_related("vacancy__employer", "alumnus")
    listing = Listing(request, rows, order=["-applied_at", "-pk"])
    return render(request, "applications/saya_list.html", {"listing": listing})


@person_desk
@require_safe
def application_page(request, pk):
    application = _mine(request, pk)
    context = {
        "application": application,
        "entries": entries_of(application, with_names=False),
        "school": application.alumnus.school,
    }
    return render(request, "applications/saya_page.html", context)


@person_desk
@require_http_methods(["GET", "POST"])
def apply(request, pk):
    vacancy = get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related("employer"), pk=pk)
    standing = Application.objects.visible_to(request.actor).open().filter(vacancy=vacancy).first()
    if standing and request.method == "GET":
        return redirect("saya:application_page", standing.pk)
    obstacle = "" if standing else actions.obstacle(vacancy, request.actor)
    if obstacle:
        return render(request, "applications/saya_cannot_apply.html", {"vacancy": vacancy, "obstacle": obstacle})
    form = ApplyForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return _applied(request, vacancy, form)
    return render(request, "applications/saya_apply.html", {"vacancy": vacancy, "form": form})


def _applied(request, vacancy, form):
    application = attempt(
        request,
        actions.apply,
        vacancy=vacancy,
        actor=request.actor,
        note=form.cleaned_data["note"],
        success="Lamaran terkirim ke BKK sekolah Anda.",
    )
    if application is None:
        standing = Application.objects.visible_to(request.actor).filter(vacancy=vacancy).first()
        return redirect("saya:application_page", standing.pk) if standing else redirect(vacancy)
    return redirect("saya:application_page", application.pk)


@person_desk
@require_POST
def withdraw(request, pk):
    application = _mine(request, pk)
    attempt(request, actions.withdraw, application=application, actor=request.actor, success="Lamaran ditarik.")
    return redirect("saya:application_page", pk)


@person_desk
@require_POST
def accept_offer(request, pk):
    application = _mine(request, pk)
    success = "Tawaran diterima. BKK akan menghubungi Anda."
    attempt(request, actions.accept_offer, application=application, actor=request.actor, success=success)
    return redirect("saya:application_page", pk)


def _mine(request, pk):
    rows = Application.objects.visible_to(request.actor).select_related("vacancy__employer", "alumnus__school")
    return get_object_or_404(rows, pk=pk)

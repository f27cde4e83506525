"""One vacancy for everyone: its page, its picture and calendar, and a way to report it."""

from allauth.account.adapter import get_adapter
from allauth.decorators import rate_limit
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit import registry
from bkk_portal.kit.ical import calendar
from bkk_portal.kit.page_cache import keep_for_strangers, kept
from bkk_portal.kit.web import attempt, posted
from placements.vacancies import rules, sharing
from placements.vacancies.doubts import report_vacancy
from placements.vacancies.forms import ReportForm
from placements.vacancies.jobposting import job_posting
from placements.vacancies.models import SavedVacancy, Vacancy

RELATED = ("employer", "occupation", "regency__province", "village", "school")
SIMILAR = 4
A_YEAR = "public, max-age=31536000, immutable"


@public
@require_safe
@keep_for_strangers
def vacancy_page(request, pk, slug):
    vacancy = _vacancy(request, pk)
    if slug != vacancy.slug:
        return redirect(vacancy, permanent=True)
    panels = _panels(request, vacancy)
    konsentrasi, skills = list(vacancy.konsentrasi.all()), list(vacancy.skills.all())
    context = {"vacancy": vacancy, "similar": _similar(request.actor, vacancy, konsentrasi)}
    if rules.is_gone(vacancy) and _is_stranger(request.actor, panels):
        return render(request, "vacancies/public_gone.html", context, status=410)
    context |= {
        "konsentrasi": konsentrasi,
        "skills": skills,
        "apply_panel": panels.pop("apply", None),
        "panels": panels.values(),
        "job_posting": job_posting(vacancy, konsentrasi=konsentrasi, skills=skills),
        "can_be_reported": rules.can_be_reported(vacancy),
        "is_saved": _is_saved(request.actor, vacancy),
        "may_apply": not request.actor.is_authenticated or request.actor.person_id is not None,
        **_shared(vacancy),
    }
    return render(request, "vacancies/public_page.html", context)


@public
@require_safe
def vacancy_picture(request, pk, digest):
    """The picture for link previews; its address changes with what it says, so it may be kept for good."""
    vacancy = _vacancy(request, pk)
    if digest != sharing.picture_digest(vacancy):
        return redirect(sharing.picture_path(vacancy))
    response = HttpResponse(sharing.picture(vacancy), content_type="image/png")
    response["Cache-Control"] = A_YEAR
    return response


@public
@require_safe
def vacancy_calendar(request, pk):
    vacancy = _vacancy(request, pk)
    content = calendar(f"{vacancy.title} · {vacancy.employer.name}", sharing.days_of(vacancy))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="lowongan-{pk}.ics"'
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
@rate_limit(action="report_vacancy")
def vacancy_report(request, pk):
    """Anyone may say that a vacancy is doubtful (domain rule 7); nobody needs an account for it."""
    vacancy = _vacancy(request, pk)
    form = ReportForm(posted(request))
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            report_vacancy,
            success="Terima kasih. Laporan Anda diperiksa dinas.",
            vacancy=vacancy,
            sender=_sender(request),
            **form.cleaned_data,
        )
        return redirect(vacancy if Vacancy.objects.visible_to(request.actor).filter(pk=pk).exists() else "vacancy_list")
    return render(request, "vacancies/public_report.html", {"vacancy": vacancy, "form": form})


def _vacancy(request, pk):
    return get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related(*RELATED), pk=pk)


def _similar(actor, vacancy, konsentrasi):
    """[Card]; the same for every stranger, so kept for them. What others see depends on more than is watched."""
    open_ones = Vacancy.objects.visible_to(actor).open()
    similar = open_ones.similar_to(vacancy, [item.pk for item in konsentrasi])
    if actor.is_authenticated:
        return similar.cards(SIMILAR)
    return kept(f"similar {vacancy.pk}", lambda: similar.cards(SIMILAR))


def _is_stranger(actor, panels):
    """Neither a desk that keeps records, nor somebody who applied: those still open the page years later."""
    return (not actor.is_authenticated or actor.person_id is not None) and "apply" not in panels


def _shared(vacancy):
    return {
        "page_url": sharing.page_url(vacancy),
        "picture_url": f"{settings.PUBLIC_URL}{sharing.picture_path(vacancy)}",
        "whatsapp_url": sharing.whatsapp_url(vacancy),
    }


def _panels(request, vacancy):
    """{name: HTML} of what other rooms have to say about a vacancy."""
    offers = {entry.name: entry.function(request.actor, vacancy) for entry in registry.vacancy_panels}
    return {name: render_to_string(*offer, request=request) for name, offer in offers.items() if offer}


def _is_saved(actor, vacancy):
    return (
        actor.person_id is not None and SavedVacancy.objects.filter(person_id=actor.person_id, vacancy=vacancy).exists()
    )


def _sender(request):
    """The same for the same account, or for the same address without one; says nothing about either."""
    actor = request.actor
    who = f"user:{actor.user_id}" if actor.is_authenticated else f"ip:{get_adapter(request).get_client_ip(request)}"
    return salted_hmac("vacancy report", who, algorithm="sha256").hexdigest()

"""One vacancy for everyone: its page, its picture and calendar, and a way to report it."""

import dataclasses
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.decorators import rate_limit
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.text.ical import calendar
from bkk_portal.kit.web.cache import keep_for_strangers, kept
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.applications.offers import apply_panel
from placements.applications.selection.offers import days_of_vacancy, vacancy_panel
from placements.matching.offers import fit_panel, reasons
from placements.schools.models import School
from placements.vacancies import rules
from placements.vacancies.actions import report_vacancy
from placements.vacancies.cards import Card
from placements.vacancies.forms import ReportForm
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.models import SavedVacancy
from placements.vacancies.search import facets
from placements.vacancies.search.filters import NEWEST, VacancyFilter, find
from placements.vacancies.sharing import links
from placements.vacancies.sharing.feeds import atom_response
from placements.vacancies.sharing.jobposting import job_posting

AT_LEAST = "Tanda + berarti paling sedikit sebanyak itu."
REASONS_SHOWN = 2  # on a card, the strongest first; the page tells them all
RELATED = ("employer", "occupation", "regency__province", "village", "school")
SIMILAR = 4
A_YEAR = "public, max-age=31536000, immutable"


@public
@require_safe
@keep_for_strangers
def vacancy_list(request):
    open_ones = Vacancy.objects.visible_to(request.actor).open().order_by(*NEWEST)
    found = find(VacancyFilter(request.GET, queryset=open_ones, request=request))
    listing = Listing(
        request, open_ones, prepare=lambda rows: found.in_order(lambda rows: rows.as_cards()), count_limit=facets.MOST
    )
    listing.count = found.counts.total
    facets.show_counts(found.filters, found.counts)
    cards = _with_reasons(request.actor, [Card.of(row) for row in listing.rows])
    context = {
        "listing": listing,
        "filter": found.filters,
        "cards": cards,
        "understood": found.understood,
        "chips": facets.chips(found.filters),
        "offers": facets.offers(found.filters),
        "ways_out": () if cards else facets.ways_out(found.filters, found.counts),
        "without_filters": facets.url_without(found.filters, found.filters.chosen),
        "understood_url": f"?{urlencode({'q': found.understood.text})}",
        "bounded_note": AT_LEAST if found.counts.total > facets.MOST else "",
    }
    return render(request, "vacancies/public_list.html", context)


def _with_reasons(actor, cards):
    """The cards with why each suits who looks at the list."""
    if not (actor.person_id and cards):
        return cards
    found = reasons(actor, cards)
    return [dataclasses.replace(card, reasons=tuple(found.get(card.pk, ())[:REASONS_SHOWN])) for card in cards]


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
    if digest != links.picture_digest(vacancy):
        return redirect(links.picture_path(vacancy))
    response = HttpResponse(links.picture(vacancy), content_type="image/png")
    response["Cache-Control"] = A_YEAR
    return response


@public
@require_safe
def vacancy_calendar(request, pk):
    vacancy = _vacancy(request, pk)
    content = calendar(
        f"{vacancy.title} · {vacancy.employer.name}", [links.closing_day(vacancy), *days_of_vacancy(vacancy)]
    )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="lowongan-{pk}.ics"'
    return response


@public
@get_or_post
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
        "page_url": links.page_url(vacancy),
        "picture_url": f"{settings.PUBLIC_URL}{links.picture_path(vacancy)}",
        "whatsapp_url": links.whatsapp_url(vacancy),
    }


def _panels(request, vacancy):
    """{name: HTML} of what the rooms to the right have to say; "apply" takes the place of the button."""
    panels = {"apply": apply_panel, "fit": fit_panel, "selection": vacancy_panel}
    shown = {name: panel(request.actor, vacancy) for name, panel in panels.items()}
    return {name: render_to_string(*panel, request=request) for name, panel in shown.items() if panel}


def _is_saved(actor, vacancy):
    return (
        actor.person_id is not None and SavedVacancy.objects.filter(person_id=actor.person_id, vacancy=vacancy).exists()
    )


def _sender(request):
    """The same for the same account, or for the same address without one; says nothing about either."""
    actor = request.actor
    who = f"user:{actor.user_id}" if actor.is_authenticated else f"ip:{get_adapter(request).get_client_ip(request)}"
    return salted_hmac("vacancy report", who, algorithm="sha256").hexdigest()


@public
@require_safe
def vacancy_feed(request):
    """The newest open vacancies that everyone may see."""
    return atom_response(
        request,
        Vacancy.objects.visible_to(ANONYMOUS).open(),
        title="Lowongan kerja · Portal BKK Kota Kupang",
        page_path=reverse("vacancy_list"),
    )


@public
@require_safe
def school_feed(request, npsn):
    """Those that one school's BKK has announced."""
    school = get_object_or_404(School.objects.visible_to(ANONYMOUS), npsn=npsn)
    return atom_response(
        request,
        Vacancy.objects.visible_to(ANONYMOUS).open().filter(school=school),
        title=f"Lowongan dari BKK {school.name}",
        page_path=reverse("school_page", args=[npsn]),
    )

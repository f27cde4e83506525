"""/saya/tersimpan/: vacancies that a person keeps, searches, and what these have found."""

import datetime

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk, public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.vacancies.models import Vacancy
from placements.vacancies.saved import actions
from placements.vacancies.saved.criteria import as_meant, found_by, name_of
from placements.vacancies.saved.forms import SearchForm
from placements.vacancies.saved.models import SavedSearch, SavedVacancy, VacancyAlert
from placements.vacancies.sharing.feeds import atom_response

OF_A_CARD = ("vacancy__employer", "vacancy__regency", "vacancy__village")


@person_desk
@require_safe
def saved(request):
    rows = SavedVacancy.objects.filter(person_id=request.actor.person_id, vacancy__in=_visible(request))
    listing = Listing(request, rows.select_related(*OF_A_CARD), order=["-saved_at", "-pk"])
    return render(request, "vacancies/saya_saved.html", {"listing": listing, "soon": _soon()})


def _visible(request):
    return Vacancy.objects.visible_to(request.actor).order_by().values("pk")


def _soon():
    """Whatever closes up to this day closes soon."""
    return timezone.localdate() + datetime.timedelta(days=settings.RULES["closing_soon_days"])


@person_desk
@require_POST
def save(request, pk):
    vacancy = _vacancy(request, pk)
    if request.htmx:
        SavedVacancy.objects.get_or_create(person_id=request.actor.person_id, vacancy=vacancy)
        return _button(request, vacancy, is_saved=True)
    attempt(request, actions.save_vacancy, success="Lowongan disimpan.", vacancy=vacancy, actor=request.actor)
    return redirect(vacancy)


@person_desk
@require_POST
def unsave(request, pk):
    vacancy = _vacancy(request, pk)
    if request.htmx:
        SavedVacancy.objects.filter(person_id=request.actor.person_id, vacancy=vacancy).delete()
        return _button(request, vacancy, is_saved=False)
    success = "Lowongan dihapus dari daftar tersimpan."
    attempt(request, actions.unsave_vacancy, success=success, vacancy=vacancy, actor=request.actor)
    return redirect("saya:saved" if request.POST.get("dari") == "daftar" else vacancy)


def _button(request, vacancy, *, is_saved):
    """The button alone, as it now stands."""
    return render(request, "vacancies/save_button.html", {"vacancy": vacancy, "is_saved": is_saved})


def _vacancy(request, pk):
    return get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related("employer"), pk=pk)


@person_desk
@require_safe
def search_list(request):
    rows = SavedSearch.objects.filter(person_id=request.actor.person_id)
    listing = Listing(request, rows, order=["name", "pk"])
    context = {"listing": listing, "most": settings.RULES["saved_searches_most"]}
    return render(request, "vacancies/saya_searches.html", context)


@person_desk
@get_or_post
def search_create(request):
    """The filters come in the address, as the list has them."""
    query = as_meant(request.GET, request.actor)
    form = SearchForm(posted(request), initial={"name": name_of(query)})
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            actions.save_search,
            success="Pencarian disimpan.",
            query=query,
            actor=request.actor,
            **form.cleaned_data,
        )
        return redirect("saya:search_list")
    return render(request, "vacancies/saya_search_form.html", {"form": form, "search": SavedSearch(query=query)})


@person_desk
@get_or_post
def search_edit(request, pk):
    search = _search(request, pk)
    form = SearchForm(posted(request), instance=_search(request, pk))
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            actions.change_search,
            success="Perubahan tersimpan.",
            search=search,
            **form.cleaned_data,
        )
        return redirect("saya:search_list")
    return render(request, "vacancies/saya_search_form.html", {"form": form, "search": search})


@person_desk
@require_POST
def search_remove(request, pk):
    attempt(request, actions.remove_search, success="Pencarian dihapus.", search=_search(request, pk))
    return redirect("saya:search_list")


@person_desk
@require_POST
def search_renew(request, pk):
    success = "Alamat umpan diganti. Alamat yang lama tidak berlaku lagi."
    attempt(request, actions.renew_feed, success=success, search=_search(request, pk))
    return redirect("saya:search_edit", pk)


def _search(request, pk):
    return get_object_or_404(SavedSearch.objects.filter(person_id=request.actor.person_id), pk=pk)


@person_desk
@require_safe
def alerts(request):
    """What the saved searches have found, the latest first."""
    rows = VacancyAlert.objects.told().filter(person_id=request.actor.person_id, vacancy__in=_visible(request))
    listing = Listing(request, rows.select_related("search", *OF_A_CARD), order=["-told_at", "-pk"])
    return render(request, "vacancies/saya_alerts.html", {"listing": listing, "soon": _soon()})


@public
@require_safe
def search_feed(request, token):
    """For a feed reader, which cannot sign in: so only what everyone may see."""
    search = get_object_or_404(SavedSearch, token=token)
    rows = found_by(search.query, Vacancy.objects.visible_to(ANONYMOUS).open())
    response = atom_response(request, rows, title=search.name, page_path=search.results_url)
    response["X-Robots-Tag"] = "noindex"
    return response

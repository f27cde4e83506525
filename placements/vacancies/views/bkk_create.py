"""Writing a vacancy: for which employer first, then the form; from scratch, from a copy, or from an alumnus' lead."""

import re

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.employers.models import Employer
from placements.employers.queries import name_key
from placements.outcomes.queries import lead_totals, with_placements
from placements.vacancies import actions
from placements.vacancies.forms import AnswerForm, VacancyForm
from placements.vacancies.models import Vacancy, VacancyLead
from placements.vacancies.questions.actions import copy_questions
from placements.vacancies.search.filters import LeadFilter

CHOICES_SHOWN = 20
PHONE = re.compile(r"(?:\+62|0)[0-9 .-]{8,16}[0-9]")
# A copy is a new vacancy: it has its own time and its own report to SIAPkerja.
NOT_COPIED = ("opens_on", "closes_on", "siapkerja_number")


@school_desk
@get_or_post
def vacancy_create(request):
    lead = _chosen(request, VacancyLead.objects.visible_to(request.actor), "info")
    if lead and lead.status in actions.LEAD_DONE:
        return _done_already(request, lead)
    copied = _chosen(request, Vacancy.objects.visible_to(request.actor).select_related("employer"), "salin")
    employer = _chosen(request, Employer.objects.visible_to(request.actor), "mitra") or (copied and copied.employer)
    employer = employer or (lead and "q" not in request.GET and _named(request.actor, lead.employer_name)) or None
    if employer is None:
        return _choose_employer(request, lead)
    form = VacancyForm(posted(request), initial=_initial(lead, copied))
    if request.method == "POST" and form.is_valid():
        vacancy = _created(request, form.values | {"employer": employer}, lead)
        if vacancy and copied:
            copy_questions(source=copied, vacancy=vacancy)
        return redirect("bkk:vacancy_page", vacancy.pk) if vacancy else redirect("bkk:vacancy_list")
    context = {"form": form, "employer": employer, "vacancy": None, "lead": lead}
    return render(request, "vacancies/bkk_form.html", context)


def _chosen(request, rows, name):
    """The row that the URL names; None when it names none, 404 when that row is not for this actor."""
    key = request.GET.get(name, "")
    if not key:
        return None
    return get_object_or_404(rows, pk=whole_number(key) or 0)


def _done_already(request, lead):
    """A form left open, or an old link: what became of the lead."""
    messages.info(request, actions.LEAD_DONE[lead.status])
    return redirect("bkk:vacancy_page", lead.vacancy_id) if lead.vacancy_id else redirect("bkk:lead_list")


def _named(actor, name):
    """The one employer of the register with this name, else None: one tap then leads from a lead to its form."""
    found = Employer.objects.visible_to(actor).filter(name_key=name_key(name)).order_by("pk")[:2]
    return found[0] if len(found) == 1 else None


def _choose_employer(request, lead):
    text = request.GET.get("q", lead.employer_name if lead else "")
    register = Employer.objects.visible_to(request.actor).select_related("regency")
    context = {
        "employers": register.search(text)[:CHOICES_SHOWN],
        "text": text,
        "lead": lead,
    }
    return render(request, "vacancies/bkk_choose_employer.html", context)


def _initial(lead, copied):
    if lead:
        return {"title": lead.title, "description": lead.note, **_contact(lead.contact)}
    if copied is None:
        return {}
    names = [name for name in VacancyForm.Meta.fields if name not in NOT_COPIED]
    return VacancyForm(instance=copied).initial_of(names)


def _contact(text):
    """The number apart from the name, where somebody wrote both: "Pak Yan 0812-3456-7890"."""
    number = PHONE.search(text)
    name = text.replace(number[0], "") if number else text
    return {"contact_name": name.strip(" ,.:;()-")[:120], "contact_phone": number[0] if number else ""}


def _created(request, fields, lead):
    success = "Draf tersimpan. Periksa, lalu tayangkan."
    if lead:
        return attempt(request, actions.use_lead, success=success, lead=lead, fields=fields, actor=request.actor)
    return attempt(request, actions.create_vacancy, success=success, fields=fields, actor=request.actor)


@school_desk
@require_safe
def lead_list(request):
    """What alumni have heard, and what came of it: leads, vacancies, placements."""
    mine = VacancyLead.objects.visible_to(request.actor)
    rows = with_placements(mine).select_related("person", "vacancy")
    listing = Listing(request, rows, order=["-created_at", "-pk"], filterset=LeadFilter)
    context = {"listing": listing, "filter": listing.filters, "totals": lead_totals(mine)}
    return render(request, "vacancies/bkk_leads.html", context)


@school_desk
@require_POST
def lead_decline(request, pk):
    lead = get_object_or_404(VacancyLead.objects.visible_to(request.actor), pk=pk)
    attempt(
        request,
        _decline,
        success="Info loker ditandai tidak dipakai. Alumni sudah diberi tahu.",
        lead=lead,
        form=AnswerForm(request.POST),
        actor=request.actor,
    )
    return redirect("bkk:lead_list")


def _decline(*, lead, form, actor):
    if not form.is_valid():
        raise Refused(f"Jawaban belum terkirim. {form.errors['answer'][0]}")
    return actions.decline_lead(lead=lead, answer=form.cleaned_data["answer"], actor=actor)

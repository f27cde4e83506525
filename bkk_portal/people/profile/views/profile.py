"""A person's own desk."""

from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import newcomer_desk, person_desk
from bkk_portal.kit import registry
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.actions import save_form, set_nik
from bkk_portal.people.enums import SpellKind
from bkk_portal.people.forms import NikForm
from bkk_portal.people.models import ActivitySpell, Person, PortfolioLink
from bkk_portal.people.profile.actions import MOST_LINKS, remove_link, save_link, save_wishes
from bkk_portal.people.profile.completeness import completeness_of, trail_of
from bkk_portal.people.profile.forms import EducationForm, LinkForm, SelfForm, WishesForm


def own_person(request):
    """The Person whose desk this is."""
    return Person.objects.select_related("village", "user").get(pk=request.actor.person_id)


@newcomer_desk
@require_safe
def dashboard(request):
    if request.actor.person_id is None:
        return render(request, "people/saya_newcomer.html")
    person = own_person(request)
    context = {"person": person, "completeness": completeness_of(person), "panels": _panels(request)}
    return render(request, "people/saya_dashboard.html", context)


def _panels(request):
    """What the apps have to show here, each rendered by its own template."""
    offers = [entry.function(request.actor) for entry in registry.person_panels]
    return [render_to_string(offer[0], offer[1], request=request) for offer in offers if offer]


@person_desk
@require_safe
def profile(request):
    person = own_person(request)
    return render(request, "people/saya_profile.html", {"person": person, "completeness": completeness_of(person)})


def step_page(request, person, key, template, **context):
    """A step's page. Whatever a form holds unsaved, what surrounds it shows the person as kept."""
    context |= {"person": person, "trail": trail_of(person, key)}
    return render(request, template, context)


def go_on(request, person, key):
    """To the step that follows, or back to the overview after the last one."""
    following = trail_of(person, key).following
    return redirect(following.url if following else "saya:profile")


@person_desk
@get_or_post
def oneself(request):
    person = own_person(request)
    form = SelfForm(posted(request), instance=own_person(request))
    if form.is_valid():
        attempt(request, save_form, success="Data diri tersimpan.", form=form)
        return go_on(request, person, "self")
    return step_page(request, person, "self", "people/saya_self.html", form=form, nik_form=NikForm(person=person))


@person_desk
@require_POST
def nik(request):
    person = own_person(request)
    form = NikForm(request.POST, person=person)
    if form.is_valid():
        number = form.cleaned_data["nik"]
        attempt(request, set_nik, success="NIK tersimpan.", person=person, nik=number, actor=request.actor)
        return redirect("saya:profile_self")
    return step_page(
        request, person, "self", "people/saya_self.html", form=SelfForm(instance=own_person(request)), nik_form=form
    )


@person_desk
@get_or_post
def education(request):
    person = own_person(request)
    form = EducationForm(posted(request), instance=own_person(request))
    if form.is_valid():
        attempt(request, save_form, success="Pendidikan tersimpan.", form=form)
        return go_on(request, person, "education")
    studies = [study for entry in registry.person_studies for study in entry.function(person)]
    spells = own_spells(request, person, [SpellKind.STUDYING])
    return step_page(
        request, person, "education", "people/saya_education.html", form=form, studies=studies, spells=spells
    )


def own_spells(request, person, kinds):
    """The person's spells of these kinds, each with `is_own_report`: whether it is theirs to change."""
    own = set(ActivitySpell.objects.own_reports(request.actor).values_list("pk", flat=True))
    spells = list(person.spells.standing().filter(kind__in=kinds).order_by("-since", "-pk"))
    for spell in spells:
        spell.is_own_report = spell.pk in own
    return spells


@person_desk
@get_or_post
def wishes(request):
    person = own_person(request)
    form = WishesForm(posted(request), instance=own_person(request))
    if form.is_valid():
        attempt(request, save_wishes, success="Keinginan kerja tersimpan.", form=form)
        return go_on(request, person, "wishes")
    return step_page(request, person, "wishes", "people/saya_wishes.html", form=form)


def own_links(request):
    return PortfolioLink.objects.visible_to(request.actor).filter(person_id=request.actor.person_id)


@person_desk
@get_or_post
def portfolio(request):
    person, form = own_person(request), LinkForm(posted(request), instance=PortfolioLink())
    if form.is_valid():
        attempt(request, save_link, success="Tautan ditambahkan.", form=form, person=person)
        return redirect("saya:profile_portfolio")
    links = own_links(request).order_by("pk")
    return step_page(
        request, person, "portfolio", "people/saya_portfolio.html", form=form, links=links, most=MOST_LINKS
    )


@person_desk
@get_or_post
def edit(request, pk):
    form = LinkForm(posted(request), instance=get_object_or_404(own_links(request), pk=pk))
    if form.is_valid():
        attempt(request, save_link, success="Tautan tersimpan.", form=form, person=own_person(request))
        return redirect("saya:profile_portfolio")
    return render(request, "people/saya_link.html", {"form": form})


@person_desk
@require_POST
def remove(request, pk):
    attempt(request, remove_link, success="Tautan dihapus.", link=get_object_or_404(own_links(request), pk=pk))
    return redirect("saya:profile_portfolio")

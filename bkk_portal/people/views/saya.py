"""A person's own desk."""

from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import newcomer_desk, person_desk
from bkk_portal.kit import registry
from bkk_portal.kit.web import attempt
from bkk_portal.people.actions import save_profile, set_nik
from bkk_portal.people.completeness import steps_of
from bkk_portal.people.forms import NikForm, ProfileForm
from bkk_portal.people.models import Person


def own_person(request):
    """The Person whose desk this is."""
    return Person.objects.select_related("village", "user").get(pk=request.actor.person_id)


@newcomer_desk
@require_safe
def dashboard(request):
    if request.actor.person_id is None:
        return render(request, "people/saya_newcomer.html")
    person = own_person(request)
    steps = steps_of(person)
    context = {
        "person": person,
        "steps": steps,
        "done": sum(step.is_done for step in steps),
        "next_step": next((step for step in steps if not step.is_done), None),
        "panels": _panels(request),
    }
    return render(request, "people/saya_dashboard.html", context)


def _panels(request):
    """What the apps have to show here, each rendered by its own template."""
    offers = [entry.function(request.actor) for entry in registry.person_panels]
    return [render_to_string(offer[0], offer[1], request=request) for offer in offers if offer]


@person_desk
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    person = own_person(request)
    form = ProfileForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        attempt(request, save_profile, success="Profil tersimpan.", form=form)
        return redirect("saya:profile")
    return _profile_page(request, person, form, NikForm(person=person))


@person_desk
@require_POST
def nik(request):
    person = own_person(request)
    form = NikForm(request.POST, person=person)
    if form.is_valid():
        number = form.cleaned_data["nik"]
        attempt(request, set_nik, success="NIK tersimpan.", person=person, nik=number, actor=request.actor)
        return redirect("saya:profile")
    return _profile_page(request, person, ProfileForm(instance=person), form)


def _profile_page(request, person, form, nik_form):
    context = {"person": Person.objects.get(pk=person.pk), "form": form, "nik_form": nik_form}
    return render(request, "people/saya_profile.html", context)

"""/saya/profil/kerja/ and the schools of /saya/profil/pendidikan/: spells the person reports themselves."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from bkk_portal.people.enums import EXPERIENCE_KINDS, SpellKind
from bkk_portal.people.models import ActivitySpell
from bkk_portal.people.profile.actions import remove_spell, save_spell, say_no_experience
from bkk_portal.people.profile.forms import SpellForm, StudyForm
from bkk_portal.people.profile.views.profile import own_person, own_spells, step_page


@person_desk
@require_safe
def work(request):
    person = own_person(request)
    spells = own_spells(request, person, EXPERIENCE_KINDS)
    return step_page(request, person, "work", "people/saya_work.html", spells=spells)


@person_desk
@require_POST
def no_experience(request):
    is_so = "belum" in request.POST
    attempt(request, say_no_experience, success="Tersimpan.", person=own_person(request), is_so=is_so)
    return redirect("saya:profile_work")


@person_desk
@get_or_post
def add_work(request):
    form = SpellForm(posted(request), instance=ActivitySpell(), initial={"kind": SpellKind.INTERNSHIP})
    return _spell(request, form, "Tambah PKL atau pekerjaan")


@person_desk
@get_or_post
def add_study(request):
    form = StudyForm(posted(request), instance=ActivitySpell(kind=SpellKind.STUDYING))
    return _spell(request, form, "Tambah sekolah atau kampus")


@person_desk
@get_or_post
def edit(request, pk):
    """Only what the person reported: what somebody verified is not found here."""
    spell = get_object_or_404(ActivitySpell.objects.own_reports(request.actor), pk=pk)
    kind = StudyForm if spell.kind == SpellKind.STUDYING else SpellForm
    return _spell(request, kind(posted(request), instance=spell), f"Ubah {spell.organisation or spell}")


def _spell(request, form, title):
    person, back = own_person(request), _step(form.instance)
    if form.is_valid():
        attempt(request, save_spell, success="Tersimpan.", form=form, person=person, actor=request.actor)
        return redirect(_step(form.instance))
    return render(request, "people/saya_spell.html", {"form": form, "title": title, "back": back})


def _step(spell):
    return "saya:profile_education" if spell.kind == SpellKind.STUDYING else "saya:profile_work"


def _own(request, pk):
    return get_object_or_404(ActivitySpell.objects.own_reports(request.actor), pk=pk)


remove = act(person_desk, _own, remove_spell, "Dihapus.", row="spell", to=_step)

"""/saya/profil/keterampilan/: the list, suggestions to tick, free ones. A search renews only the suggestions."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.pages import attempt
from bkk_portal.people.enums import SkillLevel
from bkk_portal.people.models import Skill
from bkk_portal.people.profile.forms import AddSkillsForm
from bkk_portal.people.profile.skills import add_skills, level_of, remove_skill, set_levels, suggestions
from bkk_portal.people.profile.views.profile import own_person, step_page

LONGEST_SEARCH = 60


@person_desk
@require_safe
def skills(request):
    person, text = own_person(request), request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    if request.htmx:
        return render(request, "people/parts/skill_suggestions.html", _suggested(request, person, text))
    return _page(request, person, AddSkillsForm(initial={"names": ""}), text)


def _page(request, person, form, text=""):
    rows = person.person_skills.select_related("skill").order_by("skill__name")
    context = {"form": form, "rows": rows, "levels": SkillLevel.choices, **_suggested(request, person, text)}
    return step_page(request, person, "skills", "people/saya_skills.html", **context)


def _suggested(request, person, text):
    """Suggestions as groups of boxes; what is ticked already stays, whatever is searched next."""
    ticked = (request.POST if request.method == "POST" else request.GET).getlist("chosen")
    keys = {whole_number(key) for key in ticked} - {None}
    chosen = list(Skill.objects.filter(pk__in=keys).order_by("name"))
    groups = [(name, [skill for skill in found if skill not in chosen]) for name, found in suggestions(person, text)]
    return {"q": text, "chosen": chosen, "groups": [group for group in groups if group[1]]}


@person_desk
@require_POST
def add(request):
    person, form = own_person(request), AddSkillsForm(request.POST)
    if not form.is_valid():
        return _page(request, person, form)
    attempt(
        request,
        add_skills,
        success=lambda number: f"{angka(number)} keterampilan ditambahkan.",
        person=person,
        **form.cleaned_data,
    )
    return redirect("saya:profile_skills")


@person_desk
@require_POST
def change(request):
    """One form: the levels of all, or the button that takes one off."""
    person, gone = own_person(request), whole_number(request.POST.get("hapus"))
    if gone is not None:
        attempt(request, remove_skill, success="Keterampilan dihapus.", person=person, pk=gone)
    else:
        attempt(request, set_levels, success=_saved, person=person, levels=_levels(request.POST))
    return redirect("saya:profile_skills")


def _saved(number):
    return "Tingkat tersimpan." if number else "Tidak ada yang berubah."


def _levels(posted):
    """{PersonSkill primary key: (level shown, level now)} of the fields tingkat-7, semula-7; odd ones are skipped."""
    levels = {}
    for name in posted:
        key = name.removeprefix("tingkat-")
        pk = whole_number(key) if name.startswith("tingkat-") else None
        if pk is not None:
            try:
                levels[pk] = (level_of(posted.get(f"semula-{key}", "")), level_of(posted[name]))
            except ValueError:
                continue
    return levels

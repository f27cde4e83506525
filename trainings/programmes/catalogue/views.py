"""What an office teaches."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import form_page, get_or_post, posted
from trainings.programmes.actions import save_programme
from trainings.programmes.catalogue.forms import ProgrammeForm
from trainings.programmes.filters import ProgrammeFilters
from trainings.programmes.models import TrainingProgramme
from trainings.programmes.rules import may_edit

LATEST = 10


@agency_desk
@require_safe
def programme_list(request):
    programmes = TrainingProgramme.objects.visible_to(request.actor).select_related("agency").with_training_count()
    listing = Listing(request, programmes, order="name", filterset=ProgrammeFilters)
    return render(request, "programmes/dinas_programmes.html", {"listing": listing})


@agency_desk
@require_safe
def programme_page(request, pk):
    programmes = TrainingProgramme.objects.visible_to(request.actor).select_related("agency")
    programme = get_object_or_404(programmes.with_training_count(), pk=pk)
    context = {
        "programme": programme,
        "units": programme.units.all(),
        "skills": programme.skills.all(),
        "konsentrasi": programme.konsentrasi.all(),
        "occupations": programme.occupations.all(),
        "groups": programme.priority_groups.all(),
        "rules": programme.rules.all(),
        "criteria": programme.criteria.all(),
        "kits": programme.kits.order_by("-year", "name", "pk"),
        "trainings": programme.trainings.for_list().order_by("-starts_on", "-pk")[:LATEST],
        "may_edit": may_edit(request.actor, programme),
    }
    return render(request, "programmes/dinas_programme.html", context)


@agency_desk
@get_or_post
def programme_create(request):
    return _programme_form(request, None)


@agency_desk
@get_or_post
def programme_edit(request, pk):
    return _programme_form(request, get_object_or_404(TrainingProgramme.objects.workable_by(request.actor), pk=pk))


def _programme_form(request, programme):
    form = ProgrammeForm(posted(request), instance=programme, agency_id=request.actor.agency_id)
    return form_page(
        request,
        form,
        "programmes/dinas_programme_form.html",
        save_programme,
        given=lambda: {"programme": form.save(commit=False), **form.parts()},
        to=lambda row: ("dinas:programme_page", row.pk),
        success=lambda row: f"Program {row} disimpan.",
        programme=programme,
    )

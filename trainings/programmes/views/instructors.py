"""Instructors of an office: who they are, and how many hours they taught."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import form_page, get_or_post, posted
from trainings.programmes.actions import save_instructor
from trainings.programmes.filters import InstructorFilters
from trainings.programmes.forms import InstructorForm
from trainings.programmes.models import Instructor, Training
from trainings.programmes.rules import may_edit


@agency_desk
@require_safe
def instructor_list(request):
    rows = Instructor.objects.visible_to(request.actor).with_hours().select_related("agency")
    listing = Listing(request, rows, order=["name"], filterset=InstructorFilters)
    return render(request, "programmes/dinas_instructors.html", {"listing": listing})


@agency_desk
@require_safe
def instructor_page(request, pk):
    rows = Instructor.objects.visible_to(request.actor).with_hours().select_related("agency")
    instructor = get_object_or_404(rows, pk=pk)
    taught = Training.objects.visible_to(request.actor).filter(teachers=instructor).for_list()
    context = {
        "instructor": instructor,
        "listing": Listing(request, taught, order="-starts_on"),
        "may_edit": may_edit(request.actor, instructor),
    }
    return render(request, "programmes/dinas_instructor.html", context)


@agency_desk
@get_or_post
def instructor_create(request):
    return _form(request, None)


@agency_desk
@get_or_post
def instructor_edit(request, pk):
    return _form(request, get_object_or_404(Instructor.objects.workable_by(request.actor), pk=pk))


def _form(request, instructor):
    form = InstructorForm(posted(request), instance=instructor)
    return form_page(
        request,
        form,
        "programmes/dinas_instructor_form.html",
        save_instructor,
        given=lambda: {"instructor": form.save(commit=False)},
        to=lambda row: ("dinas:instructor_page", row.pk),
        success="Pelatih disimpan.",
        instructor=instructor,
    )

"""The days of a class: schedule, journal, photographs."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from trainings.participants.queries import with_presence
from trainings.participants.running.actions import update_days
from trainings.programmes.days.actions import MOST_PHOTOS, add_day, remove_photo, write_journal
from trainings.programmes.enums import HELD
from trainings.programmes.forms import DayForm, JournalForm, SessionForm
from trainings.programmes.models import JournalEntry, JournalPhoto, Training, TrainingSession
from trainings.programmes.rules import may_edit


@agency_desk
@get_or_post
def training_schedule(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    editable = may_edit(request.actor, training)
    sessions = list(with_presence(training.sessions.with_journal()))
    lines = [_line(request, session) for session in sessions]
    if request.method == "POST":
        get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
        if all([line.is_valid() for line in lines]):
            changes = {line.session.pk: line.cleaned_data for line in lines}
            attempt(request, update_days, training=training, changes=changes, actor=request.actor, success=_days_saved)
            return redirect("dinas:training_schedule", pk)
    context = {
        "training": training,
        "lines": lines,
        "day_form": DayForm(),
        "may_edit": editable,
        "is_held": training.status in HELD,
    }
    return render(request, "programmes/dinas_schedule.html", context)


def _line(request, session):
    initial = {name: getattr(session, name) for name in SessionForm.base_fields}
    form = SessionForm(posted(request), initial=initial, prefix=f"hari-{session.pk}")
    form.session = session
    return form


def _days_saved(number):
    return f"{number} hari diubah." if number else "Tidak ada yang berubah."


@agency_desk
@require_POST
def day_add(request, pk):
    training = get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
    form = DayForm(request.POST)
    if form.is_valid():
        attempt(
            request, add_day, training=training, actor=request.actor, success="Hari ditambahkan.", **form.cleaned_data
        )
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return redirect("dinas:training_schedule", pk)


@agency_desk
@require_safe
def training_journal(request, pk):
    """The whole journal of a class, the latest day first."""
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    entries = JournalEntry.objects.visible_to(request.actor).filter(session__training=training)
    entries = entries.select_related("session", "written_by").prefetch_related("photos").order_by("-session__held_on")
    context = {"training": training, "entries": entries}
    return render(request, "programmes/dinas_journal.html", context)


@agency_desk
@get_or_post
def journal_day(request, pk):
    sessions = TrainingSession.objects.visible_to(request.actor)
    session = get_object_or_404(sessions.select_related("training__programme", "training__village"), pk=pk)
    editable = may_edit(request.actor, session.training)
    entry = JournalEntry.objects.filter(session=session).first()
    initial = {"text": entry.text, "problems": entry.problems} if entry else {}
    form = JournalForm(posted(request), request.FILES or None, initial=initial)
    if request.method == "POST":
        if not editable:
            raise Http404
        if form.is_valid() and _written(request, session, form):
            return redirect("dinas:training_journal", session.training_id)
    context = {
        "session": session,
        "training": session.training,
        "form": form,
        "photos": list(entry.photos.all()) if entry else [],
        "most": MOST_PHOTOS,
        "may_write": editable and session.training.status in HELD and not session.cancelled and session.has_come,
    }
    return render(request, "programmes/dinas_journal_day.html", context)


def _written(request, session, form):
    return attempt(
        request, write_journal, session=session, actor=request.actor, success="Jurnal tersimpan.", **form.cleaned_data
    )


@agency_desk
@require_safe
def journal_photo(request, pk):
    photo = get_object_or_404(JournalPhoto.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, photo.image, f"jurnal-{pk}")


def _own_photo(request, pk):
    photos = JournalPhoto.objects.workable_by(request.actor).select_related("entry__session")
    return get_object_or_404(photos, pk=pk)


journal_photo_remove = act(
    agency_desk,
    _own_photo,
    remove_photo,
    "Foto dihapus.",
    row="photo",
    to=lambda photo: ("dinas:journal_day", photo.entry.session_id),
)

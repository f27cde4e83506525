"""Who teaches: written down once by an office, chosen for its trainings."""

from django.db import IntegrityError, transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from trainings.programmes.models import Instructor
from trainings.programmes.rules import may_edit

NOT_YOURS = "Pelatih ini ada dalam daftar dinas lain."


def save_instructor(*, instructor, actor):
    """`instructor`: filled in, not saved; a new one becomes the actor's office's. Raises AlreadyDone, Refused."""
    if instructor.pk is None:
        instructor.agency_id = actor.agency_id
    if not may_edit(actor, instructor):
        raise Refused(NOT_YOURS)
    try:
        with transaction.atomic():
            instructor.save()
    except IntegrityError as twice:
        raise AlreadyDone("Sudah ada pelatih dengan nama dan lembaga ini dalam daftar.") from twice
    return instructor


def set_teachers(training, teachers, new_names=()):
    """Called in the transaction that saves the training. `new_names`: written down on the way, each once."""
    rows = list(teachers)
    if any(row.agency_id != training.agency_id for row in rows):
        raise Refused(NOT_YOURS)
    training.teachers.set([*rows, *(_named(training.agency_id, name) for name in new_names)])


def _named(agency_id, name):
    known = Instructor.objects.filter(agency_id=agency_id, name__iexact=name).order_by("pk").first()
    return known or Instructor.objects.create(agency_id=agency_id, name=name)

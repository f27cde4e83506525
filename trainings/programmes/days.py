"""The days of a training: added, described, called off."""

from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import tanggal
from trainings.programmes.actions import lock_training
from trainings.programmes.models import TrainingSession

DAY_FIELDS = ("topic", "starts_at", "ends_at", "venue", "cancelled", "cancel_reason")


@transaction.atomic
def add_day(*, training, actor, held_on, **fields):
    """`fields`: topic, starts_at, ends_at, venue."""
    training = lock_training(training.pk, actor)
    if not training.starts_on <= held_on <= training.ends_on:
        raise Refused(
            f"{tanggal(held_on)} di luar masa pelatihan. Pilih tanggal antara "
            f"{tanggal(training.starts_on)} dan {tanggal(training.ends_on)}."
        )
    if training.sessions.filter(held_on=held_on).exists():
        raise AlreadyDone(f"Sudah ada hari pelatihan tanggal {tanggal(held_on)}.")
    return TrainingSession.objects.create(training=training, held_on=held_on, **fields)


@transaction.atomic
def update_days(*, training, changes, actor):
    """`changes`: {session id: {field: value}} of DAY_FIELDS. A day with attendance cannot be called off.

    Returns how many days changed; ids of another training are refused.
    """
    training = lock_training(training.pk, actor)
    sessions = {session.pk: session for session in training.sessions.with_attendance()}
    if not set(changes) <= set(sessions):
        raise Refused("Ada hari yang bukan bagian dari pelatihan ini. Muat ulang halaman lalu coba lagi.")
    changed = [sessions[pk] for pk, fields in changes.items() if _change_day(sessions[pk], fields)]
    for session in changed:
        session.save()
    return len(changed)


def _change_day(session, fields):
    """Whether anything is different now."""
    if fields.get("cancelled") and not session.cancelled and session.recorded:
        raise Refused(
            f"Kehadiran tanggal {tanggal(session.held_on)} sudah dicatat, jadi hari itu tidak dapat ditiadakan."
        )
    if not fields.get("cancelled", session.cancelled):
        fields = fields | {"cancel_reason": ""}
    changed = {name: value for name, value in fields.items() if getattr(session, name) != value}
    for name, value in changed.items():
        setattr(session, name, value)
    return bool(changed)

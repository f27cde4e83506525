"""Trainings and their days as calendar events (kit.ical)."""

from urllib.parse import urlparse

from django.conf import settings

from bkk_portal.kit.formatting import rentang_tanggal
from bkk_portal.kit.ical import Event


def training_event(training):
    """A whole training, from its first to its last day."""
    return Event(
        uid=_uid("pelatihan", training),
        changed_at=training.updated_at,
        first=training.starts_on,
        last=training.ends_on,
        cancelled=training.is_cancelled,
        description=f"{training.agency.name}. {rentang_tanggal(training.starts_on, training.ends_on)}.",
        **_shared(training),
    )


def day_event(session, training):
    """One day, with its hours where they are set; a day called off stays, as cancelled."""
    return Event(
        uid=_uid("hari-pelatihan", session),
        changed_at=max(session.updated_at, training.updated_at),
        first=session.held_on,
        last=session.held_on,
        begins=session.starts_at,
        ends=session.ends_at,
        cancelled=session.cancelled or training.is_cancelled,
        description=session.topic,
        **_shared(training) | ({"location": session.venue} if session.venue else {}),
    )


def _uid(kind, row):
    return f"{kind}-{row.pk}@{urlparse(settings.PUBLIC_URL).hostname}"


def _shared(training):
    return {
        "summary": str(training),
        "location": f"{training.venue}, Kelurahan {training.village}, Kota Kupang",
        "url": f"{settings.PUBLIC_URL}{training.get_absolute_url()}",
    }

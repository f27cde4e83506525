"""Calendars as files (RFC 5545): lines end in CR LF, are folded at 75 octets, and text is escaped."""

from __future__ import annotations

import dataclasses
import datetime as dt
import zoneinfo
from collections.abc import Iterable

from django.conf import settings

PRODUCT = "-//Portal BKK Kota Kupang//ID"
LINE_OCTETS = 75
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclasses.dataclass(frozen=True, kw_only=True)
class Event:
    """Whole days, `first` to `last` both included; with `begins` and `ends` the hours of the portal's own time zone."""

    uid: str
    changed_at: dt.datetime  # aware
    first: dt.date
    last: dt.date
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False
    begins: dt.time | None = None
    ends: dt.time | None = None


def calendar(name: str, events: Iterable | list[Event]) -> bytes:
    """The bytes of an .ics file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_text(name)}")
    events = list(events)
    if any(event.begins for event in events):
        lines += _zone()
    for event in events:
        lines += _lines(event)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _lines(event: Event) -> list[str]:
    changed = _moment(event.changed_at)
    lines = ["BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{changed}", f"LAST-MODIFIED:{changed}"]
    lines += _hours(event) if event.begins else _days(event)
    lines.append(f"SUMMARY:{_text(event.summary)}")
    lines += [f"{name}:{_text(value)}" for name, value in _texts(event) if value]
    if event.url:
        lines.append(f"URL:{event.url}")
    lines.append(f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}")
    return [*lines, f"TRANSP:{'OPAQUE' if event.begins else 'TRANSPARENT'}", "END:VEVENT"]


def _days(event: Event) -> list[str]:
    after = event.last + dt.timedelta(days=1)  # DTEND is the first day after it
    return [f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]


def _hours(event: Event) -> list[str]:
    begins = event.begins or dt.time()
    start = dt.datetime.combine(event.first, begins)
    end = dt.datetime.combine(event.last, event.ends or begins)
    zone = settings.TIME_ZONE
    return [f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}", f"DTEND;TZID={zone}:{end:%Y%m%dT%H%M%S}"]


def _zone() -> list[str]:
    """Indonesia's zones know no summer time: one offset holds."""
    offset = f"{dt.datetime(2026, 1, 1, tzinfo=zoneinfo.ZoneInfo(settings.TIME_ZONE)):%z}"
    lines = ["BEGIN:VTIMEZONE", f"TZID:{settings.TIME_ZONE}", "BEGIN:STANDARD", "DTSTART:19700101T000000"]
    return [*lines, f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE"]


def _texts(event: Event) -> list[tuple[str, str]]:
    return [("LOCATION", event.location), ("DESCRIPTION", event.description)]


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    return value.translate(ESCAPES)


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, the following ones behind a blank; never inside a character."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"

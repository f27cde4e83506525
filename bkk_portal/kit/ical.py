"""Calendars as files (RFC 5545): lines end in CR LF, are folded at 75 octets, and text is escaped."""

import dataclasses
import datetime as dt

PRODUCT = "-//Portal BKK Kota Kupang//ID"
LINE_OCTETS = 75
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclasses.dataclass(frozen=True, kw_only=True)
class Event:
    """Something that takes whole days, `first` to `last` both included."""

    uid: str
    changed_at: dt.datetime  # aware
    first: dt.date
    last: dt.date
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False


def calendar(name, events):
    """The bytes of an .ics file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_text(name)}")
    for event in events:
        lines += _lines(event)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _lines(event):
    changed = _moment(event.changed_at)
    lines = ["BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{changed}", f"LAST-MODIFIED:{changed}"]
    lines.append(f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}")
    lines.append(f"DTEND;VALUE=DATE:{event.last + dt.timedelta(days=1):%Y%m%d}")  # the first day after it
    lines.append(f"SUMMARY:{_text(event.summary)}")
    lines += [f"{name}:{_text(value)}" for name, value in _texts(event) if value]
    if event.url:
        lines.append(f"URL:{event.url}")
    lines.append(f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _texts(event):
    return [("LOCATION", event.location), ("DESCRIPTION", event.description)]


def _moment(moment):
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _text(value):
    return value.translate(ESCAPES)


def _folded(line):
    """The line in pieces of at most 75 octets, the following ones behind a blank; never inside a character."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"

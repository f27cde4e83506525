import dataclasses
import datetime as dt

from bkk_portal.kit.text.ical import Event, calendar

EVENT = Event(
    uid="pelatihan-7@portal.test",
    changed_at=dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    first=dt.date(2026, 12, 1),
    last=dt.date(2026, 12, 31),
    summary="Las Dasar",
    location="Aula; Oetete, Kupang",
    description="Baris satu\nBaris dua\\",
    url="http://portal.test/pelatihan/7-las/",
)


def test_calendar_is_written_line_by_line():
    assert calendar("Pelatihan", [EVENT]).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Portal BKK Kota Kupang//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Pelatihan",
        "BEGIN:VEVENT",
        "UID:pelatihan-7@portal.test",
        "DTSTAMP:20261124T013000Z",
        "LAST-MODIFIED:20261124T013000Z",
        "DTSTART;VALUE=DATE:20261201",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Las Dasar",
        "LOCATION:Aula\\; Oetete\\, Kupang",
        "DESCRIPTION:Baris satu\\nBaris dua\\\\",
        "URL:http://portal.test/pelatihan/7-las/",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_cancelled_event_says_so():
    written = calendar("P", [dataclasses.replace(EVENT, cancelled=True)]).decode().split("\r\n")
    assert [line for line in written if line.startswith("STATUS")] == ["STATUS:CANCELLED"]


def test_long_line_is_folded_at_75_octets_and_unfolds_to_the_same():
    written = calendar("P", [dataclasses.replace(EVENT, summary="Menjahit–" * 30)])
    assert max(len(line) for line in written.split(b"\r\n")) == 75
    assert "SUMMARY:" + "Menjahit–" * 30 + "\r\n" in written.replace(b"\r\n ", b"").decode()


def test_hours_stand_in_the_portals_zone_which_the_file_explains():
    event = dataclasses.replace(EVENT, last=EVENT.first, begins=dt.time(8, 30), ends=dt.time(12))
    lines = calendar("Seleksi", [event]).decode().split("\r\n")
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE") + 1]
    assert zone == [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Makassar",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
    assert [line for line in lines if line.startswith(("DTSTART;", "DTEND;"))] == [
        "DTSTART;TZID=Asia/Makassar:20261201T083000",
        "DTEND;TZID=Asia/Makassar:20261201T120000",
    ]

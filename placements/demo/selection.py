"""Selection days of the two demo schools: a job fair with results, one today, one to come, and one that was called off.

They follow what the applications have come to; nothing of those changes here.
"""

import datetime as dt
import random

from placements.applications.enums import ApplicationStatus as S
from placements.applications.models import Application
from placements.applications.selection.enums import CallStatus, Outcome, Presence, Stage, Venue
from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession
from placements.employers.models import EmployerMembership

HOSTS = ("50304998", "50304997")
MORNING = [
    (dt.time(8), dt.time(10), "Aula"),
    (dt.time(10, 30), dt.time(12, 30), "Aula"),
    (dt.time(13), dt.time(15), ""),
]
RESULTS = {S.HIRED: Outcome.HIRED, S.REJECTED: Outcome.REJECTED}
RESULTS |= dict.fromkeys((S.INTERVIEW, S.OFFERED, S.ACCEPTED), Outcome.PASSED)
ANSWERS = [(CallStatus.ACCEPTED, 65), (CallStatus.SENT, 25), (CallStatus.DECLINED, 10)]
REASONS = ["Ada ujian di kampus pada hari yang sama.", "Sedang sakit.", "Sudah bekerja di tempat lain."]
BRING = "KTP, pas foto 3×4 dua lembar, pulpen"
PHONE = "+6281234500101"


def demo_selection(city):
    """Draws from chances of its own, so that the parts after it stay as they are."""
    chance = random.Random(20264)
    for school in (school for school in city.get("schools") if school.npsn in HOSTS):
        mine = Application.objects.filter(alumnus__school=school)
        _fair(city, chance, school)
        _day(city, chance, school, mine.filter(status=S.TEST), 0, title="Tes tertulis bersama", stage=Stage.TEST)
        _coming(city, chance, school, mine)
        _called_off(city, school, mine)


def _fair(city, chance, school):
    """Ten days ago, open to the alumni of all schools; everyone who came has a result."""
    title, held = f"Bursa kerja {school.name}", city.days_ago(10)
    day = _planned(city, school, held, title=title, is_shared=True, is_public=True)
    applied = Application.objects.filter(status__in=[*RESULTS, S.NO_ANSWER], applied_at__lt=city.at(held))
    own = list(_with_people(applied.filter(alumnus__school=school))[:60])
    guests = list(_with_people(applied.exclude(alumnus__school__npsn__in=HOSTS))[:40])
    calls = _calls(city, chance, day, _once_each(own + guests))
    for call in calls:
        call.status = CallStatus.ACCEPTED
        _note(city, call, came=call.application.status in RESULTS)
    _save(day, calls)


def _coming(city, chance, school, mine):
    """Interviews at the school, and at the company that signs in as perusahaan1 or 2."""
    talks = mine.filter(status=S.INTERVIEW)
    _day(city, chance, school, talks, -6, title="Wawancara bersama", stage=Stage.INTERVIEW, is_public=True)
    member = EmployerMembership.objects.filter(
        user__email=f"perusahaan{HOSTS.index(school.npsn) + 1}@demo.test"
    ).first()
    if member is None:
        return
    theirs = Application.objects.filter(vacancy__employer=member.employer_id, status__in=(S.TEST, S.INTERVIEW))
    where = {"venue": Venue.COMPANY, "place": f"Kantor {member.employer}, {member.employer.address}"[:200]}
    title = f"Tes dan wawancara {member.employer}"[:120]
    _day(city, chance, school, theirs, -9, title=title, is_shared=True, **where)


def _called_off(city, school, mine):
    reason = {"cancelled_at": city.now, "cancel_reason": "Perusahaan menunda perekrutan sampai tahun depan."}
    day = _planned(city, school, city.days_ago(-14), title="Tes psikologi", **reason)
    _save(day, _calls(city, random.Random(1), day, _once_each(_with_people(mine.filter(status=S.TEST))[:4])))


def _day(city, chance, school, applications, ago, **fields):
    """A day whose invitations are answered, some of them, and nothing more."""
    day = _planned(city, school, city.days_ago(ago), **fields)
    calls = _calls(city, chance, day, _once_each(_with_people(applications)[:40]))
    statuses, weights = zip(*ANSWERS, strict=True)
    for call in calls:
        own = call.application.alumnus == city.get("alumni1@demo.test")
        call.status = CallStatus.SENT if own else chance.choices(statuses, weights)[0]
        call.reason = chance.choice(REASONS) if call.is_declined else ""
        call.answered_at = None if call.waits else city.at(city.days_ago(1))
    _save(day, calls)


def _planned(city, school, held_on, **fields):
    usual = {"place": f"Aula {school.name}, {school.address}"[:200], "bring": BRING, "contact_phone": PHONE}
    coordinator = city.get(f"coordinator:{school.pk}")
    common = {"contact_name": coordinator.name, "created_by": coordinator, "held_on": held_on}
    return SelectionDay.objects.create(school=school, **(common | usual | fields))


def _with_people(applications):
    return applications.select_related("alumnus__person", "alumnus__school", "vacancy").order_by("-applied_at", "pk")


def _once_each(applications):
    """Nobody is called to two sessions of one day."""
    return list({application.alumnus_id: application for application in applications}.values())


def _calls(city, chance, day, applications):
    """Unsaved invitations, spread over the day's sessions."""
    places = max(-(-len(applications) // len(MORNING)) + 2, 10)
    sessions = SelectionSession.objects.bulk_create(
        SelectionSession(day=day, starts_at=starts, ends_at=ends, room=room, capacity=places)
        for starts, ends, room in MORNING
    )
    invited = city.at(min(city.today, day.held_on) - dt.timedelta(days=5), hour=chance.randrange(8, 15))
    return [
        SelectionInvitation(
            day=day,
            session=sessions[number % len(sessions)],
            application=application,
            invited_by=day.created_by,
            invited_at=invited,
        )
        for number, application in enumerate(applications)
    ]


def _note(city, call, *, came):
    noted = city.at(call.day.held_on, hour=15)
    call.answered_at = call.invited_at
    call.presence, call.presence_at, call.presence_by = Presence.ABSENT, noted, call.invited_by
    if came:
        call.presence, call.result = Presence.PRESENT, RESULTS[call.application.status]
        call.result_at, call.result_by, call.result_reason = noted, call.invited_by, call.application.reason


def _save(day, calls):
    SelectionInvitation.objects.bulk_create(calls, batch_size=500)
    day.vacancies.set({call.application.vacancy for call in calls})
    sessions = {call.session_id: call.session for call in calls}.values()
    for session in sessions:
        session.taken = sum(call.session_id == session.pk and not call.is_declined for call in calls)
    SelectionSession.objects.bulk_update(sessions, ["taken"])

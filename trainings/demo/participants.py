"""1,500 participants with attendance and results; a good part of them are alumni of the schools."""

from bkk_portal.accounts.offers import make_user
from bkk_portal.kit import registry
from bkk_portal.people.enums import Education
from bkk_portal.people.models import Person
from trainings.participants.enums import Activity, Channel, Presence
from trainings.participants.enums import ParticipantStatus as S
from trainings.participants.models import Attendance, Participant, ParticipantStatusLog
from trainings.programmes.enums import TrainingStatus

PARTICIPANTS = 1_500
PRESENCE, OFTEN = [Presence.PRESENT, Presence.EXCUSED, Presence.SICK, Presence.ABSENT], [90, 4, 3, 3]


def demo_participants(city):
    seats = _seats(city)
    people = _people(city, len(seats))
    participants = [_participant(city, training, person) for training, person in zip(seats, people, strict=True)]
    Participant.objects.bulk_create(participants, batch_size=500)
    ParticipantStatusLog.objects.bulk_create([row for p in participants for row in _log(p)], batch_size=1000)
    _attendance(city, participants)
    city.put("participants", participants)
    _account(city, participants)


def _seats(city):
    """One entry per participant, the newest classes first: those that ended are full, those to come are filling."""
    seats = []
    for training in reversed(city.get("trainings")):
        if training.status in (TrainingStatus.FINISHED, TrainingStatus.RUNNING):
            seats += [training] * training.quota
        elif training.status == TrainingStatus.OPEN:
            seats += [training] * (training.quota // 2)
    return seats[:PARTICIPANTS]


def _people(city, count):
    """Every fourth is someone the city knows already (an alumnus), the others are new."""
    known = [person for entry in registry.demo_people for person in entry.function(city)]
    chosen = city.random.sample(known, min(len(known), count // 4))
    maker = city.get("people")
    new = [
        maker.person(
            birth_year=city.today.year - city.random.randrange(19, 34),
            education=city.random.choice([Education.SMP, Education.SMA_SMK]),
            with_nisn=False,
        )
        for _ in range(count - len(chosen))
    ]
    Person.objects.bulk_create(new, batch_size=500)
    people = [*chosen, *new]
    city.random.shuffle(people)
    return people


def _participant(city, training, person):
    status, reason = S.ACCEPTED, ""
    if training.status == TrainingStatus.FINISHED:
        status = city.random.choices([S.PASSED, S.FAILED, S.DROPPED], [86, 8, 6])[0]
        reason = {S.FAILED: "Nilai akhir di bawah batas lulus.", S.DROPPED: "Mendapat pekerjaan."}.get(status, "")
    elif training.status == TrainingStatus.OPEN:
        status = city.random.choice([S.REGISTERED, S.ACCEPTED])
    channel = city.random.choice([Channel.ONLINE, Channel.OFFICER])
    return Participant(
        channel=channel,
        activity=Activity.SEEKING if channel == Channel.ONLINE else "",
        training=training,
        person=person,
        origin_village=person.village,
        status=status,
        reason=reason,
        score=city.random.randrange(70, 98) if status == S.PASSED else None,
        registered_by=training.created_by,
    )


def _log(participant):
    steps = {S.REGISTERED: [S.REGISTERED], S.ACCEPTED: [S.REGISTERED, S.ACCEPTED]}
    path = steps.get(participant.status, [S.REGISTERED, S.ACCEPTED, participant.status])
    for before, status in zip(["", *path], path, strict=False):
        yield ParticipantStatusLog(
            participant=participant,
            from_status=before,
            to_status=status,
            reason=participant.reason if status == participant.status else "",
            by=participant.registered_by,
        )


def _attendance(city, participants):
    """Every class that has begun carries attendance day by day, but for the first: its audit pack says so."""
    sessions = {}
    for session in city.get("sessions"):
        if session.held_on <= city.today and not session.cancelled:
            sessions.setdefault(session.training_id, []).append(session)
    people = [row for row in participants if row.status != S.REGISTERED and row.training_id in sessions]
    forgotten = min(people, key=lambda row: row.training.starts_on).training_id
    rows = [row for person in people if person.training_id != forgotten for row in _days(city, person, sessions)]
    Attendance.objects.bulk_create(rows, batch_size=2000)


def _days(city, participant, sessions):
    """Who dropped out stopped coming after the first third."""
    days = sessions[participant.training_id]
    if participant.status == S.DROPPED:
        days = days[: len(days) // 3 + 1]
    marks = city.random.choices(PRESENCE, OFTEN, k=len(days))
    return [
        Attendance(session=day, participant=participant, presence=mark, recorded_by=participant.registered_by)
        for day, mark in zip(days, marks, strict=True)
    ]


def _account(city, participants):
    """peserta@demo.test: passed a training and is no alumnus."""
    long_ago = city.days_ago(90)
    graduates = (p for p in participants if p.status == S.PASSED and p.training.ends_on < long_ago)
    participant = next(p for p in graduates if not p.person.nisn)
    make_user(city, "peserta@demo.test", participant.person.name, person=participant.person)
    city.put("peserta@demo.test", participant)

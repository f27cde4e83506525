"""Two records of one alumnus joined, with 200 rows on the one that goes, beside bare UPDATEs of the same rows."""

import contextlib
import datetime as dt
import statistics
import time

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.kit.history import record_history
from bkk_portal.people.merging.duplicates import refresh
from bkk_portal.people.models import ActivitySpell, Credential, Person, PersonDocument
from placements.alumni.duplicates.actions import merge_alumni
from placements.alumni.models import Alumnus
from placements.applications.models import Application
from placements.matching.models import VacancyInvitation
from placements.outcomes.models import Placement
from placements.schools.models import School
from placements.vacancies.saved.models import SavedVacancy
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.matching import VacancyInvitationFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import CredentialFactory, PersonDocumentFactory, PersonFactory, SpellFactory
from tests.factories.vacancies import SavedVacancyFactory
from trainings.participants.models import Participant

NAME = f"Merging two alumni with 200 related rows ({connection.vendor})"
TIMES = 7
FIRST_BIRTH = dt.date(2004, 1, 1)
PEOPLE = 5_000  # among whom duplicates are looked for
# what hangs on the record that goes: (factory, key, how many); a placement brings its spell
OF_PERSON = [
    (SpellFactory, "person", 30),
    (CredentialFactory, "person", 20),
    (PersonDocumentFactory, "person", 20),
    (SavedVacancyFactory, "person", 20),
    (ParticipantFactory, "person", 20),
]
OF_ALUMNUS = [
    (ApplicationFactory, "alumnus", 40),
    (VacancyInvitationFactory, "alumnus", 30),
    (PlacementFactory, "alumnus", 10),
]
MOVED = [
    ActivitySpell,
    Credential,
    PersonDocument,
    SavedVacancy,
    Participant,
    Application,
    VacancyInvitation,
    Placement,
]


class _TakeBack(Exception):
    pass


@contextlib.contextmanager
def _taken_back():
    with contextlib.suppress(_TakeBack), transaction.atomic():
        yield
        raise _TakeBack


def run():
    school = School.objects.get(npsn="50304998")
    user = UserFactory()
    actor = Actor(role=Role.SCHOOL_COORDINATOR, user_id=user.pk, school_id=school.pk, label="BKK")
    kept, dropped = _pair(school)
    with _taken_back(), CaptureQueriesContext(connection) as captured:
        merge_alumni(first=kept, second=dropped, choices={}, actor=actor)
    merging = _median(lambda: merge_alumni(first=kept, second=dropped, choices={}, actor=actor))
    bare = _median(lambda: _bare(kept, dropped, user))
    return [
        _line(f"merge, {_rows(dropped)} rows", merging, len(captured), merging / bare),
        _line("bare UPDATE and history of them", bare, 2 * len(MOVED), 1.0),
        _searching(school),
    ]


def _line(step, seconds, queries, ratio):
    return {"step": step, "ms": seconds * 1000, "queries": queries, "times bare": ratio}


def _pair(school):
    kept, dropped = AlumnusFactory(school=school), AlumnusFactory(school=school)
    for owner, plan in ((dropped.person, OF_PERSON), (dropped, OF_ALUMNUS)):
        for factory, key, count in plan:
            factory.create_batch(count, **{key: owner})
    return kept, dropped


def _rows(alumnus):
    return sum(_of(model, alumnus).count() for model in MOVED)


def _of(model, alumnus):
    owner = {"person": alumnus.person} if hasattr(model, "person") else {"alumnus": alumnus}
    return model.objects.filter(**owner).order_by()


def _median(work):
    taken = []
    for _ in range(TIMES):
        with _taken_back():
            started = time.perf_counter()
            work()
            taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _bare(kept, dropped, user):
    """What moving cannot do without: each table's rows and their history, with nothing looked up or checked."""
    for model in MOVED:
        rows, to = _of(model, dropped), {"person": kept.person} if hasattr(model, "person") else {"alumnus": kept}
        keys = list(rows.values_list("pk", flat=True))
        model.objects.filter(pk__in=keys).update(**to)
        if hasattr(model, "history"):
            record_history(model, keys, kind="~", user=user)


def _searching(school):
    """The search for duplicates among 5,000 alumni of one school."""
    made = PersonFactory.build_batch(PEOPLE)
    for number, person in enumerate(made):
        person.birth_date = FIRST_BIRTH + dt.timedelta(days=number % 1500)
    people = Person.objects.bulk_create(made)
    Alumnus.objects.bulk_create(Alumnus(person=person, school=school, graduation_year=2025) for person in people)
    own = Person.objects.filter(alumni__school=school)
    with _taken_back(), CaptureQueriesContext(connection) as captured:
        refresh(own)
    seconds = _median(lambda: refresh(own))
    return _line("look for duplicates among 5,000", seconds, len(captured), 0.0)

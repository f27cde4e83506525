"""Five thousand at once, with a few for whom it cannot be done: those are named, all the others are done."""

from bkk_portal.people.models import Person
from placements.alumni.enums import BulkKind, BulkStatus, Tracing
from placements.alumni.lists import runs
from placements.alumni.models import Alumnus
from tests.factories.alumni import BulkRunFactory

MANY, ALREADY = 5_000, 7


def test_five_thousand_with_a_few_that_cannot(coordinator, django_assert_max_num_queries):
    people = Person.objects.bulk_create(Person(name=f"Alumni {number}") for number in range(MANY))
    Alumnus.objects.bulk_create(
        Alumnus(
            person=person,
            school=coordinator.school,
            graduation_year=2025,
            tracing=Tracing.UNTRACEABLE if number < ALREADY else Tracing.UNKNOWN,
        )
        for number, person in enumerate(people)
    )
    run = BulkRunFactory(
        school=coordinator.school,
        created_by=coordinator.user,
        kind=BulkKind.UNTRACED,
        status=BulkStatus.RUNNING,
        total=MANY,
        done_count=0,
    )
    with django_assert_max_num_queries(60):
        runs.work(run.pk)
    run.refresh_from_db()
    assert (run.status, run.done_count, {reason for _, reason in run.skipped}, len(run.skipped)) == (
        BulkStatus.DONE,
        MANY - ALREADY,
        {"Sudah tidak terlacak."},
        ALREADY,
    )
    assert Alumnus.objects.filter(tracing=Tracing.UNTRACEABLE).count() == MANY

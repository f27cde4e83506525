"""Moving 1,000 applications at once, beside one UPDATE and one bulk insert of the same rows."""

import statistics
import time

from django.db import connection, transaction
from django.utils import timezone

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.audit.changes import record_changes
from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.models import User
from bkk_portal.notifications.models import Notification
from bkk_portal.people.models import Person
from placements.alumni.models import Alumnus
from placements.applications.bulk import move_many
from placements.applications.models import Application, ApplicationStatusLog
from placements.employers.models import Employer
from placements.schools.models import School
from placements.vacancies.models import Vacancy

NAME = "Memindahkan 1.000 lamaran sekaligus (sasaran: paling banyak 3 kali satu UPDATE dan satu INSERT baris yang sama)"
ROWS, RUNS = 1_000, 7


def run():
    applications, actor = _world()
    # Letters leave by a task after the commit, so nothing of them is measured.
    bare = _median(lambda: _by_hand(actor, "applied", with_all=False))
    whole = _median(lambda: _by_hand(actor, "applied", with_all=True))
    moved = _median(lambda: move_many(applications=applications, to="checked", actor=actor))
    shown = [
        ("satu UPDATE + INSERT catatan status", bare),
        ("satu UPDATE + INSERT catatan, riwayat, dan pemberitahuan", whole),
        ("move_many", moved),
    ]
    return [
        {
            "langkah": name,
            "lamaran": ROWS,
            "p50 ms": value * 1000,
            "kali UPDATE+INSERT": value / bare,
            "kali semua barisnya": value / whole,
        }
        for name, value in shown
    ]


def _median(work):
    times = []
    for _ in range(RUNS):
        with transaction.atomic():
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
            transaction.set_rollback(True)
    return statistics.median(times)


def _by_hand(actor, before, *, with_all):
    now = timezone.now()
    keys = list(range(1, ROWS + 1))
    with connection.cursor() as cursor:
        sql = "UPDATE placements_application SET status = 'checked', status_changed_at = %s, updated_at = %s"
        cursor.execute(f"{sql} WHERE id <= %s", [now, now, ROWS])
    ApplicationStatusLog.objects.bulk_create(
        ApplicationStatusLog(
            application_id=key, from_status=before, to_status="checked", by_id=actor.user_id, by_label="BKK", at=now
        )
        for key in keys
    )
    if with_all:
        record_changes(Application, {key: {"status": ("", "")} for key in keys}, by_id=actor.user_id)
        Notification.objects.bulk_create(
            Notification(
                user_id=actor.user_id, topic="application", title="Kasir: diperiksa", url=f"/saya/lamaran/{key}/"
            )
            for key in keys
        )


def _world():
    """1,000 applications of one school, each by a person with an account; (queryset, actor)."""
    school = School.objects.order_by("pk").first()
    coordinator = User.objects.create_user(name="Koordinator", email="ukur-bkk@contoh.test")
    users = User.objects.bulk_create(
        User(name=f"Alumni {n}", email=f"ukur-{n}@contoh.test", password="!") for n in range(ROWS)
    )
    people = Person.objects.bulk_create(Person(name=user.name, user=user) for user in users)
    alumni = Alumnus.objects.bulk_create(Alumnus(person=one, school=school, graduation_year=2025) for one in people)
    vacancy = Vacancy.objects.create(
        employer=Employer.objects.create(name="Toko Ukur"),
        title="Kasir",
        kind="permanent",
        description="Kasir",
        closes_on=timezone.localdate(),
        school=school,
        created_by=coordinator,
    )
    Application.objects.bulk_create(Application(pk=n, alumnus=one, vacancy=vacancy) for n, one in enumerate(alumni, 1))
    actor = Actor(role=Role.SCHOOL_COORDINATOR, user_id=coordinator.pk, school_id=school.pk, label="BKK Ukur")
    return Application.objects.filter(vacancy=vacancy), actor

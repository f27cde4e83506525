"""Employers who never answer (domain rule 6): the BKK is reminded, then the application ends with "no answer"."""

import datetime

import pytest
from django.core.management import call_command

from bkk_portal.notifications.models import Notification
from placements.applications.actions import close_unanswered
from placements.applications.models import Application
from placements.applications.offers import close_silent, remind_of_silent
from tests.applications.acts import application_of, steps, told
from tests.factories.base import moment
from tests.factories.schools import SchoolMembershipFactory

pytestmark = pytest.mark.django_db
DAYS = 21  # settings.RULES["silent_employer_days"]
LIST = "/bkk/lamaran/?diam=perusahaan"


def silent(seat, days, **fields):
    return application_of(seat, **{"status": "nominated", "status_changed_at": moment(-days)} | fields)


@pytest.mark.parametrize("status", ["nominated", "test", "interview"])
def test_after_twice_the_days_it_ends_with_no_answer(alumnus_user, status):
    application = silent(alumnus_user, 2 * DAYS + 1, status=status, vacancy__title="Kasir")
    assert close_silent(False) == "1 lamaran tanpa jawaban perusahaan ditutup."
    assert steps(application) == [(status, "no_answer", "Perusahaan tidak memberi jawaban.", "")]
    address = f"/saya/lamaran/{application.pk}/"
    assert told(alumnus_user) == [("Kasir: tidak ada jawaban", "Perusahaan tidak memberi jawaban.", address)]
    assert close_silent(False) == "0 lamaran tanpa jawaban perusahaan ditutup."


def test_what_is_younger_or_not_at_the_employers_stays(alumnus_user):
    silent(alumnus_user, 2 * DAYS - 1)
    for status in ("applied", "checked", "offered", "accepted", "hired", "withdrawn"):
        silent(alumnus_user, 3 * DAYS, status=status)
    assert close_silent(False) == "0 lamaran tanpa jawaban perusahaan ditutup."
    assert Application.objects.filter(status="no_answer").count() == 0


def test_dry_run_says_what_it_would_close_and_does_nothing(alumnus_user):
    application = silent(alumnus_user, 2 * DAYS + 1)
    assert close_silent(True) == "1 lamaran tanpa jawaban perusahaan akan ditutup."
    application.refresh_from_db()
    assert (application.status, told(alumnus_user)) == ("nominated", [])


def test_one_that_was_answered_since_it_was_read_is_left_alone(alumnus_user):
    read = silent(alumnus_user, 2 * DAYS + 1)
    Application.objects.filter(pk=read.pk).update(status="offered", status_changed_at=read.applied_at)
    assert close_unanswered(application=read) is False
    read.refresh_from_db()
    assert read.status == "offered"


def test_one_that_ended_since_it_was_read_is_left_alone(alumnus_user):
    read = silent(alumnus_user, 2 * DAYS + 1)
    Application.objects.filter(pk=read.pk).update(status="withdrawn")
    assert close_unanswered(application=read) is False
    assert steps(read) == []


def test_each_coordinator_is_reminded_of_their_own_schools(
    alumnus_user, other_alumnus_user, coordinator, other_coordinator
):
    for days in (DAYS + 1, DAYS + 9):
        silent(alumnus_user, days)
    silent(alumnus_user, DAYS - 1)
    silent(other_alumnus_user, DAYS + 1)
    SchoolMembershipFactory(school=coordinator.school, ended=True)
    assert remind_of_silent(False) == "2 koordinator BKK diingatkan tentang perusahaan yang belum menjawab."
    body = "Hubungi perusahaannya; lamaran yang terlalu lama tanpa jawaban ditutup sendiri."
    assert told(coordinator) == [("2 lamaran belum dijawab perusahaan lebih dari 21 hari", body, LIST)]
    assert told(other_coordinator) == [("1 lamaran belum dijawab perusahaan lebih dari 21 hari", body, LIST)]


def test_the_reminder_leads_to_just_those(alumnus_user, coordinator):
    late = silent(alumnus_user, DAYS + 1)
    silent(alumnus_user, DAYS - 1)
    assert coordinator.client.get(LIST).context["listing"].rows == [late]


def test_reminded_once_a_week_though_chores_run_every_hour(alumnus_user, coordinator, time_machine):
    silent(alumnus_user, DAYS + 1)
    remind_of_silent(False)
    assert remind_of_silent(False) == "0 koordinator BKK diingatkan tentang perusahaan yang belum menjawab."
    line = Notification.objects.get()
    time_machine.move_to(line.created_at + datetime.timedelta(days=7, minutes=1))
    remind_of_silent(False)
    assert len(told(coordinator)) == 2


def test_dry_run_reminds_nobody(alumnus_user, coordinator):
    silent(alumnus_user, DAYS + 1)
    assert remind_of_silent(True) == "1 koordinator BKK akan diingatkan tentang perusahaan yang belum menjawab."
    assert told(coordinator) == []


def test_the_command_runs_both_and_closes_before_it_reminds(alumnus_user, coordinator, capsys):
    silent(alumnus_user, 2 * DAYS + 1)
    call_command("chores", "--dry-run")
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("silent employers")]
    assert said == [
        "silent employers: 1 lamaran tanpa jawaban perusahaan akan ditutup.",
        "silent employers, reminder: 1 koordinator BKK akan diingatkan tentang perusahaan yang belum menjawab.",
    ]
    call_command("chores")
    assert told(coordinator) == []  # nothing is silent any more

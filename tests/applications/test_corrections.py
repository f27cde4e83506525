"""A stage set by mistake is taken back, and everybody reads that it was."""

import datetime as dt

import pytest
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications import actions
from placements.applications.actions import accept_offer, move, newest_step, take_back
from placements.applications.models import Application, ApplicationStatusLog
from tests.applications.acts import application_of, messages, steps, told
from tests.factories.applications import ApplicationFactory, NominationLetterFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.selection import SelectionCallFactory

pytestmark = pytest.mark.django_db


def moved(seat, coordinator, to, status="applied", **fields):
    application = application_of(seat, status=status, **fields)
    return move(application=application, to=to, reason="Belum punya SIM C.", actor=coordinator.actor)


def back(application, seat, **kwargs):
    step = newest_step(application).pk
    return take_back(application=application, actor=seat.actor, **{"step": step} | kwargs)


def refusal(application, seat, **kwargs):
    before = (Application.objects.get(pk=application.pk).status, steps(application))
    with pytest.raises(Refused) as caught:
        back(application, seat, **kwargs)
    assert (Application.objects.get(pk=application.pk).status, steps(application)) == before
    return caught.value.message


def test_last_step_is_taken_back_and_both_lines_stay(alumnus_user, coordinator):
    application = moved(alumnus_user, coordinator, "rejected", "interview", vacancy__title="Kasir")
    row = back(application, coordinator)
    assert (row.status, row.is_open) == ("interview", True)
    assert steps(row)[1:] == [("rejected", "interview", "Langkah sebelumnya salah dicatat.", "BKK SMKN 1 Kupang")]
    assert told(alumnus_user)[1:] == [
        ("Kasir: dikembalikan ke wawancara", "Langkah sebelumnya salah dicatat.", f"/saya/lamaran/{row.pk}/")
    ]
    entries = alumnus_user.client.get(f"/saya/lamaran/{row.pk}/").context["entries"]
    assert [entry["label"] for entry in entries] == ["Dikembalikan ke Wawancara", "Tidak diterima"]


def test_twice_says_so_and_the_step_before_stays(alumnus_user, coordinator):
    application = moved(alumnus_user, coordinator, "offered")
    seen = newest_step(application).pk
    back(application, coordinator)
    with pytest.raises(AlreadyDone, match="Sudah dikembalikan ke Terkirim."):
        back(application, coordinator, step=seen)
    assert len(steps(application)) == 2


def test_step_that_came_meanwhile_is_not_taken_back(alumnus_user, coordinator):
    application = moved(alumnus_user, coordinator, "checked")
    seen = newest_step(application).pk
    move(application=application, to="test", actor=coordinator.actor)
    assert refusal(application, coordinator, step=seen).startswith("Lamaran ini baru saja dipindahkan ke Tes oleh ")


def test_after_a_day_it_stays(alumnus_user, coordinator):
    application = moved(alumnus_user, coordinator, "checked")
    application.status_log.update(at=timezone.now() - dt.timedelta(hours=24, minutes=1))
    assert refusal(application, coordinator) == actions.TOO_LATE


def test_what_the_applicant_did_is_theirs(alumnus_user, coordinator):
    application = moved(alumnus_user, coordinator, "offered")
    accept_offer(application=application, actor=alumnus_user.actor)
    assert refusal(application, coordinator) == actions.NOT_BY_BKK


def test_what_rests_on_the_step_goes_first(alumnus_user, coordinator):
    hired = moved(alumnus_user, coordinator, "hired")
    PlacementFactory(application=hired, alumnus=hired.alumnus)
    assert refusal(hired, coordinator) == actions.PLACED
    called = moved(alumnus_user, coordinator, "test")
    SelectionCallFactory(application=called, session__day__stage="test")
    assert refusal(called, coordinator) == actions.INVITED
    named = moved(alumnus_user, coordinator, "nominated")
    NominationLetterFactory(school=coordinator.school, vacancy=named.vacancy, applications=[named])
    assert refusal(named, coordinator) == actions.LETTER


def test_new_application_for_the_vacancy_goes_on_instead(alumnus_user, coordinator):
    rejected = moved(alumnus_user, coordinator, "rejected")
    application_of(alumnus_user, vacancy=rejected.vacancy)
    assert refusal(rejected, coordinator) == actions.APPLIED_AGAIN


def test_another_school_takes_nothing_back(alumnus_user, coordinator, other_coordinator):
    application = moved(alumnus_user, coordinator, "checked")
    assert refusal(application, other_coordinator) == "Lamaran ini ditangani BKK sekolah lain."


def test_who_was_put_forward_by_mistake_is_not_shown_to_the_employer(alumnus_user, coordinator, employer_user):
    application = moved(alumnus_user, coordinator, "nominated", vacancy__employer=employer_user.employer)
    back(application, coordinator)
    assert not Application.objects.visible_to(employer_user.actor).exists()
    move(application=application, to="rejected", reason="Belum cukup umur.", actor=coordinator.actor)
    assert not Application.objects.visible_to(employer_user.actor).exists()


def test_reports_count_neither_the_mistake_nor_its_correction(alumnus_user, coordinator):
    application = moved(alumnus_user, coordinator, "rejected", "interview")
    back(application, coordinator)
    move(application=application, to="offered", actor=coordinator.actor)
    assert list(ApplicationStatusLog.objects.lasting().values_list("to_status", flat=True)) == ["offered"]


def test_button_on_the_page_takes_it_back(alumnus_user, coordinator):
    application = moved(alumnus_user, coordinator, "test")
    url = f"/bkk/lamaran/{application.pk}/"
    form = coordinator.client.get(url).context["take_back_form"]
    response = coordinator.client.post(f"{url}kembalikan/", {"step": form.initial["step"], "reason": ""}, follow=True)
    assert messages(response) == ["Dikembalikan ke Terkirim. Pelamar diberi tahu."]
    assert response.context["take_back_form"] is None
    again = coordinator.client.post(f"{url}kembalikan/", {"step": "x"}, follow=True)
    assert messages(again) == ["Langkah itu tidak dikenal. Muat ulang halamannya, lalu coba lagi."]
    assert coordinator.client.post(f"/bkk/lamaran/{ApplicationFactory().pk}/kembalikan/").status_code == 404

"""Instructors are rows of their office, chosen for trainings, with their hours."""

import pytest

from bkk_portal.kit.errors import Refused
from tests.factories.programmes import InstructorFactory, ProgrammeFactory, TrainingFactory
from trainings.participants.running.actions import update_training
from trainings.programmes.models import Instructor

pytestmark = pytest.mark.django_db
LIST = "/dinas/pelatihan/pelatih/"


def test_chosen_and_written_down_on_the_way_and_taught_hours_are_counted(officer):
    known = InstructorFactory(agency=officer.agency)
    programme = ProgrammeFactory(agency=officer.agency, hours=240)
    training = TrainingFactory(programme=programme, running=True)
    plan = TrainingFactory(programme=programme, planned=True, teachers=[known])
    update_training(training=training, actor=officer.actor, teachers=[known], new_teachers=["Ina Tnunay"])
    assert [str(row) for row in training.teachers.order_by("pk")] == [str(known), "Ina Tnunay"]
    hours = Instructor.objects.visible_to(officer.actor).with_hours().order_by("pk").values_list("classes", "hours")
    assert list(hours) == [(1, 240), (1, 240)]
    page = officer.client.get(f"{LIST}{known.pk}/")
    assert {row.pk for row in page.context["listing"]} == {training.pk, plan.pk}
    assert "Ina Tnunay" in officer.client.get(f"/dinas/pelatihan/{training.pk}/").content.decode()


def test_another_offices_instructor_cannot_be_chosen(officer, other_officer):
    training = TrainingFactory(programme__agency=officer.agency)
    foreign = InstructorFactory(agency=other_officer.agency)
    with pytest.raises(Refused, match="daftar dinas lain"):
        update_training(training=training, actor=officer.actor, teachers=[foreign])
    assert training.teachers.count() == 0


def test_written_down_once(officer):
    data = {"name": " Ina  Tnunay ", "employer": "BLK Penfui", "competence": "", "certificate_number": ""}
    first = officer.client.post(f"{LIST}baru/", data)
    row = Instructor.objects.get()
    assert (row.name, row.agency, first.url) == ("Ina Tnunay", officer.agency, f"{LIST}{row.pk}/")
    again = officer.client.post(f"{LIST}baru/", data)
    assert "Sudah ada pelatih dengan nama dan lembaga ini" in again.content.decode()
    assert Instructor.objects.count() == 1


def test_list_takes_the_same_queries(officer, same_queries):
    same_queries(officer.client, LIST, lambda count: InstructorFactory.create_batch(count, agency=officer.agency), 9)

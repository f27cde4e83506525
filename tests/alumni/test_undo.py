"""An import taken back: all of it while nobody has built on it, else nothing, and what stands is named."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from bkk_portal.kit import nik_vault
from bkk_portal.people.models import DuplicatePair, Person
from placements.alumni.enums import ImportStatus
from placements.alumni.imports import undoing, work
from placements.alumni.models import Alumnus
from tests.alumni.sheets import pupil, pupils
from tests.alumni.steps import bring_in
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import SpellFactory

pytestmark = pytest.mark.usefixtures("city", "tkj", "akl")


@pytest.fixture
def undo(coordinator, django_capture_on_commit_callbacks):
    """undo(job): the coordinator's click; the job as it stands afterwards."""

    def click(job):
        with django_capture_on_commit_callbacks(execute=True):
            coordinator.client.post(f"/bkk/alumni/impor/{job.pk}/urungkan/")
        job.refresh_from_db()
        return job

    return click


def standing(coordinator, job):
    page = coordinator.client.get(f"/bkk/alumni/impor/{job.pk}/urungkan/")
    return {reason for _, reason in page.context["standing"]}


def test_what_an_import_added_goes_and_its_history_stays(coordinator, undo):
    job = bring_in(pupils(3), coordinator.school)
    person = Person.objects.order_by("pk").first()
    job = undo(job)
    assert (job.status, Alumnus.objects.count(), Person.objects.count()) == (ImportStatus.UNDONE, 0, 0)
    gone = Person.history.filter(id=person.pk).latest()
    assert (gone.history_type, gone.name, gone.history_change_reason, gone.history_user) == (
        "-",
        person.name,
        f"Urung impor {job.pk}",
        coordinator.user,
    )


def test_what_an_import_changed_is_as_before(coordinator, undo):
    bring_in([pupil(1, NIK="", HP="081230000001")], coordinator.school, year=2025)
    before = Person.objects.get()
    job = bring_in([pupil(1, HP="081230000002", Rombel_Saat_Ini="XII TKJ 2")], coordinator.school)
    changed = Person.objects.get()
    assert (changed.phone, bool(changed.nik_hash)) == ("+6281230000002", True)
    undo(job)
    after, alumnus = Person.objects.get(), Alumnus.objects.get()
    assert (after.phone, after.nik_hash, after.nik_cipher) == (before.phone, None, "")
    assert (alumnus.graduation_year, alumnus.rombel) == (2025, "XII TKJ 1")


def test_a_known_person_stays_and_only_the_record_of_this_school_goes(coordinator, other_coordinator, undo):
    bring_in([pupil(1)], other_coordinator.school)
    known = Person.objects.get()
    Person.objects.filter(pk=known.pk).update(nisn=pupil(1)["NISN"])
    Alumnus.objects.all().delete()
    job = bring_in([pupil(1)], coordinator.school)
    undo(job)
    assert (Person.objects.get().pk, Alumnus.objects.count()) == (known.pk, 0)


def apply_for_work(alumnus):
    ApplicationFactory(alumnus=alumnus)


def find_work(alumnus):
    SpellFactory(person=alumnus.person)


def join_a_training(alumnus):
    ParticipantFactory(person=alumnus.person)


def make_an_account(alumnus):
    alumnus.person.user = UserFactory()
    alumnus.person.save()


def be_edited(alumnus):
    alumnus.rombel = "XII TKJ 9"
    alumnus.save()


def change_school(alumnus):
    AlumnusFactory(person=alumnus.person)


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (apply_for_work, "Sudah ada lamaran untuknya."),
        (find_work, "Sudah ada kegiatan untuknya."),
        (join_a_training, "Sudah ada peserta untuknya."),
        (make_an_account, "Datanya diubah sesudah impor ini."),
        (be_edited, "Datanya diubah sesudah impor ini."),
        (change_school, "Sudah ada alumni untuknya."),
    ],
)
def test_one_row_in_use_keeps_all_of_it_and_is_named(coordinator, undo, what, reason):
    job = bring_in(pupils(3), coordinator.school)
    what(Alumnus.objects.order_by("pk")[0])
    assert standing(coordinator, job) == {reason}
    job = undo(job)
    assert (job.status, Alumnus.objects.filter(school=coordinator.school).count()) == (ImportStatus.DONE, 3)
    assert job.error == "Impor ini tidak dapat diurungkan: 1 data sudah dipakai. Tidak ada yang berubah."


def test_a_replaced_nik_cannot_come_back(coordinator, undo):
    bring_in([pupil(1)], coordinator.school)
    job = bring_in([pupil(1, NIK="5371044203080099")], coordinator.school)
    assert standing(coordinator, job) == {undoing.NIK_LOST}
    assert undo(job).status == ImportStatus.DONE
    assert Person.objects.get().nik_hash in nik_vault.possible_hashes("5371044203080099")


def test_a_mere_guess_of_the_portal_stands_in_nobodys_way(coordinator, undo):
    job = bring_in(pupils(2), coordinator.school)
    first, second = Person.objects.order_by("pk")
    DuplicatePair.objects.create(first=first, second=second, reasons=[], weight=1)
    assert undo(job).status == ImportStatus.UNDONE
    assert DuplicatePair.objects.count() == 0


def test_twice_says_so_and_an_open_import_has_nothing_to_take_back(coordinator, undo):
    job = undo(bring_in(pupils(1), coordinator.school))
    response = coordinator.client.post(f"/bkk/alumni/impor/{job.pk}/urungkan/", follow=True)
    assert [str(message) for message in response.context["messages"]] == ["Sudah diurungkan."]


def test_built_upon_at_the_very_moment_changes_nothing(coordinator, undo, monkeypatch):
    job = bring_in(pupils(1), coordinator.school)

    def too_late(job, user_id):
        raise IntegrityError

    monkeypatch.setattr(work, "undo", too_late)
    job = undo(job)
    assert (job.status, job.error, Alumnus.objects.count()) == (ImportStatus.DONE, work.USED_MEANWHILE, 1)


def test_another_school_cannot_take_it_back(coordinator, other_coordinator):
    job = bring_in(pupils(1), coordinator.school)
    assert other_coordinator.client.post(f"/bkk/alumni/impor/{job.pk}/urungkan/").status_code == 404
    assert Alumnus.objects.count() == 1


def test_looking_takes_as_many_queries_for_three_as_for_thirty(coordinator):

    numbers = []
    for count, start in ((3, 1), (30, 100)):
        job = bring_in(pupils(count, start=start), coordinator.school)
        with CaptureQueriesContext(connection) as captured:
            undoing.plan_undo(job)
        numbers.append(len(captured))
    assert numbers[0] == numbers[1]

"""A process that dies half-way leaves nothing; two that meet do not both write."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from bkk_portal.people.models import Person
from placements.alumni.enums import ImportStatus
from placements.alumni.imports import actions, jobs, work, writing
from placements.alumni.models import AlumniImport, Alumnus
from tests.alumni.sheets import pupil, pupils
from tests.alumni.steps import YEAR, bring_in, upload
from tests.factories.schools import SchoolFactory, SchoolMembershipFactory
from tests.harness.threads import at_once, raised


@pytest.fixture
def ready(city, tkj, coordinator, django_capture_on_commit_callbacks):
    """(import that waits for its confirmation, a function that confirms it)"""
    with django_capture_on_commit_callbacks(execute=True):
        job = actions.start_import(
            actor=coordinator.actor, school=coordinator.school, graduation_year=YEAR, upload=upload(pupils(5))
        )
    with django_capture_on_commit_callbacks(execute=True):
        actions.save_mapping(job=job, mapping={"XII TKJ 1": tkj.pk}, actor=coordinator.actor)

    def confirm():
        with django_capture_on_commit_callbacks(execute=True):
            actions.confirm_import(job=job)

    return job, confirm


def test_error_in_the_middle_leaves_nothing_and_the_import_can_go_on(ready, monkeypatch):
    job, confirm = ready

    def fail(self, outcomes):
        raise RuntimeError("listrik padam")

    with monkeypatch.context() as patch:
        patch.setattr(writing.Writer, "_change_people", fail)
        with pytest.raises(RuntimeError):
            confirm()
    job.refresh_from_db()
    assert (Person.objects.count(), Alumnus.objects.count(), Person.history.count()) == (0, 0, 0)
    assert (job.status, job.error) == (ImportStatus.PREVIEW, work.BROKEN_OFF)
    confirm()
    job.refresh_from_db()
    assert (job.status, Alumnus.objects.count()) == (ImportStatus.DONE, 5)


def test_worker_that_died_long_ago_can_be_replaced(ready, coordinator, django_capture_on_commit_callbacks):
    job, _ = ready
    AlumniImport.objects.update(status=ImportStatus.WRITING, started_at=timezone.now())
    work.work(job.pk)
    assert Alumnus.objects.count() == 0  # somebody is at it
    AlumniImport.objects.update(started_at=timezone.now() - jobs.STALLED_AFTER * 2)
    page = coordinator.client.get(f"/bkk/alumni/impor/{job.pk}/")
    assert page.context["is_stalled"] is True
    with django_capture_on_commit_callbacks(execute=True):
        coordinator.client.post(f"/bkk/alumni/impor/{job.pk}/ulang/")
    assert Alumnus.objects.count() == 5


def test_running_import_shows_its_progress(ready, coordinator):
    from bkk_portal.kit.web.progress import Reporter

    job, _ = ready
    AlumniImport.objects.update(status=ImportStatus.WRITING, started_at=timezone.now())
    Reporter(f"impor-{job.pk}")(2000, 5000)
    page = coordinator.client.get(f"/bkk/alumni/impor/{job.pk}/kemajuan/").content.decode()
    assert '<progress value="2000" max="5000"' in page
    AlumniImport.objects.update(status=ImportStatus.PREVIEW)
    assert coordinator.client.get(f"/bkk/alumni/impor/{job.pk}/kemajuan/").headers["HX-Refresh"] == "true"


def test_large_file_is_the_workers(city, coordinator, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setitem(work.SMALL_FILE, ImportStatus.READING, 10)
    enqueued = []
    monkeypatch.setattr(type(work.work_on_import), "enqueue", lambda self, pk: enqueued.append(pk))
    with django_capture_on_commit_callbacks(execute=True):
        job = actions.start_import(
            actor=coordinator.actor, school=coordinator.school, graduation_year=YEAR, upload=upload(pupils(1))
        )
    job.refresh_from_db()
    assert (enqueued, job.status) == ([job.pk], ImportStatus.READING)


KILLED = """
import os, signal, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "bkk_portal.settings"
django.setup()
from pathlib import Path
from placements.alumni.imports import writing
from placements.alumni.imports.work import carry_out, plan_import
from placements.schools.models import School

school = School.objects.get()
with open(sys.argv[1], "rb") as file:
    plan = plan_import(file, "x.xlsx", school=school, year=2026)
record = writing.record_history

def die_after_the_first_rows(model, keys, **how):
    record(model, keys, **how)
    if model.__name__ == "Alumnus":
        os.kill(os.getpid(), signal.SIGKILL)

writing.record_history = die_after_the_first_rows
carry_out(plan, school=school, year=2026, filename="x.xlsx")
"""


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_process_killed_while_writing_leaves_nothing(tmp_path):
    from tests.alumni.sheets import dapodik

    SchoolFactory(smkn1=True)
    file = tmp_path / "x.xlsx"
    file.write_bytes(dapodik(pupils(20)))
    environment = os.environ | {"DEBUG": "1", "DATA_DIR": str(tmp_path), "DATABASE_URL": _address()}
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(file)]
    died = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    assert died.returncode == -signal.SIGKILL, died.stderr[-2000:]
    assert (Person.objects.count(), Alumnus.objects.count(), AlumniImport.objects.count()) == (0, 0, 0)
    assert bring_in(pupils(20), SchoolFactory(smkn1=True)).counts["new"] == 20


def _address():
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite://{Path(name)}"
    return f"postgresql://postgres@/{name}?host={connection.settings_dict['HOST']}"


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_imports_of_one_school_at_once_make_each_alumnus_once():
    membership = SchoolMembershipFactory(school=SchoolFactory(smkn1=True))
    made = [AlumniImport.objects.create(school=membership.school, graduation_year=YEAR) for _ in range(2)]
    ready = [_prepared(job) for job in made]
    errors = raised(at_once(*(lambda job=job: work.work(job.pk) for job in ready)))
    states = sorted(AlumniImport.objects.values_list("status", flat=True))
    assert (errors, states) == ([], [ImportStatus.DONE, ImportStatus.PREVIEW])
    assert (Alumnus.objects.count(), Person.objects.count()) == (4, 4)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_schools_with_one_new_pupil_at_once_make_one_person():
    jobs_made = [
        _prepared(AlumniImport.objects.create(school=SchoolFactory(**{name: True}), graduation_year=YEAR))
        for name in ("smkn1", "smkn2")
    ]
    errors = raised(at_once(*(lambda job=job: work.work(job.pk) for job in jobs_made)))
    states = sorted(AlumniImport.objects.values_list("status", flat=True))
    assert (errors, states) == ([], [ImportStatus.DONE, ImportStatus.PREVIEW])
    assert (Person.objects.count(), Alumnus.objects.count()) == (4, 4)
    waiting = AlumniImport.objects.get(status=ImportStatus.PREVIEW)
    assert waiting.preview["counts"]["question"] == 4


def _prepared(job):
    """Confirmed and about to be written."""
    from tests.alumni.steps import read_rows

    jobs.keep_stage(job, read_rows([pupil(number) for number in range(1, 5)]))
    job.answers = {"mapping": {"XII TKJ 1": None}, "rows": {}}
    job.preview = work.examine(job)[2]
    job.status = ImportStatus.WRITING
    job.save()
    return job

"""Things done to many alumni at once: to whom, what comes of it, and who is left out with which reason."""

import datetime as dt
import io

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit import nik_vault
from placements.alumni.enums import BulkKind, BulkStatus, Tracing
from placements.alumni.lists import runs
from placements.alumni.lists.models import BulkRun
from placements.alumni.models import Alumnus
from tests.factories.alumni import AlumnusFactory, BulkRunFactory
from tests.harness.pdf import pages

LIST = "/bkk/alumni/"
NEW = f"{LIST}tindakan/baru/"


@pytest.fixture
def add(coordinator):
    def make(name, **values):
        values.setdefault("person__email", f"{name.split()[0].lower()}@contoh.test")
        return AlumnusFactory(school=coordinator.school, person__name=name, **values)

    return make


@pytest.fixture
def desk(coordinator, django_capture_on_commit_callbacks, settings, tmp_path):
    """desk(query) confirms what stands in the address; the BulkRun as it ended, or None. `desk.said`: messages."""
    settings.MEDIA_ROOT = tmp_path

    class Desk:
        said = ()

        def __call__(self, query, expected=None, **data):
            page = coordinator.client.get(f"{NEW}?{query}")
            total = page.context["total"] if expected is None else expected
            with django_capture_on_commit_callbacks(execute=True):
                response = coordinator.client.post(f"{NEW}?{query}", {"jumlah": total, **data}, follow=True)
            self.said = words(response) if response.context else []
            return BulkRun.objects.order_by("-pk").first()

    return Desk()


def reasons(run):
    names = dict(Alumnus.objects.order_by("pk").values_list("pk", "person__name"))
    return {names[pk]: reason for pk, reason in run.skipped}


def words(response):
    return [str(message) for message in response.context["messages"]]


def test_invitations_leave_and_who_cannot_be_invited_is_listed(desk, add):
    add("Maria Lay")
    add("Punya Akun", person__with_user=True)
    add("Tanpa Surel", person__email="")
    add("Tanpa Lahir", person__birth_date=None)
    add("Baru Diundang", invited_at=timezone.now() - dt.timedelta(days=2))
    run = desk("tindakan=invite")
    assert (run.status, run.total, run.done_count) == (BulkStatus.DONE, 5, 1)
    assert set(reasons(run)) == {"Punya Akun", "Tanpa Surel", "Tanpa Lahir", "Baru Diundang"}
    assert reasons(run)["Tanpa Surel"] == "Belum ada alamat surel."
    assert [letter.to for letter in mail.outbox] == [["maria@contoh.test"]]
    assert reverse("claim") in mail.outbox[0].body
    assert Alumnus.objects.get(person__name="Maria Lay").invited_at is not None


def test_inviting_twice_sends_one_letter(desk, add, coordinator):
    add("Maria Lay")
    desk("tindakan=invite")
    page = coordinator.client.get(f"{NEW}?tindakan=invite")
    assert (page.context["plan"].todo, len(mail.outbox)) == ([], 1)
    assert "Tidak ada yang dapat dikerjakan" in page.content.decode()


def test_ticked_ones_only_else_all_that_are_filtered(desk, add):
    ticked = add("Dicentang", graduation_year=2024)
    add("Sama Tahun", graduation_year=2024)
    add("Lain Tahun", graduation_year=2023)
    desk(f"tindakan=untraced&tahun=2024&pilih={ticked.pk}")
    assert names_untraced() == ["Dicentang"]
    run = desk("tindakan=untraced&tahun=2024")
    assert names_untraced() == ["Dicentang", "Sama Tahun"]
    assert reasons(run) == {"Dicentang": "Sudah tidak terlacak."}


def names_untraced():
    rows = Alumnus.objects.filter(tracing=Tracing.UNTRACEABLE).order_by("person__name")
    return list(rows.values_list("person__name", flat=True))


def test_alumni_of_another_school_stay_untouched(desk, add):
    stranger, own = AlumnusFactory(), add("Maria Lay")
    desk(f"tindakan=untraced&pilih={stranger.pk}&pilih={own.pk}")
    stranger.refresh_from_db()
    assert (stranger.tracing, names_untraced()) == (Tracing.UNKNOWN, ["Maria Lay"])


def test_change_is_in_the_history_with_who_did_it(desk, add, coordinator):
    alumnus = add("Maria Lay")
    run = desk("tindakan=untraced")
    newest = alumnus.history.latest()
    assert (newest.tracing, newest.history_user, newest.history_change_reason) == (
        Tracing.UNTRACEABLE,
        coordinator.user,
        f"Tindakan massal {run.pk}",
    )


def test_a_list_that_changed_meanwhile_is_asked_again(desk, add):
    add("Maria Lay")
    assert desk("tindakan=untraced", expected=7) is None
    assert desk.said == ["Daftarnya berubah sejak halaman ini dibuka: sekarang 1 alumni, tadi 7. Periksa sekali lagi."]
    assert names_untraced() == []


def test_a_filter_that_says_nothing_is_not_everybody(coordinator, add):
    add("Maria Lay")
    response = coordinator.client.get(f"{NEW}?tindakan=untraced&tahun=abc", follow=True)
    assert words(response) == ["Saringan ini tidak dikenali. Kembali ke daftar alumni, lalu saring lagi."]


def test_nobody_and_too_many_are_refused(coordinator, add, monkeypatch):
    assert words(coordinator.client.get(f"{NEW}?tindakan=slips", follow=True)) == [
        "Tidak ada alumni yang cocok dengan saringan ini."
    ]
    add("Maria Lay")
    add("Yuliana Lay")
    monkeypatch.setitem(runs.MOST, BulkKind.SLIPS, 1)
    (answer,) = words(coordinator.client.get(f"{NEW}?tindakan=slips", follow=True))
    assert answer.startswith("2 alumni terlalu banyak; paling banyak 1 sekali jalan.")


def test_slips_say_name_and_end_of_nisn_but_no_birth_date(desk, add):
    add("Maria Lay", person__nisn="0051112223", person__birth_date=dt.date(2006, 4, 30))
    add("Punya Akun", person__with_user=True)
    run = desk("tindakan=slips")
    text = " ".join(pages(run.file.read()))
    assert ("Maria Lay" in text, "2223" in text, reverse("claim") in text) == (True, True, True)
    assert ("0051112223" in text, "30 April" in text, "2006" in text, "Punya Akun" in text) == (False,) * 4


def test_export_of_a_run_is_what_was_filtered_and_goes_after_a_day(desk, add, coordinator):
    add("Maria Lay", graduation_year=2024, person__with_nik=True)
    add("Yuliana Lay", graduation_year=2023)
    run = desk("tindakan=export&tahun=2024", format="xlsx")
    content = b"".join(coordinator.client.get(f"{LIST}tindakan/{run.pk}/berkas/").streaming_content)
    rows = [[cell.value for cell in row] for row in load_workbook(io.BytesIO(content)).active.iter_rows()]
    assert ([row[0] for row in rows[1:]], "NIK" in rows[0]) == (["Maria Lay"], False)
    assert AuditEvent.objects.filter(kind=AuditKind.EXPORTED, target=f"bulkrun {run.pk}").count() == 1
    BulkRun.objects.update(finished_at=timezone.now() - dt.timedelta(days=2))
    runs.drop_old_files(dry_run=False)
    assert coordinator.client.get(f"{LIST}tindakan/{run.pk}/berkas/").status_code == 404


def test_nik_leaves_only_when_asked_with_a_reason_and_each_is_logged(desk, add, coordinator):
    nik = "5371041705050001"
    alumnus = add("Maria Lay", person__nik=nik)
    add("Tanpa Nik")
    assert desk("tindakan=export", format="csv", nik="on") is None
    assert desk("tindakan=export", format="csv", nik="on", reason="Pendaftaran BPJS") is None  # no file is kept
    answer = coordinator.client.post(
        f"{NEW}?tindakan=export", {"jumlah": 2, "format": "csv", "nik": "on", "reason": "Pendaftaran BPJS"}
    )
    lines = b"".join(answer.streaming_content).decode()
    assert (nik in lines, nik_vault.decrypt(alumnus.person.nik_cipher)) == (True, nik)
    seen = AuditEvent.objects.filter(kind=AuditKind.NIK_VIEWED)
    assert {event.target for event in seen} == {f"person {alumnus.person_id}"}
    assert {event.detail for event in AuditEvent.objects.filter(kind=AuditKind.EXPORTED)} == {
        "dengan NIK: Pendaftaran BPJS"
    }


def test_a_run_that_breaks_off_changes_nobody_and_can_be_repeated(
    add, coordinator, monkeypatch, django_capture_on_commit_callbacks
):
    add("Maria Lay")
    run = BulkRunFactory(
        school=coordinator.school, created_by=coordinator.user, status=BulkStatus.RUNNING, total=1, done_count=0
    )

    def broken(run, keys, tell):
        Alumnus.objects.update(tracing=Tracing.UNTRACEABLE)
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setitem(runs.DO, BulkKind.UNTRACED, broken)
        with pytest.raises(ConnectionError):
            runs.work(run.pk)
    run.refresh_from_db()
    assert (run.status, names_untraced()) == (BulkStatus.FAILED, [])
    with django_capture_on_commit_callbacks(execute=True):
        coordinator.client.post(f"{LIST}tindakan/{run.pk}/ulang/")
    run.refresh_from_db()
    assert (run.status, names_untraced()) == (BulkStatus.DONE, ["Maria Lay"])


def test_large_run_is_the_workers_and_shows_how_far_it_is(add, coordinator, monkeypatch):
    add("Maria Lay")
    run = BulkRunFactory(school=coordinator.school, status=BulkStatus.RUNNING, total=5000, done_count=0)
    page = coordinator.client.get(f"{LIST}tindakan/{run.pk}/kemajuan/").content.decode()
    assert "menunggu giliran" in page
    runs.progress.Reporter(runs.work_name(run.pk))(2000, 5000)
    page = coordinator.client.get(f"{LIST}tindakan/{run.pk}/kemajuan/").content.decode()
    assert '<progress value="2000" max="5000"' in page


def test_skipped_are_shown_in_pages(coordinator, add):
    alumnus = add("Maria Lay")
    skipped = [[alumnus.pk, "Sudah punya akun."]] * 60 + [[0, "Sudah punya akun."]]
    run = BulkRunFactory(school=coordinator.school, total=61, done_count=0, skipped=skipped)
    first = coordinator.client.get(f"{LIST}tindakan/{run.pk}/").context["listing"]
    last = coordinator.client.get(f"{LIST}tindakan/{run.pk}/?hal=2").context["listing"]
    assert (first.count_text, len(first.rows), len(last.rows)) == ("1–50 dari 61", 50, 11)
    assert last.rows[-1] == (None, "Sudah punya akun.")


def test_list_of_runs_takes_the_same_queries(coordinator, same_queries):
    def more(count):
        BulkRunFactory.create_batch(count, school=coordinator.school)

    same_queries(coordinator.client, f"{LIST}tindakan/", more, 9)

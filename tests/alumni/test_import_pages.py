"""The coordinator's way through an import, page by page."""

import io
from pathlib import Path

import pytest
from django.conf import settings as portal
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.people.models import Person
from placements.alumni.enums import ImportStatus
from placements.alumni.imports import jobs
from placements.alumni.imports.actions import close_old_imports
from placements.alumni.models import AlumniImport, Alumnus, RombelMapping
from tests.alumni.sheets import SECRETS, pupil, pupils
from tests.alumni.steps import bring_in, upload
from tests.factories.alumni import AlumniImportFactory, RombelMappingFactory

pytestmark = pytest.mark.usefixtures("city", "tkj", "akl")
LIST = "/bkk/alumni/impor/"


@pytest.fixture
def desk(coordinator, django_capture_on_commit_callbacks, settings, tmp_path):
    """The coordinator's clicks; what waits for the commit happens before the next page, as in life."""

    settings.MEDIA_ROOT = tmp_path

    class Desk:
        school = coordinator.school

        def post(self, url, data=None):
            with django_capture_on_commit_callbacks(execute=True):
                return coordinator.client.post(url, data or {})

        def upload(self, rows):
            response = self.post(LIST, {"graduation_year": 2026, "file": upload(rows)})
            assert response.status_code == 302
            return AlumniImport.objects.order_by("-pk").first()

        def get(self, url):
            return coordinator.client.get(url)

        def page(self, job, query=""):
            return self.get(f"{LIST}{job.pk}/{query}")

        def step(self, job, name, data=None):
            """Posts one step; the job as it stands afterwards."""
            self.post(f"{LIST}{job.pk}/{name}/", data)
            job.refresh_from_db()
            return job

        def preview(self, rows):
            """Upload and the mapping as it is proposed."""
            job = self.upload(rows)
            if job.status == ImportStatus.MAPPING:
                form = self.page(job).context["form"]
                job = self.step(job, "rombel", {field.html_name: field.initial or "" for field in form})
            assert job.status == ImportStatus.PREVIEW
            return job

    return Desk()


def stored_files():
    return sorted(str(path) for path in Path(portal.MEDIA_ROOT).rglob("impor/**/*") if path.is_file())


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_whole_way_from_upload_to_the_list(desk, tkj):
    job = desk.preview(pupils(3))
    assert desk.page(job).context["counts"]["new"] == 3
    job = desk.step(job, "simpan")
    assert (job.status, job.counts["new"], job.preview, job.answers) == (ImportStatus.DONE, 3, {}, {})
    assert [row.konsentrasi for row in desk.get("/bkk/alumni/?tahun=2026").context["listing"].rows] == [tkj] * 3
    assert "3" in desk.page(job).content.decode()


def test_mapping_page_asks_once_per_rombel_and_remembers(desk, tkj, akl):
    job = desk.upload([pupil(1), pupil(2, Rombel_Saat_Ini="XII AKL 1"), pupil(3, Rombel_Saat_Ini="XII TATA GRAHA")])
    form = desk.page(job).context["form"]
    assert [(field.label, field.initial) for field in form] == [
        ("XII AKL 1", akl.pk),
        ("XII TATA GRAHA", None),
        ("XII TKJ 1", tkj.pk),
    ]
    job = desk.step(job, "rombel", {"rombel_0": akl.pk, "rombel_1": "", "rombel_2": akl.pk})
    assert dict(RombelMapping.objects.order_by("pk").values_list("rombel", "konsentrasi_id")) == {
        "XII AKL 1": akl.pk,
        "XII TATA GRAHA": None,
        "XII TKJ 1": akl.pk,
    }
    job = desk.step(job, "simpan")
    assert job.counts["unmapped"] == [["XII TATA GRAHA", 1]]
    assert Alumnus.objects.get(person__nisn="0080000001").konsentrasi == akl


def test_remembered_rombels_are_not_asked_again(desk, tkj):
    RombelMappingFactory(school=desk.school, konsentrasi=tkj)
    assert desk.upload(pupils(2)).status == ImportStatus.PREVIEW


def test_graduates_of_before_are_mapped_to_the_spectrum_of_their_time(desk):
    RombelMappingFactory(school=desk.school)  # of 2022
    desk.post(LIST, {"graduation_year": 2020, "file": upload(pupils(1))})
    assert AlumniImport.objects.get().status == ImportStatus.MAPPING


def test_preview_lists_each_kind_with_row_and_reason(desk, smkn2):
    bring_in([pupil(1), pupil(2)], desk.school)
    bring_in([pupil(3)], smkn2)
    rows = [pupil(1), pupil(2, HP="081299999999"), pupil(3), pupil(4), pupil(5, NISN="123")]
    job = desk.preview(rows)
    shown = {}
    for part in ("new", "changed", "same", "question"):
        listed = desk.page(job, f"?bagian={part}").context["listing"].rows
        shown[part] = [(row["row"], bool(row["reason"])) for row in listed]
    assert shown == {"new": [(10, True)], "changed": [(8, True)], "same": [(7, True)], "question": [(9, True)]}
    refused = desk.page(job, "?bagian=refused")
    assert [(row, column) for row, column, _, _ in refused.context["listing"].rows] == [(11, "NISN")]
    assert "<del>0812-3000-0002</del>" in desk.page(job, "?bagian=changed").content.decode()


def test_preview_is_shown_in_pages(desk):
    job = desk.preview(pupils(120))
    listing = desk.page(job, "?bagian=new&hal=3").context["listing"]
    assert ([row["row"] for row in listing.rows], listing.next_url) == (list(range(107, 127)), None)
    assert listing.count_text == "101–120 dari 120"


def test_nothing_is_written_while_a_row_is_refused(desk):
    job = desk.step(desk.preview([pupil(1), pupil(2, NISN="123")]), "simpan")
    assert (job.status, Alumnus.objects.count()) == (ImportStatus.PREVIEW, 0)
    assert "1 baris ditolak" in messages_of(desk.page(job))[0]


def test_the_rest_is_imported_when_told_so(desk):
    job = desk.step(desk.preview([pupil(1), pupil(2, NISN="123")]), "simpan", {"sisanya": "1"})
    assert (job.status, job.counts["new"], job.counts["refused"]) == (ImportStatus.DONE, 1, 1)


def test_refused_rows_as_a_workbook_can_be_corrected_and_uploaded(desk, coordinator):
    job = desk.preview([pupil(1), pupil(2, NISN="123"), pupil(3, Tanggal_Lahir="31/02/2008")])
    response = desk.get(f"{LIST}{job.pk}/ditolak.xlsx")
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    sheet = book.active
    headings = [cell.value for cell in sheet[1]]
    assert (headings[-1], sheet.max_row) == ("Masalah", 3)
    assert AuditEvent.objects.filter(kind=AuditKind.EXPORTED, user=coordinator.user).count() == 1
    sheet.cell(2, headings.index("NISN") + 1).value = pupil(2)["NISN"]
    sheet.cell(3, headings.index("Tanggal Lahir") + 1).value = pupil(3)["Tanggal Lahir"]
    content = io.BytesIO()
    book.save(content)
    desk.step(job, "simpan", {"sisanya": "1"})
    corrected = SimpleUploadedFile("baris-ditolak.xlsx", content.getvalue())
    desk.post(LIST, {"graduation_year": 2026, "file": corrected})
    job = AlumniImport.objects.order_by("-pk").first()
    assert (job.status, job.preview["counts"]["new"], job.preview["counts"]["refused"]) == (ImportStatus.PREVIEW, 2, 0)
    desk.step(job, "simpan")
    assert Person.objects.with_nik(pupil(2)["NIK"]).get().nisn == pupil(2)["NISN"]


def test_questions_must_be_answered_first(desk, smkn2):
    bring_in(pupils(2), smkn2)
    job = desk.step(desk.preview(pupils(3)), "simpan")
    assert (job.status, messages_of(desk.page(job))) == (
        ImportStatus.PREVIEW,
        ["Jawab dulu 2 pertanyaan yang masih terbuka."],
    )
    job = desk.step(job, "jawaban", {"baris-7": "add", "baris-8": "skip"})
    assert (job.preview["counts"]["new"], job.preview["counts"]["skipped"]) == (2, 1)
    desk.step(job, "simpan")
    assert Alumnus.objects.filter(school=desk.school).count() == 2
    assert Person.objects.count() == 3


def test_one_answer_for_all_alumni_of_other_schools(desk, smkn2):
    bring_in(pupils(5), smkn2)
    job = desk.step(desk.preview(pupils(5)), "jawaban", {"baris-7": "add", "semua_sisanya": "skip"})
    assert (job.preview["counts"]["new"], job.preview["counts"]["skipped"]) == (1, 4)


def test_second_import_of_the_same_file_says_that_nothing_changes(desk):
    desk.step(desk.preview(pupils(3)), "simpan")
    desk.post(LIST, {"graduation_year": 2026, "file": upload(pupils(3))})
    job = AlumniImport.objects.order_by("-pk").first()
    assert "Tidak ada yang berubah" in desk.page(job).content.decode()
    job = desk.step(job, "simpan")
    assert (job.status, job.counts["same"], Alumnus.history.count()) == (ImportStatus.DONE, 3, 3)


def test_confirming_twice_says_already_imported(desk):
    job = desk.step(desk.preview(pupils(2)), "simpan")
    job = desk.step(job, "simpan")
    assert messages_of(desk.page(job)) == ["Sudah diimpor. Tidak ada yang disimpan dua kali."]
    assert Alumnus.objects.count() == 2


def test_what_changed_since_the_preview_is_shown_before_anything_is_written(desk):
    job = desk.preview(pupils(2))
    bring_in([pupil(1)], desk.school)
    job = desk.step(job, "simpan")
    assert (job.status, Alumnus.objects.count()) == (ImportStatus.PREVIEW, 1)
    assert (job.preview["counts"]["new"], job.preview["counts"]["same"]) == (1, 1)
    assert "Data portal berubah" in desk.page(job).content.decode()


def test_file_refused_whole_says_why_and_leaves_nothing(desk):
    desk.post(LIST, {"graduation_year": 2026, "file": SimpleUploadedFile("surat.docx", b"Selamat pagi")})
    job = AlumniImport.objects.get()
    assert job.status == ImportStatus.REFUSED
    assert "surat.docx bukan berkas Excel atau CSV" in desk.page(job).content.decode()
    assert stored_files() == []


def test_file_over_the_limit_is_not_even_kept(desk, settings):
    settings.UPLOAD_MAX_BYTES = 1000
    response = desk.post(LIST, {"graduation_year": 2026, "file": upload(pupils(1))})
    assert "lebih besar dari" in response.context["form"].errors["file"][0]
    assert AlumniImport.objects.count() == 0


def test_implausible_year_is_not_taken(desk):
    response = desk.post(LIST, {"graduation_year": 2926, "file": upload(pupils(1))})
    assert list(response.context["form"].errors) == ["graduation_year"]


def test_more_rombels_than_a_school_has_are_refused(desk):
    job = desk.upload([pupil(number, Rombel_Saat_Ini=f"XII {number} A{number}") for number in range(1, 303)])
    assert (job.status, job.error[:19]) == (ImportStatus.REFUSED, "Ada 302 rombel yang")


def test_upload_is_gone_at_once_and_the_extract_at_the_end(desk):
    job = desk.upload(pupils(2))
    (stage,) = stored_files()
    content = Path(stage).read_bytes()
    assert [secret for secret in [*SECRETS.values(), pupil(1)["NIK"]] if secret.encode() in content] == []
    job = desk.step(job, "rombel", {"rombel_0": ""})
    desk.step(job, "simpan")
    assert stored_files() == []


def test_nothing_of_the_parents_or_a_whole_nik_is_in_the_database(desk):
    job = desk.preview([pupil(1), pupil(2), pupil(3, NIK=pupil(1)["NIK"])])
    staged = repr(AlumniImport.objects.values().get())
    secrets = [*SECRETS.values(), pupil(1)["NIK"]]
    assert [secret for secret in secrets if secret in staged + repr(job.preview)] == []
    assert "5371••••••••" in repr(job.preview["refused"])


def test_cancelling_deletes_the_file_and_says_so_once(desk):
    job = desk.step(desk.preview(pupils(2)), "batal")
    assert (job.status, stored_files(), Alumnus.objects.count()) == (ImportStatus.CANCELLED, [], 0)
    desk.step(job, "batal")
    assert messages_of(desk.get(LIST))[-1] == "Sudah dibatalkan."


def test_imports_left_alone_for_a_week_are_cancelled(desk):
    job = desk.preview(pupils(2))
    close_old_imports(dry_run=False)
    job.refresh_from_db()
    assert job.status == ImportStatus.PREVIEW
    AlumniImport.objects.update(updated_at=job.updated_at - jobs.KEPT)
    assert close_old_imports(dry_run=True).startswith("Impor alumni: 1 ")
    close_old_imports(dry_run=False)
    job.refresh_from_db()
    assert job.status == ImportStatus.CANCELLED


def test_list_takes_the_same_queries_however_many_imports(coordinator, same_queries):
    def add(count):
        AlumniImportFactory.create_batch(count, school=coordinator.school)

    same_queries(coordinator.client, LIST, add, 9)

import datetime as dt
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.models import Person
from tests.factories.participants import ParticipantFactory, ProposalFactory, UploadFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import RuleFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from trainings.participants.models import Participant
from trainings.participants.proposals.models import ParticipantUpload
from trainings.participants.uploads.actions import drop_list, drop_old_lists, lines_of, take_in, write_list

pytestmark = pytest.mark.django_db
HEADINGS = ["Nama", "NIK", "JK", "Tanggal Lahir", "Kelurahan", "HP"]
MARIA = ("Maria Bere", "5371014107990002", "P", "01/07/1999", "Oetete", "081234567890")
MARKUS = ("Markus Tefa", "5371030105990003", "L", "01/05/1999", "Kel. Oetete", "")


@pytest.fixture
def training(officer):
    VillageFactory(name="Oetete")
    return TrainingFactory(programme__agency=officer.agency, village__name="Oetete")


def table(*rows, headings=HEADINGS):
    book = openpyxl.Workbook()
    for row in [headings, *rows]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("daftar.xlsx", out.getvalue())


def taken_in(officer, target, *rows):
    return take_in(file=table(*rows), target=target, actor=officer.actor)


def kinds(upload, officer):
    return [(line.name, line.kind.value) for line in lines_of(upload, officer.actor)]


def owner_of(nik, **fields):
    person = PersonFactory(**fields)
    person.set_nik(nik)
    person.save()
    return person


def test_looking_writes_nobody_and_the_rows_wait_sealed(officer, training):
    upload = taken_in(officer, training, MARIA, MARKUS)
    assert kinds(upload, officer) == [("Maria Bere", "new"), ("Markus Tefa", "new")]
    assert (Person.objects.count(), Participant.objects.count()) == (0, 0)
    with upload.rows.open("rb") as file:
        content = file.read()
    assert b"Maria" not in content
    assert b"5371014107990002" not in content


def test_list_is_written_once_and_its_file_is_gone(officer, training, django_capture_on_commit_callbacks):
    upload = taken_in(officer, training, MARIA, MARKUS)
    name = upload.rows.name
    with django_capture_on_commit_callbacks(execute=True):
        assert write_list(upload=upload, actor=officer.actor) == 2
    rows = training.participants.order_by("person__name").values_list("person__name", "status", "channel")
    assert list(rows) == [("Maria Bere", "registered", "upload"), ("Markus Tefa", "registered", "upload")]
    with pytest.raises(AlreadyDone, match="Sudah disimpan"):
        write_list(upload=upload, actor=officer.actor)
    upload.refresh_from_db()
    assert (upload.counts, bool(upload.rows)) == ({"written": 2, "refused": 0, "same": 0}, False)
    assert not ParticipantUpload._meta.get_field("rows").storage.exists(name)


def test_second_upload_of_the_same_list_changes_nothing(officer, training):
    write_list(upload=taken_in(officer, training, MARIA), actor=officer.actor)
    again = taken_in(officer, training, MARIA)
    assert kinds(again, officer) == [("Maria Bere", "same")]
    assert write_list(upload=again, actor=officer.actor) == 0
    assert Person.objects.count() == 1


def test_known_person_is_used_again_and_finding_them_is_recorded(officer, training):
    known = owner_of(MARIA[1], birth_date=dt.date(1999, 7, 1))
    upload = taken_in(officer, training, MARIA)
    assert kinds(upload, officer) == [("Maria Bere", "known")]
    assert AuditEvent.objects.filter(kind="person_looked_up", target=f"person {known.pk}").count() == 1
    write_list(upload=upload, actor=officer.actor)
    assert training.participants.get().person == known


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("Ana", 5.371e15, "P", "01/07/1999", "Oetete", ""), "kolom NIK"),
        (("Ana", MARIA[1], "P", "31/02/1999", "Oetete", ""), "kolom Tanggal Lahir"),
        (("Ana", MARIA[1], "P", "01/07/1999", "Antah Berantah", ""), "Kelurahan Antah Berantah tidak dikenali"),
        (("", MARIA[1], "P", "01/07/1999", "Oetete", ""), "Belum diisi"),
    ],
)
def test_row_that_cannot_be_taken_says_what_and_why(officer, training, row, problem):
    line = lines_of(taken_in(officer, training, row), officer.actor)[0]
    assert line.kind == "refused"
    assert problem in line.problems[0]


def test_same_nik_in_two_rows_refuses_both(officer, training):
    upload = taken_in(officer, training, MARIA, ("Maria B.", *MARIA[1:]))
    assert [kind for _, kind in kinds(upload, officer)] == ["refused", "refused"]


def test_refused_rows_keep_all_from_being_written_unless_skipped(officer, training):
    RuleFactory(programme=training.programme)
    child = ("Anak", "5371010101150004", "L", "01/01/2015", "Oetete", "")
    upload = taken_in(officer, training, MARIA, child)
    with pytest.raises(Refused, match="^1 baris ditolak, jadi tidak ada yang disimpan"):
        write_list(upload=upload, actor=officer.actor)
    assert Participant.objects.count() == 0
    assert write_list(upload=upload, actor=officer.actor, skip_refused=True) == 1


def test_direct_acceptance_fills_the_seats_then_the_waiting_list(officer, training):
    training.quota = 1
    training.save()
    write_list(upload=taken_in(officer, training, MARIA, MARKUS), actor=officer.actor, for_selection=False)
    assert sorted(training.participants.values_list("status", flat=True)) == ["accepted", "waiting"]


def test_twin_without_a_nik_is_not_taken_for_the_same_person(officer, training):
    PersonFactory(name="Maria Bere", birth_date=dt.date(1999, 7, 1), phone="+6281234567890")
    line = lines_of(taken_in(officer, training, MARIA), officer.actor)[0]
    assert "Mungkin sama dengan orang" in line.problems[0]


def test_list_for_a_proposal_adds_names_and_no_participants(officer, training):
    proposal = ProposalFactory(programme=training.programme)
    write_list(upload=taken_in(officer, proposal, MARIA, MARKUS), actor=officer.actor)
    assert (proposal.names.count(), Participant.objects.count()) == (2, 0)


def test_table_of_another_kind_and_one_of_only_the_example_are_refused(officer, training):
    with pytest.raises(Refused, match="kolom"):
        take_in(file=table(("a", "b"), headings=["Barang", "Jumlah"]), target=training, actor=officer.actor)
    with pytest.raises(Refused, match="tidak berisi orang"):
        taken_in(officer, training, ("Contoh Maria", *MARIA[1:]))


def test_template_is_read_by_the_importer(officer, training):
    content = b"".join(officer.client.get("/dinas/peserta/unggah/contoh.xlsx").streaming_content)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Peserta"]
    sheet.append(["Maria Bere", MARIA[1], "P", "Kupang", "01/07/1999", "Oetete", "", "", "", ""])
    out = io.BytesIO()
    book.save(out)
    upload = take_in(file=SimpleUploadedFile("daftar.xlsx", out.getvalue()), target=training, actor=officer.actor)
    assert kinds(upload, officer) == [("Maria Bere", "new")]


def test_another_offices_class_is_refused_to_the_head_too(head, officer):
    training = TrainingFactory(programme__agency__other=True)
    for seat in (head, officer):
        assert seat.client.get(f"/dinas/pelatihan/{training.pk}/peserta/unggah/").status_code == 404
        with pytest.raises(Refused, match="milik dinas lain"):
            taken_in(seat, training, MARIA)


def test_pages_lead_from_the_file_to_the_class(officer, training):
    answer = officer.client.post(f"/dinas/pelatihan/{training.pk}/peserta/unggah/", {"file": table(MARIA)})
    upload = ParticipantUpload.objects.get()
    assert answer["Location"] == f"/dinas/peserta/unggah/{upload.pk}/"
    assert officer.client.get(answer["Location"]).context["to_write"] == 1
    answer = officer.client.post(f"/dinas/peserta/unggah/{upload.pk}/simpan/", {"terima": "on"})
    assert answer["Location"] == f"/dinas/pelatihan/{training.pk}/"
    assert training.participants.get().status == "accepted"


def test_list_is_dropped_by_hand_or_after_a_week(officer, training):
    upload = taken_in(officer, training, MARIA)
    drop_list(upload=upload, actor=officer.actor)
    with pytest.raises(AlreadyDone):
        write_list(upload=upload, actor=officer.actor)
    old = UploadFactory()
    ParticipantUpload.objects.filter(pk=old.pk).update(created_at=timezone.now() - dt.timedelta(days=8))
    UploadFactory()
    assert drop_old_lists(dry_run=True).startswith("Daftar peserta: 1 unggahan")
    drop_old_lists(dry_run=False)
    old.refresh_from_db()
    assert (bool(old.finished_at), ParticipantUpload.objects.waiting().count()) == (True, 1)


def test_who_is_in_the_class_already_is_left_as_they_are(officer, training):
    person = owner_of(MARIA[1], birth_date=dt.date(1999, 7, 1))
    row = ParticipantFactory(training=training, person=person)
    upload = taken_in(officer, training, MARIA, MARKUS)
    assert write_list(upload=upload, actor=officer.actor) == 1
    assert training.participants.get(pk=row.pk).status == "accepted"

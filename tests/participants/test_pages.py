import datetime as dt
import io

import openpyxl
import pytest
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from tests.factories.equipment import HandoverFactory
from tests.factories.names import nik
from tests.factories.participants import (
    AttendanceFactory,
    CertificateFactory,
    ParticipantFactory,
    ParticipantStatusLogFactory,
)
from tests.factories.people import PersonFactory
from tests.factories.programmes import SessionFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from trainings.participants.certificates.models import Certificate
from trainings.participants.models import Attendance
from trainings.participants.offers import trainings_of, trainings_panel


def names(response):
    return sorted(row.person.name for row in response.context["listing"])


@pytest.fixture
def session(db):
    return SessionFactory(training__running=True)


# the list and its export


def test_list_takes_the_same_queries_for_any_number_of_rows(officer, same_queries):
    def make(count):
        for _ in range(count):
            CertificateFactory(participant__person__village=VillageFactory())

    same_queries(officer.client, "/dinas/peserta/", make, 11)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Ana", "Budi Lay", "Citra", "Dedi"]),
        ("?q=lay budi", ["Budi Lay"]),
        ("?status=waiting", ["Budi Lay"]),
        ("?tahun=2024", ["Citra"]),
        ("?kelurahan=53.71.04.1009", ["Ana"]),
        ("?kurang=keputusan", ["Budi Lay"]),
        ("?kurang=sertifikat", ["Citra"]),
        ("?kurang=paket", ["Citra"]),
        ("?pelatihan={open}", ["Ana", "Budi Lay"]),
    ],
)
def test_list_is_filtered_from_the_address(officer, query, found):
    training = TrainingFactory()
    ParticipantFactory(training=training, person__name="Ana", origin_village=VillageFactory(other=True))
    ParticipantFactory(training=training, person__name="Budi Lay", waiting=True)
    old = {"starts_on": dt.date(2024, 3, 1), "ends_on": dt.date(2024, 4, 1), "status": "finished"}
    ParticipantFactory(training=TrainingFactory(**old), person__name="Citra", status="passed")
    done = CertificateFactory(participant__person__name="Dedi").participant
    HandoverFactory(participant=done)
    assert names(officer.client.get("/dinas/peserta/" + query.format(open=training.pk))) == found


def test_officer_sees_the_own_offices_participants_and_the_head_all(officer, head):
    ParticipantFactory(person__name="Milik sendiri")
    ParticipantFactory(person__name="Milik lain", training__programme__agency__other=True)
    assert names(officer.client.get("/dinas/peserta/")) == ["Milik sendiri"]
    assert names(head.client.get("/dinas/peserta/")) == ["Milik lain", "Milik sendiri"]


def test_export_holds_what_is_filtered_and_no_numbers_of_the_person(officer):
    born = dt.date(2004, 5, 17)
    person = PersonFactory(name="Ana", birth_date=born, nik=nik(7, born), phone="+6281234567890")
    ParticipantFactory(person=person)
    ParticipantFactory(person__name="Budi", waiting=True)
    response = officer.client.get("/dinas/peserta/unduh.xlsx?status=accepted")
    rows = list(openpyxl.load_workbook(io.BytesIO(b"".join(response))).active.values)
    assert [row[0] for row in rows] == ["Nama", "Ana"]
    cells = " ".join(str(cell) for cell in rows[1])
    assert not any(secret in cells for secret in (nik(7, born), "81234567890", "2004"))
    event = AuditEvent.objects.get(kind=AuditKind.EXPORTED)
    assert (event.user, event.target, event.detail) == (officer.user, "daftar peserta", "1 baris")


# one participant


def test_page_shows_the_person_masked_and_what_hangs_on_it(officer):
    born = dt.date(2004, 5, 17)
    certificate = CertificateFactory(participant__person=PersonFactory(birth_date=born, nik=nik(7, born)))
    participant = certificate.participant
    HandoverFactory(participant=participant)
    text = officer.client.get(f"/dinas/peserta/{participant.pk}/").content.decode()
    assert f"{nik(7, born)[:4]}••••••••0007" in text
    assert nik(7, born) not in text
    assert certificate.document.number in text
    assert "Paket las listrik" in text


def test_page_takes_the_same_queries_for_any_number_of_rows(officer, same_queries):
    participant = ParticipantFactory(passed=True)

    def make(count):
        for _ in range(count):
            ParticipantStatusLogFactory(participant=participant)
            ParticipantFactory(person=participant.person)
            CertificateFactory(participant=participant, revoked_at=timezone.now())

    same_queries(officer.client, f"/dinas/peserta/{participant.pk}/", make, 15)


@pytest.mark.parametrize(
    ("trait", "plain", "reasoned"),
    [
        ("registered", ["waiting", "accepted"], ["refused", "withdrawn"]),
        ("waiting", ["accepted"], ["refused", "withdrawn"]),
        ("passed", [], ["failed", "dropped"]),
        ("refused", ["registered"], []),
    ],
)
def test_page_offers_the_steps_that_are_possible(officer, trait, plain, reasoned):
    participant = ParticipantFactory(**{trait: True})
    moves = officer.client.get(f"/dinas/peserta/{participant.pk}/").context["moves"]
    assert moves == {"plain": plain, "reasoned": reasoned}


def test_page_offers_nothing_once_certified_nor_to_another_offices_head(officer, head):
    certified = CertificateFactory().participant
    foreign = ParticipantFactory(training__programme__agency__other=True)
    for seat, participant in [(officer, certified), (head, foreign)]:
        page = seat.client.get(f"/dinas/peserta/{participant.pk}/")
        assert page.context["moves"] == {"plain": [], "reasoned": []}


def test_status_is_changed_with_its_reason(officer):
    participant = ParticipantFactory(waiting=True)
    officer.client.post(f"/dinas/peserta/{participant.pk}/status/", {"ke": "refused", "reason": "Belum cukup umur"})
    participant.refresh_from_db()
    assert (participant.status, participant.reason) == ("refused", "Belum cukup umur")


# attendance and results


def test_attendance_of_all_is_saved_with_one_form(officer, session):
    people = ParticipantFactory.create_batch(2, training=session.training)
    url = f"/dinas/pelatihan/hari/{session.pk}/kehadiran/"
    data = {f"p{person.pk}-presence": "present" for person in people}
    response = officer.client.post(url, data)
    assert response["Location"] == f"/dinas/pelatihan/{session.training_id}/jadwal/"
    assert [row.presence for row in session.attendances.all()] == ["present", "present"]


def test_attendance_form_with_a_foreign_name_saves_nothing(officer, session):
    person, stranger = ParticipantFactory(training=session.training), ParticipantFactory()
    data = {f"p{row.pk}-presence": "present" for row in (person, stranger)}
    page = officer.client.post(f"/dinas/pelatihan/hari/{session.pk}/kehadiran/", data)
    assert "bukan peserta pelatihan ini" in page.content.decode()
    assert Attendance.objects.count() == 0


def test_attendance_form_with_a_blank_or_unknown_answer_is_shown_again(officer, session):
    people = ParticipantFactory.create_batch(2, training=session.training)
    page = officer.client.post(
        f"/dinas/pelatihan/hari/{session.pk}/kehadiran/", {f"p{people[0].pk}-presence": "mungkin"}
    )
    assert [bool(line.errors) for line in page.context["lines"]] == [True, True]
    assert Attendance.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"cancelled": True}, "Hari ini ditiadakan"),
        ({"held_on": dt.date(2100, 1, 1)}, "Hari ini belum tiba"),
    ],
)
def test_attendance_page_says_why_there_is_nothing_to_fill_in(officer, session, fields, words):
    ParticipantFactory(training=session.training)
    for name, value in fields.items():
        setattr(session, name, value)
    session.save()
    page = officer.client.get(f"/dinas/pelatihan/hari/{session.pk}/kehadiran/").content.decode()
    assert words in page
    assert 'type="radio"' not in page


def _fill(session, count):
    for _ in range(count):
        AttendanceFactory(session=session, participant=ParticipantFactory(training=session.training))


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("hari/{session}/kehadiran/", 11),
        ("{training}/kehadiran/", 12),
        ("{training}/hasil/", 10),
    ],
)
def test_class_pages_take_the_same_queries_for_any_number_of_people(officer, same_queries, session, address, number):
    url = "/dinas/pelatihan/" + address.format(session=session.pk, training=session.training_id)
    same_queries(officer.client, url, lambda count: _fill(session, count), number)


def test_head_reads_another_offices_attendance_but_does_not_write_it(head):
    session = SessionFactory(training__running=True, training__programme__agency__other=True)
    person = ParticipantFactory(training=session.training)
    url = f"/dinas/pelatihan/hari/{session.pk}/kehadiran/"
    assert head.client.get(url).status_code == 200
    assert head.client.post(url, {f"p{person.pk}-presence": "present"}).status_code == 404


def test_results_of_all_are_saved_with_one_form(officer, session):
    first, second = ParticipantFactory.create_batch(2, training=session.training)
    data = {
        f"p{first.pk}-status": "passed",
        f"p{first.pk}-score": "86,5",
        f"p{second.pk}-status": "failed",
        f"p{second.pk}-reason": "Jarang hadir",
    }
    officer.client.post(f"/dinas/pelatihan/{session.training_id}/hasil/", data)
    rows = session.training.participants.order_by("pk").values_list("status", "reason", "score")
    assert list(rows) == [("passed", "", 86.5), ("failed", "Jarang hadir", None)]


def test_result_without_its_reason_is_shown_again_and_nothing_saved(officer, session):
    first, second = ParticipantFactory.create_batch(2, training=session.training)
    data = {f"p{first.pk}-status": "passed", f"p{second.pk}-status": "failed"}
    page = officer.client.post(f"/dinas/pelatihan/{session.training_id}/hasil/", data)
    assert sum("reason" in line.errors for line in page.context["lines"]) == 1
    assert {row.status for row in session.training.participants.all()} == {"accepted"}


# papers


@pytest.mark.parametrize("address", ["hari/{session}/daftar-hadir.pdf", "{training}/kehadiran/rekap.pdf"])
def test_attendance_is_printed(officer, session, address):
    _fill(session, 2)
    response = officer.client.get(
        "/dinas/pelatihan/" + address.format(session=session.pk, training=session.training_id)
    )
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_certificates_are_issued_printed_and_revoked_from_their_page(officer):
    participant = ParticipantFactory(passed=True)
    url = f"/dinas/pelatihan/{participant.training_id}/sertifikat/"
    page = officer.client.post(url, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["1 sertifikat diterbitkan."]
    certificate = Certificate.objects.get()
    whole = officer.client.get(url + "cetak.pdf")
    assert whole.content.startswith(b"%PDF")
    single = officer.client.get(f"/dokumen/{certificate.document.code}/unduh/")
    assert b"".join(single) == certificate.document.file.read()
    officer.client.post(f"/dinas/sertifikat/{certificate.pk}/cabut/", {"reason": "Nama salah"})
    certificate.refresh_from_db()
    assert certificate.revoked_at is not None


def test_issuing_twice_says_so(officer):
    url = f"/dinas/pelatihan/{ParticipantFactory(passed=True).training_id}/sertifikat/"
    officer.client.post(url)
    page = officer.client.post(url, follow=True)
    assert [str(m) for m in page.context["messages"]][-1] == "Sudah diterbitkan untuk semua peserta yang lulus."


def test_certificate_list_takes_the_same_queries_for_any_number_of_rows(officer, same_queries):
    training = TrainingFactory(finished=True)

    def make(count):
        for _ in range(count):
            CertificateFactory(participant=ParticipantFactory(training=training, status="passed"))

    same_queries(officer.client, f"/dinas/pelatihan/{training.pk}/sertifikat/", make, 11)


# the person's own


def test_own_trainings_with_certificate_and_kit(participant_user):
    participant = ParticipantFactory(person=participant_user.person, passed=True)
    certificate = CertificateFactory(participant=participant)
    HandoverFactory(participant=participant)
    ParticipantFactory(training__programme__name="Milik orang lain")
    text = participant_user.client.get("/saya/pelatihan/").content.decode()
    assert str(participant.training) in text
    assert f"/dokumen/{certificate.document.code}/unduh/" in text
    assert "Paket las listrik" in text
    assert "Milik orang lain" not in text


def test_own_trainings_take_the_same_queries_for_any_number_of_rows(participant_user, same_queries):
    def make(count):
        for _ in range(count):
            CertificateFactory(participant__person=participant_user.person)

    same_queries(participant_user.client, "/saya/pelatihan/", make, 13)


def test_panel_shows_the_latest_and_is_left_out_for_who_has_none(participant_user):
    assert trainings_panel(participant_user.actor) is None
    participant = ParticipantFactory(person=participant_user.person)
    template, context = trainings_panel(participant_user.actor)
    assert (template, list(context["participations"])) == ("participants/saya_panel.html", [participant])
    assert str(participant.training) in participant_user.client.get("/saya/").content.decode()


def test_own_data_lists_the_trainings(participant_user):
    participant = ParticipantFactory(person=participant_user.person)
    heading, rows = trainings_of(participant_user.person)
    assert (heading, [(row["pelatihan"], row["status"]) for row in rows]) == (
        "Pelatihan",
        [(str(participant.training), "Diterima")],
    )

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories.participants import AttendanceFactory, ParticipantFactory
from tests.factories.people import KonsentrasiFactory, SkillFactory
from tests.factories.programmes import ProgrammeFactory, SessionFactory, TrainingFactory
from tests.factories.regions import DistrictFactory, VillageFactory
from trainings.programmes.models import Training, TrainingProgramme

pytestmark = pytest.mark.django_db


def titles(response):
    return [training.programme.name for training in response.context["listing"]]


def fill(training, count):
    for _ in range(count):
        ParticipantFactory(training=training)


# the public's pages


def test_public_list_shows_what_is_announced_and_not_over_the_next_first(client):
    TrainingFactory(programme__name="Nanti")
    TrainingFactory(programme__name="Berjalan", running=True)
    TrainingFactory(programme__name="Lewat", finished=True)
    TrainingFactory(programme__name="Rencana", planned=True)
    response = client.get("/pelatihan/")
    assert titles(response) == ["Berjalan", "Nanti"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?keadaan=finished", ["Las Lewat"]),
        ("?keadaan=open", ["Barista"]),
        ("?q=barista", ["Barista"]),
        ("?q=oetete las", ["Las Berjalan"]),
        ("?bidang=Kuliner", ["Barista"]),
        ("?kecamatan=53.71.01", ["Barista"]),
        ("?q=tidak-ada", []),
    ],
)
def test_public_list_is_filtered_from_the_address(client, query, found):
    elsewhere = VillageFactory(
        code="53.71.01.1001", name="Alak", district=DistrictFactory(code="53.71.01", name="Alak")
    )
    TrainingFactory(programme__name="Barista", programme__trade="Kuliner", village=elsewhere)
    TrainingFactory(programme__name="Las Berjalan", running=True)
    TrainingFactory(programme__name="Las Lewat", finished=True)
    assert titles(client.get(f"/pelatihan/{query}")) == found


def test_public_list_takes_the_same_queries_for_any_number_of_rows(client, same_queries):
    def make(count):
        for _ in range(count):
            fill(TrainingFactory(), 1)

    same_queries(client, "/pelatihan/", make, 3)


def test_public_page_counts_and_names_nobody(client):
    training = TrainingFactory(quota=16, programme__skills=[SkillFactory(name="Las SMAW")])
    ParticipantFactory(training=training, person__name="Maria Rahasia")
    page = client.get(training.get_absolute_url())
    text = page.content.decode()
    assert "Las SMAW" in text
    assert "Maria Rahasia" not in text
    assert (page.context["training"].seated, page.context["training"].seats_left) == (1, 15)


def test_public_page_leads_from_an_old_name_to_the_present_one(client):
    training = TrainingFactory()
    response = client.get(f"/pelatihan/{training.pk}-nama-lama/")
    assert (response.status_code, response["Location"]) == (301, training.get_absolute_url())


def test_public_page_of_a_plan_is_not_there(client):
    assert client.get(TrainingFactory(planned=True).get_absolute_url()).status_code == 404


def test_public_page_of_a_cancelled_training_says_why(client):
    assert "Peserta kurang" in client.get(TrainingFactory(cancelled=True).get_absolute_url()).content.decode()


def test_calendar_holds_announced_trainings_whole_days(client):
    training = TrainingFactory(
        programme__name="Las, dasar", starts_on=dt.date(2100, 3, 1), ends_on=dt.date(2100, 3, 31)
    )
    TrainingFactory(planned=True)
    TrainingFactory(finished=True)
    response = client.get("/pelatihan/kalender.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.decode().replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert f"UID:pelatihan-{training.pk}@127.0.0.1" in lines
    assert "SUMMARY:Las\\, dasar Angkatan I" in lines
    assert {"DTSTART;VALUE=DATE:21000301", "DTEND;VALUE=DATE:21000401"} <= set(lines)


def test_calendar_of_one_training_holds_its_days_with_hours(client):
    training = TrainingFactory()
    held = SessionFactory(training=training, held_on=dt.date(2100, 3, 1), starts_at=dt.time(8), ends_at=dt.time(15, 30))
    SessionFactory(training=training, held_on=dt.date(2100, 3, 2), cancelled=True, cancel_reason="Hari libur")
    SessionFactory(held_on=dt.date(2100, 3, 3))
    response = client.get(f"/pelatihan/{training.pk}/hari.ics")
    lines = response.content.decode().replace("\r\n ", "").split("\r\n")
    assert f"UID:hari-pelatihan-{held.pk}@127.0.0.1" in lines
    assert [line for line in lines if line.startswith(("DTSTART;T", "DTEND;T", "DTSTART;V", "STATUS"))] == [
        "DTSTART;TZID=Asia/Makassar:21000301T080000",
        "DTEND;TZID=Asia/Makassar:21000301T153000",
        "STATUS:CONFIRMED",
        "DTSTART;VALUE=DATE:21000302",
        "STATUS:CANCELLED",
    ]
    assert f"/pelatihan/{training.pk}/hari.ics" in client.get(training.get_absolute_url()).content.decode()
    assert client.get(f"/pelatihan/{TrainingFactory(planned=True).pk}/hari.ics").status_code == 404


# programmes


def programme_form(**data):
    values = {"name": "Las Dasar", "trade": "Las", "hours": "240", "description": "", "syllabus": ""}
    return values | {"requirements": "", "min_attendance": "80"} | data


def test_programme_is_written_with_what_it_teaches(officer):
    skill, konsentrasi = SkillFactory(), KonsentrasiFactory()
    data = programme_form(skills=[skill.pk], konsentrasi=[konsentrasi.pk])
    answer = officer.client.post("/dinas/pelatihan/program/baru/", data)
    programme = TrainingProgramme.objects.get()
    assert answer["Location"] == f"/dinas/pelatihan/program/{programme.pk}/"
    assert (programme.agency, list(programme.skills.all()), list(programme.konsentrasi.all())) == (
        officer.agency,
        [skill],
        [konsentrasi],
    )


def test_programme_of_a_name_that_exists_is_refused(officer):
    ProgrammeFactory(agency=officer.agency, name="LAS  dasar".replace("  ", " "))
    page = officer.client.post("/dinas/pelatihan/program/baru/", programme_form())
    assert page.context["form"].errors["name"] == ["Program dengan nama ini sudah ada di dinas Anda."]


def test_programme_edited_in_two_tabs_is_not_overwritten_silently(officer):
    programme = ProgrammeFactory(agency=officer.agency)
    url = f"/dinas/pelatihan/program/{programme.pk}/ubah/"
    token = officer.client.get(url).context["form"].initial["terakhir_diubah"]
    officer.client.post(url, programme_form(name="Satu", terakhir_diubah=token))
    page = officer.client.post(url, programme_form(name="Dua", terakhir_diubah=token))
    assert "sudah diubah di tempat lain" in page.content.decode()
    programme.refresh_from_db()
    assert programme.name == "Satu"


def test_programme_list_takes_the_same_queries_for_any_number_of_rows(officer, same_queries):
    def make(count):
        for _ in range(count):
            TrainingFactory()

    same_queries(officer.client, "/dinas/pelatihan/program/", make, 9)


# trainings


DAY_FIRST = "Bulan 13 tidak ada; tulis hari dulu, lalu bulan, lalu tahun, misalnya 24/11/2026."


def training_form(officer, **data):
    programme = ProgrammeFactory(agency=officer.agency)
    values = {"programme": programme.pk, "village": VillageFactory().pk, "venue": "Aula", "quota": "16"}
    values |= {"starts_on": "2026-03-02", "ends_on": "2026-03-06", "weekdays": ["0", "1", "2", "3", "4"]}
    return values | data


def test_training_is_made_with_its_schedule(officer):
    response = officer.client.post("/dinas/pelatihan/baru/", training_form(officer, batch="Angkatan I"))
    training = Training.objects.get()
    assert response["Location"] == f"/dinas/pelatihan/{training.pk}/"
    assert (training.agency, training.batch, training.sessions.count()) == (officer.agency, "Angkatan I", 5)


@pytest.mark.parametrize(
    ("data", "field", "fault"),
    [
        ({"ends_on": "2026-03-01"}, "ends_on", "Tanggal selesai harus sama dengan atau setelah tanggal mulai."),
        ({"ends_on": "2027-03-06"}, "ends_on", "Pelatihan paling lama satu tahun. Periksa tahun pada kedua tanggal."),
        (
            {"starts_on": "30/02/2026"},
            "starts_on",
            "Tanggal 30 Februari tidak ada di kalender tahun itu. Periksa tanggalnya.",
        ),
    ],
)
def test_training_with_impossible_dates_is_refused(officer, data, field, fault):
    page = officer.client.post("/dinas/pelatihan/baru/", training_form(officer, **data))
    assert page.context["form"].errors == {field: [fault]}


def test_training_of_another_offices_programme_is_refused(officer):
    foreign = ProgrammeFactory(agency__other=True)
    page = officer.client.post("/dinas/pelatihan/baru/", training_form(officer, programme=foreign.pk))
    assert list(page.context["form"].errors) == ["programme"]


def test_training_without_any_programme_leads_to_writing_one(officer):
    assert "/dinas/pelatihan/program/baru/" in officer.client.get("/dinas/pelatihan/baru/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Las", "Barista", "Tata rias"]),
        ("?tahun=2024", ["Tata rias"]),
        ("?keadaan=open", ["Las"]),
        ("?q=kuliner", ["Barista"]),
        ("?kurang=hasil", ["Barista"]),
        ("?kurang=sertifikat", ["Tata rias"]),
    ],
)
def test_desk_list_is_filtered_from_the_address(officer, query, found):
    TrainingFactory(programme__name="Las")
    late = {"starts_on": dt.date(2025, 3, 1), "ends_on": dt.date(2025, 4, 1)}
    TrainingFactory(programme__name="Barista", programme__trade="Kuliner", status="running", **late)
    old = {"starts_on": dt.date(2024, 3, 1), "ends_on": dt.date(2024, 4, 1), "status": "finished"}
    ParticipantFactory(training=TrainingFactory(programme__name="Tata rias", **old), status="passed")
    TrainingFactory(programme__name="Milik lain", programme__agency__other=True)
    assert titles(officer.client.get(f"/dinas/pelatihan/{query}")) == found


def test_desk_list_takes_the_same_queries_for_any_number_of_rows(officer, same_queries):
    def make(count):
        for _ in range(count):
            fill(TrainingFactory(village=VillageFactory()), 1)

    same_queries(officer.client, "/dinas/pelatihan/", make, 12)


def test_head_sees_every_offices_trainings(head):
    TrainingFactory(programme__name="Milik lain", programme__agency__other=True)
    assert titles(head.client.get("/dinas/pelatihan/")) == ["Milik lain"]


# the page of one


def test_page_takes_the_same_queries_for_any_number_of_people(officer, same_queries):
    training = TrainingFactory(running=True)
    same_queries(officer.client, f"/dinas/pelatihan/{training.pk}/", lambda count: fill(training, count), 19)


def primary(officer, training):
    step = officer.client.get(f"/dinas/pelatihan/{training.pk}/").context["primary"]
    return step and (step.label, step.to or step.url)


def test_page_offers_the_one_next_step(officer):
    today = timezone.localdate()
    plan = TrainingFactory(planned=True)
    assert primary(officer, plan) == ("Umumkan dan buka pendaftaran", "open")
    opened = TrainingFactory(starts_on=today, ends_on=today)
    assert primary(officer, opened) == ("Tambah peserta", f"/dinas/pelatihan/{opened.pk}/peserta/cari/")
    participant = ParticipantFactory(training=opened)
    assert primary(officer, opened) == ("Mulai pelatihan", "running")
    opened.status = "running"
    opened.save()
    session = SessionFactory(training=opened)
    assert primary(officer, opened)[1] == f"/dinas/pelatihan/hari/{session.pk}/kehadiran/"
    AttendanceFactory(session=session, participant=participant)
    assert primary(officer, opened) == ("Isi hasil peserta", f"/dinas/pelatihan/{opened.pk}/hasil/")
    participant.status = "passed"
    participant.save()
    assert primary(officer, opened) == ("Selesaikan pelatihan", "finished")
    opened.status = "finished"
    opened.save()
    assert primary(officer, opened) == ("Terbitkan sertifikat", f"/dinas/pelatihan/{opened.pk}/sertifikat/")
    assert primary(officer, TrainingFactory(cancelled=True)) is None


def test_page_says_what_waits(officer):
    training = TrainingFactory(finished=True)
    ParticipantFactory.create_batch(2, training=training, status="passed")
    tasks = officer.client.get(f"/dinas/pelatihan/{training.pk}/").context["tasks"]
    assert [(task.count, task.label) for task in tasks] == [
        (2, "peserta lulus belum bersertifikat"),
        (2, "peserta lulus belum menerima paket"),
    ]


def test_state_is_changed_by_a_button_and_the_timeline_keeps_it(officer):
    training = TrainingFactory(planned=True)
    officer.client.post(f"/dinas/pelatihan/{training.pk}/keadaan/", {"ke": "open"})
    page = officer.client.post(
        f"/dinas/pelatihan/{training.pk}/keadaan/", {"ke": "cancelled", "reason": "Pelatih sakit"}, follow=True
    )
    entries = [(entry["label"], entry["by"], entry["reason"]) for entry in page.context["timeline"]]
    assert entries == [
        ("Dibatalkan", officer.user, "Pelatih sakit"),
        ("Pendaftaran dibuka", officer.user, ""),
        ("Direncanakan", None, ""),
    ]


def test_state_that_does_not_exist_is_refused(officer):
    training = TrainingFactory()
    page = officer.client.post(f"/dinas/pelatihan/{training.pk}/keadaan/", {"ke": "terbang"}, follow=True)
    assert [str(m) for m in page.context["messages"]] == ["Pilih keadaan pelatihan dari tombol yang tersedia."]


def test_head_reads_another_offices_training_but_changes_nothing(head):
    training = TrainingFactory(programme__agency__other=True)
    page = head.client.get(f"/dinas/pelatihan/{training.pk}/")
    assert (page.status_code, page.context["may_edit"]) == (200, False)
    for step in ("ubah", "keadaan", "jadwal", "jadwal/tambah"):
        assert head.client.post(f"/dinas/pelatihan/{training.pk}/{step}/", {"ke": "cancelled"}).status_code == 404


# the schedule


def test_schedule_is_saved_for_all_days_at_once(officer):
    session = SessionFactory()
    training = session.training
    other = SessionFactory(training=training, held_on=training.starts_on + dt.timedelta(days=1))
    data = {f"hari-{session.pk}-topic": "Pengenalan", f"hari-{other.pk}-topic": "", f"hari-{other.pk}-cancelled": "on"}
    page = officer.client.post(f"/dinas/pelatihan/{training.pk}/jadwal/", data, follow=True)
    assert [str(m) for m in page.context["messages"]] == ["2 hari diubah."]
    rows = training.sessions.order_by("held_on").values_list("topic", "cancelled")
    assert list(rows) == [("Pengenalan", False), ("", True)]


def test_day_is_added_and_a_bad_date_is_said(officer):
    training = TrainingFactory()
    url = f"/dinas/pelatihan/{training.pk}/jadwal/tambah/"
    page = officer.client.post(url, {"held_on": "31/02/2026"}, follow=True)
    assert "tidak ada di kalender" in str(list(page.context["messages"])[0])
    officer.client.post(url, {"held_on": training.starts_on.isoformat(), "topic": "Praktik"})
    assert [day.topic for day in training.sessions.all()] == ["Praktik"]


def test_schedule_takes_the_same_queries_for_any_number_of_days(officer, same_queries):
    training = TrainingFactory(running=True)
    days = iter(range(20))

    def make(count):
        for _ in range(count):
            SessionFactory(training=training, held_on=training.starts_on + dt.timedelta(days=next(days)))

    same_queries(officer.client, f"/dinas/pelatihan/{training.pk}/jadwal/", make, 10)

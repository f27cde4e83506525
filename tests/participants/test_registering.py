import datetime as dt

import pytest

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from bkk_portal.people.models import Person
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import GroupFactory, RuleFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from tests.harness.threads import at_once, raised
from trainings.participants.actions import change_status, register_self, withdraw
from trainings.participants.models import Participant

pytestmark = pytest.mark.django_db
NIK = "5371014107990002"  # 1 July 1999, a woman


def application(**data):
    values = {
        "name": "Maria  Bere",
        "nik": NIK,
        "birth_date": "1999-07-01",
        "sex": "P",
        "village": VillageFactory().pk,
        "activity": "job_seeking",
        "login": "0812-3456-7890",
        "password": PASSWORD,
        "consent_account": "on",
    }
    return values | data


def url(training):
    return f"/pelatihan/{training.pk}/daftar/"


def test_stranger_makes_a_light_account_and_is_registered_in_one_go(client):
    training, group = TrainingFactory(), GroupFactory()
    training.programme.priority_groups.add(group)
    answer = client.post(url(training), application(groups=[group.pk]))
    assert answer["Location"] == "/saya/pelatihan/"
    row = Participant.objects.get()
    assert (row.person.name, row.person.phone, row.status, row.channel, row.activity) == (
        *("Maria Bere", "+6281234567890", "registered", "online", "job_seeking"),
    )
    assert (row.person.nik_masked[-4:], row.groups.get(), row.registered_by) == ("0002", group, row.person.user)
    assert training.programme.name in client.get("/saya/pelatihan/").content.decode()


def test_email_login_needs_a_phone_to_be_reached(client):
    page = client.post(url(TrainingFactory()), application(login="maria@contoh.com"))
    assert page.context["form"].errors["phone"] == ["Isi nomor HP supaya dinas dapat menghubungi Anda."]


def test_condition_not_met_leaves_neither_account_nor_person(client):
    training = TrainingFactory()
    RuleFactory(programme=training.programme, min_age=None, max_age=20)
    page = client.post(url(training), application())
    assert "Belum memenuhi syarat: Umur" in page.content.decode()
    assert (Person.objects.count(), Participant.objects.count()) == (0, 0)


def test_nik_of_somebody_else_is_not_betrayed_but_noted_for_the_officer(client, superuser):
    owner = PersonFactory()
    owner.set_nik(NIK)
    owner.save()
    client.post(url(TrainingFactory()), application())
    row = Participant.objects.get()
    assert (row.person.nik_hash, row.notes) == (
        None,
        ["NIK yang diisi sudah tercatat atas orang lain. Cocokkan KTP-nya."],
    )
    assert Notification.objects.filter(user=superuser.user).count() == 1


def test_known_person_is_asked_only_what_is_missing(participant_user):
    person = participant_user.person
    person.village = None
    person.save()
    training = TrainingFactory()
    form = participant_user.client.get(url(training)).context["form"]
    assert {"nik", "village", "activity"} <= set(form.fields)
    assert "birth_date" not in form.fields
    data = {"nik": NIK, "village": VillageFactory().pk, "activity": "job_seeking", "phone": "081234567890"}
    assert participant_user.client.post(url(training), data)["Location"] == "/saya/pelatihan/"
    person.refresh_from_db()
    assert (bool(person.nik_hash), person.village_id) == (True, data["village"])


def test_second_time_is_already_done(participant_user):
    training = TrainingFactory()
    ParticipantFactory(training=training, person=participant_user.person)
    assert participant_user.client.get(url(training))["Location"] == "/saya/pelatihan/"
    with pytest.raises(AlreadyDone, match="Sudah terdaftar"):
        register_self(training=training, person=participant_user.person, actor=participant_user.actor)


@pytest.mark.parametrize("trait", ["running", "finished", "cancelled"])
def test_registration_that_is_closed_is_refused_also_by_direct_link(client, participant_user, trait):
    training = TrainingFactory(**{trait: True})
    assert client.post(url(training), application())["Location"] == training.get_absolute_url()
    with pytest.raises(Refused, match="sudah ditutup"):
        register_self(training=training, person=participant_user.person, actor=participant_user.actor)
    assert Participant.objects.count() == 0


def test_officer_is_told_to_take_off_the_hat_and_a_newcomer_to_say_who_they_are(officer, client):
    training = TrainingFactory()
    PersonFactory(user=officer.user)
    assert officer.client.get(url(training))["Location"] == training.get_absolute_url()
    client.force_login(UserFactory())
    assert client.get(url(training))["Location"] == "/daftar/umum/"


def test_public_page_leads_to_the_registration_while_it_is_open(client):
    training = TrainingFactory()
    assert url(training) in client.get(training.get_absolute_url()).content.decode()
    closed = TrainingFactory(status="selecting")
    assert url(closed) not in client.get(closed.get_absolute_url()).content.decode()


# withdrawing and the waiting list


def waiting(training, **fields):
    return ParticipantFactory(training=training, waiting=True, **fields)


def test_withdrawal_moves_the_first_in_line_up_and_tells_them(participant_user):
    training = TrainingFactory(quota=1)
    mine = ParticipantFactory(training=training, person=participant_user.person)
    first, second = waiting(training, person=PersonFactory(with_user=True)), waiting(training)
    participant_user.client.post(f"/saya/pelatihan/{mine.pk}/mundur/", {"reason": "Diterima bekerja"})
    statuses = [Participant.objects.get(pk=row.pk).status for row in (mine, first, second)]
    assert statuses == ["withdrawn", "accepted", "waiting"]
    assert Notification.objects.get(user=first.person.user).title == f"Anda diterima di pelatihan {training}"
    assert first.status_log.get().reason == "Naik dari daftar tunggu karena ada tempat kosong."


def test_dropping_out_before_the_first_day_moves_up_too_but_not_while_it_runs(officer):
    for trait, expected in [({}, "accepted"), ({"running": True}, "waiting")]:
        training = TrainingFactory(quota=1, programme__agency=officer.agency, **trait)
        seated, next_one = ParticipantFactory(training=training), waiting(training)
        change_status(participant=seated, to="dropped", reason="Pindah kota", actor=officer.actor)
        assert Participant.objects.get(pk=next_one.pk).status == expected


def test_withdrawal_needs_a_reason_and_a_training_that_has_not_begun(participant_user):
    mine = ParticipantFactory(person=participant_user.person)
    with pytest.raises(Refused, match="Tulis alasan"):
        withdraw(participant=mine, actor=participant_user.actor, reason=" ")
    withdraw(participant=mine, actor=participant_user.actor, reason="Sakit")
    with pytest.raises(AlreadyDone, match="Sudah mengundurkan diri"):
        withdraw(participant=mine, actor=participant_user.actor, reason="Sakit")
    running = ParticipantFactory(person=participant_user.person, training=TrainingFactory(running=True))
    with pytest.raises(Refused, match="sudah dimulai"):
        withdraw(participant=running, actor=participant_user.actor, reason="Sakit")


def test_somebody_else_cannot_withdraw_me(participant_user):
    row = ParticipantFactory()
    assert participant_user.client.post(f"/saya/pelatihan/{row.pk}/mundur/", {"reason": "x"}).status_code == 404


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_who_withdraw_at_once_move_two_up(officer):
    training = TrainingFactory(
        quota=2, programme__agency=officer.agency, starts_on=dt.date(2100, 1, 1), ends_on=dt.date(2100, 1, 9)
    )
    seated = ParticipantFactory.create_batch(2, training=training)
    ParticipantFactory.create_batch(3, training=training, waiting=True)
    leave = [
        lambda row=row: change_status(participant=row, to="withdrawn", reason="Kerja", actor=officer.actor)
        for row in seated
    ]
    assert raised(at_once(*leave)) == []
    assert training.participants.seated().count() == 2

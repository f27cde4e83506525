import datetime as dt

import pytest

from bkk_portal.kit.errors import Refused
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory, SpellFactory
from tests.factories.programmes import GroupFactory, ProgrammeFactory, RuleFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from trainings.participants.actions import change_status, enrol, override
from trainings.participants.models import Participant
from trainings.participants.rules import Unsuitable, findings_of

pytestmark = pytest.mark.django_db


def training_with(kind, effect="refuse", officer=None, **fields):
    agency = {"agency": officer.agency} if officer else {}
    training = TrainingFactory(
        programme=ProgrammeFactory(**agency), starts_on=dt.date(2100, 6, 1), ends_on=dt.date(2100, 6, 30), **fields
    )
    RuleFactory(programme=training.programme, kind=kind, effect=effect)
    return training


def sentences(training, person, **said):
    return [finding.sentence for finding in findings_of(training, person, **said)]


@pytest.mark.parametrize(
    ("born", "fits"),
    [
        (dt.date(2083, 6, 1), True),  # 17 on the first day
        (dt.date(2083, 6, 2), False),
        (dt.date(2064, 6, 2), True),  # still 35
        (dt.date(2064, 6, 1), False),
        (None, False),
    ],
)
def test_age_counts_on_the_first_day(born, fits):
    found = sentences(training_with("age"), PersonFactory(birth_date=born))
    assert (found == []) is fits


def test_domicile_is_any_known_kelurahan_or_one_of_those_meant():
    training, home = training_with("domicile"), VillageFactory()
    assert sentences(training, PersonFactory(village=home)) == []
    assert sentences(training, PersonFactory(village=None)) == ["Kelurahan tempat tinggal belum tercatat."]
    training.origin_villages.add(VillageFactory(code="53.71.03.1009", name="Liliba"))
    assert sentences(training, PersonFactory(village=home)) == [f"Tinggal di {home.name}; pelatihan ini untuk Liliba."]


@pytest.mark.parametrize(("kind", "trait"), [("not_studying", "studying"), ("not_working", "self_employed")])
def test_what_people_do_is_what_they_say_else_what_is_on_record(kind, trait):
    training, person = training_with(kind), PersonFactory()
    SpellFactory(person=person, **{trait: True}, until=None)
    assert len(sentences(training, person)) == 1
    assert sentences(training, person, activity="job_seeking") == []
    assert len(sentences(training, PersonFactory(), activity=trait)) == 1


def test_priority_warns_who_is_of_no_group_taken_first():
    training, group = training_with("priority", "warn"), GroupFactory()
    training.programme.priority_groups.add(group)
    assert sentences(training, PersonFactory()) == ["Bukan dari kelompok yang didahulukan."]
    assert sentences(training, PersonFactory(), groups=[group.pk]) == []


def test_other_trainings_of_the_person_are_shown_but_not_those_refused():
    person, training = PersonFactory(), TrainingFactory()
    ParticipantFactory(person=person, passed=True, training__programme__name="Barista")
    ParticipantFactory(person=person, refused=True)
    found = sentences(training, person)
    assert len(found) == 1
    assert found[0].startswith("Juga di pelatihan Barista, ")


def test_condition_that_refuses_needs_a_reason_which_stays_on_record(officer):
    training = training_with("age", officer=officer)
    person = PersonFactory(birth_date=dt.date(2090, 1, 1))
    with pytest.raises(Unsuitable, match="Belum memenuhi syarat: Umur 10 tahun"):
        enrol(training=training, person=person, actor=officer.actor)
    row = enrol(training=training, person=person, actor=officer.actor, override_reason="Yatim piatu")
    assert (row.override_reason, row.override_by_id, row.findings[0][:2]) == (
        *("Yatim piatu", officer.user.pk, ["age", "refuse"]),
    )
    assert row.status_log.get().reason == "Pengecualian: Yatim piatu"


def test_condition_that_warns_lets_in_and_is_kept_for_the_selection(officer):
    training = training_with("age", "warn", officer=officer)
    row = enrol(training=training, person=PersonFactory(birth_date=dt.date(2090, 1, 1)), actor=officer.actor)
    assert (row.status, len(row.notes), row.override_reason) == ("accepted", 1, "")


@pytest.mark.parametrize("match", ["account", "phone", "email"])
def test_recipients_who_are_office_staff_are_flagged_at_selection(officer, match):
    user = AgencyMembershipFactory(agency=officer.agency).user
    same = {
        "account": {"user": user},
        "phone": {"phone": user.phone or "+628120000111"},
        "email": {"email": user.email.upper()},
    }[match]
    if match == "phone":
        user.phone = same["phone"]
        user.save()
    training = TrainingFactory(programme__agency=officer.agency)
    person = PersonFactory(**same)
    with pytest.raises(Refused, match="pegawai dinas"):
        enrol(training=training, person=person, actor=officer.actor, override_reason="Perlu alat")
    row = enrol(training=training, person=person, actor=officer.actor, for_selection=True)
    assert row.findings[-1][:2] == ["staff", "head"]
    with pytest.raises(Refused, match="kepala dinas yang dapat menerimanya"):
        change_status(participant=row, to="accepted", actor=officer.actor)


def test_office_staff_come_in_only_by_the_heads_reason(officer, head):
    training = TrainingFactory(programme__agency=officer.agency)
    person = PersonFactory(user=AgencyMembershipFactory(agency__other=True).user)
    row = enrol(training=training, person=person, actor=officer.actor, for_selection=True)
    with pytest.raises(Refused, match="pegawai dinas"):
        override(participant=row, reason="Perlu", actor=officer.actor)
    override(participant=row, reason="Tenaga harian lepas, kontraknya habis", actor=head.actor)
    assert change_status(participant=row, to="accepted", actor=officer.actor).status == "accepted"


def test_confirm_page_shows_what_speaks_against_and_takes_the_reason(officer):
    training = training_with("age", officer=officer)
    person = PersonFactory(birth_date=dt.date(2090, 1, 1), with_nik=True, nisn="0071234567")
    page = officer.client.post(f"/dinas/pelatihan/{training.pk}/peserta/cari/", {"nisn": "0071234567"})
    assert "Umur 10 tahun" in page.content.decode()
    data = {"orang": page.context["token"]}
    url = f"/dinas/pelatihan/{training.pk}/peserta/daftarkan/"
    officer.client.post(url, data)
    assert Participant.objects.count() == 0
    officer.client.post(url, data | {"pengecualian": "Yatim piatu", "activity": "job_seeking"})
    row = Participant.objects.get(person=person)
    assert (row.override_reason, row.activity) == ("Yatim piatu", "job_seeking")

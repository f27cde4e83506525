import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.participants import ParticipantFactory, ProposalFactory, ProposedNameFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import ProgrammeFactory, RuleFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from trainings.participants.models import Participant
from trainings.participants.proposals import actions
from trainings.participants.proposals.models import Proposal

pytestmark = pytest.mark.django_db
NIK = "5371014107990002"


@pytest.fixture
def proposal(officer):
    return ProposalFactory(programme__agency=officer.agency)


@pytest.fixture
def training(officer, proposal):
    return TrainingFactory(programme=proposal.programme)


def accepted(proposal, training, officer):
    return actions.accept_proposal(proposal=proposal, training=training, actor=officer.actor)


def letter(content=b"%PDF-1.7\n%%EOF\n", name="surat.pdf"):
    return SimpleUploadedFile(name, content)


def form(officer, **data):
    values = {"village": VillageFactory().pk, "programme": ProgrammeFactory(agency=officer.agency).pk}
    values |= {"letter_number": "400/12/OTT/2026", "letter_date": "2026-11-02", "note": "", "letter_file": letter()}
    return values | data


def test_letter_is_recorded_and_kept_for_the_office_only(officer, other_officer):
    answer = officer.client.post("/dinas/pelatihan/usulan/baru/", form(officer))
    row = Proposal.objects.get()
    assert (answer["Location"], row.agency, row.status, row.recorded_by) == (
        f"/dinas/pelatihan/usulan/{row.pk}/",
        *(officer.agency, "received", officer.user),
    )
    url = f"/dinas/pelatihan/usulan/{row.pk}/surat/"
    assert (officer.client.get(url).status_code, other_officer.client.get(url).status_code) == (200, 404)


def test_letter_that_is_no_paper_and_one_recorded_before_are_shown_at_the_field(officer):
    page = officer.client.post("/dinas/pelatihan/usulan/baru/", form(officer, letter_file=letter(b"MZ", "surat.pdf")))
    assert "letter_file" in page.context["form"].errors
    data = form(officer)
    officer.client.post("/dinas/pelatihan/usulan/baru/", data)
    page = officer.client.post("/dinas/pelatihan/usulan/baru/", data | {"letter_file": letter()})
    assert page.context["form"].errors["letter_number"] == ["Surat ini sudah dicatat."]


def test_name_typed_in_is_a_new_person_or_the_one_with_that_nik(officer, proposal):
    url = f"/dinas/pelatihan/usulan/{proposal.pk}/nama/"
    data = {"nik": NIK, "name": "Maria Bere", "sex": "P", "birth_date": "1999-07-01", "village": proposal.village_id}
    officer.client.post(url, data)
    name = proposal.names.get()
    assert (name.person.name, name.person.nik_masked[-4:]) == ("Maria Bere", "0002")
    other = ProposalFactory(programme=proposal.programme)
    officer.client.post(f"/dinas/pelatihan/usulan/{other.pk}/nama/", data | {"name": "MARIA BERE"})
    assert other.names.get().person == name.person


def test_nik_with_another_birth_date_is_refused(officer, proposal):
    known = PersonFactory(birth_date=dt.date(1998, 1, 1))
    known.set_nik(NIK)
    known.save()
    typed = PersonFactory.build(birth_date=dt.date(1999, 7, 1), village=None)
    with pytest.raises(Refused, match="tanggal lahir lain"):
        actions.propose_typed(proposal=proposal, person=typed, nik=NIK, actor=officer.actor)


def test_names_become_applicants_of_the_training_it_was_accepted_for(officer, proposal, training):
    names = ProposedNameFactory.create_batch(3, proposal=proposal)
    there = ParticipantFactory(training=training, person=names[0].person)
    with pytest.raises(Refused, match="Terima dulu usulannya"):
        actions.take_names(proposal=proposal, names=names, actor=officer.actor)
    accepted(proposal, training, officer)
    assert actions.take_names(proposal=proposal, names=names, actor=officer.actor) == 3
    for name in names:
        name.refresh_from_db()
    assert names[0].participant == there
    assert (names[1].participant.status, names[1].participant.channel) == ("registered", "proposal")
    assert actions.take_names(proposal=proposal, names=names, actor=officer.actor) == 0


def test_name_that_does_not_meet_a_condition_keeps_all_from_being_registered(officer, proposal, training):
    RuleFactory(programme=proposal.programme)
    good = ProposedNameFactory(proposal=proposal, person__birth_date=dt.date(2000, 1, 1))
    child = ProposedNameFactory(proposal=proposal, person__birth_date=dt.date(2015, 1, 1), person__name="Anak Kecil")
    accepted(proposal, training, officer)
    with pytest.raises(Refused, match="^Anak Kecil: Belum memenuhi syarat"):
        actions.take_names(proposal=proposal, names=[good, child], actor=officer.actor)
    assert Participant.objects.count() == 0


def test_name_is_turned_down_with_a_reason_once(officer, proposal):
    name = ProposedNameFactory(proposal=proposal)
    with pytest.raises(Refused, match="Tulis alasan"):
        actions.refuse_name(name=name, reason=" ", actor=officer.actor)
    officer.client.post(f"/dinas/pelatihan/usulan/nama/{name.pk}/tolak/", {"reason": "Sudah bekerja"})
    name.refresh_from_db()
    assert name.reason == "Sudah bekerja"
    with pytest.raises(AlreadyDone):
        actions.refuse_name(name=name, reason="Lagi", actor=officer.actor)


def test_letter_is_turned_down_with_a_reason_but_not_after_somebody_joined(officer, proposal, training):
    with pytest.raises(Refused, match="Tulis alasan"):
        actions.refuse_proposal(proposal=proposal, reason="", actor=officer.actor)
    actions.refuse_proposal(proposal=proposal, reason="Anggaran habis", actor=officer.actor)
    with pytest.raises(Refused, match="tidak dapat diputuskan lagi"):
        actions.propose(proposal=proposal, person=PersonFactory(), actor=officer.actor)
    accepted(proposal, training, officer)
    name = ProposedNameFactory(proposal=proposal)
    actions.take_names(proposal=proposal, names=[name], actor=officer.actor)
    with pytest.raises(Refused, match="yang didaftarkan"):
        actions.refuse_proposal(proposal=proposal, reason="Batal", actor=officer.actor)


def test_training_of_another_office_or_one_that_is_over_is_refused(officer, proposal):
    for training in (TrainingFactory(programme__agency__other=True), TrainingFactory(finished=True)):
        with pytest.raises(Refused, match="Pilih pelatihan dinas Anda"):
            accepted(proposal, training, officer)


def test_database_wants_a_reason_and_a_training():
    make = transaction.atomic(ProposalFactory)
    for fields in ({"status": "refused"}, {"status": "accepted"}):
        with pytest.raises(IntegrityError):
            make(**fields)


def test_page_leads_through_accepting_and_registering(officer, proposal, training):
    ProposedNameFactory.create_batch(2, proposal=proposal)
    url = f"/dinas/pelatihan/usulan/{proposal.pk}/"
    officer.client.post(f"{url}terima/", {"training": training.pk})
    page = officer.client.get(url)
    assert page.context["undecided"] == 2
    officer.client.post(f"{url}daftarkan/", {"nama": proposal.names.first().pk})
    officer.client.post(f"{url}daftarkan/")
    assert training.participants.count() == 2


def test_lists_take_the_same_queries_for_any_number_of_rows(officer, same_queries):
    def make(count):
        for _ in range(count):
            ProposedNameFactory(proposal__programme__agency=officer.agency)

    same_queries(officer.client, "/dinas/pelatihan/usulan/", make, 9)


def test_names_take_the_same_queries_for_any_number(officer, proposal, training, same_queries):
    accepted(proposal, training, officer)

    def make(count):
        names = ProposedNameFactory.create_batch(count, proposal=proposal)
        actions.take_names(proposal=proposal, names=names[1:], actor=officer.actor)

    same_queries(officer.client, f"/dinas/pelatihan/usulan/{proposal.pk}/", make, 11)

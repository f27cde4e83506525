"""What went wrong in real cases, each by its name: impossible here, or said aloud."""

import datetime

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from bkk_portal.kit.errors import Refused
from tests.equipment.acts import classmate, drawing, photo_bytes, ready, unsaved, whole
from tests.factories.equipment import HandoverFactory, KitLineFactory, LotFactory
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.participants import AttendanceFactory, ParticipantFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import SessionFactory
from trainings.equipment import offers
from trainings.equipment.handovers.actions import hand_over
from trainings.equipment.handovers.lines import Given
from trainings.equipment.handovers.models import Handover

DAY = datetime.timedelta(days=1)
LETTER = "%PDF-1.7 kuasa {}\n%%EOF\n"


def refusal(participant, line, actor, given=None, **fields):
    count = Handover.objects.count()
    with pytest.raises(Refused) as refused:
        hand_over(handover=unsaved(participant, line, **fields), given=given or whole(line), actor=actor)
    assert Handover.objects.count() == count
    return refused.value.message


def give(participant, line, actor, **fields):
    return hand_over(handover=unsaved(participant, line, **fields), given=whole(line), actor=actor)


def proxy(number):
    return {"proxy_name": "Petrus Tefa", "proxy_letter": ContentFile(LETTER.format(number).encode(), "kuasa.pdf")}


def test_tools_for_nine_trainees_given_to_the_village_head(officer):
    """One who stands for others brings a letter of each, and stands for one only; signs for nobody else."""
    first, line = ready(officer.agency, stock=9)
    trainees = [first, *(classmate(first) for _ in range(8))]
    give(first, line, officer.actor, **proxy(1))
    for number, trainee in enumerate(trainees[1:], 2):
        message = refusal(trainee, line, officer.actor, **proxy(number))
        assert message.startswith("Petrus Tefa sudah mewakili 1 penerima lain di pelatihan ini.")
    with pytest.raises(IntegrityError), transaction.atomic():
        HandoverFactory(participant=trainees[1], proxy_name="Petrus Tefa", proxy_letter="")
    assert Handover.objects.count() == settings.RULES["recipients_per_proxy"] == 1


def test_one_letter_for_two_recipients(officer, head):
    first, line = ready(officer.agency)
    second = classmate(first)
    give(first, line, officer.actor, **proxy(1))
    reason = {"override_reason": "Kakak beradik, keduanya sakit"}
    message = refusal(second, line, head.actor, **proxy(1), **reason)
    assert message.startswith(f"Surat kuasa ini sudah dipakai untuk serah terima kepada {first.person.name}.")
    handover = give(second, line, head.actor, **proxy(2), **reason)
    assert list(handover.status_log.values_list("reason", "by")) == [(reason["override_reason"], head.user.pk)]


def test_machines_to_people_who_never_took_part(officer, head):
    stranger, line = ready(officer.agency)
    type(stranger).objects.filter(pk=stranger.pk).update(status="registered")
    assert "belum dinyatakan lulus" in refusal(stranger, line, head.actor, override_reason="Diminta")
    absent = ParticipantFactory(passed=True, training=stranger.training)
    for day in (1, 2):
        session = SessionFactory(training=stranger.training, held_on=stranger.training.starts_on + day * DAY)
        AttendanceFactory(session=session, participant=absent, presence="absent")
    assert refusal(absent, line, officer.actor) == (
        f"{absent.person.name} tidak pernah hadir: 0 dari 2 hari yang tercatat. "
        "Hanya kepala dinas yang dapat menyerahkan, dengan alasan tertulis."
    )
    HandoverFactory(participant=absent, kit=line.kit)
    assert len(list(offers.never_present())) == 1


def test_scissors_and_tape_instead_of_the_promised_sewing_machine(officer):
    participant, machine = ready(officer.agency, stock=0)
    scissors = KitLineFactory(kit=machine.kit)
    LotFactory(item=scissors.item, received=5)
    only_scissors = [Given(machine, 0), Given(scissors, 1)]
    assert refusal(participant, machine, officer.actor, given=only_scissors) == (
        f"{machine.item}: diserahkan 0, isi paketnya 1. Tulis alasan selisihnya."
    )
    explained = [Given(machine, 0, reason="Belum dikirim penyedia"), Given(scissors, 1)]
    hand_over(handover=unsaved(participant, machine), given=explained, actor=officer.actor)
    page = officer.client.get(reverse("dinas:handover_class", args=[participant.training_id]))
    assert {row["item"]: (row["planned"], row["given"]) for row in page.context["totals"]} == {
        machine.item_id: (1, 0),
        scissors.item_id: (1, 1),
    }
    assert "Kurang dari rencana" in page.content.decode()


def test_the_bill_is_the_kits_not_the_forms(officer):
    """Nothing that is not in the kit can be given: the lines are the kit's, whatever a browser sends."""
    participant, line = ready(officer.agency)
    foreign = KitLineFactory(kit__programme=participant.training.programme, kit__name="Paket lain")
    LotFactory(item=foreign.item, received=5)
    message = refusal(participant, line, officer.actor, given=[Given(foreign, 1)])
    assert message == "Isi yang diserahkan tidak sesuai dengan paketnya. Buka halamannya sekali lagi."


def test_listed_recipients_who_never_received(officer):
    """Being listed and passing is no receipt: they wait, by name, until they sign themselves."""
    first, line = ready(officer.agency)
    second = classmate(first)
    give(first, line, officer.actor)
    page = officer.client.get(reverse("dinas:handover_class", args=[first.training_id]))
    assert page.context["waiting"] == [second]
    assert officer.client.get(reverse("dinas:handover_list")).context["classes"] == [(first.training, 1)]


def test_recipients_who_are_office_staff(officer, head):
    person = PersonFactory(with_user=True)
    AgencyMembershipFactory(user=person.user, agency=officer.agency)
    participant, line = ready(officer.agency, person=person)
    message = refusal(participant, line, officer.actor)
    assert message.startswith(f"{person.name} adalah pegawai {officer.agency}.")
    assert refusal(participant, line, head.actor).endswith("Tulis alasan mengapa paket tetap diserahkan.")
    give(participant, line, head.actor, override_reason="Tenaga honorer, sudah berhenti bulan depan")


def test_staff_enrolled_under_another_record_are_found_by_phone(officer):
    seat = AgencyMembershipFactory(agency=officer.agency, user__phone="+6281234567001")
    participant, line = ready(officer.agency, person=PersonFactory(phone="+6281234567001"))
    assert "adalah pegawai" in refusal(participant, line, officer.actor)
    seat.ended_on = seat.started_on
    seat.save()
    assert give(participant, line, officer.actor).pk


def test_only_the_group_leader_confirmed(officer):
    """The leader's signature, or one photo, does not serve for the others."""
    leader, line = ready(officer.agency)
    member = classmate(leader)
    signature, photo = drawing(), photo_bytes()
    give(leader, line, officer.actor, signature=ContentFile(signature, "a.png"), photo=ContentFile(photo, "a.jpg"))
    signed = refusal(member, line, officer.actor, signature=ContentFile(signature, "b.png"))
    assert signed.startswith(f"Tanda tangan ini sudah dipakai untuk serah terima kepada {leader.person.name}.")
    pictured = refusal(member, line, officer.actor, photo=ContentFile(photo, "b.jpg"))
    assert pictured.startswith(f"Foto ini sudah dipakai untuk serah terima kepada {leader.person.name}.")
    with pytest.raises(IntegrityError), transaction.atomic():
        HandoverFactory(signature_hash=Handover.objects.get().signature_hash)

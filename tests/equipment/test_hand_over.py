"""Chain B, second half: who gets a kit, from which stock, with which paper."""

import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from tests.equipment.acts import classmate, ready, unsaved, whole
from tests.factories.equipment import HandoverFactory, KitFactory, LotFactory
from tests.factories.people import PersonFactory
from trainings.equipment.handovers.actions import cancel_handover, hand_over
from trainings.equipment.handovers.lines import Given
from trainings.equipment.handovers.models import Handover, HandoverStatusLog
from trainings.equipment.stock.models import StockLot, StockMovement
from trainings.monitoring.visits.models import MonitoringVisit


def files():
    return sorted(path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


def refusal(participant, line, actor, given=None, **fields):
    """The sentence of a handover that is refused; nothing of it stays behind."""
    before = files()
    with pytest.raises(Refused) as refused:
        hand_over(handover=unsaved(participant, line, **fields), given=given or whole(line), actor=actor)
    assert not Handover.objects.filter(participant=participant).exists()
    assert files() == before
    return refused.value.message


def inconsistencies():
    return [sentence for entry in registry.consistency_checks for sentence in entry.function()]


def test_whole_chain(officer):
    participant, line = ready(officer.agency, stock=5, quantity=2, person=PersonFactory(with_user=True))
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    lot = StockLot.objects.get(item=line.item)
    assert lot.balance == 3
    assert list(StockMovement.objects.filter(lot=lot, kind="handed_over").values_list("quantity", flat=True)) == [-2]
    given = handover.lines.get()
    assert (given.planned, given.given, given.unit_price, given.brand) == (2, 2, lot.unit_price, lot.brand)
    assert handover.document.number == f"001/BAST/DISNAKERTRANS/{timezone.localdate().year}"
    assert handover.document.file.read(5) == b"%PDF-"
    assert list(handover.status_log.values_list("from_status", "to_status")) == [("", "handed_over")]
    assert handover.visits.count() == 3
    assert Notification.objects.filter(user=participant.person.user).count() == 1
    assert inconsistencies() == []


def test_oldest_lot_first_and_several_lots_for_one_line(officer):
    participant, line = ready(officer.agency, stock=0, quantity=3)
    new = LotFactory(item=line.item, received=5, received_on=datetime.date(2026, 5, 1), unit_price=200)
    old = LotFactory(item=line.item, received=2, received_on=datetime.date(2026, 1, 1), unit_price=100)
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    assert list(handover.lines.values_list("lot_id", "given", "unit_price")) == [(old.pk, 2, 100), (new.pk, 1, 200)]


def test_who_did_not_pass_gets_nothing(officer):
    participant, line = ready(officer.agency)
    type(participant).objects.filter(pk=participant.pk).update(status="failed", reason="Jarang hadir")
    message = refusal(participant, line, officer.actor)
    assert (
        message == f"{participant.person.name} belum dinyatakan lulus pelatihan ini, jadi tidak dapat menerima paket."
    )


def test_of_another_office(officer, other_officer):
    participant, line = ready(other_officer.agency)
    assert refusal(participant, line, officer.actor) == "Pelatihan ini milik dinas lain."


def test_twice_says_so_and_changes_nothing(officer):
    participant, line = ready(officer.agency)
    hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    before = files()
    with pytest.raises(AlreadyDone) as answer:
        hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    assert answer.value.message.startswith("Sudah diserahkan")
    assert (Handover.objects.count(), StockLot.objects.get(item=line.item).balance) == (1, 4)
    assert files() == before


def test_stock_that_does_not_suffice(officer):
    participant, line = ready(officer.agency, stock=1, quantity=2)
    expected = f"Stok {line.item} tinggal 1 unit; tidak cukup untuk 2."
    assert refusal(participant, line, officer.actor) == expected
    assert StockLot.objects.get(item=line.item).balance == 1


def test_stock_of_another_office_is_not_touched(officer, other_officer):
    participant, line = ready(officer.agency, stock=0)
    LotFactory(item=line.item, agency=other_officer.agency, received=5)
    assert refusal(participant, line, officer.actor).startswith(f"Stok {line.item} tinggal 0")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"identity_checked": False}, "Periksa dulu KTP penerima, lalu centang bahwa identitasnya sudah diperiksa."),
        ({"handed_on": datetime.date(2099, 1, 1)}, "Tanggal serah terima belum tiba."),
        ({"handed_on": datetime.date(2020, 1, 1)}, "Tanggal serah terima lebih awal daripada pelatihannya."),
    ],
)
def test_act_that_cannot_be(officer, fields, message):
    participant, line = ready(officer.agency)
    assert refusal(participant, line, officer.actor, **fields) == message


def test_kit_of_another_programme(officer):
    participant, line = ready(officer.agency)
    assert refusal(participant, line, officer.actor, kit=KitFactory()) == "Paket ini untuk program pelatihan lain."


def test_difference_needs_a_reason(officer):
    participant, line = ready(officer.agency, quantity=3)
    message = refusal(participant, line, officer.actor, given=[Given(line, 2)])
    assert message == f"{line.item}: diserahkan 2, isi paketnya 3. Tulis alasan selisihnya."
    given = [Given(line, 2, reason="Satu rusak")]
    handover = hand_over(handover=unsaved(participant, line), given=given, actor=officer.actor)
    rows = list(handover.lines.values_list("planned", "given", "difference_reason"))
    assert rows == [(2, 2, ""), (1, 0, "Satu rusak")]


def test_nothing_at_all_is_no_handover(officer):
    participant, line = ready(officer.agency)
    given = [Given(line, 0, reason="Habis")]
    message = refusal(participant, line, officer.actor, given=given)
    assert message == "Tidak ada barang yang diserahkan. Isi jumlahnya paling sedikit satu."


def test_every_piece_has_its_serial_number(officer):
    participant, line = ready(officer.agency, quantity=2, serial=True)
    message = f"{line.item}: isi 2 nomor seri yang berbeda, satu untuk tiap barang."
    assert refusal(participant, line, officer.actor) == message
    assert refusal(participant, line, officer.actor, given=whole(line, serials=("A1", "A1"))) == message
    given = whole(line, serials=("A1", "A2"))
    handover = hand_over(handover=unsaved(participant, line), given=given, actor=officer.actor)
    assert list(handover.lines.values_list("given", "serial_number")) == [(1, "A1"), (1, "A2")]


def test_serial_number_is_given_once_until_it_comes_back(officer):
    participant, line = ready(officer.agency, serial=True)
    other = classmate(participant)
    first = hand_over(handover=unsaved(participant, line), given=whole(line, serials=("A1",)), actor=officer.actor)
    message = refusal(other, line, officer.actor, given=whole(line, serials=("A1",)))
    assert message == f"{line.item}: nomor seri A1 sudah pernah diserahkan. Periksa nomor di barangnya."
    cancel_handover(handover=first, reason="Salah orang", actor=officer.actor)
    hand_over(handover=unsaved(other, line), given=whole(line, serials=("A1",)), actor=officer.actor)


def test_second_kit_within_the_years_is_for_the_head(officer, head):
    participant, line = ready(officer.agency)
    HandoverFactory(participant__person=participant.person, handed_on=timezone.localdate() - datetime.timedelta(700))
    reason = {"override_reason": "Barang pertama hilang waktu banjir"}
    assert "Hanya kepala dinas" in refusal(participant, line, officer.actor, **reason)
    assert refusal(participant, line, head.actor).endswith("Tulis alasan mengapa paket tetap diserahkan.")
    handover = hand_over(handover=unsaved(participant, line, **reason), given=whole(line), actor=head.actor)
    assert handover.override_reason == reason["override_reason"]


def test_second_kit_after_the_years_is_plain(officer):
    participant, line = ready(officer.agency)
    HandoverFactory(participant__person=participant.person, handed_on=timezone.localdate() - datetime.timedelta(1100))
    assert hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor).pk


def test_cancelling_brings_everything_back(officer):
    participant, line = ready(officer.agency, stock=5, quantity=2)
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    visit = handover.visits.order_by("due_on").first()
    MonitoringVisit.objects.filter(pk=visit.pk).update(
        visited_on=timezone.localdate(), officer=officer.user, equipment_use="in_use", business_running=False
    )
    row = cancel_handover(handover=handover, reason="Salah orang", actor=officer.actor)
    assert StockLot.objects.get(item=line.item).balance == 5
    assert list(StockMovement.objects.filter(kind="cancelled").values_list("quantity", flat=True)) == [2]
    assert row.document.issued_on == handover.document.issued_on
    handover.document.refresh_from_db()
    assert handover.document.is_revoked
    assert list(handover.visits.values_list("pk", flat=True)) == [visit.pk]
    log = HandoverStatusLog.objects.filter(handover=row).values_list("from_status", "to_status", "reason")
    assert list(log) == [("", "handed_over", ""), ("handed_over", "cancelled", "Salah orang")]
    assert inconsistencies() == []
    with pytest.raises(AlreadyDone):
        cancel_handover(handover=handover, reason="Lagi", actor=officer.actor)


def test_cancelling_needs_a_reason_and_the_own_office(officer, other_officer):
    participant, line = ready(officer.agency)
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    with pytest.raises(Refused):
        cancel_handover(handover=handover, reason=" ", actor=officer.actor)
    with pytest.raises(Refused):
        cancel_handover(handover=handover, reason="Salah orang", actor=other_officer.actor)
    handover.refresh_from_db()
    assert not handover.is_cancelled


def test_after_a_cancellation_the_kit_can_be_given_again(officer):
    participant, line = ready(officer.agency)
    first = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    cancel_handover(handover=first, reason="Foto salah", actor=officer.actor)
    second = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    assert second.document.sequence == first.document.sequence + 1


def test_verification_page_confirms_and_names_nobody(officer, client):
    participant, line = ready(officer.agency, person=PersonFactory(name="Maria Goreti Bano"))
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    page = client.get(reverse("verify_document", args=[handover.document.code])).content.decode()
    assert handover.document.number in page
    assert "Maria Goreti Bano" not in page
    assert "Maria" in page

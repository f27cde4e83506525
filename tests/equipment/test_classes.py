"""A class in one sitting: reserved stock, one after the other, the papers of all; what comes back and what is said."""

import pytest
from django.urls import reverse

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.pdf.joining import page_count
from tests.equipment.acts import classmate, create_url, form_data, ready, unsaved, whole
from tests.factories.equipment import HandoverFactory, HandoverLineFactory, KitLineFactory, LotFactory
from tests.factories.participants import ParticipantFactory
from tests.harness.seats import sit
from trainings.equipment import offers
from trainings.equipment.handovers.actions import answer, cancel_handover, hand_over, take_back
from trainings.equipment.handovers.models import Handover
from trainings.equipment.stock import reservations
from trainings.equipment.stock.models import Reservation, SerialNumber, StockLot


def message_of(function, kind=Refused, **kwargs):
    with pytest.raises(kind) as refused:
        function(**kwargs)
    return refused.value.message


def test_what_is_kept_for_a_class_is_used_up_by_it(officer):
    participant, line = ready(officer.agency, stock=5, quantity=2)
    values = {"training": participant.training, "kit": line.kit, "actor": officer.actor}
    reservations.reserve(count=2, **values)
    assert message_of(reservations.reserve, AlreadyDone, count=2, **values).startswith("Sudah dipesan 2 paket")
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    assert (Reservation.objects.get().quantity, handover.lines.get().reserved) == (2, 2)
    cancel_handover(handover=handover, reason="Foto salah", actor=officer.actor)
    assert (Reservation.objects.get().quantity, StockLot.objects.get().balance) == (4, 5)


def test_another_class_does_not_get_what_is_kept(officer):
    participant, line = ready(officer.agency, stock=3)
    other = ParticipantFactory(passed=True, training__programme=participant.training.programme)
    reservations.reserve(training=participant.training, kit=line.kit, count=3, actor=officer.actor)
    given = {"handover": unsaved(other, line), "given": whole(line), "actor": officer.actor}
    assert message_of(hand_over, **given).startswith(f"Stok {line.item} 3 unit, tetapi 3 sudah dipesan")
    reservations.release(training=participant.training, actor=officer.actor)
    assert hand_over(**given | {"handover": unsaved(other, line)}).pk
    assert message_of(reservations.release, AlreadyDone, training=participant.training, actor=officer.actor).startswith(
        "Sudah dilepas"
    )


def test_more_than_is_free_cannot_be_kept(officer, other_officer):
    participant, line = ready(officer.agency, stock=5, quantity=2)
    other = ParticipantFactory(passed=True, training__programme=participant.training.programme)
    values = {"training": participant.training, "kit": line.kit, "actor": officer.actor}
    assert message_of(reservations.reserve, count=3, **values) == (
        f"Stok tidak cukup untuk 3 paket: {line.item} tersedia 5 unit, perlu 6."
    )
    reservations.reserve(count=2, **values)
    taken = message_of(reservations.reserve, count=1, **values | {"training": other.training})
    assert taken == f"Stok tidak cukup untuk 1 paket: {line.item} tersedia 1 unit, perlu 2."
    for fields in ({"count": 0}, {"actor": other_officer.actor}, {"kit": KitLineFactory().kit}):
        message_of(reservations.reserve, **{"count": 1} | values | fields)
    assert Reservation.objects.get().quantity == 4


def test_class_goes_on_from_one_to_the_next(officer):
    first, line = ready(officer.agency, stock=5, person__name="Adriana Bano")
    second = ParticipantFactory(training=first.training, status="passed", person__name="Maria Lete")
    page = officer.client.get(reverse("dinas:handover_class", args=[first.training_id]))
    assert f'{create_url(first)}?kelas=1"' in page.content.decode()
    response = officer.client.post(f"{create_url(first)}?kelas=1", form_data(line))
    assert response.url == f"{create_url(second)}?kelas=1&paket={line.kit_id}"
    assert "1 dari 2 sudah menerima" in officer.client.get(response.url).content.decode()
    response = officer.client.post(response.url, form_data(line))
    assert response.url == reverse("dinas:handover_class", args=[first.training_id])
    context = officer.client.get(response.url).context
    assert (context["done"], context["waiting"]) == (2, [])
    assert [(row["planned"], row["given"]) for row in context["totals"]] == [(2, 2)]


def test_class_papers(officer):
    participant, line = ready(officer.agency)
    other = classmate(participant)
    acts, sheets = (
        reverse(f"dinas:{name}", args=[participant.training_id]) for name in ("handover_class_acts", "handover_sheets")
    )
    assert officer.client.get(acts).url == reverse("dinas:handover_class", args=[participant.training_id])
    assert page_count(officer.client.get(sheets).content) == 2
    for row in (participant, other):
        hand_over(handover=unsaved(row, line), given=whole(line), actor=officer.actor)
    documents = [row.document.file.open("rb").read() for row in Handover.objects.select_related("document")]
    assert page_count(officer.client.get(acts).content) == sum(page_count(document) for document in documents)
    assert officer.client.get(sheets).status_code == 302


def test_class_page_takes_the_same_queries(officer, same_queries):
    participant, line = ready(officer.agency)

    def make(count):
        for row in ParticipantFactory.create_batch(count, training=participant.training, status="passed"):
            HandoverLineFactory(handover=HandoverFactory(participant=row, kit=line.kit))

    same_queries(officer.client, reverse("dinas:handover_class", args=[participant.training_id]), make, 15)


def test_foreign_class_is_not_found(officer, other_officer):
    participant, _ = ready(officer.agency)
    pages = [
        reverse(f"dinas:{name}", args=[participant.training_id])
        for name in ("handover_class_acts", "handover_sheets", "reservation_form")
    ]
    assert {page: other_officer.client.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)


def test_reserving_through_the_pages(officer):
    participant, line = ready(officer.agency, stock=5)
    form = reverse("dinas:reservation_form", args=[participant.training_id])
    officer.client.post(form, {"kit": line.kit_id, "count": 4})
    assert Reservation.objects.get().quantity == 4
    stock = officer.client.get(reverse("dinas:stock")).context["listing"].rows
    assert [(item.balance, item.reserved) for item in stock] == [(5, 4)]
    item = officer.client.get(reverse("dinas:item_page", args=[line.item_id])).context
    assert item["free"] == 1
    officer.client.post(reverse("dinas:reservation_release", args=[participant.training_id]))
    assert Reservation.objects.count() == 0


def test_registered_number_tells_contract_and_price(officer):
    participant, line = ready(officer.agency, stock=0, serial=True)
    LotFactory(item=line.item, received=2, unit_price=100)
    new = LotFactory(item=line.item, received=1, unit_price=200)
    SerialNumber.objects.create(item=line.item, lot=new, number="B1")
    given = whole(line, serials=("B1",))
    handover = hand_over(handover=unsaved(participant, line), given=given, actor=officer.actor)
    assert list(handover.lines.values_list("lot", "unit_price", "serial_number")) == [(new.pk, 200, "B1")]
    assert SerialNumber.objects.get().in_stock is False
    take_back(line=handover.lines.get(), quantity=1, reason="Cacat", actor=officer.actor)
    assert (SerialNumber.objects.get().in_stock, StockLot.objects.get(pk=new.pk).balance) == (True, 1)


def test_what_comes_back_is_counted_once(officer, other_officer):
    participant, line = ready(officer.agency, stock=5, quantity=3)
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    row = handover.lines.get()
    messages = [
        message_of(take_back, line=row, quantity=1, reason=" ", actor=officer.actor),
        message_of(take_back, line=row, quantity=0, reason="Cacat", actor=officer.actor),
        message_of(take_back, line=row, quantity=4, reason="Cacat", actor=officer.actor),
        message_of(take_back, line=row, quantity=1, reason="Cacat", actor=other_officer.actor),
    ]
    assert messages[1:] == [
        "Jumlah yang dikembalikan paling sedikit 1.",
        f"{line.item}: penerima memegang 3; tidak dapat mengembalikan 4.",
        "Serah terima ini milik dinas lain.",
    ]
    url = reverse("dinas:handover_take_back", args=[row.pk])
    officer.client.post(url, {"quantity": "1", "reason": "Cacat"})
    assert StockLot.objects.get().balance == 3
    cancel_handover(handover=handover, reason="Salah orang", actor=officer.actor)
    assert StockLot.objects.get().balance == 5
    message_of(take_back, line=row, quantity=1, reason="Cacat", actor=officer.actor)
    assert list(offers.balances()) == []


def test_recipient_says_that_nothing_arrived_and_the_office_sees_it(officer, participant_user):
    participant, line = ready(officer.agency, person=participant_user.person)
    handover = hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)
    url = reverse("saya:handover_answer", args=[handover.pk])
    participant_user.client.post(url, {"received": "tidak", "note": "Alatnya dibawa ketua kelompok"})
    page = officer.client.get(reverse("dinas:handover_list"))
    assert list(page.context["disputed"]) == [handover]
    act = officer.client.get(reverse("dinas:handover_page", args=[handover.pk])).content.decode()
    assert "Penerima menyatakan tidak menerima barang ini" in act
    assert list(offers.disputes()) == [f"BAST {handover.document}: penerima menyatakan tidak menerima barangnya."]
    handover.refresh_from_db()
    said = {"handover": handover, "received": False, "note": "", "actor": participant_user.actor}
    assert message_of(answer, AlreadyDone, **said).startswith("Sudah dijawab")
    participant_user.client.post(url, {"received": "ya", "note": ""})
    assert list(offers.disputes()) == []


def test_only_the_recipient_answers(officer, participant_user, alumnus_user):
    handover = HandoverFactory(participant__person=participant_user.person)
    url = reverse("saya:handover_answer", args=[handover.pk])
    assert alumnus_user.client.get(url).status_code == 404
    message_of(answer, handover=handover, received=True, note="", actor=alumnus_user.actor)
    assert sit(participant_user.user).client.get(url).status_code == 200

"""The ledger against a plain model: whatever is done, in whatever order, both say the same."""

import datetime

import pytest
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bkk_portal.kit.errors import Refused
from tests.equipment.acts import unsaved, whole
from tests.equipment.test_corrections import proposal
from tests.factories.equipment import ContractLineFactory, KitLineFactory, LocationFactory
from tests.factories.offices import AgencyFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.programmes import TrainingFactory
from tests.harness.seats import member_of
from trainings.equipment import offers
from trainings.equipment.handovers import documents
from trainings.equipment.handovers.actions import cancel_handover, hand_over, take_back
from trainings.equipment.stock import actions, reservations, stocktakes
from trainings.equipment.stock.actions import receive, return_to_supplier, transfer
from trainings.equipment.stock.models import Reservation, StockLot, StockMovement
from trainings.equipment.stock.stocktakes import Counted

PRICES = (100, 250)
PER_KIT = 2
PLACES = ("Utara", "Selatan")
numbers, places, classes = st.integers(1, 6), st.sampled_from([0, 1]), st.sampled_from([0, 1])
pick = st.integers(0, 50)


class Ledger(RuleBasedStateMachine):
    """`shelf`: {lot key: pieces}; a key is (day, price, place), so sorting it by day is FIFO."""

    @initialize()
    def open_office(self):
        agency = AgencyFactory()
        self.head = member_of(agency, head=True).actor
        self.bill = KitLineFactory(kit__programme__agency=agency, quantity=PER_KIT)
        self.item = self.bill.item
        self.places = [LocationFactory(agency=agency, name=name) for name in PLACES]
        programme = self.bill.kit.programme
        self.trainings = [TrainingFactory(programme=programme, finished=True) for _ in range(2)]
        self.lines = [
            ContractLineFactory(contract__agency=agency, item=self.item, ordered=100_000, unit_price=price)
            for price in PRICES
        ]
        self.shelf, self.kept, self.held, self.lots, self.at = {}, [0, 0], [], {}, {}

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @property
    def total(self):
        return sum(self.shelf.values())

    def free(self, class_number=None):
        others = [kept for number, kept in enumerate(self.kept) if number != class_number]
        return self.total - sum(others)

    def attempt(self, allowed, function, **kwargs):
        """Calls the action, which must refuse exactly when the model says so; its result or None."""
        try:
            result = function(actor=self.head, **kwargs)
        except Refused:
            assert not allowed
            return None
        assert allowed
        return result

    def lot(self, number):
        key = sorted(self.lots)[number % len(self.lots)]
        return key, StockLot.objects.get(pk=self.lots[key])

    def remember(self, lot):
        key = (lot.received_on, lot.pk)
        self.lots[key], self.at[key] = lot.pk, lot.location_id
        self.shelf.setdefault(key, 0)
        return key

    def take_oldest(self, quantity, place=None):
        taken = []
        for key in sorted(self.shelf):
            if self.is_at(key, place):
                pieces = min(self.shelf[key], quantity)
                self.shelf[key] -= pieces
                quantity -= pieces
                taken += [(key, pieces)] * bool(pieces)
        return taken

    @rule(contract=st.sampled_from([0, 1]), place=places, quantity=st.integers(-1, 8), day=st.integers(0, 3))
    def receive(self, contract, place, quantity, day):
        values = {"line": self.lines[contract], "location": self.places[place], "quantity": quantity}
        received_on = datetime.date(2026, 3, 2) + datetime.timedelta(days=day)
        lot = self.attempt(quantity >= 1, receive, received_on=received_on, **values)
        if lot:
            self.shelf[self.remember(lot)] += quantity

    @rule(number=classes, count=st.integers(0, 4))
    def reserve(self, number, count):
        wanted = count * PER_KIT
        allowed = count >= 1 and wanted <= self.free(number) and self.row(number) != wanted
        values = {"training": self.trainings[number], "kit": self.bill.kit, "count": count}
        if self.attempt(allowed, reservations.reserve, **values):
            self.kept[number] = wanted

    def row(self, number):
        rows = Reservation.objects.filter(training=self.trainings[number])
        return rows.values_list("quantity", flat=True).first()

    @rule(number=classes)
    def release(self, number):
        self.attempt(self.row(number) is not None, reservations.release, training=self.trainings[number])
        self.kept[number] = 0

    @rule(number=classes, place=st.sampled_from([None, 0, 1]))
    def hand_over(self, number, place):
        participant = ParticipantFactory(training=self.trainings[number], status="passed")
        location = None if place is None else self.places[place]
        there = sum(pieces for key, pieces in self.shelf.items() if self.is_at(key, location))
        allowed = there >= PER_KIT and self.free(number) >= PER_KIT
        handover = unsaved(participant, self.bill, location=location)
        done = self.attempt(allowed, hand_over, handover=handover, given=whole(self.bill))
        if done:
            used = min(self.kept[number], PER_KIT)
            self.kept[number] -= used
            self.held.append({"row": done, "class": number, "lots": self.take_oldest(PER_KIT, location), "back": {}})
            assert sorted((key[1], pieces) for key, pieces in self.held[-1]["lots"]) == sorted(
                done.lines.values_list("lot_id", "given")
            )

    def is_at(self, key, location):
        return location is None or self.at[key] == location.pk

    @precondition(lambda self: self.held)
    @rule(number=pick, quantity=st.integers(0, 3))
    def take_back(self, number, quantity):
        held = self.held[number % len(self.held)]
        key, given = held["lots"][number % len(held["lots"])]
        left = given - held["back"].get(key, 0)
        line = held["row"].lines.get(lot_id=key[1])
        if self.attempt(1 <= quantity <= left, take_back, line=line, quantity=quantity, reason="Cacat"):
            held["back"][key] = held["back"].get(key, 0) + quantity
            self.shelf[key] += quantity

    @precondition(lambda self: self.held)
    @rule(number=pick)
    def cancel(self, number):
        held = self.held.pop(number % len(self.held))
        reserved = dict(held["row"].lines.values_list("lot_id", "reserved"))
        outstanding = self.row(held["class"]) is not None
        self.attempt(True, cancel_handover, handover=held["row"], reason="Salah orang")
        for key, given in held["lots"]:
            left = given - held["back"].get(key, 0)
            self.shelf[key] += left
            self.kept[held["class"]] += min(reserved[key[1]], left) * outstanding
        self.attempt(False, cancel_handover, handover=held["row"], reason="Lagi")

    @precondition(lambda self: self.lots)
    @rule(number=pick, quantity=numbers)
    def write_off(self, number, quantity):
        key, lot = self.lot(number)
        row = self.attempt(quantity <= lot.balance, actions.propose, write_off=proposal(lot, quantity=quantity))
        if row is None:
            return
        if self.attempt(quantity <= self.free(), actions.approve, write_off=row):
            self.shelf[key] -= quantity
        else:
            actions.refuse(write_off=row, reason="Dipesan kelas", actor=self.head)

    @precondition(lambda self: self.lots)
    @rule(number=pick, quantity=st.integers(0, 6))
    def to_supplier(self, number, quantity):
        key, lot = self.lot(number)
        allowed = 1 <= quantity <= min(lot.balance, self.free())
        if self.attempt(allowed, return_to_supplier, lot=lot, quantity=quantity, reason="Cacat"):
            self.shelf[key] -= quantity

    @precondition(lambda self: self.lots)
    @rule(number=pick, quantity=st.integers(0, 6), place=places)
    def transfer(self, number, quantity, place):
        key, lot = self.lot(number)
        to = self.places[place]
        allowed = 1 <= quantity <= lot.balance and to.pk != lot.location_id
        there = self.attempt(allowed, transfer, lot=lot, to=to, quantity=quantity)
        if there:
            self.shelf[key] -= quantity
            self.shelf[self.remember(there)] += quantity

    @precondition(lambda self: self.lots)
    @rule(place=places, change=st.integers(-5, 5))
    def stocktake(self, place, change):
        location = self.places[place]
        keys = [key for key in sorted(self.shelf) if self.is_at(key, location)]
        take = self.attempt(bool(keys), stocktakes.start, location=location, counted_on=timezone.localdate())
        if take is None:
            return
        left = sum(self.shelf[key] for key in keys)
        counts = [Counted(take.lines.get(), left + change, "Selisih hitung")]
        counted = self.attempt(left + change >= 0, stocktakes.write_counts, stocktake=take, counts=counts)
        if counted and self.attempt(-change <= self.free() or change >= 0, stocktakes.book, stocktake=take):
            self.take_oldest(-change, location) if change < 0 else self._found(keys[-1], change)
        else:
            stocktakes.drop(stocktake=take, actor=self.head)

    def _found(self, key, pieces):
        self.shelf[key] += pieces

    @invariant()
    def both_say_the_same(self):
        if not hasattr(self, "shelf"):
            return
        rows = StockLot.objects.annotate(ledger=Sum("movements__quantity"))
        assert {(lot.received_on, lot.pk): (lot.balance, lot.ledger) for lot in rows} == {
            key: (pieces, pieces) for key, pieces in self.shelf.items()
        }
        assert StockMovement.objects.item_balances() == ({self.item.pk: self.total} if self.lots else {})
        assert [self.row(number) or 0 for number in (0, 1)] == self.kept
        assert sum(self.kept) <= self.total
        assert [*offers.balances(), *offers.promises()] == []


@pytest.mark.django_db
def test_ledger_says_what_the_model_says(monkeypatch):
    monkeypatch.setattr(documents, "bast", lambda act: b"%PDF-1.7")
    quick = settings(
        max_examples=10,
        stateful_step_count=25,
        derandomize=True,
    )
    run_state_machine_as_test(Ledger, settings=quick)

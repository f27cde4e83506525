"""Equipment: a class of 20 with all its papers; the ledger's balances at a million movements beside their SQL; 200
handovers from 8 threads with 150 kits in stock."""

import threading
import time

from django.db import connection
from django.utils import timezone

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.pdf.joining import page_count
from tests.equipment.acts import classmate, ready, unsaved, whole
from tests.factories.accounts import UserFactory
from tests.factories.equipment import LotFactory
from tests.factories.offices import AgencyFactory
from tests.factories.programmes import SessionFactory
from tests.harness.seats import member_of
from trainings.equipment.handovers.actions import hand_over
from trainings.equipment.handovers.models import Handover
from trainings.equipment.stock.models import StockLot, StockMovement
from trainings.participants.certificates.actions import issue_certificates
from trainings.programmes.enums import TrainingStatus
from trainings.reports.actions import ask_for_pack, make

NAME = f"Equipment: papers of a class, the ledger, and a rush ({connection.vendor})"
CLASS = 20
MOVEMENTS = 1_000_000
BATCH = 20_000
LOTS = 500
TIMES = 5  # each is done so often, and the quickest counts
KITS, RECIPIENTS, OFFICERS = 150, 200, 8
BALANCES = """
    SELECT lot.item_id, SUM(movement.quantity)
    FROM trainings_stockmovement movement JOIN trainings_stocklot lot ON lot.id = movement.lot_id
    GROUP BY lot.item_id
"""


def run():
    office = AgencyFactory()
    return [*_papers(office), *_rush(office), *_ledger(office)]


def _row(what, seconds, rate, unit, *, beside=0.0):
    return {"what": what, "seconds": seconds, "rate": rate, "per second": unit, "times SQL": beside}


# papers


def _papers(office):
    officer = member_of(office)
    first, line = ready(office, stock=CLASS)
    training = first.training
    training.status = TrainingStatus.FINISHED
    training.save()
    SessionFactory(training=training)
    people = [first, *(classmate(first) for _ in range(CLASS - 1))]
    certificates, seconds = _timed(lambda: issue_certificates(training=training, actor=officer.actor))
    yield _row(f"{CLASS} certificates", seconds, _pages(certificates) / seconds, "pages")
    acts, seconds = _timed(lambda: [_give(person, line, officer) for person in people])
    yield _row(f"{CLASS} handovers with BAST", seconds, _pages(acts) / seconds, "pages")
    pack = ask_for_pack(actor=officer.actor, training=training)
    _, seconds = _timed(lambda: make(pack.pk))
    pack.refresh_from_db()
    yield _row("audit pack of the class", seconds, pack.total / seconds, "files")


def _timed(work):
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def _pages(rows):
    return sum(page_count(row.document.file.read()) for row in rows)


def _give(participant, line, officer):
    return hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)


# a rush


def _rush(office):
    """PostgreSQL only: SQLite has one writer, and a database in memory has one connection."""
    if connection.vendor != "postgresql":
        return
    first, line = ready(office, stock=KITS)
    people = [first, *(classmate(first) for _ in range(RECIPIENTS - 1))]
    waiting = [(unsaved(person, line), whole(line)) for person in people]
    done, seconds = _timed(lambda: _at_once(waiting, [member_of(office) for _ in range(OFFICERS)]))
    standing = Handover.objects.filter(kit=line.kit).count()
    left = StockLot.objects.get(item=line.item).balance
    if (done, standing, left) != (KITS, KITS, 0):
        raise AssertionError(f"{done} said to be done, {standing} in the books, {left} left of {KITS}")
    what = f"{RECIPIENTS} handovers, {OFFICERS} threads, {KITS} kits: {done} given"
    yield _row(what, seconds, done / seconds, "kits")


def _at_once(waiting, officers):
    """How many were given; each thread takes the next who waits."""
    lock, given = threading.Lock(), []

    def work(officer):
        try:
            while True:
                with lock:
                    if not waiting:
                        return
                    handover, lines = waiting.pop()
                try:
                    given.append(hand_over(handover=handover, given=lines, actor=officer.actor))
                except Refused:
                    continue
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[officer]) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(given)


# the ledger


def _ledger(office):
    _fill(office)
    ours = _best(lambda: StockMovement.objects.item_balances())
    sql = _best(_by_hand)
    if StockMovement.objects.item_balances() != dict(_by_hand()):
        raise AssertionError("the balances are not those of the SQL")
    count = StockMovement.objects.count()
    yield _row(f"balances of {count:,} movements", ours, count / ours, "movements", beside=ours / sql)


def _fill(office):
    """Pieces that came in and went out again, ever so often."""
    lots = [LotFactory(agency=office, received=0) for _ in range(LOTS)]
    by, now = UserFactory(), timezone.now()
    pairs = (("received", 3), ("moved_out", -2))
    rows = (
        StockMovement(lot=lots[at % LOTS], kind=pairs[at % 2][0], quantity=pairs[at % 2][1], at=now, by=by)
        for at in range(MOVEMENTS)
    )
    StockMovement.objects.bulk_create(rows, batch_size=BATCH)


def _by_hand():
    with connection.cursor() as cursor:
        cursor.execute(BALANCES)
        return cursor.fetchall()


def _best(work):
    return min(_timed(work)[1] for _ in range(TIMES))

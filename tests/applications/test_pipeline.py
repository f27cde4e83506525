"""The board, and moving many at once."""

import pytest
from django.utils import timezone

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import waktu
from bkk_portal.notifications.models import OutboxMessage
from placements.applications.actions import move
from placements.applications.bulk import move_many
from placements.applications.models import Application
from tests.applications.acts import application_of, messages, steps, told
from tests.factories.applications import ApplicationFactory
from tests.factories.base import moment
from tests.factories.vacancies import VacancyFactory, VacancyLeadFactory
from tests.harness.threads import at_once, raised

pytestmark = pytest.mark.django_db
LIST, BOARD, BULK = "/bkk/lamaran/", "/bkk/lamaran/papan/", "/bkk/lamaran/pindahkan/"
NO_REASON = "Tulis alasan yang dapat dibaca pelamar, misalnya apa yang belum memenuhi syarat."


@pytest.fixture
def add(coordinator):
    def make(name="Maria Lay", **fields):
        return ApplicationFactory(alumnus__school=coordinator.school, alumnus__person__name=name, **fields)

    return make


def statuses(*applications):
    return [Application.objects.get(pk=one.pk).status for one in applications]


def ticks(*applications):
    return [f"{one.pk}.{one.status}" for one in applications]


# moving many


def test_many_move_with_one_reason_and_each_is_told(coordinator, alumnus_user, add, django_capture_on_commit_callbacks):
    mine, other = application_of(alumnus_user, vacancy__title="Kasir"), add(status="checked")
    with django_capture_on_commit_callbacks(execute=True):
        moved = move_many(
            applications=Application.objects.all(), to="rejected", reason=" Sudah penuh. ", actor=coordinator.actor
        )
    assert (sorted(moved.done), moved.left) == (sorted([mine.pk, other.pk]), {})
    assert steps(mine) == [("applied", "rejected", "Sudah penuh.", "BKK SMKN 1 Kupang")]
    assert steps(other) == [("checked", "rejected", "Sudah penuh.", "BKK SMKN 1 Kupang")]
    assert told(alumnus_user) == [("Kasir: tidak diterima", "Sudah penuh.", f"/saya/lamaran/{mine.pk}/")]
    assert [letter.address for letter in OutboxMessage.objects.all()] == [alumnus_user.user.email]
    newest = changes_of(mine).last()
    assert (newest.changes, newest.actor) == ({"status": ["applied", "rejected"]}, coordinator.user)


def test_those_that_cannot_stay_with_their_sentence(coordinator, add):
    fine, ahead, ended, there = add(), add(status="offered"), add(withdrawn=True), add(status="test")
    foreign = ApplicationFactory()
    moved = move_many(applications=Application.objects.all(), to="test", actor=coordinator.actor)
    assert moved.done == [fine.pk]
    assert moved.left == {
        ahead.pk: "Lamaran yang ditawari kerja tidak dapat dipindahkan ke sana.",
        ended.pk: "Lamaran yang ditarik tidak dapat dipindahkan ke sana.",
        there.pk: "Sudah berstatus Tes.",
    }
    assert statuses(fine, ahead, ended, there, foreign) == ["test", "offered", "withdrawn", "test", "applied"]


def test_many_rejected_without_a_reason_are_refused(coordinator, add):
    application = add()
    with pytest.raises(Refused) as caught:
        move_many(applications=Application.objects.all(), to="rejected", reason=" ", actor=coordinator.actor)
    assert (caught.value.message, statuses(application)) == (NO_REASON, ["applied"])


def test_what_moved_since_the_page_was_seen_stays_and_says_who_moved_it(coordinator, add):
    one, two = add(), add()
    seen = {one.pk: "applied", two.pk: "applied"}
    move(application=one, to="interview", actor=coordinator.actor)
    moved = move_many(applications=Application.objects.all(), to="offered", actor=coordinator.actor, seen=seen)
    when = waktu(one.status_log.get().at)
    assert (moved.done, moved.left) == (
        [two.pk],
        {one.pk: f"Lamaran ini baru saja dipindahkan ke Wawancara oleh {coordinator.user}, {when}. Periksa dulu."},
    )


def test_all_of_a_filter_leaves_what_moved_after_the_page(coordinator, add):
    one, two, seen_at = add(), add(), timezone.now()
    move(application=one, to="checked", actor=coordinator.actor)
    moved = move_many(applications=Application.objects.all(), to="nominated", actor=coordinator.actor, seen_at=seen_at)
    assert (moved.done, list(moved.left)) == ([two.pk], [one.pk])


def test_moving_many_takes_the_same_queries(coordinator, add, django_assert_num_queries):
    for number in (1, 3):
        rows = [add().pk for _ in range(number)]
        with django_assert_num_queries(14):
            move_many(applications=Application.objects.filter(pk__in=rows), to="test", actor=coordinator.actor)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_bulk_moves_at_once_move_each_row_once(coordinator, add):
    rows = [add() for _ in range(4)]
    seen = {row.pk: "applied" for row in rows}

    def to(status):
        return move_many(applications=Application.objects.all(), to=status, actor=coordinator.actor, seen=dict(seen))

    outcomes = at_once(lambda: to("interview"), lambda: to("test"))
    assert raised(outcomes) == []
    assert sorted(len(moved.done) for moved in outcomes) == [0, 4]
    assert [len(steps(row)) for row in rows] == [1, 1, 1, 1]


# the pages


def test_ticked_ones_move_and_lead_back(coordinator, add):
    one, two, three = add(), add(), add()
    page = coordinator.client.get(BULK, {"lamaran": ticks(one, two), "kembali": f"{LIST}?status=applied"})
    assert (page.context["total"], page.context["ticks"]) == (2, ticks(one, two))
    data = {"lamaran": page.context["ticks"], "to": "checked", "reason": ""}
    response = coordinator.client.post(f"{BULK}?kembali=/bkk/lamaran/%3Fstatus=applied", data, follow=True)
    assert response.redirect_chain == [(f"{LIST}?status=applied", 302)]
    assert messages(response) == ["2 lamaran dipindahkan ke Diperiksa BKK."]
    assert statuses(one, two, three) == ["checked", "checked", "applied"]


def test_all_that_a_filter_finds_move(coordinator, add):
    cashier = VacancyFactory()
    one, two, other = add(vacancy=cashier), add(vacancy=cashier), add()
    url = f"{BULK}?semua=1&lowongan={cashier.pk}"
    page = coordinator.client.get(url)
    assert (page.context["total"], page.context["ticks"]) == (2, [])
    coordinator.client.post(url, {"to": "checked", "reason": "", "pada": page.context["seen_at"]})
    assert statuses(one, two, other) == ["checked", "checked", "applied"]


def test_those_left_are_listed_on_a_page_of_their_own(coordinator, add):
    fine, ended = add("Ana"), add("Yuliana", withdrawn=True)
    data = {"lamaran": ticks(fine, ended), "to": "test", "reason": ""}
    response = coordinator.client.post(BULK, data, follow=True)
    assert response.redirect_chain == [("/bkk/lamaran/tertinggal/", 302)]
    assert [(row.pk, sentence) for row, sentence in response.context["rows"]] == [
        (ended.pk, "Lamaran yang ditarik tidak dapat dipindahkan ke sana.")
    ]
    assert messages(response)[0] == "1 lamaran dipindahkan ke Tes."


def test_only_ways_that_one_of_them_can_take_are_offered_and_the_others_named(coordinator, add):
    chosen = [add("Ana", status="offered"), add("Dewi", status="interview"), add("Yuliana", withdrawn=True)]
    page = coordinator.client.get(BULK, {"lamaran": ticks(*chosen)})
    assert [label for _, label in page.context["form"].fields["to"].widget.choices] == [
        "Ditawari kerja (1 lamaran; dilewati: 1 Ditawari kerja)",
        "Menerima tawaran",
        "Diterima bekerja",
        "Tidak diterima",
        "Tidak ada jawaban",
    ]
    assert {row.alumnus.person.name for row in page.context["rows"]} == {"Ana", "Dewi"}
    assert [row.alumnus.person.name for row in page.context["ended_rows"]] == ["Yuliana"]
    assert page.context["ticks"] == ticks(*chosen[:2])
    seen_at = coordinator.client.get(f"{BULK}?semua=1").context["seen_at"]
    data = {"to": "no_answer", "reason": "", "pada": seen_at}
    response = coordinator.client.post(f"{BULK}?semua=1", data, follow=True)
    assert messages(response) == ["2 lamaran dipindahkan ke Tidak ada jawaban."]


def test_nothing_chosen_says_so_and_bad_ticks_are_no_error(coordinator, add):
    add()
    assert "Belum ada yang dipilih" in coordinator.client.get(f"{BULK}?lamaran=x&lamaran=9.dipecat").content.decode()
    response = coordinator.client.post(BULK, {"to": "test", "reason": ""}, follow=True)
    assert messages(response) == ["Tidak ada lamaran yang dipilih."]


def test_a_foreign_tick_is_no_row(coordinator):
    foreign = ApplicationFactory()
    assert coordinator.client.get(BULK, {"lamaran": ticks(foreign)}).context["total"] == 0
    coordinator.client.post(BULK, {"lamaran": ticks(foreign), "to": "test", "reason": ""})
    assert statuses(foreign) == ["applied"]


def test_the_way_back_stays_on_the_desk(coordinator, add):
    data = {"lamaran": ticks(add()), "to": "test", "reason": ""}
    response = coordinator.client.post(f"{BULK}?kembali=https://jahat.test/bkk/", data)
    assert response["Location"] == LIST


def test_board_has_a_column_a_stage_with_counts_and_those_who_wait_longest_first(coordinator, add):
    for days in range(10):
        add(f"Alumni {days}", applied_at=moment(-days))
    add("Di Tes", status="test")
    add("Ditolak", rejected=True)
    columns = coordinator.client.get(BOARD).context["columns"]
    assert [(column.status, column.count, len(column.cards)) for column in columns if column.count] == [
        ("applied", 10, 8),
        ("test", 1, 1),
    ]
    assert [card.alumnus.person.name for card in columns[0].cards][:2] == ["Alumni 9", "Alumni 8"]


def test_board_takes_the_same_queries(coordinator, same_queries, add):
    same_queries(coordinator.client, BOARD, lambda count: [add() for _ in range(count)], 11)


def test_a_cards_button_moves_it_on(coordinator, add):
    application = add("Maria Lay")
    data = {"langkah": f"{application.pk}.applied.checked", "kembali": BOARD}
    response = coordinator.client.post("/bkk/lamaran/langkah/", data, follow=True)
    assert (response.redirect_chain, messages(response)) == (
        [(BOARD, 302)],
        ["Maria Lay dipindahkan ke Diperiksa BKK."],
    )
    again = coordinator.client.post(
        "/bkk/lamaran/langkah/", data | {"langkah": f"{application.pk}.applied.test"}, follow=True
    )
    assert messages(again)[0].startswith("Lamaran ini baru saja dipindahkan ke Diperiksa BKK oleh ")
    assert statuses(application) == ["checked"]


@pytest.mark.parametrize("value", ["", "1.applied", "1.applied.dipecat", "0.applied.checked"])
def test_a_button_that_is_none_changes_nothing(coordinator, add, value):
    application = add()
    response = coordinator.client.post("/bkk/lamaran/langkah/", {"langkah": value})
    assert (response["Location"], statuses(application)) == (BOARD, ["applied"])


def test_whoever_brought_the_lead_hears_of_the_hire(coordinator, other_alumnus_user, add):
    vacancy = VacancyFactory()
    VacancyLeadFactory(person=other_alumnus_user.person, vacancy=vacancy, status="used", title="Kasir")
    for number in range(2):
        rows = Application.objects.filter(pk=add(vacancy=vacancy).pk)
        if number:
            move_many(applications=rows, to="hired", actor=coordinator.actor)
        else:
            move(application=rows.get(), to="hired", actor=coordinator.actor)
    line = "Ada yang diterima bekerja berkat info loker Anda: Kasir"
    assert [title for title, _, _ in told(other_alumnus_user)] == [line, line]

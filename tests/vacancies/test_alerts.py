"""Who is told of a new vacancy: by which search, when, once, and never of what they may not see."""

import datetime
import itertools

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification, OutboxMessage
from placements.vacancies.models import Vacancy
from placements.vacancies.offers import alert_people
from placements.vacancies.saved import alerts
from placements.vacancies.saved.anchors import anchors_in, anchors_of
from placements.vacancies.saved.criteria import found_by
from placements.vacancies.saved.models import VacancyAlert
from tests.factories.alumni import AlumnusFactory
from tests.factories.notifications import PreferenceFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import SavedSearchFactory, VacancyAlertFactory, VacancyFactory
from tests.harness.threads import at_once, raised
from tests.vacancies.acts import found_by_search, published, told

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)  # a Wednesday, eight in the evening in Kupang


def new(**traits):
    """A vacancy nobody was told of yet."""
    return found_by_search(announced_at=None, **{"title": "Kasir Toko", **traits})


def found():
    return set(VacancyAlert.objects.values_list("person_id", "vacancy_id"))


def test_publishing_tells_at_once_and_the_rest_wait(coordinator, django_capture_on_commit_callbacks):
    now, later = SavedSearchFactory(frequency="at_once", name="Toko"), SavedSearchFactory(frequency="daily")
    SavedSearchFactory(frequency="none")
    SavedSearchFactory(frequency="at_once", query="q=sopir")
    vacancy = new(draft=True, school=coordinator.school)
    with django_capture_on_commit_callbacks(execute=True):
        published(vacancy, coordinator)
    assert found() == {(now.person_id, vacancy.pk), (later.person_id, vacancy.pk)}
    assert told(now.person.user) == [("Lowongan baru: Kasir Toko", "Toko: 1 lowongan.", vacancy.get_absolute_url())]
    assert told(later.person.user) == []
    assert [letter.to for letter in mail.outbox] == [[now.person.user.email]]


def test_one_vacancy_is_told_once_whichever_search_finds_it():
    search = SavedSearchFactory(frequency="daily", query="")
    fast = SavedSearchFactory(frequency="at_once", person=search.person)
    new()
    alerts.announce_new()
    assert list(VacancyAlert.objects.values_list("search")) == [(fast.pk,)]
    assert [alerts.tell_due(), alerts.tell_due()] == [1, 0]


def test_what_was_announced_is_not_announced_again(coordinator):
    SavedSearchFactory(frequency="at_once")
    vacancy = new()
    assert alert_people(dry_run=True) == "1 lowongan baru akan dicocokkan, 0 orang akan dikabari."
    assert alert_people(dry_run=False) == "1 lowongan baru dicocokkan, 1 orang dikabari."
    assert alert_people(dry_run=False) == "0 lowongan baru dicocokkan, 0 orang dikabari."
    VacancyAlert.objects.all().delete()
    Vacancy.objects.filter(pk=vacancy.pk).update(status="published")
    assert alerts.announce_new() == 0


def test_what_opens_later_is_announced_on_that_day():
    SavedSearchFactory(frequency="at_once")
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    new(opens_on=tomorrow)
    assert alerts.announce_new() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        assert (alerts.announce_new(), VacancyAlert.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("frequency", "hours", "people"),
    [("at_once", 0, 1), ("daily", 9, 0), ("daily", 11, 1), ("weekly", 24 * 4 + 9, 0), ("weekly", 24 * 4 + 11, 1)],
)
def test_each_waits_for_its_time(frequency, hours, people):
    """Found on Wednesday at 20.00: told the next morning after 06.00, or on Monday after 06.00."""
    with time_machine.travel(NOON, tick=False):
        SavedSearchFactory(frequency=frequency)
        new(closes_on=datetime.date(2026, 12, 31))
        alerts.announce_new()
    with time_machine.travel(NOON + datetime.timedelta(hours=hours), tick=False):
        assert alerts.tell_due() == people


def test_letter_of_several_names_each_search_and_ends_with_one_click():
    search = SavedSearchFactory(frequency="at_once", name="Toko", person__user__name="Maria Lay")
    other = SavedSearchFactory(frequency="at_once", name="Jalan", query="q=sopir", person=search.person)
    one, two = new(title="Kasir"), new(title="Sopir")
    alerts.announce_new()
    alerts.tell_due()
    letter = OutboxMessage.objects.get()
    assert (letter.subject, Notification.objects.get().url) == ("2 lowongan baru untuk Anda", "/saya/tersimpan/kabar/")
    assert letter.body.startswith(f"Halo Maria Lay,\n\n2 lowongan baru untuk Anda\n{other}: 1 lowongan. Toko: 1 ")
    for vacancy in (one, two):
        assert f"http://127.0.0.1:8000{vacancy.get_absolute_url()}" in letter.body
        assert f'href="http://127.0.0.1:8000{vacancy.get_absolute_url()}"' in letter.html
    assert letter.unsubscribe_url.startswith("/berhenti/")
    assert [letter.html.count(f"<h2>{name}</h2>") for name in (other, search)] == [1, 1]


def test_a_long_list_is_cut_in_the_letter_only():
    search = SavedSearchFactory(frequency="at_once")
    for _ in range(22):
        VacancyAlertFactory(search=search, told_at=None)
    alerts.tell_due()
    letter = OutboxMessage.objects.get()
    assert "<h2>" not in letter.html
    assert (letter.subject, letter.body.count("\n* ")) == ("22 lowongan baru untuk Anda", 20)
    assert "Surel ini memuat 20; selebihnya ada di portal." in letter.body
    assert VacancyAlert.objects.told().count() == 22


def test_who_wants_no_letters_is_told_in_the_portal():
    search = SavedSearchFactory(frequency="at_once")
    PreferenceFactory(user=search.person.user, topic=Topic.ALERT, by_email=False)
    VacancyAlertFactory(search=search, told_at=None)
    assert alerts.tell_due() == 1
    assert (Notification.objects.count(), OutboxMessage.objects.count()) == (1, 0)


@pytest.mark.parametrize("traits", [{"closed": True}, {"hidden": True}, {"expired": True}, {"for_all_bkk": True}])
def test_what_is_not_open_to_them_by_then_is_not_told(traits):
    alert = VacancyAlertFactory(search=SavedSearchFactory(frequency="at_once"), told_at=None)
    still = VacancyAlertFactory(search=alert.search, told_at=None)
    changed = VacancyFactory(**traits)
    VacancyAlert.objects.filter(pk=alert.pk).update(vacancy=changed)
    alerts.tell_due()
    assert list(VacancyAlert.objects.all()) == [still]
    assert Notification.objects.get().title == f"Lowongan baru: {still.vacancy}"


def test_who_cannot_sign_in_is_told_nothing():
    search = SavedSearchFactory(frequency="at_once", person__user__is_active=False)
    VacancyAlertFactory(search=search, told_at=None)
    assert alerts.tell_due() == 0
    assert (VacancyAlert.objects.count(), Notification.objects.count()) == (0, 0)


def test_people_find_exactly_what_they_may_see():
    """Saved searches look from the vacancy to the people, the list from the person to the vacancies."""
    one, other = SchoolFactory(smkn1=True), SchoolFactory(smkn2=True)
    searches = [SavedSearchFactory(query="", frequency="at_once") for _ in range(3)]
    AlumnusFactory(person=searches[0].person, school=one)
    AlumnusFactory(person=searches[1].person, school=other)
    new(), new(for_all_bkk=True), new(for_schools=True, visible_schools=[one]), new(for_schools=True)
    alerts.announce_new()
    expected = set()
    for search in searches:
        actor = alerts.actor_of(search.person)
        expected |= {(search.person_id, pk) for pk in Vacancy.objects.visible_to(actor).values_list("pk", flat=True)}
    assert (found(), len(expected)) == (expected, 1 * 3 + 2 + 1)


WORDS = ["kasir", "kas", "kasir -toko", '"kasir toko"', "tukang las", "mengelas", "admin gudang", "sopir", "-sopir"]
REST = ["", "jenis=permanent", "gaji=3000000", "difabel=on", "tanpa_pengalaman=on", "segera=on", "pendidikan=3"]


def test_anchors_never_lose_what_the_filters_find():
    vacancies = [
        new(title="Kasir Toko"),
        new(title="Juru Las", description="Mengelas pagar.", disability_friendly=True),
        new(title="Administrasi Gudang", kind="contract", experience_months=12),
        new(title="Pengemudi", description="Sopir truk", pay_min=4_000_000, pay_max=None),
    ]
    carried = {vacancy.pk: anchors_in(vacancy) for vacancy in vacancies}
    hits = 0
    for word, rest in itertools.product(["", *WORDS], REST):
        query = "&".join(part for part in (f"q={word}".replace(" ", "+") if word else "", rest) if part)
        for key in found_by(query, Vacancy.objects.all()).values_list("pk", flat=True):
            assert carried[key] & set(anchors_of(query)), query
            hits += 1
    assert hits > 40


def test_a_search_of_two_words_wants_both():
    SavedSearchFactory(query="q=kasir+bank", frequency="at_once")
    new(title="Kasir Toko")
    alerts.announce_new()
    assert VacancyAlert.objects.count() == 0


def test_many_searches_of_the_same_words_are_asked_once():
    new()
    asked = []
    for count in (1, 5):
        SavedSearchFactory.create_batch(count, frequency="daily")
        Vacancy.objects.update(announced_at=None)
        with CaptureQueriesContext(connection) as queries:
            alerts.announce_new()
        asked.append(len(queries))
    assert (asked[0], VacancyAlert.objects.count()) == (asked[1], 6)


def test_rows_of_what_closed_long_ago_are_forgotten():
    long_ago = timezone.now() - datetime.timedelta(days=181)
    VacancyAlertFactory(vacancy__closed=True, vacancy__closed_at=long_ago)
    kept = VacancyAlertFactory(vacancy__closed=True)
    assert alerts.forget_old() == 1
    assert list(VacancyAlert.objects.all()) == [kept]


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_workers_tell_each_person_once():
    for _ in range(3):
        SavedSearchFactory(frequency="at_once")
    new()

    def work():
        alerts.announce_new()
        alerts.tell_due()

    assert raised(at_once(work, work)) == []
    alerts.tell_due()
    assert (VacancyAlert.objects.count(), Notification.objects.count()) == (3, 3)

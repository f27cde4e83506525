"""Which alumni may have been written down twice, and what a coordinator does about it."""

import datetime as dt

import pytest

from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit.errors import Refused
from bkk_portal.people.merging.duplicates import look_again, refresh
from bkk_portal.people.models import DuplicatePair, Person
from placements.alumni.duplicates.actions import ALUMNUS_CHOICES, FILLED, merge_alumni, version_of
from placements.alumni.duplicates.queries import refresh_school
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from tests.applications.acts import messages
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import DuplicatePairFactory, PersonFactory, SpellFactory
from tests.harness.queries import count_queries

pytestmark = pytest.mark.django_db
LIST = "/bkk/alumni/ganda/"
SAME_DAY = dt.date(2005, 5, 17)


@pytest.fixture
def add(coordinator):
    def make(name="Maria Tefa", **person):
        fields = {key: person.pop(key) for key in ("graduation_year", "nis", "diploma_number") if key in person}
        return AlumnusFactory(school=coordinator.school, person=PersonFactory(name=name, **person), **fields)

    return make


@pytest.fixture
def pair_of(add):
    """Two alumni of the coordinator's school as a pair, the older record first."""

    def make(first=None, second=None, **fields):
        one, other = add(**(first or {})), add(**(second or {}))
        return DuplicatePairFactory(first=one.person, second=other.person, **fields), one, other

    return make


def reasons(school):
    refresh_school(school.pk)
    return {(pair.first.name, pair.second.name): pair.reasons for pair in DuplicatePair.objects.all()}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"nisn": "0061234567"}, {"nisn": "6123456700", "birth_date": dt.date(2006, 1, 2)}, "nisn"),
        ({"phone": "+628123456789"}, {"phone": "+628123456789", "birth_date": dt.date(2006, 1, 2)}, "phone"),
        ({"email": "m@contoh.example"}, {"email": "m@contoh.example", "birth_date": dt.date(2006, 1, 2)}, "email"),
        ({"nis": "1234"}, {"nis": "1234", "birth_date": dt.date(2006, 1, 2)}, "nis"),
        ({"diploma_number": "DN-1"}, {"diploma_number": "DN-1", "birth_date": dt.date(2006, 1, 2)}, "diploma"),
        ({"name": "Yohanes Lay"}, {"name": "Lay  YOHANES"}, "name_birth"),
        ({"name": "Yohannes Lay"}, {"name": "Yohanis Lay"}, "like_name_birth"),
        ({"name": "Maria Yuliana Tefa"}, {"name": "Maria Tefa"}, "like_name_birth"),
        ({"name": "Maria Tefa"}, {"name": "maria tefa", "birth_date": None}, "name_year"),
    ],
)
def test_pair_is_found_with_its_reason(one, other, reason, add, coordinator):
    first = add(**({"name": "Adelheid Lodo", "sex": "P"} | one))
    second = add(**({"name": "Kristina Snae", "sex": "P"} | other))
    assert reasons(coordinator.school) == {(first.person.name, second.person.name): [reason]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Maria Tefa"}, {"name": "Maria Lodo"}),  # born on one day, called Maria: two people
        ({"name": "Yohanes Lay", "sex": "L"}, {"name": "Yohana Lay", "sex": "P"}),  # twins
        ({"name": "Maria Tefa"}, {"name": "Maria Tefa", "birth_date": dt.date(2006, 1, 2)}),
        ({"nis": "1234"}, {"nis": "1234", "graduation_year": 2019, "birth_date": dt.date(2006, 1, 2)}),
    ],
)
def test_others_are_not_taken_for_one(one, other, add, coordinator):
    add(**({"name": "Adelheid Lodo", "birth_date": SAME_DAY} | one))
    add(**({"name": "Kristina Snae", "birth_date": SAME_DAY} | other))
    assert reasons(coordinator.school) == {}


def test_number_that_many_share_says_nothing(add, coordinator):
    for number, name in enumerate(("Adelheid", "Kristina", "Novita", "Selfina", "Dortia")):
        add(f"{name} Lay", phone="+628123456789", birth_date=SAME_DAY + dt.timedelta(days=number))
    assert reasons(coordinator.school) == {}


def test_birth_date_that_a_whole_list_shares_says_nothing(add, coordinator):
    for _ in range(41):
        add()
    assert reasons(coordinator.school) == {}


def test_searching_takes_the_same_queries_for_more_people(add, coordinator, django_assert_num_queries):
    def queries():
        with django_assert_num_queries(10):
            refresh_school(coordinator.school.pk)

    for _ in range(2):
        add()
    refresh_school(coordinator.school.pk)
    queries()
    for number in range(6):
        add("Novita Lay", birth_date=SAME_DAY + dt.timedelta(days=number // 2 + 1))
    refresh_school(coordinator.school.pk)
    queries()


def test_pair_that_no_longer_looks_alike_goes_and_a_decided_one_stays(pair_of, coordinator):
    guessed, *_ = pair_of({"name": "Adelheid Lodo"}, {"name": "Kristina Snae"})
    decided, *_ = pair_of({"name": "Novita Lay"}, {"name": "Selfina Kana"}, decided=True)
    refresh_school(coordinator.school.pk)
    assert list(DuplicatePair.objects.all()) == [decided]
    assert guessed != decided


def test_not_the_same_is_remembered(pair_of, coordinator):
    pair, *_ = pair_of()
    coordinator.client.post(f"{LIST}{pair.pk}/berbeda/")
    refresh_school(coordinator.school.pk)
    pair.refresh_from_db()
    assert (pair.decided_by, coordinator.client.get(LIST).context["entries"]) == (coordinator.user, [])
    shown = coordinator.client.get(f"{LIST}?tampil=berbeda").context["entries"]
    assert [entry[0] for entry in shown] == [pair]


def test_not_the_same_can_be_taken_back(pair_of, coordinator):
    pair, *_ = pair_of(decided=True)
    coordinator.client.post(f"{LIST}{pair.pk}/ulangi/")
    pair.refresh_from_db()
    assert (pair.decided_at, pair.decided_by) == (None, None)


def test_twice_not_the_same_says_so(pair_of, coordinator):
    pair, *_ = pair_of(decided=True)
    page = coordinator.client.post(f"{LIST}{pair.pk}/berbeda/", follow=True)
    assert "Sudah ditandai bukan orang yang sama." in page.content.decode()


def test_every_night_everybody_is_looked_through(add, time_machine):
    add()
    add()
    time_machine.move_to(dt.datetime(2026, 11, 24, 3, 10, tzinfo=dt.timezone(dt.timedelta(hours=8))), tick=False)
    assert look_again(False) == "1 kemungkinan catatan ganda ditemukan, 0 tidak berlaku lagi."
    time_machine.move_to(dt.datetime(2026, 11, 24, 14, 10, tzinfo=dt.timezone(dt.timedelta(hours=8))), tick=False)
    assert look_again(False) == "Catatan ganda dicari pukul 03.00."


def test_list_asks_the_same_number_of_queries(coordinator, same_queries, pair_of):
    def make(count):
        for _ in range(count):
            pair_of()

    same_queries(coordinator.client, LIST, make, len(count_queries(coordinator.client, LIST)) + 1)


def test_search_button_tells_what_it_found(add, coordinator):
    add()
    add()
    page = coordinator.client.post(f"{LIST}cari/", follow=True)
    assert "Sudah dicari: 1 kemungkinan baru." in page.content.decode()


def answers(first, second, **chosen):
    return {"seen": version_of(first, second), "sure": "on", **{name: row.pk for name, row in chosen.items()}}


def fresh(*alumni):
    return [Alumnus.objects.select_related("person").get(pk=row.pk) for row in alumni]


def test_chosen_fields_make_one_alumnus(pair_of, coordinator):
    pair, first, second = pair_of(
        {"phone": "+628111111111", "nis": "11", "nisn": None}, {"phone": "+628222222222", "nis": "22"}
    )
    number = second.person.nisn
    SpellFactory(person=second.person)
    data = answers(*fresh(first, second), phone=second, nis=first, nisn=second)
    response = coordinator.client.post(f"{LIST}{pair.pk}/", data)
    kept = Alumnus.objects.get(school=coordinator.school)
    assert response["Location"] == f"/bkk/alumni/{kept.pk}/"
    assert (kept.person.phone, kept.nis, kept.person.nisn) == ("+628222222222", "11", number)
    assert kept.person.spells.count() == 1
    assert AuditEvent.objects.get(kind="merged").user == coordinator.user


def test_page_left_open_after_the_merge_leads_to_what_stayed(pair_of, coordinator, other_coordinator):
    pair, first, second = pair_of({"nisn": None}, {"nisn": None})
    data = answers(*fresh(first, second))
    coordinator.client.post(f"{LIST}{pair.pk}/", data, follow=True)
    kept = Alumnus.objects.get(school=coordinator.school)
    for response in (
        coordinator.client.post(f"{LIST}{pair.pk}/", data, follow=True),
        coordinator.client.get(f"{LIST}{pair.pk}/", follow=True),
        coordinator.client.post(f"{LIST}{pair.pk}/berbeda/", follow=True),
    ):
        assert response.redirect_chain == [(f"/bkk/alumni/{kept.pk}/", 302)]
        assert messages(response) == ["Sudah disatukan. Inilah catatan yang tetap ada."]
    assert other_coordinator.client.get(f"{LIST}{pair.pk}/").status_code == 404


def test_pair_of_which_one_went_into_a_third_was_not_merged(pair_of, add, coordinator):
    third = add()
    pair, first, _ = pair_of()
    merge_alumni(first=first, second=third, choices={}, actor=coordinator.actor)
    assert coordinator.client.get(f"{LIST}{pair.pk}/").status_code == 404


def test_page_offers_what_is_there_rather_than_nothing(pair_of, coordinator):
    pair, first, second = pair_of({"phone": "", "nisn": "0051111111"}, {"phone": "+628222222222", "nisn": None})
    form = coordinator.client.get(f"{LIST}{pair.pk}/").context["form"]
    assert (form.fields["phone"].initial, form.fields["nisn"].initial) == (second.pk, first.pk)


def test_merging_needs_the_word_that_it_was_checked(pair_of, coordinator):
    pair, first, second = pair_of({"nisn": None}, {"nisn": None})
    page = coordinator.client.post(f"{LIST}{pair.pk}/", answers(*fresh(first, second)) | {"sure": ""})
    assert (page.status_code, Alumnus.objects.count()) == (200, 2)
    assert "Centang ini dulu." in page.content.decode()


def test_what_was_changed_meanwhile_is_not_merged(pair_of, coordinator):
    pair, first, second = pair_of({"nisn": None}, {"nisn": None})
    data = answers(*fresh(first, second))
    first.person.birth_place = "Soe"
    first.person.save()
    page = coordinator.client.post(f"{LIST}{pair.pk}/", data, follow=True)
    assert "sudah diubah sejak halaman dibuka" in page.content.decode()
    assert Alumnus.objects.count() == 2


def test_two_different_numbers_are_a_warning(pair_of, coordinator):
    pair, *_ = pair_of({"nik": "5371014505050001"}, {"nik": "5371014505050002"})
    form = coordinator.client.get(f"{LIST}{pair.pk}/").context["form"]
    assert form.doubts == ["NIK", "NISN"]


def test_alumnus_cannot_be_merged_into_themselves(add, coordinator):
    alumnus = add()
    with pytest.raises(Refused, match="dirinya sendiri"):
        merge_alumni(first=alumnus, second=alumnus, choices={}, actor=coordinator.actor)
    page = coordinator.client.post(f"/bkk/alumni/{alumnus.pk}/satukan/", {"alumni": alumnus.pk}, follow=True)
    assert "dirinya sendiri" in page.content.decode()
    assert not DuplicatePair.objects.exists()


def test_alumni_of_another_school_are_neither_found_nor_merged(add, coordinator, other_coordinator):
    ours, theirs = add(), AlumnusFactory(school=other_coordinator.school, person__name="Maria Tefa")
    found = coordinator.client.get(f"/bkk/alumni/{ours.pk}/satukan/?q=Maria").context["found"]
    assert list(found) == []
    assert coordinator.client.post(f"/bkk/alumni/{ours.pk}/satukan/", {"alumni": theirs.pk}).status_code == 404
    with pytest.raises(Refused, match="sekolah lain"):
        merge_alumni(first=ours, second=theirs, choices={}, actor=coordinator.actor)


def test_two_are_put_together_by_hand_and_stay_on_the_list(add, coordinator):
    one, other = add("Adelheid Lodo"), add("Kristina Snae", birth_date=dt.date(2006, 1, 2))
    response = coordinator.client.post(f"/bkk/alumni/{other.pk}/satukan/", {"alumni": one.pk})
    pair = DuplicatePair.objects.get()
    refresh(Person.objects.all())
    assert response["Location"] == f"{LIST}{pair.pk}/"
    assert list(DuplicatePair.objects.values_list("first", "second")) == [(one.person_id, other.person_id)]


def test_who_has_an_account_keeps_what_they_said_and_their_record(pair_of, coordinator):
    pair, first, second = pair_of(
        {"phone": "+628111111111", "nisn": None},
        {"phone": "+628222222222", "nisn": None, "user": UserFactory()},
    )
    form = coordinator.client.get(f"{LIST}{pair.pk}/").context["form"]
    assert "phone" not in form.fields
    coordinator.client.post(f"{LIST}{pair.pk}/", answers(*fresh(first, second), user=second, phone=first))
    kept = Alumnus.objects.get(school=coordinator.school)
    assert (kept, kept.person.phone, kept.claimed_at is not None) == (second, "+628222222222", True)


def test_name_of_another_schools_alumnus_is_not_this_schools_to_choose(pair_of, coordinator):
    pair, first, second = pair_of({"name": "Maria Tefa", "nisn": None}, {"name": "Mariah Tefa", "nisn": None})
    AlumnusFactory(person=second.person)
    coordinator.client.post(f"{LIST}{pair.pk}/", answers(*fresh(first, second), name=first))
    kept = Alumnus.objects.get(school=coordinator.school)
    assert (kept, kept.person.name, kept.person.alumni.count()) == (second, "Mariah Tefa", 2)


def test_two_alumni_of_other_schools_as_well_are_for_the_keeper(pair_of, coordinator):
    pair, first, second = pair_of()
    for alumnus in (first, second):
        AlumnusFactory(person=alumnus.person)
    page = coordinator.client.get(f"{LIST}{pair.pk}/")
    assert page.context["form"] is None
    assert "Hubungi pengelola portal" in page.context["refusal"]


def test_traced_and_what_only_one_knows_stay(pair_of, coordinator):
    _, first, second = pair_of({"nis": ""}, {"nis": "22"})
    Alumnus.objects.filter(pk=second.pk).update(tracing=Tracing.TRACED)
    merge_alumni(first=first, second=second, choices={}, actor=coordinator.actor)
    kept = Alumnus.objects.get(school=coordinator.school)
    assert (kept, kept.nis, kept.tracing) == (first, "22", Tracing.TRACED)


def test_every_field_of_an_alumnus_is_decided():
    decided = [field for fields in ALUMNUS_CHOICES.values() for field in fields]
    by_itself = {"id", "created_at", "updated_at", "person_id", "school_id", *FILLED}
    assert sorted(decided) == sorted({field.attname for field in Alumnus._meta.concrete_fields} - by_itself)


def test_keeper_merges_across_offices_in_the_admin(superuser):
    alumnus, other = AlumnusFactory(), PersonFactory(phone="+628111111111")
    pair = DuplicatePairFactory(first=alumnus.person, second=other)
    data = {"action": "merge", "_selected_action": [pair.pk]}
    superuser.client.post("/admin/people/duplicatepair/", data)
    alumnus.person.refresh_from_db()
    assert (alumnus.person.phone, Person.objects.filter(pk=other.pk).exists()) == ("+628111111111", False)


def test_office_sees_pairs_of_its_own_participants_only(officer, same_queries):
    def make(count):
        for _ in range(count):
            pair = [ParticipantFactory(training__agency=officer.agency).person for _ in range(2)]
            DuplicatePairFactory(first=pair[0], second=pair[1])

    stranger = ParticipantFactory(training__agency=officer.agency).person
    DuplicatePairFactory(first=stranger, second=PersonFactory())
    url = "/dinas/peserta/ganda/"
    same_queries(officer.client, url, make, len(count_queries(officer.client, url)))
    assert len(officer.client.get(url).context["listing"].rows) == 3

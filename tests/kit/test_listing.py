import django_filters
import pytest
from django.contrib.auth.models import Group
from django.db.models import F
from django.http import QueryDict
from django.template.loader import render_to_string

from bkk_portal.kit.web.listing import LAST_PAGE, Listing, OneAfterAnother, page_number

pytestmark = pytest.mark.django_db


class GroupFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(field_name="name", lookup_expr="contains")
    name = django_filters.CharFilter()

    class Meta:
        model = Group
        fields = ["q", "name"]


def make(count, name="Kelompok"):
    Group.objects.bulk_create(Group(name=f"{name} {number:05d}") for number in range(1, count + 1))


@pytest.fixture
def listed(rf):
    def listed(query="", **kwargs):
        return Listing(rf.get(f"/daftar/?{query}"), Group.objects.all(), **({"order": "name"} | kwargs))

    return listed


def numbers(listing):
    return [int(group.name.split()[1]) for group in listing]


def test_first_page_of_three(listed):
    make(45)
    listing = listed()
    assert numbers(listing) == list(range(1, 21))
    assert (listing.previous_url, listing.next_url) == (None, "?hal=2")
    assert listing.count_text == "1–20 dari 45"


def test_last_page_of_three(listed):
    make(45)
    listing = listed("hal=3")
    assert numbers(listing) == list(range(41, 46))
    assert (listing.previous_url, listing.next_url) == ("?hal=2", None)
    assert listing.count_text == "41–45 dari 45"


def test_exactly_one_page_has_no_next(listed):
    make(20)
    assert (listed().has_next, listed().count_text) == (False, "1–20 dari 20")


def test_nothing(listed):
    listing = listed()
    assert (listing.rows, listing.next_url, listing.count_text) == ([], None, "")


@pytest.mark.parametrize(("rows", "text"), [(1000, "1–20 dari 1.000"), (1001, "1–20 dari lebih dari 1.000")])
def test_counting_stops_past_a_thousand(listed, rows, text):
    make(rows)
    assert listed().count_text == text


@pytest.mark.parametrize("text", ["", "0", "-1", "dua", "1e3", "٣", "501", "99999999999999999999", "2.0"])
def test_a_bad_page_number_is_page_one(text):
    assert page_number(text) == 1


@pytest.mark.parametrize(("text", "page"), [("2", 2), ("007", 7), (str(LAST_PAGE), LAST_PAGE)])
def test_a_good_page_number(text, page):
    assert page_number(text) == page


def test_a_page_past_the_end_is_page_one(listed):
    make(25)
    listing = listed("hal=9")
    assert (listing.count_text, listing.previous_url, listing.next_url) == ("1–20 dari 25", None, "?hal=2")


def test_filters_stay_in_the_links(listed):
    make(30, "Las")
    make(30, "Boga")
    listing = listed("q=Las&hal=2&q2=a%26b", filterset=GroupFilter)
    assert numbers(listing) == list(range(21, 31))
    assert QueryDict(listing.previous_url[1:]).dict() == {"q": "Las", "q2": "a&b"}
    assert listing.active_filters == 1


def test_no_filter_is_no_active_filter(listed):
    assert listed("q=&hal=1", filterset=GroupFilter).active_filters == 0
    assert listed("q=a").active_filters == 0


@pytest.mark.parametrize(
    ("order", "ordered_by"),
    [
        ("name", ("name", "pk")),
        ("-name", ("-name", "-pk")),
        (["name", "-pk"], ("name", "-pk")),
        (None, ("pk",)),
    ],
)
def test_the_order_always_ends_in_the_key(listed, order, ordered_by):
    assert listed(order=order).queryset.query.order_by == ordered_by


def test_an_expression_can_order(listed):
    make(3)
    assert numbers(listed(order=F("name").desc())) == [3, 2, 1]


@pytest.mark.parametrize(("rows", "queries"), [(1, 1), (3, 1), (20, 1), (21, 2), (60, 2)])
def test_number_of_queries(listed, rows, queries, django_assert_num_queries):
    make(rows)
    with django_assert_num_queries(queries):
        listing = listed()
        assert (len(listing), bool(listing.count_text), listing.has_next) == (min(rows, 20), True, rows > 20)


def test_pager_has_real_links(listed):
    make(45)
    html = render_to_string("parts/pager.html", {"listing": listed("hal=2&q=a")})
    assert 'href="?q=a">Sebelumnya' in html
    assert 'href="?q=a&amp;hal=3">Berikutnya' in html
    assert "21–40 dari 45" in html


def test_pager_of_nothing_is_nothing(listed):
    assert render_to_string("parts/pager.html", {"listing": listed()}).strip() == ""


@pytest.mark.parametrize("start", range(8))
@pytest.mark.parametrize("length", [1, 2, 3, 7])
def test_querysets_one_after_another_read_like_one(start, length):
    Group.objects.bulk_create(Group(name=letter) for letter in "abcde")
    rows = Group.objects.order_by("name").values_list("name", flat=True)
    parts = [rows.filter(name__in=names) for names in ("ab", "", "c", "de")]
    assert OneAfterAnother(parts)[start : start + length] == list("abcde")[start : start + length]

"""Closed by default: every view says who may open it, and says it once."""

from collections import Counter

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from bkk_portal.accounts.access import public, school_desk, signed_in
from tests.harness.urlconf import our_pages, rules_of

RULES = {"public", "signed_in", "person", "school", "forum", "agency", "agency_head", "employer"}
RULES |= {"newcomer", "team", "inviter", "caretaker"}


def bare(request):
    return HttpResponse("rahasia")


def other(request):
    return HttpResponse("rahasia")


def third(request):
    return HttpResponse("rahasia")


urlpatterns = [path("tanpa-aturan/", bare)]


def test_every_view_carries_exactly_one_access_rule():
    wrong = {page.route: rules_of(page.view) for page in our_pages() if len(rules_of(page.view)) != 1}
    assert wrong == {}
    assert {rules_of(page.view)[0] for page in our_pages()} <= RULES


def test_only_a_public_view_is_open_without_sign_in():
    closed = {page.route: getattr(page.view, "login_required", True) for page in our_pages()}
    assert closed == {page.route: page.view.access_rule != "public" for page in our_pages()}


def test_every_page_has_a_name():
    assert [page.route for page in our_pages() if page.name.endswith("None")] == []


def test_names_are_unique():
    names = Counter(page.name for page in our_pages())
    assert [name for name, count in names.items() if count > 1] == []


def test_rules_of_counts_stacked_rules():
    assert rules_of(bare) == []
    assert rules_of(signed_in(school_desk(bare))) == ["signed_in", "desk"]
    assert rules_of(school_desk(bare)) == ["school"]
    assert rules_of(public(school_desk(other))) == ["public", "desk"]
    assert rules_of(public(third)) == ["public"]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_view_without_a_rule_is_closed_to_strangers():
    response = Client().get("/tanpa-aturan/")
    assert (response.status_code, response["Location"]) == (302, "/masuk/?next=/tanpa-aturan/")


@pytest.mark.django_db
@pytest.mark.parametrize("seat", ["stranger", "superuser", "coordinator", "officer", "alumnus_user", "employer_user"])
def test_head_works_where_get_does(request, seat):
    """Of the pages without a row in their address; the others are made of the same parts."""
    client = Client() if seat == "stranger" else request.getfixturevalue(seat).client
    asked = [page for page in our_pages() if not page.parameters]
    got = {page.route: client.get(f"/{page.route}").status_code for page in asked}
    assert got == {page.route: client.head(f"/{page.route}").status_code for page in asked}

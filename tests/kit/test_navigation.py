import pytest
from django.test import Client
from django.urls import path, reverse

from bkk_portal.accounts.enums import Role
from bkk_portal.kit.web import navigation
from bkk_portal.kit.web.navigation import NavItem, desk_items, menu

MENUS = {name: navigation.lines(name) for name in ("public", "public_more", *navigation.DESKS.values())}
LINKS = [pytest.param(item, id=f"{name}-{item.url_name}") for name, items in MENUS.items() for item in items]


def view(request):
    raise AssertionError("only its address is asked for")


urlpatterns = [path("bkk/", view, name="desk"), path("bkk/alumni/", view, name="alumni"), path("", view, name="top")]
ITEMS = (
    NavItem("Meja", "desk", "home"),
    NavItem("Alumni", "alumni", "users", also=("/bkk/impor/",)),
    NavItem("Beranda", "top", "home"),
)


@pytest.mark.parametrize("item", LINKS)
def test_every_link_of_every_menu_leads_somewhere(item):
    assert reverse(item.url_name).startswith("/")


def test_every_role_with_a_desk_has_a_menu():
    assert {role for role in Role if desk_items(role)} == set(Role) - {Role.ANONYMOUS}


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("/bkk/", ["Meja"]),
        ("/bkk/alumni/12/", ["Alumni"]),
        ("/bkk/impor/", ["Alumni"]),
        ("/bkk/lamaran/", ["Meja"]),
        ("/", []),
        ("/sekolah/", []),
    ],
)
def test_page_marks_the_link_it_lies_under(page, marked):
    assert [link.item.label for link in menu(ITEMS, page).links if link.here] == marked


@pytest.mark.urls(__name__)
def test_bar_takes_the_first_links_and_leaves_the_rest():
    shown = menu(ITEMS, "/", in_bar=2)
    assert ([link.item.label for link in shown.bar], [link.item.label for link in shown.rest]) == (
        ["Meja", "Alumni"],
        ["Beranda"],
    )


def test_word_in_the_bar_is_short():
    in_bars = [item for name, items in MENUS.items() if name != "public_more" for item in items[:4]]
    assert [item.bar_label for item in in_bars if len(item.bar_label) > 11] == []


def test_desk_shows_its_menu_and_for_whom_it_acts(coordinator):
    html = coordinator.client.get("/bkk/").content.decode()
    assert '<a href="/bkk/" aria-current="page">' in html
    assert f"Bertindak sebagai: <b>{coordinator.actor.label}</b>" in html


@pytest.mark.django_db
def test_visitor_sees_public_links_only():
    html = Client().get("/privasi/").content.decode()
    assert ('href="/masuk/"' in html, 'class="side"' in html, "Bertindak sebagai" in html) == (True, False, False)

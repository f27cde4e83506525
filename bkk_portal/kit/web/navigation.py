"""Who sees which links. Menus are data that the rooms contribute; addresses resolve when a page is shown."""

from __future__ import annotations

import dataclasses
import functools
from importlib import import_module
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

if TYPE_CHECKING:
    from bkk_portal.accounts.enums import Role


@functools.cache
def address(url_name: str) -> str:
    """A page without parameters keeps its address as long as the process lives."""
    return reverse(url_name)


@dataclasses.dataclass(frozen=True)
class NavItem:
    """One link of a menu. `short` is its word in the bottom bar, which has room for about ten letters.

    `also`: beginnings of other addresses where it is marked too.
    """

    label: str
    url_name: str
    icon: str
    short: str = ""
    also: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return address(self.url_name)

    @property
    def bar_label(self) -> str:
        return self.short or self.label


@dataclasses.dataclass(frozen=True)
class Link:
    """A NavItem on one page: its address is known, and whether the page lies under it."""

    item: NavItem
    url: str
    here: bool


@dataclasses.dataclass(frozen=True)
class Menu:
    links: list[Link]
    in_bar: int = 4

    @property
    def bar(self) -> list[Link]:
        return self.links[: self.in_bar]

    @property
    def rest(self) -> list[Link]:
        return self.links[self.in_bar :]

    @property
    def here(self) -> bool:
        return any(link.here for link in self.links)

    @property
    def rest_here(self) -> bool:
        return any(link.here for link in self.rest)


# Whose desk a role works at (accounts.enums.Role); the desk is also the key of its menu.
DESKS = {
    "person": "saya",
    "school_coordinator": "bkk",
    "forum_chair": "forum",
    "agency_officer": "dinas",
    "agency_head": "dinas",
    "employer_member": "perusahaan",
    "superuser": "superuser",
}


@functools.cache
def lines(name: str) -> tuple[NavItem, ...]:
    """The menu of that name, in the order of its numbers: every room says its own lines in `menus` of its urls.py."""
    rooms = import_module(settings.ROOT_URLCONF).MENUS
    numbered = {number: item for menus in rooms for number, item in menus.get(name, {}).items()}
    return tuple(item for _, item in sorted(numbered.items()))


def desk_items(role: Role) -> tuple[NavItem, ...]:
    """The desk's links for this role; none for a visitor."""
    return lines(DESKS.get(str(role), ""))


def menu(items: tuple[NavItem, ...], path: str, in_bar: int = 4) -> Menu:
    """The menu as shown on the page at `path`: at most one link is marked, the one with the longest address."""
    starts = [(start, item) for item in items for start in (item.url, *item.also) if _lies_under(path, start)]
    _, here = max(starts, key=lambda pair: len(pair[0]), default=("", None))
    return Menu([Link(item, item.url, item is here) for item in items], in_bar)


def public_place(path: str) -> tuple[str, ...]:
    """The addresses that the two public menus mark on the page at `path`."""
    menus = [menu(items, path) for items in (lines("public"), lines("public_more"))]
    return tuple(link.url for shown in menus for link in shown.links if link.here)


def _lies_under(path: str, url: str) -> bool:
    return url != "/" and path.startswith(url)

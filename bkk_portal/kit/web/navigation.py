"""Who sees which links. Menus are data, keyed by role (accounts.enums.Role); addresses resolve when a page is shown."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

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


PUBLIC = (
    NavItem("Lowongan", "vacancy_list", "briefcase"),
    NavItem("Pelatihan", "training_list", "training"),
    NavItem("Sekolah", "school_list", "school"),
    NavItem("Statistik", "statistics", "chart"),
    NavItem("Kelurahan", "village_list", "map"),
)
PUBLIC_MORE = (
    NavItem("Mitra industri", "employer_list", "building"),
    NavItem("Usaha binaan", "business_list", "tools"),
    NavItem("Kegiatan BKK", "activity_calendar", "calendar"),
    NavItem("Periksa dokumen", "verify", "qr"),
    NavItem("Data terbuka", "open_data", "data"),
    NavItem("Privasi", "privacy", "shield"),
)
PERSON = (
    NavItem("Beranda saya", "saya:dashboard", "home", "Beranda"),
    NavItem("Cocok untuk saya", "saya:matches", "target", "Cocok", ("/saya/undangan/",)),
    NavItem("Lamaran saya", "saya:applications", "briefcase", "Lamaran", ("/saya/lamar/", "/saya/seleksi/")),
    NavItem("Profil saya", "saya:profile", "user", "Profil"),
    NavItem("Tersimpan", "saya:saved", "bookmark"),
    NavItem("Pelatihan saya", "saya:trainings", "training"),
    NavItem("Dokumen saya", "saya:documents", "document"),
    NavItem("Kabar setelah lulus", "saya:tracer", "clipboard"),
    NavItem("Bagikan info loker", "saya:leads", "flag"),
    NavItem("Notifikasi", "saya:notifications", "bell"),
    NavItem("Data pribadi saya", "saya:my_data", "shield"),
)
SCHOOL = (
    NavItem("Meja BKK", "bkk:dashboard", "home", "Meja"),
    NavItem("Alumni", "bkk:alumni_list", "graduation"),
    NavItem("Lowongan", "bkk:vacancy_list", "briefcase"),
    NavItem("Lamaran", "bkk:application_list", "clipboard"),
    NavItem("Impor alumni", "bkk:import_list", "upload"),
    NavItem("Mitra industri", "bkk:employer_list", "building"),
    NavItem("Seleksi", "bkk:selection_list", "calendar"),
    NavItem("Penempatan", "bkk:placement_list", "handshake"),
    NavItem("Tracer", "bkk:tracer", "target"),
    NavItem("Kegiatan", "bkk:activity_list", "flag"),
    NavItem("Rapat forum", "bkk:meeting_list", "meeting"),
    NavItem("Rencana", "bkk:plan_list", "chart"),
    NavItem("Tanda daftar", "bkk:registration", "award"),
    NavItem("Laporan", "bkk:report_list", "document"),
)
FORUM = (
    NavItem("Ringkasan sekolah", "forum:dashboard", "home", "Ringkasan"),
    NavItem("Lowongan terbuka", "forum:vacancy_list", "briefcase", "Lowongan"),
    NavItem("Rapat", "forum:meeting_list", "meeting"),
    NavItem("Mitra industri", "forum:employer_list", "building", "Mitra"),
    NavItem("Tracer", "forum:tracer", "graduation"),
    NavItem("Laporan", "forum:report_list", "document"),
    NavItem("Bobot kecocokan", "forum:fit_weights", "target"),
)
AGENCY = (
    NavItem("Meja dinas", "dinas:dashboard", "home", "Meja"),
    NavItem("Pelatihan", "dinas:training_list", "training"),
    NavItem("Peserta", "dinas:participant_list", "users"),
    NavItem("Serah terima", "dinas:handover_list", "handshake", "Serah"),
    NavItem("Peralatan", "dinas:equipment_list", "tools"),
    NavItem("Stok", "dinas:stock", "box"),
    NavItem("Monev", "dinas:monitoring_list", "eye"),
    NavItem("Usaha binaan", "dinas:business_list", "flag"),
    NavItem("BKK sekolah", "dinas:bkk_list", "school"),
    NavItem("Periksa lowongan", "dinas:vacancy_list", "briefcase"),
    NavItem("Laporan", "dinas:report_list", "document"),
    NavItem("Angkatan kerja", "dinas:labour_force", "chart"),
    NavItem("Data dinas", "dinas:agency_settings", "building"),
    NavItem("Catatan audit", "dinas:audit", "shield"),
)
EMPLOYER = (
    NavItem("Meja perusahaan", "perusahaan:dashboard", "home", "Meja"),
    NavItem("Lowongan kami", "perusahaan:vacancy_list", "briefcase", "Lowongan"),
    NavItem("Pelamar", "perusahaan:applicant_list", "users"),
    NavItem("Seleksi", "perusahaan:selection_list", "calendar"),
    NavItem("Profil perusahaan", "perusahaan:profile", "building", "Profil"),
)
SUPERUSER = (NavItem("Admin", "admin:index", "lock"),)

BY_ROLE = {
    "person": PERSON,
    "school_coordinator": SCHOOL,
    "forum_chair": FORUM,
    "agency_officer": AGENCY,
    "agency_head": AGENCY,
    "employer_member": EMPLOYER,
    "superuser": SUPERUSER,
}


def desk_items(role: Role) -> tuple[NavItem, ...]:
    """The desk's links for this role; none for a visitor."""
    return BY_ROLE.get(str(role), ())


def menu(items: tuple[NavItem, ...], path: str, in_bar: int = 4) -> Menu:
    """The menu as shown on the page at `path`: at most one link is marked, the one with the longest address."""
    starts = [(start, item) for item in items for start in (item.url, *item.also) if _lies_under(path, start)]
    _, here = max(starts, key=lambda pair: len(pair[0]), default=("", None))
    return Menu([Link(item, item.url, item is here) for item in items], in_bar)


def public_place(path: str) -> tuple[str, ...]:
    """The addresses that the two public menus mark on the page at `path`."""
    menus = [menu(items, path) for items in (PUBLIC, PUBLIC_MORE)]
    return tuple(link.url for shown in menus for link in shown.links if link.here)


def _lies_under(path: str, url: str) -> bool:
    return url != "/" and path.startswith(url)

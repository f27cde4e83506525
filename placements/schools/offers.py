from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.teams.actions import start_membership
from bkk_portal.kit import registry
from bkk_portal.kit.reference import add_missing, read_rows
from bkk_portal.kit.web.sitemaps import newest_change
from bkk_portal.regions.models import District, Regency
from placements.schools.models import ForumMembership, School, SchoolMembership

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import User
    from placements.schools.queries import SchoolMembershipQuerySet, SchoolQuerySet

REGISTRATION = "/bkk/tanda-daftar/"


def due(actor: Actor) -> list[tuple[SchoolQuerySet, str, str]]:
    """[(rows, what they are, where they are done)], as placements.reports.figures.years shows them."""
    own = School.objects.filter(pk=actor.school_id)
    return [
        (own.needing_reissue(), "tanda daftar perlu diterbitkan ulang karena ketua berganti", REGISTRATION),
        (own.registration_ending(), "tanda daftar segera atau sudah berakhir", REGISTRATION),
    ]


def school_hats(user: User) -> list[Hat]:
    memberships = SchoolMembership.objects.current().filter(user=user).select_related("school")
    return [
        Hat(
            f"school:{m.school_id}",
            Role.SCHOOL_COORDINATOR,
            f"BKK {m.school}",
            "/bkk/",
            m.school_id,
            place=f"BKK {m.school}",
        )
        for m in memberships
    ]


def forum_hats(user: User) -> list[Hat]:
    memberships = ForumMembership.objects.current().filter(user=user).select_related("regency")
    return [
        Hat(f"forum:{m.regency_id}", Role.FORUM_CHAIR, f"Forum BKK {m.regency.name.title()}", "/forum/")
        for m in memberships
    ]


def make_coordinator(user: User, school_id: int, invited_by: User) -> SchoolMembership:
    return start_membership(SchoolMembership, user=user, invited_by=invited_by, school_id=school_id)


def make_forum_chair(user: User, regency_number: int, invited_by: User) -> ForumMembership:
    regency = Regency.objects.get(code=regency_code(regency_number))
    return start_membership(ForumMembership, user=user, invited_by=invited_by, regency_id=regency.pk)


def find_schools(text: str) -> list[tuple[int, str]]:
    found = School.objects.filter(Q(npsn=text) | Q(name__icontains=text))
    return [(school.pk, f"BKK {school}") for school in found[:6]]


def find_regencies(text: str) -> list[tuple[int, str]]:
    found = Regency.objects.filter(name__icontains=text)
    return [(int(regency.code.replace(".", "")), f"Forum BKK {regency.name.title()}") for regency in found[:6]]


def regency_code(number: int) -> str:
    """53.71 of 5371: an invitation keeps its scope as a number."""
    return f"{number // 100}.{number % 100:02d}"


def school_roll(actor: Actor) -> SchoolMembershipQuerySet | None:
    return SchoolMembership.objects.visible_to(actor).filter(school_id=actor.school_id) if actor.school_id else None


def school_pages() -> Iterator[tuple[str, datetime.datetime | None]]:
    rows = School.objects.order_by("npsn").values_list("npsn", "updated_at")
    yield reverse("school_list"), newest_change(School.objects.all())
    for npsn, changed in rows:
        yield reverse("school_page", args=[npsn]), changed


DATA = Path(__file__).parent / "data"


def _written(name: str) -> str:
    """SMKS Cahaya Putera Kupang of the list's SMKS CAHAYA PUTERA KUPANG."""
    return " ".join(word if word.startswith("SMK") else word.capitalize() for word in name.split())


def load_schools() -> str:
    districts = dict(District.objects.filter(regency_id="53.71").values_list("name", "code"))
    rows = [
        School(
            npsn=row["npsn"],
            name=_written(row["nama"]),
            status=row["status"].lower(),
            district_id=districts[row["kecamatan"]],
            village_id=row["kode_kelurahan"] or None,
            address=row["alamat"],
        )
        for row in read_rows(DATA / "smk_kota_kupang.csv")
    ]
    return f"Sekolah: {add_missing(School, rows, key=('npsn',))} baru dari {len(rows)} SMK."


def register() -> None:
    registry.reference_loaders.register("schools", load_schools, order=40)
    registry.sitemap_pages.register("schools", school_pages)
    registry.hats.register("school", school_hats, order=20)
    registry.hats.register("forum", forum_hats, order=30)
    registry.membership_makers.register(Role.SCHOOL_COORDINATOR, make_coordinator)
    registry.membership_makers.register(Role.FORUM_CHAIR, make_forum_chair)
    registry.membership_scopes.register(Role.SCHOOL_COORDINATOR, find_schools)
    registry.membership_scopes.register(Role.FORUM_CHAIR, find_regencies)
    registry.membership_rolls.register("school", school_roll)

"""Who is told of what happened to an employer or to what a school has agreed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from placements.employers.models import EmployerMembership
from placements.schools.models import ForumMembership, SchoolMembership

if TYPE_CHECKING:
    from placements.employers.merging.models import EmployerMergeProposal
    from placements.employers.models import Employer
    from placements.employers.partners.models import PartnershipAgreement


def tell_members(employer: Employer, *, topic: str, title: str, body: str = "", url: str = "") -> None:
    """The people of an employer. Letters leave only to those whose company somebody has verified."""
    for member in EmployerMembership.objects.current().filter(employer=employer).select_related("user"):
        notify(user=member.user, topic=topic, title=title, body=body, url=url, by_letter=employer.is_verified)


def agreement_ends(agreement: PartnershipAgreement) -> None:
    """The BKK's coordinators; `agreement` with its employer."""
    left = agreement.days_left
    when = "hari ini" if left == 0 else f"{left} hari lagi"
    title = f"MoU dengan {agreement.employer} berakhir {when}"
    body = f"MoU {agreement.number} berlaku sampai {tanggal(agreement.ends_on)}. Perpanjang, atau akhiri."
    _tell_school(agreement.school_id, title, body, reverse("bkk:agreement_page", args=[agreement.pk]))


def merge_proposed(proposal: EmployerMergeProposal) -> None:
    title = f"Usul menyatukan {proposal.dropped_name} ke {proposal.kept}"
    members = ForumMembership.objects.current().select_related("user")
    for member in members:
        url = reverse("forum:employer_merge_page", args=[proposal.pk])
        notify(user=member.user, topic=Topic.REPORT, title=title[:150], body="Periksa lalu putuskan.", url=url)


def merge_decided(proposal: EmployerMergeProposal) -> None:
    """Whoever proposed it."""
    title = f"{proposal.dropped_name} dan {proposal.kept}: {proposal.get_status_display().lower()}"
    url = reverse("bkk:employer_merge_list")
    notify(user=proposal.proposed_by, topic=Topic.REPORT, title=title[:150], body=proposal.answer, url=url)


def _tell_school(school_id: int, title: str, body: str, url: str) -> None:
    members = SchoolMembership.objects.current().filter(school_id=school_id)
    for member in members.select_related("user"):
        notify(user=member.user, topic=Topic.REPORT, title=title[:150], body=body, url=url)

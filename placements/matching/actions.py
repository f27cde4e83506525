from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone

from bkk_portal.accounts.audit.changes import CREATED, record_changes
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from placements.matching import notices, rules
from placements.matching.enums import INVITATION_TRANSITIONS, InvitationStatus, InviteResult
from placements.matching.fit.pools import alumni_of
from placements.matching.models import VacancyInvitation
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.alumni.models import Alumnus
    from placements.matching.forms import WeightsForm
    from placements.matching.models import FitWeights

MOST_AT_ONCE = 100
NOBODY = "Pilih dulu alumni yang diundang."
REASON = 200  # characters of VacancyInvitation.reason


def invite(
    *, vacancy: Vacancy, alumni_ids: list[int], applications: models.QuerySet, actor: Actor
) -> list[tuple[Alumnus, InviteResult]]:
    """[(Alumnus, InviteResult)] by name, one for each chosen alumnus of the actor's school; others are passed over.

    One notification for each who was invited. `applications`: the open ones to this vacancy, looked at once it is
    locked. Refused when nobody was chosen or the vacancy cannot be applied to.
    """
    if not alumni_ids:
        raise Refused(NOBODY)
    with transaction.atomic():
        row = Vacancy.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=vacancy.pk).first()
        if row is None or actor.school_id is None:
            raise Refused("Lowongan ini tidak dapat Anda undangkan.")
        if sentence := rules.obstacle_to_inviting(row, actor.school_id):
            raise Refused(sentence)
        alumni = alumni_of(actor).filter(school_id=actor.school_id, pk__in=alumni_ids).select_related("person__user")
        chosen = list(alumni.order_by("person__name", "pk")[:MOST_AT_ONCE])
        standing = _standing(row, chosen, applications)
        results = [(alumnus, standing.get(alumnus.pk) or _reachable(alumnus)) for alumnus in chosen]
        _send(row, [alumnus for alumnus, result in results if result == InviteResult.INVITED], actor)
    return results


def _standing(vacancy: Vacancy, alumni: list[Alumnus], applications: models.QuerySet) -> dict[int, InviteResult]:
    """{alumnus primary key: why no new invitation}"""
    applications = applications.filter(alumnus__in=alumni).order_by()
    invitations = VacancyInvitation.objects.filter(vacancy=vacancy, alumnus__in=alumni).order_by()
    found = dict.fromkeys(invitations.values_list("alumnus_id", flat=True), InviteResult.BEFORE)
    return found | dict.fromkeys(applications.values_list("alumnus_id", flat=True), InviteResult.APPLIED)


def _reachable(alumnus: Alumnus) -> InviteResult:
    return InviteResult.NO_ACCOUNT if alumnus.person.user_id is None else InviteResult.INVITED


def _send(vacancy: Vacancy, alumni: list[Alumnus], actor: Actor) -> None:
    rows = [
        VacancyInvitation(alumnus=alumnus, vacancy=vacancy, invited_by_id=actor.signed_in_id, invited_at=timezone.now())
        for alumnus in alumni
    ]
    made = VacancyInvitation.objects.bulk_create(rows)
    record_changes(VacancyInvitation, {row.pk: {} for row in made}, action=CREATED, by_id=actor.user_id)
    for row in made:
        notices.invited(row)


def open_invitation(*, invitation: VacancyInvitation, actor: Actor) -> VacancyInvitation:
    """Notes that the invited person has seen it; the first time only."""
    with transaction.atomic():
        row = _own(invitation, actor)
        if row.opened_at:
            raise AlreadyDone("Sudah dibuka.")
        row.opened_at = timezone.now()
        row.save()
    return row


def accept(*, invitation: VacancyInvitation, actor: Actor) -> VacancyInvitation:
    """The invited person means to apply; the application itself is the next step."""
    with transaction.atomic():
        row = _own(invitation, actor)
        if not row.vacancy.accepts_applications:
            raise Refused(row.vacancy.standing or "Lowongan ini tidak dapat dilamar lewat BKK.")
        return _answer(row, InvitationStatus.ACCEPTED)


def decline(*, invitation: VacancyInvitation, actor: Actor, reason: str = "") -> VacancyInvitation:
    """`reason` is the person's to give or not; their own BKK reads it."""
    with transaction.atomic():
        return _answer(_own(invitation, actor), InvitationStatus.DECLINED, reason.strip()[:REASON])


def expire(*, invitation: VacancyInvitation) -> bool:
    """What the chore does with one that was never answered while the vacancy was open; False when it was."""
    with transaction.atomic():
        row = locked(invitation, "alumnus", "vacancy__employer")
        if not row.waits or not VacancyInvitation.objects.of_closed().filter(pk=row.pk).exists():
            return False
        row.status = InvitationStatus.EXPIRED
        row.save()
    return True


def save_weights(*, form: WeightsForm) -> FitWeights:
    """FitWeights from a valid WeightsForm; the history keeps who changed what."""
    with transaction.atomic():
        form.instance.pk = 1
        form.instance.save()
    return form.instance


def _own(invitation: VacancyInvitation, actor: Actor) -> VacancyInvitation:
    row = locked(invitation, "alumnus", "vacancy__employer")
    if not rules.is_invited(actor, row):
        raise Refused("Undangan ini bukan untuk Anda.")
    return row


def _answer(row: VacancyInvitation, to: InvitationStatus, reason: str = "") -> VacancyInvitation:
    if row.status == to:
        raise AlreadyDone(f"Sudah {row.get_status_display().lower()}.")
    if to not in INVITATION_TRANSITIONS[row.status]:
        raise Refused(f"Undangan yang {row.get_status_display().lower()} tidak dapat dijawab lain.")
    row.status, row.reason = to, reason
    row.answered_at = timezone.now()
    row.opened_at = row.opened_at or row.answered_at
    row.save()
    return row

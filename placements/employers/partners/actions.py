"""MoUs and PKL places of one school with one employer."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from placements.employers import notices
from placements.employers.partners.models import ENDS_BEFORE_START, PartnershipAgreement, PklPlace

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.partners.queries import AgreementQuerySet

NOT_YOURS = "MoU dan tempat PKL ini milik BKK lain; hanya mereka yang dapat mengubahnya."
NUMBER_TAKEN = "MoU dengan nomor {} sudah dicatat sekolah Anda."
PKL_TAKEN = "Tempat PKL konsentrasi ini pada tahun itu sudah dicatat. Ubah yang sudah ada."
ONE_DAY = dt.timedelta(days=1)
Row = TypeVar("Row", PartnershipAgreement, PklPlace)


def save_agreement(*, agreement: PartnershipAgreement, actor: Actor) -> PartnershipAgreement:
    """Stores an agreement made or changed by a valid form; a new one is the actor's school's."""
    _claim(agreement, actor, "recorded_by_id")
    _check_days(agreement)
    with transaction.atomic():
        if agreement.pk and _end_has_moved(agreement):
            agreement.reminded_days = None
        rivals = PartnershipAgreement.objects.filter(school_id=agreement.school_id, number=agreement.number)
        _save(agreement, rivals, NUMBER_TAKEN.format(agreement.number))
    return agreement


def renew_agreement(
    *, agreement: PartnershipAgreement, renewal: PartnershipAgreement, actor: Actor
) -> PartnershipAgreement:
    """`renewal`: an unsaved agreement that follows this one. AlreadyDone when another does."""
    with transaction.atomic():
        row = _own(PartnershipAgreement.objects.visible_to(actor), agreement, actor)
        follower = PartnershipAgreement.objects.filter(renews=row).first()
        if follower:
            raise AlreadyDone(f"Sudah diperpanjang dengan MoU {follower.number}.")
        if renewal.starts_on < row.starts_on:
            raise Refused(f"MoU baru tidak dapat mulai sebelum yang lama, {tanggal(row.starts_on)}.")
        renewal.renews, renewal.employer_id = row, row.employer_id
        return save_agreement(agreement=renewal, actor=actor)


def end_agreement(
    *, agreement: PartnershipAgreement, ended_on: dt.date, reason: str, actor: Actor
) -> PartnershipAgreement:
    """Ends it before its time; `ended_on` is its last day."""
    with transaction.atomic():
        row = _own(PartnershipAgreement.objects.visible_to(actor), agreement, actor)
        if row.ended_on:
            raise AlreadyDone(f"Sudah diakhiri per {tanggal(row.ended_on)}.")
        if ended_on < row.starts_on:
            raise Refused(f"MoU ini mulai berlaku {tanggal(row.starts_on)}; tidak dapat berakhir sebelumnya.")
        if row.ends_on and ended_on > row.ends_on:
            raise Refused(f"MoU ini berakhir sendiri pada {tanggal(row.ends_on)}.")
        row.ended_on, row.end_reason = ended_on, reason.strip()[:300]
        row.save()
    return row


def save_pkl(*, place: PklPlace, actor: Actor) -> PklPlace:
    _claim(place, actor)
    with transaction.atomic():
        same = {name: getattr(place, name) for name in ("employer_id", "school_id", "year", "konsentrasi_id")}
        _save(place, PklPlace.objects.filter(**same), PKL_TAKEN)
    return place


def remove_pkl(*, place: PklPlace, actor: Actor) -> PklPlace:
    with transaction.atomic():
        row = _own(PklPlace.objects.visible_to(actor), place, actor)
        if row.filled:
            raise Refused("Sudah ada siswa yang PKL di sini. Ubah jumlahnya dulu bila keliru.")
        row.delete()
    return place


def next_period(agreement: PartnershipAgreement) -> tuple[dt.date, dt.date | None]:
    """(first day, last day) that a renewal would have if it lasted as long; the last day None when nothing ends."""
    if agreement.ends_on is None:
        return timezone.localdate(), None
    first = agreement.ends_on + ONE_DAY
    return first, first + (agreement.ends_on - agreement.starts_on)


def remind_of_endings(dry_run: bool) -> str:
    """Chore: each BKK hears 90, 30 and 7 days (RULES) before its MoU ends, once each."""
    steps = sorted(settings.RULES["agreement_reminder_days"])
    due = [(row, _step(row, steps)) for row in _ending(steps[-1])]
    due = [(row, step) for row, step in due if row.reminded_days is None or row.reminded_days > step]
    if dry_run:
        return f"{len(due)} MoU akan berakhir; BKK-nya akan diingatkan."
    return f"{sum(_remind(row.pk, step) for row, step in due)} MoU akan berakhir; BKK-nya diingatkan."


def _ending(days: int) -> AgreementQuerySet:
    rows = PartnershipAgreement.objects.ending_within(days)
    return rows.only("ends_on", "reminded_days").order_by("ends_on", "pk")


def _step(row: PartnershipAgreement, steps: list[int]) -> int:
    """The reminder that is due: a BKK that was never told because the chores stood still is told once, not thrice."""
    return next(step for step in steps if row.days_left is not None and row.days_left <= step)


def _remind(key: int, step: int) -> int:
    """1 when it did, 0 when another worker was faster."""
    with transaction.atomic():
        row = PartnershipAgreement.objects.select_for_update(of=("self",)).select_related("employer").get(pk=key)
        if row.reminded_days is not None and row.reminded_days <= step:
            return 0
        PartnershipAgreement.objects.filter(pk=key).update(reminded_days=step)
        notices.agreement_ends(row)
    return 1


def _claim(row: PartnershipAgreement | PklPlace, actor: Actor, *signed: str) -> None:
    if row.pk is None:
        row.school_id = actor.school_id
        for name in signed:
            setattr(row, name, actor.user_id)
    if actor.school_id is None or row.school_id != actor.school_id:
        raise Refused(NOT_YOURS)


def _check_days(agreement: PartnershipAgreement) -> None:
    if agreement.ends_on and agreement.ends_on < agreement.starts_on:
        raise Refused(ENDS_BEFORE_START)


def _end_has_moved(agreement: PartnershipAgreement) -> bool:
    return PartnershipAgreement.objects.filter(pk=agreement.pk).exclude(ends_on=agreement.ends_on).exists()


def _own(rows: models.QuerySet[Row], row: Row, actor: Actor) -> Row:
    """Locked."""
    found = rows.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if found is None or found.school_id != actor.school_id:
        raise Refused(NOT_YOURS)
    return found


def _save(row: PartnershipAgreement | PklPlace, rivals: models.QuerySet, taken: str) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if rivals.exclude(pk=row.pk).exists():
            raise Refused(taken) from error
        raise

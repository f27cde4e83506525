"""A campaign from opening to publication, and the waves in which its class is reminded."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import angka
from placements.alumni.models import Alumnus
from placements.outcomes.tracer import notices
from placements.outcomes.tracer.models import TracerCampaign, TracerQuestionnaire, TracerResponse, TracerUpload
from placements.schools.models import School

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

BATCH = 500
UPLOAD_DAYS = 7
RUNNING = "Tracer study angkatan ini sudah berjalan. Tutup dulu yang lama."


def open_campaign(*, campaign: TracerCampaign, actor: Actor) -> TracerCampaign:
    """Saves an unsaved TracerCampaign of the actor's school, under the questionnaire in force, with its class.

    Refused without graduates of that year or a questionnaire, AlreadyDone when the class is being asked.
    """
    with transaction.atomic():
        School.objects.select_for_update(no_key=True).get(pk=actor.school_id)
        campaign.school_id, campaign.created_by_id = actor.school_id, actor.signed_in_id
        questionnaire = TracerQuestionnaire.objects.in_force()
        if questionnaire is None:
            raise Refused("Belum ada kuesioner yang diterbitkan forum.")
        campaign.questionnaire = questionnaire
        _save_once(campaign)
        if not add_class(campaign):
            raise Refused(f"Belum ada alumni lulusan {campaign.graduation_year} di portal. Impor dulu daftarnya.")
    return campaign


def _save_once(campaign: TracerCampaign) -> None:
    try:
        with transaction.atomic():
            campaign.save()
    except IntegrityError as error:
        raise AlreadyDone(f"Sudah ada. {RUNNING}") from error


def add_class(campaign: TracerCampaign) -> int:
    """A response for every graduate of the class that has none; how many were added."""
    asked = TracerResponse.objects.filter(campaign=campaign, alumnus=OuterRef("pk"))
    alumni = Alumnus.objects.filter(school_id=campaign.school_id, graduation_year=campaign.graduation_year)
    rows = [TracerResponse(campaign=campaign, alumnus=row) for row in alumni.exclude(Exists(asked)).order_by("pk")]
    return len(TracerResponse.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True))


def close_campaign(*, campaign, actor: Actor):
    with transaction.atomic():
        row = _own(campaign, actor)
        if row.closed_at:
            raise AlreadyDone("Sudah ditutup.")
        row.closed_at = timezone.now()
        row.save()
    return row


def publish_results(*, campaign: TracerCampaign, actor: Actor) -> None:
    """Puts the totals (suppressed under five) on the school's public page."""
    with transaction.atomic():
        row = _own(campaign, actor)
        if row.published_at:
            raise AlreadyDone("Sudah diumumkan.")
        if not row.responses.submitted().exists():
            raise Refused("Belum ada jawaban yang dapat diumumkan.")
        row.published_at = timezone.now()
        row.save()


def unpublish_results(*, campaign: TracerCampaign, actor: Actor) -> None:
    with transaction.atomic():
        row = _own(campaign, actor)
        if row.published_at is None:
            raise AlreadyDone("Sudah tidak diumumkan.")
        row.published_at = None
        row.save()


def _own(campaign: TracerCampaign, actor: Actor) -> TracerCampaign:
    row = TracerCampaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if actor.school_id != row.school_id:
        raise Refused("Tracer study ini milik sekolah lain.")
    return row


# chores -----------------------------------------------------------------------------------------------------


def send_waves(dry_run: bool) -> str:
    """Chore: the invitation on the first day, and a reminder on each day of the campaign's list.

    Waves that were missed come as one. Graduates who were imported meanwhile join first.
    """
    due = [row for row in TracerCampaign.objects.running().order_by("pk") if row.waves_sent < waves_due(row)]
    if dry_run:
        return f"Tracer study: {angka(len(due))} gelombang akan dikirim."
    letters = sum(_send_wave(campaign) for campaign in due)
    return f"Tracer study: {angka(len(due))} gelombang, {angka(letters)} alumni diingatkan."


def waves_due(campaign: TracerCampaign) -> int:
    """How many letters a silent graduate should have by today; the first is the invitation."""
    days = (timezone.localdate() - campaign.opens_on).days
    return 1 + sum(day <= days for day in campaign.waves)


def next_wave(campaign: TracerCampaign) -> dt.date:
    """The date of the next reminder, or None."""
    days = sorted(day for day in campaign.waves if campaign.opens_on + dt.timedelta(days=day) > timezone.localdate())
    return campaign.opens_on + dt.timedelta(days=days[0]) if days and campaign.closed_at is None else None


def _send_wave(campaign: TracerCampaign) -> int:
    with transaction.atomic():
        row = TracerCampaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
        if row.waves_sent >= waves_due(row):
            return 0
        add_class(row)
        silent = TracerResponse.objects.filter(campaign=row).missing().contactable()
        silent = silent.select_related("campaign__school", "alumnus__person__user").order_by("pk")
        total, reached = 0, []
        for response in silent.iterator(chunk_size=BATCH):
            total += 1
            if notices.invite(response):
                reached.append(response.pk)
        _mark_invited(reached)
        row.waves_sent = waves_due(row)
        row.save()
        notices.tell_of_wave(row, len(reached), total - len(reached))
    return len(reached)


def _mark_invited(keys: list[int]) -> None:
    for start in range(0, len(keys), BATCH):
        TracerResponse.objects.filter(pk__in=keys[start : start + BATCH]).update(invited_at=timezone.now())


def close_overdue(dry_run: bool) -> str:
    """Chore: campaigns whose last day is over."""
    over = TracerCampaign.objects.filter(closed_at__isnull=True, closes_on__lt=timezone.localdate()).order_by("pk")
    found = list(over)
    for campaign in [] if dry_run else found:
        campaign.closed_at = timezone.now()
        campaign.save()
    return f"Tracer study: {angka(len(found))} yang lewat waktu ditutup."


def drop_old_uploads(dry_run: bool) -> str:
    """Chore: files that nobody confirmed within a week go."""
    found = list(TracerUpload.objects.stale(UPLOAD_DAYS).order_by("pk"))
    for upload in [] if dry_run else found:
        upload.file.delete(save=False)
        upload.finished_at = timezone.now()
        upload.save()
    return f"Tracer study: {angka(len(found))} unggahan yang tidak diteruskan dihapus."

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit import states
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from placements.employers.models import Employer
from placements.vacancies import checklist, notices, rules
from placements.vacancies.enums import VACANCY_TRANSITIONS, LeadStatus, VacancyStatus, Visibility
from placements.vacancies.models import Vacancy, VacancyLead, VacancyReport
from placements.vacancies.saved import tasks
from placements.vacancies.search import index

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.schools.models import School

MANY_TO_MANY = ("konsentrasi", "skills", "visible_schools")
NOT_YOURS = "Lowongan ini diumumkan BKK lain; hanya mereka yang dapat mengubahnya."
PAST_EDITING = "Lowongan yang sudah ditutup tidak dapat diubah. Salin menjadi lowongan baru."
BKKS_NOW = "Lowongan ini sudah ditangani BKK. Minta perubahannya ke BKK."
EXPIRED = "Masa berlaku habis"
ONE_REASON = 200  # characters of Vacancy.close_reason
DOUBTED = "Dilaporkan {} orang; menunggu pemeriksaan dinas"
LEAD_DONE = {
    LeadStatus.USED.value: "Sudah dijadikan lowongan.",
    LeadStatus.DECLINED.value: "Sudah ditandai tidak dipakai.",
}


def create_vacancy(*, fields: dict[str, Any], actor: Actor) -> Vacancy:
    """A draft of the actor's school from `fields`: names and values of the model, many-to-many as iterables."""
    with transaction.atomic():
        vacancy = Vacancy(school_id=actor.school_id, created_by_id=actor.signed_in_id)
        _write(vacancy, fields)
        states.log(vacancy, "", by_id=actor.user_id)
    return vacancy


def submit_vacancy(*, fields: dict[str, Any], actor: Actor) -> Vacancy:
    """A vacancy of the actor's employer, in `fields` with the `school` whose BKK is asked; it waits for that BKK."""
    with transaction.atomic():
        employer = Employer.objects.get(pk=actor.own("employer_id"))
        vacancy = Vacancy(employer=employer, from_employer=True, created_by_id=actor.signed_in_id)
        _write(vacancy, fields)
        states.log(vacancy, "", by_id=actor.signed_in_id)
        _move(vacancy, "submit", actor=actor)
        notices.submitted(vacancy)
    return vacancy


def submit_again(*, vacancy: Vacancy, actor: Actor) -> Vacancy:
    with transaction.atomic():
        row = _ready_to("submit", vacancy, actor)
        _refuse_if_over(row)
        _move(row, "submit", actor=actor)
        notices.submitted(row)
    return row


def take_back(*, vacancy: Vacancy, actor: Actor) -> Vacancy:
    with transaction.atomic():
        row = _ready_to("take_back", vacancy, actor)
        _move(row, "take_back", actor=actor)
    return row


def send_back(*, vacancy: Vacancy, reason: str, actor: Actor) -> Vacancy:
    """The BKK does not let it go public yet; the employer reads why, changes it and sends it again."""
    with transaction.atomic():
        row = _ready_to("send_back", vacancy, actor)
        if not row.from_employer:
            raise Refused("Lowongan ini tidak ditulis perusahaan, jadi tidak dapat dikembalikan.")
        _move(row, "send_back", actor=actor, reason=reason)
        notices.sent_back(row, reason)
    return row


def update_vacancy(*, vacancy: Vacancy, fields: dict[str, Any], actor: Actor) -> Vacancy:
    """The vacancy with those fields; a public one cannot end in the past, nor be shown to nobody."""
    with transaction.atomic():
        row = states.locked(vacancy, "employer")
        if not (rules.is_own(actor, row) or rules.is_writer(actor, row)):
            raise Refused(NOT_YOURS)
        if not rules.can_edit(actor, row):
            raise Refused(PAST_EDITING if row.status == VacancyStatus.CLOSED else BKKS_NOW)
        _write(row, fields)
        if row.status == VacancyStatus.PUBLISHED:
            _refuse_if_over(row)
            _refuse_if_unseen(row)
    return row


def publish(*, vacancy: Vacancy, answers: dict[str, bool], actor: Actor) -> Vacancy:
    """Makes a draft public. `answers`: {key: bool} to the statements of checklist.items_for(employer).

    Raises Refused with every fault of the checklist, when the closing date has passed, or when nobody could see it.
    """
    with transaction.atomic():
        row = _ready_to("publish", vacancy, actor)
        _refuse_if_over(row)
        _refuse_if_unseen(row)
        if faults := checklist.faults(row.employer, answers):
            raise Refused("Lowongan belum dapat ditayangkan. " + " ".join(faults))
        row.checklist = {"answers": answers, "by": actor.user_id, "at": timezone.now().isoformat()}
        row.published_at = timezone.now()
        _move(row, "publish", actor=actor)
        notices.published(row)
    return row


def pause(*, vacancy: Vacancy, actor: Actor, reason: str = "") -> Vacancy:
    with transaction.atomic():
        row = _ready_to("pause", vacancy, actor)
        _move(row, "pause", actor=actor, reason=reason)
    return row


def reopen(*, vacancy: Vacancy, actor: Actor) -> Vacancy:
    """A paused vacancy is public again; its place in the list stays."""
    with transaction.atomic():
        row = _ready_to("reopen", vacancy, actor)
        _refuse_if_over(row)
        if row.employer.is_rejected:
            raise Refused(f"{row.employer} tidak lolos verifikasi: {row.employer.rejection_reason}")
        _move(row, "reopen", actor=actor)
    return row


def extend(*, vacancy: Vacancy, closes_on: datetime.date, actor: Actor) -> Vacancy:
    """A later last day. Raises Refused for a day that is not later, AlreadyDone for the same."""
    with transaction.atomic():
        row = states.locked(vacancy, "employer")
        if not rules.is_own(actor, row):
            raise Refused(NOT_YOURS)
        if not rules.can_extend(actor, row):
            raise Refused(f"Lowongan berstatus “{row.get_status_display()}” tidak dapat diperpanjang.")
        if row.closes_on == closes_on:
            raise AlreadyDone(f"Sudah berlaku sampai {tanggal(closes_on)}.")
        if closes_on < max(row.closes_on, timezone.localdate()):
            raise Refused(f"Pilih tanggal setelah {tanggal(max(row.closes_on, timezone.localdate()))}.")
        before, row.closes_on = row.closes_on, closes_on
        row.save()
        states.log(
            row,
            row.status,
            by_id=actor.user_id,
            reason=f"Diperpanjang dari {tanggal(before)} sampai {tanggal(closes_on)}",
        )
    return row


def close(*, vacancy: Vacancy, reason: str, actor: Actor, result: tuple[int, int] | None = None) -> Vacancy:
    """Ends a vacancy for good, with a reason that everyone reads. `result`: (taken on, of them through a BKK)."""
    with transaction.atomic():
        row = _ready_to("close", vacancy, actor)
        if result is not None:
            row.filled, row.filled_via_bkk = _checked(result)
        _close(row, "close", reason, actor=actor)
    return row


def record_result(*, vacancy: Vacancy, result: tuple[int, int], actor: Actor) -> Vacancy:
    """How many were taken on, and how many of them through a BKK (Perpres 57/2023 art. 6), of a closed vacancy."""
    with transaction.atomic():
        row = states.locked(vacancy, "employer")
        if not rules.can_record_result(actor, row):
            raise Refused("Hasil dicatat setelah lowongan ditutup, oleh BKK yang mengumumkannya.")
        if (row.filled, row.filled_via_bkk) == _checked(result):
            raise AlreadyDone("Sudah tercatat begitu.")
        row.filled, row.filled_via_bkk = result
        row.save()
        states.log(row, row.status, by_id=actor.user_id, reason=f"Hasil: {row.result_text}")
    return row


def _checked(result: tuple[int, int]) -> tuple[int, int]:
    filled, via_bkk = result
    if via_bkk > filled:
        raise Refused("Yang lewat BKK tidak dapat lebih banyak dari yang terisi.")
    return result


def close_expired(*, vacancy: Vacancy) -> bool:
    """What the chore does with one vacancy whose time is over; False when it is not so any more."""
    with transaction.atomic():
        row = Vacancy.objects.overdue().select_for_update().filter(pk=vacancy.pk).first()
        if row is None:
            return False
        _close(row, "expire", EXPIRED)
        notices.expired(row)
    return True


def hide(*, vacancy: Vacancy, reason: str, actor: Actor) -> Vacancy:
    """The supervising office takes a vacancy from the public, with a reason for its BKK."""
    with transaction.atomic():
        row = _ready_to("hide", vacancy, actor)
        _move(row, "hide", actor=actor, reason=reason)
        _settle(row)
        notices.hidden(row, reason)
    return row


def show(*, vacancy: Vacancy, actor: Actor) -> Vacancy:
    """What was hidden is again what it was before: public, or paused."""
    with transaction.atomic():
        row = _ready_to("show", vacancy, actor)
        hidden = row.status_log.filter(to_status=VacancyStatus.HIDDEN).order_by("-at", "-pk").first()
        _move(row, "show", actor=actor, target=hidden.from_status if hidden else None)
        _settle(row)  # looked at, and found in order
        notices.shown_again(row)
    return row


def create_lead(*, fields: dict[str, str], school: School, actor: Actor) -> VacancyLead:
    """What a person has heard of a job, for one of the schools they are an alumnus of."""
    if not school.alumni.filter(person_id=actor.own("person_id")).exists():
        raise Refused("Info loker hanya dapat dikirim ke BKK sekolah Anda sendiri.")
    with transaction.atomic():
        lead = VacancyLead.objects.create(**fields, school=school, person_id=actor.own("person_id"))
        notices.lead_received(lead)
    return lead


def use_lead(*, lead: VacancyLead, fields: dict[str, Any], actor: Actor) -> Vacancy:
    """A draft vacancy made of the lead; whoever brought it is told."""
    with transaction.atomic():
        row = _waiting(lead, actor)
        vacancy = create_vacancy(fields=fields, actor=actor)
        row.status, row.vacancy = LeadStatus.USED, vacancy
        row.save()
        notices.lead_used(row)
    return vacancy


def decline_lead(*, lead: VacancyLead, answer: str, actor: Actor) -> VacancyLead:
    with transaction.atomic():
        row = _waiting(lead, actor)
        row.status, row.answer = LeadStatus.DECLINED, answer
        row.save()
        notices.lead_declined(row)
    return row


def _waiting(lead: VacancyLead, actor: Actor) -> VacancyLead:
    row = VacancyLead.objects.visible_to(actor).select_for_update().get(pk=lead.pk)
    if row.school_id != actor.school_id:
        raise Refused("Info loker ini untuk BKK sekolah lain.")
    if row.status != LeadStatus.NEW:
        raise AlreadyDone(LEAD_DONE[row.status])
    return row


def report_vacancy(*, vacancy: Vacancy, sender: str, reason: str, note: str = "") -> VacancyReport:
    """One reader's doubt. `sender`: a hash that stays the same for the same reader.

    Raises AlreadyDone for a second report of the same reader that nobody has looked at yet.
    """
    with transaction.atomic():
        row = states.locked(vacancy)
        if not rules.can_be_reported(row):
            raise Refused("Lowongan ini sudah tidak tayang. Terima kasih sudah memperhatikan.")
        report, is_new = VacancyReport.objects.get_or_create(
            vacancy=row, sender=sender, settled_at=None, defaults={"reason": reason, "note": note.strip()}
        )
        if not is_new:
            raise AlreadyDone("Sudah Anda laporkan. Dinas sedang memeriksanya.")
        _consider(row)
    return report


def settle_reports(*, vacancy: Vacancy, actor: Actor) -> Vacancy:
    """The office has looked and leaves the vacancy as it is."""
    with transaction.atomic():
        row = states.locked(vacancy)
        if not rules.can_moderate(actor):
            raise Refused("Hanya dinas pembina BKK yang memeriksa laporan.")
        if not _settle(row):
            raise AlreadyDone("Semua laporan sudah diperiksa.")
    return row


def _settle(vacancy: Vacancy) -> int:
    """How many reports of this vacancy are looked at with that; inside the caller's transaction."""
    return vacancy.reports.waiting().update(settled_at=timezone.now())


def _consider(row: Vacancy) -> None:
    """Tells the office of the first report, and hides the vacancy at the set number."""
    number = row.reports.waiting().count()
    if number == 1:
        notices.reported(row)
    if number >= settings.RULES["reports_to_hide"]:
        reason = DOUBTED.format(number)
        states.change(row, VacancyStatus.HIDDEN, by_id=None, reason=reason)
        notices.hidden(row, reason)


def _ready_to(name: str, vacancy: Vacancy, actor: Actor) -> Vacancy:
    """The locked row, when this actor may make the transition now."""
    transition = VACANCY_TRANSITIONS[name]
    row = states.locked(vacancy, "employer")
    if not rules.may_move(actor, row, transition):
        raise Refused(NOT_YOURS)
    if row.status == transition.target:
        raise AlreadyDone(transition.done)
    if row.status not in transition.sources:
        raise Refused(f"Lowongan berstatus “{row.get_status_display()}” tidak dapat {transition.word}.")
    return row


def _close(row: Vacancy, name: str, reason: str, actor: Actor | None = None) -> None:
    row.closed_at = timezone.now()
    row.close_reason = reason.strip()[:ONE_REASON]
    _move(row, name, actor=actor, reason=reason)


def _move(row: Vacancy, name: str, *, actor: Actor | None = None, reason: str = "", target: str | None = None) -> None:
    transition = VACANCY_TRANSITIONS[name]
    if transition.needs_reason and not reason.strip():
        raise Refused("Tulis dulu alasannya; BKK dan pelamar akan membacanya.")
    states.change(row, target or transition.target, by_id=actor.user_id if actor else None, reason=reason.strip())
    if row.status == VacancyStatus.PUBLISHED:
        tasks.alert_after_commit()


def _write(row: Vacancy, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if name not in MANY_TO_MANY:
            setattr(row, name, value)
    row.save()
    for name in MANY_TO_MANY:
        if name in fields:
            getattr(row, name).set(fields[name])
    index.put([row])


def _refuse_if_over(row: Vacancy) -> None:
    if row.closes_on < timezone.localdate():
        raise Refused("Tanggal tutupnya sudah lewat. Ubah tanggalnya dulu.")


def _refuse_if_unseen(row: Vacancy) -> None:
    if row.visibility == Visibility.SCHOOLS and not row.visible_schools.exists():
        raise Refused("Pilih dulu sekolah yang alumninya dapat melihat lowongan ini.")

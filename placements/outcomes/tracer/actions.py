"""Every write of an answer: its draft, its sending, and what it makes of what was known.

An answer makes an activity spell (source: self-report). It ends an unverified one that it contradicts. One that the BKK
has verified is never touched: both are kept, and the coordinator is asked (Contradiction).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.people.enums import Alignment, SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.outcomes.follow_ups import months_later
from placements.outcomes.spells import ONE_DAY, end_search, end_spell, mark_traced
from placements.outcomes.tracer import notices
from placements.outcomes.tracer.enums import AnswerChannel, Decision, Meaning, ResponseStatus
from placements.outcomes.tracer.models import Contradiction, TracerAnswer, TracerResponse
from placements.outcomes.tracer.questionnaire import Sheet, questions_of

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.outcomes.tracer.models import TracerCampaign

Claim = dict[str, Any]  # values of an ActivitySpell's fields: since, organisation, position, alignment
WORK_KINDS = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED)
ASKED_KINDS = (*WORK_KINDS, SpellKind.STUDYING, SpellKind.JOB_SEEKING, SpellKind.OUTSIDE)
PLACELESS = (SpellKind.JOB_SEEKING, SpellKind.OUTSIDE)
# The national form's four steps, beside ours.
ALIGNMENTS = {
    "sangat tidak selaras": Alignment.NONE,
    "tidak selaras": Alignment.LOOSE,
    "selaras": Alignment.CLOSE,
    "sangat selaras": Alignment.VERY_CLOSE,
}
CLOSED = "Tracer study ini sudah ditutup atau belum dimulai, jadi jawaban tidak dapat disimpan."
OTHER_SCHOOL = "Jawaban ini milik alumni sekolah lain."


def claims_of(sheet: Sheet, on: dt.date) -> dict[SpellKind, Claim]:
    """{SpellKind: fields of an ActivitySpell} of what somebody says to be doing on the day `on`."""
    claims: dict[SpellKind, Claim] = {}
    if sheet.said(Meaning.IS_STUDYING) == "Ya":
        claims[SpellKind.STUDYING] = _study(sheet, on)
    if work := sheet.said(Meaning.WORK_FORM):
        is_business = work.startswith("Berwirausaha")
        claims[WORK_KINDS[is_business]] = _business(sheet, on) if is_business else _work(sheet, on)
    elif search := _search(sheet):
        claims[search] = {"since": _search_began(sheet, on) if search == SpellKind.JOB_SEEKING else on}
    if len(claims) > 1:
        claims.pop(SpellKind.OUTSIDE, None)
    return claims


def _study(sheet: Sheet, on: dt.date) -> Claim:
    return {
        "since": _day(sheet.said(Meaning.STUDY_SINCE), on),
        "organisation": sheet.said(Meaning.STUDY_PLACE)[:150],
        "position": sheet.said(Meaning.STUDY_PROGRAMME)[:150],
        "alignment": _alignment(sheet.said(Meaning.STUDY_ALIGNMENT)),
    }


def _work(sheet: Sheet, on: dt.date) -> Claim:
    """The form asks when the first work began, not the present one: what is known better corrects it (_begin)."""
    return {
        "since": _day(sheet.said(Meaning.WORK_SINCE), on),
        "organisation": sheet.said(Meaning.WORK_PLACE)[:150],
        "position": sheet.said(Meaning.WORK_POSITION)[:150],
        "alignment": _alignment(sheet.said(Meaning.WORK_ALIGNMENT)),
    }


def _business(sheet: Sheet, on: dt.date) -> Claim:
    return {
        "since": _day(sheet.said(Meaning.BUSINESS_SINCE), on),
        "organisation": sheet.said(Meaning.BUSINESS_FIELD)[:150],
        "alignment": _alignment(sheet.said(Meaning.BUSINESS_ALIGNMENT)),
    }


def _search(sheet: Sheet) -> SpellKind | None:
    """JOB_SEEKING or OUTSIDE of who does not work; None where that was not asked."""
    for question in sheet.asked:
        if question.meaning == Meaning.SEARCH and (said := sheet.answers.get(question.number)):
            is_idle = all(option.startswith("Tidak melakukan") for option in said)
            return SpellKind.OUTSIDE if is_idle else SpellKind.JOB_SEEKING
    return None


def _search_began(sheet: Sheet, on: dt.date) -> dt.date:
    months = sheet.said(Meaning.SEARCH_MONTHS)
    return months_later(on, -int(months)) if months.isdecimal() else on


def _day(text: str, on: dt.date) -> dt.date:
    return min(dt.date.fromisoformat(text), on) if text else on


def _alignment(text: str) -> Alignment | None:
    return ALIGNMENTS.get(text.casefold())


def take_over(response: TracerResponse, sheet: Sheet) -> list[Contradiction]:
    """Writes the spells and contradictions of an answer, in the caller's transaction. Returns the contradictions."""
    on, person_id = timezone.localdate(), response.alumnus.person_id
    claims, questions, settled = claims_of(sheet, on), [], set()
    current = ActivitySpell.objects.on(on).filter(person_id=person_id, kind__in=ASKED_KINDS)
    for spell in current.select_for_update(of=("self",)).order_by("since", "pk"):
        claim = claims.get(SpellKind(spell.kind))
        if claim and _is_same(spell, claim):
            settled.add(spell.kind)
        elif not claim and _goes_with(spell, claims):
            continue
        elif spell.kind in PLACELESS:
            _end(spell, _work_of(claims), on)
        elif spell.verified_at:
            questions.append(ask(response.alumnus, spell, _as_json(spell.kind, claim), response))
            settled.add(spell.kind)
        else:
            _end(spell, claim, on)
    for kind, claim in claims.items():
        if kind not in settled:
            _begin(person_id, kind, claim)
    return questions


def _is_same(spell: ActivitySpell, claim: Claim) -> bool:
    return spell.kind in PLACELESS or _plain(spell.organisation) == _plain(claim["organisation"])


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _goes_with(spell: ActivitySpell, claims: dict[SpellKind, Claim]) -> bool:
    """The form asks for one work only: a business may stand beside a job."""
    return spell.kind in WORK_KINDS and _work_of(claims) is not None


def _work_of(
    claims: dict[SpellKind, Claim],
) -> Claim | None:
    return next((claims[kind] for kind in WORK_KINDS if kind in claims), None)


def _end(spell: ActivitySpell, claim: Claim | None, on: dt.date) -> None:
    day = claim["since"] if claim and claim["since"] > spell.since else on
    spell.until = max(spell.since, day - ONE_DAY)
    spell.save()


def _begin(person_id: int, kind: str, claim: Claim) -> None:
    """A new self-reported spell; it cannot have begun before the last known one of its kind was over."""
    known = ActivitySpell.objects.filter(person_id=person_id, kind=kind)
    last = known.filter(until__isnull=False, until__gte=claim["since"]).order_by("-until").first()
    since = min(last.until + ONE_DAY, timezone.localdate()) if last and last.until else claim["since"]
    same = known.filter(since=since, organisation__iexact=claim.get("organisation", ""))
    if not same.exists():
        fields = claim | {"since": since}
        ActivitySpell.objects.create(person_id=person_id, kind=kind, source=SpellSource.SELF, **fields)
    if kind in WORK_KINDS:
        end_search(person_id, since)


def ask(alumnus: Alumnus, spell: ActivitySpell, claim: Claim, response: TracerResponse | None = None) -> Contradiction:
    """The open Contradiction about this spell; asked before, it holds what was said last."""
    row, _ = Contradiction.objects.update_or_create(
        alumnus=alumnus, spell=spell, decided_at=None, defaults={"claim": claim, "response": response}
    )
    return row


def _as_json(kind: str, claim: Claim | None) -> Claim:
    return {**claim, "kind": kind, "since": claim["since"].isoformat()} if claim else {}


def write_claim(contradiction: Contradiction) -> None:
    """The spell that the answer would have made, once the coordinator has said that it is right."""
    claim = dict(contradiction.claim)
    if claim.get("kind"):
        kind, since = claim.pop("kind"), dt.date.fromisoformat(claim.pop("since"))
        _begin(contradiction.alumnus.person_id, kind, claim | {"since": since})


def save_draft(*, response: TracerResponse, answers: dict[str, list[str]]) -> None:
    """`answers`: {number as text: [value, …]}. Keystrokes leave no history; sending does."""
    with transaction.atomic():
        row = _open(response)
        status = ResponseStatus.STARTED if row.status == ResponseStatus.WAITING else row.status
        TracerResponse.objects.filter(pk=row.pk).update(draft=answers, status=status, updated_at=timezone.now())


def submit(
    *,
    response: TracerResponse,
    channel: AnswerChannel,
    actor: Actor | None = None,
    answers: dict[str, list[str]] | None = None,
) -> list[Contradiction]:
    """Makes the draft (or `answers`) final: rows, spells, and questions to the coordinator where it contradicts.

    Raises AlreadyDone for a second time, Refused when the campaign is over or something required is missing.
    Returns the contradictions.
    """
    with transaction.atomic():
        row = _open(response)
        sheet = Sheet(questions_of(row.campaign.questionnaire), row.draft if answers is None else answers)
        if sheet.missing:
            raise Refused(f"Masih ada pertanyaan yang belum dijawab: {sheet.missing[0].text}")
        TracerAnswer.objects.bulk_create(_rows(row, sheet))
        row.status, row.channel, row.draft, row.submitted_at = ResponseStatus.SUBMITTED, channel, {}, timezone.now()
        row.recorded_by_id = actor.user_id if actor and actor.school_id else None
        row.save()
        found = take_over(row, sheet)
        mark_traced([row.alumnus])
        if found and channel != AnswerChannel.UPLOAD:
            notices.tell_of_contradictions(row.campaign.school_id)
    return found


def _rows(response: TracerResponse, sheet: Sheet) -> list[TracerAnswer]:
    return [
        TracerAnswer(response=response, question=question, value=value[:300])
        for question in sheet.asked
        for value in sheet.answers.get(question.number, [])
    ]


def _open(response: TracerResponse) -> TracerResponse:
    """The row under its lock, if it may still be answered."""
    rows = TracerResponse.objects.select_for_update(of=("self",))
    row = rows.select_related("campaign__questionnaire", "alumnus").get(pk=response.pk)
    if row.is_submitted:
        raise AlreadyDone(f"Sudah dikirim {tanggal(row.submitted_at)}. Hubungi BKK bila ada yang salah.")
    if not row.campaign.is_open:
        raise Refused(CLOSED)
    return row


def decline(*, response: TracerResponse) -> None:
    """The person does not want to take part: no more reminders."""
    with transaction.atomic():
        row = _open(response)
        if row.status == ResponseStatus.DECLINED:
            raise AlreadyDone("Sudah tercatat bahwa Anda tidak ikut.")
        row.status, row.draft = ResponseStatus.DECLINED, {}
        row.save()


def mark_untraceable(*, response: TracerResponse, note: str, actor: Actor) -> None:
    """Nobody could reach this graduate: a status that is counted, here and on the alumni page."""
    with transaction.atomic():
        row = _of_school(response, actor)
        if row.is_submitted:
            raise Refused("Alumni ini sudah menjawab, jadi bukan tidak terlacak.")
        if row.status == ResponseStatus.UNTRACEABLE:
            raise AlreadyDone("Sudah dicatat tidak terlacak.")
        row.status, row.note = ResponseStatus.UNTRACEABLE, note[:300]
        row.save()
        alumnus = Alumnus.objects.select_for_update(of=("self",)).get(pk=row.alumnus_id)
        if alumnus.tracing == Tracing.UNKNOWN:
            alumnus.tracing = Tracing.UNTRACEABLE
            alumnus.save()


def ask_again(*, response: TracerResponse, actor: Actor) -> None:
    """Found after all, or willing after all: the graduate is among those asked again."""
    with transaction.atomic():
        row = _of_school(response, actor)
        if row.status not in (ResponseStatus.UNTRACEABLE, ResponseStatus.DECLINED):
            raise AlreadyDone("Sudah termasuk yang ditanya.")
        row.status = ResponseStatus.STARTED if row.draft else ResponseStatus.WAITING
        row.save()


def reopen(*, response: TracerResponse, actor: Actor) -> None:
    """Answers that were wrong become a draft again; the history of the response keeps them as they were sent."""
    with transaction.atomic():
        row = _of_school(response, actor)
        if not row.is_submitted:
            raise AlreadyDone("Sudah terbuka: jawabannya belum dikirim.")
        if not row.campaign.is_open:
            raise Refused(CLOSED)
        row.draft = answers_of(row)
        row.answers.all().delete()
        row.status, row.submitted_at = ResponseStatus.STARTED, None
        row.save()


def answers_of(response: TracerResponse) -> dict[str, list[str]]:
    """{number as text: [value, …]} of what was sent."""
    answers: dict[str, list[str]] = {}
    for number, value in response.answers.order_by("pk").values_list("question__number", "value"):
        answers.setdefault(str(number), []).append(value)
    return answers


def renew_link(*, response: TracerResponse, actor: Actor) -> TracerResponse:
    """Every earlier link stops working: for one that came into the wrong hands."""
    with transaction.atomic():
        row = _of_school(response, actor)
        row.link_version += 1
        row.save()
    return row


def send_link(*, response: TracerResponse, actor: Actor) -> None:
    """The personal link by letter, now. Refused without an address, or after the consent was withdrawn."""
    with transaction.atomic():
        row = _of_school(response, actor)
        _open(row)
        if not TracerResponse.objects.filter(pk=row.pk).contactable().exists():
            raise Refused("Alumni ini mencabut persetujuan untuk dihubungi. Kami tidak mengiriminya surel.")
        if not notices.invite(row):
            raise Refused("Alumni ini belum punya surel. Kirim tautannya lewat WhatsApp, atau isi lewat telepon.")
        TracerResponse.objects.filter(pk=row.pk).update(invited_at=timezone.now())


def _of_school(response: TracerResponse, actor: Actor) -> TracerResponse:
    rows = TracerResponse.objects.select_for_update(of=("self",))
    rows = rows.select_related("campaign__school", "campaign__questionnaire", "alumnus__person__user")
    row = rows.get(pk=response.pk)
    if actor.school_id != row.campaign.school_id:
        raise Refused(OTHER_SCHOOL)
    return row


def decide(
    *, contradiction: Contradiction, decision: str, actor: Actor, last_day: dt.date | None = None, note: str = ""
) -> Contradiction:
    """`decision`: Decision. Where the answer is right the verified activity ends on `last_day` (date).

    Raises AlreadyDone for a second decision, Refused where the day does not fit.
    """
    with transaction.atomic():
        rows = Contradiction.objects.select_for_update(of=("self",)).select_related("alumnus", "spell")
        row = rows.get(pk=contradiction.pk)
        if actor.school_id != row.alumnus.school_id:
            raise Refused(OTHER_SCHOOL)
        if row.decided_at:
            raise AlreadyDone(f"Sudah diputuskan: {row.get_decision_display().lower()}.")
        row.decision, row.note = decision, note[:300]
        row.decided_at, row.decided_by_id = timezone.now(), actor.user_id
        row.save()
        if decision == Decision.ANSWER and row.spell.until is None:
            if last_day is None:
                raise Refused("Isi hari terakhir kegiatan itu.")
            end_spell(spell=row.spell, last_day=last_day, actor=actor)
        if decision != Decision.RECORD:
            write_claim(row)
    return row


def tell_end(*, spell: ActivitySpell, last_day: dt.date, actor: Actor) -> bool:
    """A person says that an activity of theirs is over. A verified one is not touched: the BKK is asked.

    Returns True when the BKK is asked, False when it ended at once.
    """
    if spell.verified_at is None:
        end_spell(spell=spell, last_day=last_day, actor=actor)
        return False
    with transaction.atomic():
        alumnus = Alumnus.objects.filter(person_id=spell.person_id).order_by("-graduation_year", "pk").first()
        if spell.person_id != actor.person_id or alumnus is None:
            raise Refused("Kegiatan ini dicatat petugas. Hubungi mereka supaya tanggalnya diperbaiki.")
        ask(alumnus, spell, {"until": last_day.isoformat()})
        notices.tell_of_contradictions(alumnus.school_id)
    return True


def record_export(*, actor: Actor, campaign: TracerCampaign) -> None:
    record(AuditKind.EXPORTED, actor=actor, target=f"tracercampaign {campaign.pk}", detail="jawaban tracer")

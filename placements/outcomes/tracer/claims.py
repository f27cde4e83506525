"""What the answers say somebody does, and what becomes of what was known.

An answer makes an activity spell (source: self-report). It ends an unverified one that it contradicts. One that the BKK
has verified is never touched: both are kept, and the coordinator is asked (Contradiction).
"""

import datetime as dt

from django.utils import timezone

from bkk_portal.people.enums import Alignment, SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from placements.outcomes.follow_ups import months_later
from placements.outcomes.spells import ONE_DAY, end_search
from placements.outcomes.tracer.enums import Meaning
from placements.outcomes.tracer.models import Contradiction

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


def claims_of(sheet, on):
    """{SpellKind: fields of an ActivitySpell} of what somebody says to be doing on the day `on`."""
    claims = {}
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


def _study(sheet, on):
    return {
        "since": _day(sheet.said(Meaning.STUDY_SINCE), on),
        "organisation": sheet.said(Meaning.STUDY_PLACE)[:150],
        "position": sheet.said(Meaning.STUDY_PROGRAMME)[:150],
        "alignment": _alignment(sheet.said(Meaning.STUDY_ALIGNMENT)),
    }


def _work(sheet, on):
    """The form asks when the first work began, not the present one: what is known better corrects it (_begin)."""
    return {
        "since": _day(sheet.said(Meaning.WORK_SINCE), on),
        "organisation": sheet.said(Meaning.WORK_PLACE)[:150],
        "position": sheet.said(Meaning.WORK_POSITION)[:150],
        "alignment": _alignment(sheet.said(Meaning.WORK_ALIGNMENT)),
    }


def _business(sheet, on):
    return {
        "since": _day(sheet.said(Meaning.BUSINESS_SINCE), on),
        "organisation": sheet.said(Meaning.BUSINESS_FIELD)[:150],
        "alignment": _alignment(sheet.said(Meaning.BUSINESS_ALIGNMENT)),
    }


def _search(sheet):
    """JOB_SEEKING or OUTSIDE of who does not work; None where that was not asked."""
    for question in sheet.asked:
        if question.meaning == Meaning.SEARCH and (said := sheet.answers.get(question.number)):
            is_idle = all(option.startswith("Tidak melakukan") for option in said)
            return SpellKind.OUTSIDE if is_idle else SpellKind.JOB_SEEKING
    return None


def _search_began(sheet, on):
    months = sheet.said(Meaning.SEARCH_MONTHS)
    return months_later(on, -int(months)) if months.isdecimal() else on


def _day(text, on):
    return min(dt.date.fromisoformat(text), on) if text else on


def _alignment(text):
    return ALIGNMENTS.get(text.casefold())


def take_over(response, sheet):
    """Writes the spells and contradictions of an answer, in the caller's transaction. Returns the contradictions."""
    on, person_id = timezone.localdate(), response.alumnus.person_id
    claims, questions, settled = claims_of(sheet, on), [], set()
    current = ActivitySpell.objects.on(on).filter(person_id=person_id, kind__in=ASKED_KINDS)
    for spell in current.select_for_update(of=("self",)).order_by("since", "pk"):
        claim = claims.get(spell.kind)
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


def _is_same(spell, claim):
    return spell.kind in PLACELESS or _plain(spell.organisation) == _plain(claim["organisation"])


def _plain(text):
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _goes_with(spell, claims):
    """The form asks for one work only: a business may stand beside a job."""
    return spell.kind in WORK_KINDS and _work_of(claims) is not None


def _work_of(claims):
    return next((claims[kind] for kind in WORK_KINDS if kind in claims), None)


def _end(spell, claim, on):
    day = claim["since"] if claim and claim["since"] > spell.since else on
    spell.until = max(spell.since, day - ONE_DAY)
    spell.save()


def _begin(person_id, kind, claim):
    """A new self-reported spell; it cannot have begun before the last known one of its kind was over."""
    known = ActivitySpell.objects.filter(person_id=person_id, kind=kind)
    last = known.filter(until__isnull=False, until__gte=claim["since"]).order_by("-until").first()
    since = min(last.until + ONE_DAY, timezone.localdate()) if last else claim["since"]
    same = known.filter(since=since, organisation__iexact=claim.get("organisation", ""))
    if not same.exists():
        fields = claim | {"since": since}
        ActivitySpell.objects.create(person_id=person_id, kind=kind, source=SpellSource.SELF, **fields)
    if kind in WORK_KINDS:
        end_search(person_id, since)


def ask(alumnus, spell, claim, response=None):
    """The open Contradiction about this spell; asked before, it holds what was said last."""
    row, _ = Contradiction.objects.update_or_create(
        alumnus=alumnus, spell=spell, decided_at=None, defaults={"claim": claim, "response": response}
    )
    return row


def _as_json(kind, claim):
    return {**claim, "kind": kind, "since": claim["since"].isoformat()} if claim else {}


def write_claim(contradiction):
    """The spell that the answer would have made, once the coordinator has said that it is right."""
    claim = dict(contradiction.claim)
    if claim.get("kind"):
        kind, since = claim.pop("kind"), dt.date.fromisoformat(claim.pop("since"))
        _begin(contradiction.alumnus.person_id, kind, claim | {"since": since})

"""Answering, by whichever way: the draft, sending it, saying no; and what the BKK notes about one graduate."""

from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.audit import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import tanggal
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.outcomes.spells import end_spell, mark_traced
from placements.outcomes.tracer import claims, notices
from placements.outcomes.tracer.enums import AnswerChannel, Decision, ResponseState
from placements.outcomes.tracer.models import Contradiction, TracerAnswer, TracerResponse
from placements.outcomes.tracer.sheet import Sheet, questions_of

CLOSED = "Tracer study ini sudah ditutup atau belum dimulai, jadi jawaban tidak dapat disimpan."
OTHER_SCHOOL = "Jawaban ini milik alumni sekolah lain."


def save_draft(*, response, answers):
    """`answers`: {number as text: [value, …]}. Keystrokes leave no history; sending does."""
    with transaction.atomic():
        row = _open(response)
        state = ResponseState.STARTED if row.state == ResponseState.WAITING else row.state
        TracerResponse.objects.filter(pk=row.pk).update(draft=answers, state=state, updated_at=timezone.now())


def submit(*, response, channel, actor=None, answers=None):
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
        row.state, row.channel, row.draft, row.submitted_at = ResponseState.SUBMITTED, channel, {}, timezone.now()
        row.recorded_by_id = actor.user_id if actor and actor.school_id else None
        row.save()
        found = claims.take_over(row, sheet)
        mark_traced([row.alumnus])
        if found and channel != AnswerChannel.UPLOAD:
            notices.tell_of_contradictions(row.campaign.school_id)
    return found


def _rows(response, sheet):
    return [
        TracerAnswer(response=response, question=question, value=value[:300])
        for question in sheet.asked
        for value in sheet.answers.get(question.number, [])
    ]


def _open(response):
    """The row under its lock, if it may still be answered."""
    rows = TracerResponse.objects.select_for_update(of=("self",))
    row = rows.select_related("campaign__questionnaire", "alumnus").get(pk=response.pk)
    if row.is_submitted:
        raise AlreadyDone(f"Sudah dikirim {tanggal(row.submitted_at)}. Hubungi BKK bila ada yang salah.")
    if not row.campaign.is_open:
        raise Refused(CLOSED)
    return row


def decline(*, response):
    """The person does not want to take part: no more reminders."""
    with transaction.atomic():
        row = _open(response)
        if row.state == ResponseState.DECLINED:
            raise AlreadyDone("Sudah tercatat bahwa Anda tidak ikut.")
        row.state, row.draft = ResponseState.DECLINED, {}
        row.save()


def mark_untraceable(*, response, note, actor):
    """Nobody could reach this graduate: a status that is counted, here and on the alumni page."""
    with transaction.atomic():
        row = _of_school(response, actor)
        if row.is_submitted:
            raise Refused("Alumni ini sudah menjawab, jadi bukan tidak terlacak.")
        if row.state == ResponseState.UNTRACEABLE:
            raise AlreadyDone("Sudah dicatat tidak terlacak.")
        row.state, row.note = ResponseState.UNTRACEABLE, note[:300]
        row.save()
        alumnus = Alumnus.objects.select_for_update(of=("self",)).get(pk=row.alumnus_id)
        if alumnus.tracing == Tracing.UNKNOWN:
            alumnus.tracing = Tracing.UNTRACEABLE
            alumnus.save()


def ask_again(*, response, actor):
    """Found after all, or willing after all: the graduate is among those asked again."""
    with transaction.atomic():
        row = _of_school(response, actor)
        if row.state not in (ResponseState.UNTRACEABLE, ResponseState.DECLINED):
            raise AlreadyDone("Sudah termasuk yang ditanya.")
        row.state = ResponseState.STARTED if row.draft else ResponseState.WAITING
        row.save()


def reopen(*, response, actor):
    """Answers that were wrong become a draft again; the history of the response keeps them as they were sent."""
    with transaction.atomic():
        row = _of_school(response, actor)
        if not row.is_submitted:
            raise AlreadyDone("Sudah terbuka: jawabannya belum dikirim.")
        if not row.campaign.is_open:
            raise Refused(CLOSED)
        row.draft = answers_of(row)
        row.answers.all().delete()
        row.state, row.submitted_at = ResponseState.STARTED, None
        row.save()


def answers_of(response):
    """{number as text: [value, …]} of what was sent."""
    answers = {}
    for number, value in response.answers.order_by("pk").values_list("question__number", "value"):
        answers.setdefault(str(number), []).append(value)
    return answers


def renew_link(*, response, actor):
    """Every earlier link stops working: for one that came into the wrong hands."""
    with transaction.atomic():
        row = _of_school(response, actor)
        row.link_version += 1
        row.save()
    return row


def send_link(*, response, actor):
    """The personal link by letter, now. Refused without an address, or after the consent was withdrawn."""
    with transaction.atomic():
        row = _of_school(response, actor)
        _open(row)
        if not TracerResponse.objects.filter(pk=row.pk).contactable().exists():
            raise Refused("Alumni ini mencabut persetujuan untuk dihubungi. Kami tidak mengiriminya surel.")
        if not notices.invite(row):
            raise Refused("Alumni ini belum punya surel. Kirim tautannya lewat WhatsApp, atau isi lewat telepon.")
        TracerResponse.objects.filter(pk=row.pk).update(invited_at=timezone.now())


def _of_school(response, actor):
    rows = TracerResponse.objects.select_for_update(of=("self",))
    row = rows.select_related("campaign__school", "campaign__questionnaire", "alumnus__person__user").get(
        pk=response.pk
    )
    if actor.school_id != row.campaign.school_id:
        raise Refused(OTHER_SCHOOL)
    return row


def decide(*, contradiction, decision, actor, last_day=None, note=""):
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
            end_spell(spell=row.spell, last_day=last_day, actor=actor)
        if decision != Decision.RECORD:
            claims.write_claim(row)
    return row


def tell_end(*, spell, last_day, actor):
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
        claims.ask(alumnus, spell, {"until": last_day.isoformat()})
        notices.tell_of_contradictions(alumnus.school_id)
    return True


def record_export(*, actor, campaign):
    record(AuditKind.EXPORTED, actor=actor, target=f"tracercampaign {campaign.pk}", detail="jawaban tracer")

"""The questionnaire as the forum edits it: only a draft changes; what was published stays as it was answered."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.outcomes.tracer import conditions
from placements.outcomes.tracer.models import TracerQuestion, TracerQuestionnaire

PUBLISHED = "Versi ini sudah diterbitkan dan tidak dapat diubah. Buat versi baru."
COPIED = ("number", "position", "block", "text", "help", "kind", "options", "condition", "is_required", "meaning")


def start_draft(*, actor):
    """The next version, a copy of the one in force. AlreadyDone when somebody has begun one."""
    _refuse_others(actor)
    with transaction.atomic():
        versions = list(TracerQuestionnaire.objects.select_for_update().order_by("-number"))
        if any(version.is_draft for version in versions):
            raise AlreadyDone("Sudah ada rancangan. Lanjutkan yang itu.")
        source = TracerQuestionnaire.objects.in_force()
        draft = TracerQuestionnaire.objects.create(
            number=versions[0].number + 1 if versions else 1, title=source.title if source else "Tracer study SMK"
        )
        for question in source.questions.order_by("position", "pk") if source else ():
            TracerQuestion.objects.create(questionnaire=draft, **{name: getattr(question, name) for name in COPIED})
    return draft


def save_question(*, questionnaire, question, actor):
    """An edited or a new question; a new one gets the next number and stands at the end of its block."""
    _refuse_others(actor)
    with transaction.atomic():
        row = _draft(questionnaire)
        question.questionnaire = row
        if question.pk is None:
            tops = row.questions.aggregate(number=Max("number"), position=Max("position"))
            question.number = (tops["number"] or 0) + 1
            question.position = _end_of_block(row, question.block, tops["position"] or 0)
        question.save()
    return question


def _end_of_block(draft, block, last):
    """The place after the block's last question; those behind it move on."""
    place = (draft.questions.filter(block=block).aggregate(top=Max("position"))["top"] or last) + 1
    for question in draft.questions.filter(position__gte=place).order_by("-position"):
        question.position += 1
        question.save()
    return place


def move_question(*, question, up, actor):
    """One place up or down within its block."""
    _refuse_others(actor)
    with transaction.atomic():
        draft = _draft(question.questionnaire)
        row = draft.questions.get(pk=question.pk)
        others = draft.questions.filter(block=row.block)
        if up:
            neighbour = others.filter(position__lt=row.position).order_by("-position").first()
        else:
            neighbour = others.filter(position__gt=row.position).order_by("position").first()
        if neighbour is None:
            raise AlreadyDone("Sudah di ujung bagiannya.")
        row.position, neighbour.position = neighbour.position, row.position
        row.save()
        neighbour.save()


def remove_question(*, question, actor):
    """Out of the draft. Refused for what the portal reads BMW from, and for what another condition looks at."""
    _refuse_others(actor)
    with transaction.atomic():
        row = _draft(question.questionnaire).questions.get(pk=question.pk)
        if row.meaning:
            raise Refused("Pertanyaan ini dipakai portal untuk menghitung BMW, jadi tidak dapat dihapus.")
        looking = [q.number for q in row.questionnaire.questions.order_by("position") if row.number in _seen_by(q)]
        if looking:
            raise Refused(f"Syarat pertanyaan no.{looking[0]} melihat pertanyaan ini. Ubah syarat itu dulu.")
        row.delete()


def _seen_by(question):
    return {part.number for way in conditions.parse(question.condition) for part in way}


def problems_of(questionnaire):
    """[(question, sentence)]: why a draft cannot be published yet."""
    earlier, found = {}, []
    for question in questionnaire.questions.order_by("position", "pk"):
        found += [(question, fault) for fault in conditions.problems(question.condition, earlier)]
        earlier[question.number] = question
    return found


def publish(*, questionnaire, note, actor):
    """From now on new campaigns ask these questions; running ones keep theirs. Refused while something is wrong."""
    _refuse_others(actor)
    with transaction.atomic():
        row = TracerQuestionnaire.objects.select_for_update().get(pk=questionnaire.pk)
        if not row.is_draft:
            raise AlreadyDone("Sudah diterbitkan.")
        if problems := problems_of(row):
            raise Refused(f"Perbaiki dulu no.{problems[0][0].number}: {problems[0][1]}")
        row.note, row.published_at = note[:1000], timezone.now()
        row.published_by = User.objects.get(pk=actor.user_id)
        row.save()
    return row


def discard(*, questionnaire, actor):
    _refuse_others(actor)
    with transaction.atomic():
        _draft(questionnaire).delete()


def _draft(questionnaire):
    row = TracerQuestionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if not row.is_draft:
        raise Refused(PUBLISHED)
    return row


def _refuse_others(actor):
    if not actor.is_forum:
        raise Refused("Kuesioner hanya diubah oleh ketua forum BKK.")

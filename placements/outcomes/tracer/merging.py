"""When two records of one alumnus become one."""

from placements.outcomes.tracer.models import TracerAnswer


def answered(ours, theirs):
    """A merge rule: of two responses in one campaign the one that was sent first stays.

    The answers of the other would mix with its own: they go into its last version in the history.
    """
    stays, goes = sorted((ours, theirs), key=lambda row: (not row.is_submitted, row.submitted_at or row.created_at))
    answers = TracerAnswer.objects.filter(response=goes)
    told = list(answers.order_by("question__position", "pk").values_list("question_id", "value"))
    if told:
        goes.draft = {"jawaban": told}
        answers.delete()
    return stays, goes

"""Certificates of last year's classes, real ones: PDF, number, QR. The latest classes still wait for the office.

Issuing those of all years takes longer than a demo may.
"""

import datetime as dt

from bkk_portal.accounts.actor import actor_for
from bkk_portal.accounts.hats import hats_of
from trainings.participants.certificates import issue_certificates
from trainings.participants.models import Participant
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training

DAYS_BACK, STILL_WAITING = 365, 30
DAYS_AFTER_THE_END = 5


def demo_certificates(city):
    ended = Training.objects.filter(
        state=TrainingState.FINISHED,
        ends_on__range=(city.days_ago(DAYS_BACK), city.days_ago(STILL_WAITING)),
        pk__in=Participant.objects.passed().order_by().values("training"),
    )
    actors = {}
    for training in ended.select_related("created_by").order_by("ends_on", "pk"):
        user = training.created_by
        if user.pk not in actors:
            actors[user.pk] = actor_for(user, next(iter(hats_of(user))))
        day = training.ends_on + dt.timedelta(days=DAYS_AFTER_THE_END)
        issue_certificates(training=training, actor=actors[user.pk], issued_on=day)

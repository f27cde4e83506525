from django.db import transaction
from django_tasks import task

from placements.vacancies.saved import alerts


@task()
def alert_people() -> None:
    """Who wants to hear at once does; everyone else's rows wait for their morning."""
    alerts.announce_new()
    alerts.tell_due()


def alert_after_commit() -> None:
    """Once a transaction, however many vacancies it made public."""
    waiting = transaction.get_connection().run_on_commit
    if not any(entry[1] is _start for entry in waiting):
        transaction.on_commit(_start)


def _start() -> None:
    alert_people.enqueue()

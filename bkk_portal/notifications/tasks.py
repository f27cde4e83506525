from django_tasks import task

from bkk_portal.notifications.sending import send_due


@task()
def send_outbox():
    """Sends what waits; what fails stays for the chore of the same name."""
    send_due()

from placements.matching.actions import expire
from placements.matching.models import VacancyInvitation


def expire_invitations(dry_run):
    """Ends invitations that nobody answered before the vacancy closed."""
    due = VacancyInvitation.objects.waiting().of_closed().order_by("pk")
    if dry_run:
        return f"{due.count()} undangan yang tidak dijawab akan diakhiri."
    ended = sum(expire(invitation=invitation) for invitation in due.only("pk").iterator())
    return f"{ended} undangan yang tidak dijawab diakhiri."

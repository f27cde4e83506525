from bkk_portal.kit.listing import Listing
from placements.applications.selection.filters import CallFilter
from placements.applications.selection.models import SelectionInvitation


def called_to(day, actor):
    return SelectionInvitation.objects.visible_to(actor).filter(day=day)


def people_of(request, day):
    """Listing of who is called to a day and whom this actor may see, by session and name."""
    return Listing(
        request,
        called_to(day, request.actor),
        order=["session__starts_at", "application__alumnus__person__name", "pk"],
        per_page=50,
        filterset=CallFilter,
        prepare=lambda found: found.with_people(),
    )

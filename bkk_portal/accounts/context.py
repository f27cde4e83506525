from django.utils.functional import SimpleLazyObject

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.accounts.enums import Role
from bkk_portal.kit import registry
from bkk_portal.kit.navigation import desk_items


def portal(request):
    """What every page knows: for whom it acts, where that person can go, what waits for them."""
    actor = getattr(request, "actor", ANONYMOUS)
    return {
        "actor": actor,
        "hats": getattr(request, "hats", []),
        "nav": () if _is_newcomer(actor) else desk_items(actor.role),
        "unread_notifications": SimpleLazyObject(lambda: _unread(actor)),
    }


def _is_newcomer(actor):
    """Signed in, but nobody yet: the desk's pages would all lead back to the start."""
    return actor.role == Role.PERSON and actor.person_id is None


def _unread(actor):
    return registry.unread_counters["notifications"](actor) if actor.is_authenticated else 0

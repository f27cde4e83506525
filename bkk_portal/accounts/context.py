from django.utils.functional import SimpleLazyObject

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit import registry
from bkk_portal.kit.navigation import desk_items


def portal(request):
    """What every page knows: for whom it acts, where that person can go, what waits for them."""
    actor = getattr(request, "actor", ANONYMOUS)
    return {
        "actor": actor,
        "hats": getattr(request, "hats", []),
        "nav": desk_items(actor.role),
        "unread_notifications": SimpleLazyObject(lambda: _unread(actor)),
    }


def _unread(actor):
    return registry.unread_counters["notifications"](actor) if actor.is_authenticated else 0

from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from bkk_portal.kit import registry


def hats_of(user):
    """Every hat this user may wear, the desk ones first. Apps contribute through `kit.registry.hats`."""
    hats = [hat for entry in registry.hats for hat in entry.function(user)]
    if user.is_superuser:
        hats.append(Hat("superuser", Role.SUPERUSER, "Pengelola portal", "/admin/"))
    return hats

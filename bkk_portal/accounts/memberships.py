"""What the rooms that own memberships (offices, schools, employers) build their providers from."""

from bkk_portal.kit.errors import AlreadyDone


def start_membership(model, *, user, invited_by, **fields):
    """A new current row of a Membership model; AlreadyDone when this user has one in the same place."""
    scope = {model.scope_field: fields[model.scope_field]}
    if model.objects.current().filter(user=user, **scope).exists():
        raise AlreadyDone("Sudah menjadi anggota di sini; tidak ada yang diubah.")
    return model.objects.create(user=user, invited_by=invited_by, **fields)

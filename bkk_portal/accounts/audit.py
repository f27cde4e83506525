"""The audit log: who did something that must be answerable for."""

from bkk_portal.accounts.models import AuditEvent


def record(kind, *, actor=None, user=None, target="", detail="", agency_id=None):
    """Write one AuditEvent, in the caller's transaction.

    `actor` (accounts.actor.Actor) says who and as what; `user` is for events outside a request's actor.
    `target` and `detail` name kinds and row numbers only, never a person, a number or an address.
    """
    return AuditEvent.objects.create(
        kind=kind,
        user_id=actor.user_id if actor else user and user.pk,
        acting_as=actor.label if actor else "",
        agency_id=agency_id or (actor.agency_id if actor else None),
        target=target,
        detail=detail,
    )


def record_many(kind, targets, *, actor, detail=""):
    """One AuditEvent for each of `targets`, else as record."""
    who = {"kind": kind, "user_id": actor.user_id, "acting_as": actor.label, "agency_id": actor.agency_id}
    AuditEvent.objects.bulk_create(AuditEvent(**who, target=target, detail=detail) for target in targets)

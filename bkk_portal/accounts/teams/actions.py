from __future__ import annotations

import datetime
import secrets
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.access import may_end, may_invite
from bkk_portal.accounts.actions import create_account, give_consents
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.entrance.logins import find_login
from bkk_portal.accounts.enums import AGENCY_ROLES, AuditKind, ConsentPurpose, Role
from bkk_portal.accounts.models import Consent, Invitation, Membership
from bkk_portal.accounts.queries import token_hash
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import User
    from bkk_portal.accounts.queries import MembershipQuerySet

Member = TypeVar("Member", bound=Membership)


def start_membership(model: type[Member], *, user: User, invited_by: User, **fields: Any) -> Member:
    """A new current row of a Membership model; AlreadyDone when this user has one in the same place."""
    scope = {model.scope_field: fields[model.scope_field]}
    rows = cast("MembershipQuerySet", model._default_manager.all())
    if rows.current().filter(user=user, **scope).exists():
        raise AlreadyDone("Sudah menjadi anggota di sini; tidak ada yang diubah.")
    return model._default_manager.create(user=user, invited_by=invited_by, **fields)


def invite(
    *, actor: Actor, role: str, scope_id: int, scope_label: str, name: str, login: str
) -> tuple[Invitation, str]:
    """(Invitation, token). The token is in the link and nowhere else; only its hash is stored.

    `login`: e-mail or phone as typed. With an e-mail the link is sent as well. Raises Refused when the actor may
    not invite for that role and place, AlreadyDone when the same invitation is still open.
    """
    if not may_invite(actor, role, scope_id):
        raise Refused("Anda tidak dapat mengundang orang untuk peran ini.")
    field, value = find_login(login)
    if field not in ("email", "phone"):
        raise Refused("Isi surel atau nomor HP orang yang diundang, misalnya 0812-3456-7890.")
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        _refuse_second(role, scope_id, value)
        invitation = Invitation.objects.create(
            role=role,
            scope_id=scope_id,
            scope_label=scope_label,
            name=name,
            login=value,
            token_hash=token_hash(token),
            expires_at=timezone.now() + datetime.timedelta(days=settings.RULES["invitation_days"]),
            invited_by_id=actor.signed_in_id,
        )
        if field == "email":
            _send(invitation, token)
    return invitation, token


def _refuse_second(role: str, scope_id: int, login: str) -> None:
    same = Invitation.objects.open().filter(role=role, scope_id=scope_id, login=login).first()
    if same:
        raise AlreadyDone(
            f"Sudah diundang: undangan untuk {login} berlaku sampai {tanggal(same.expires_at)}. "
            "Batalkan dulu bila tautannya hilang."
        )


def invitation_link(token: str) -> str:
    """The absolute address to hand over."""
    return f"{settings.PUBLIC_URL}{reverse('invitation_accept', args=[token])}"


def _send(invitation: Invitation, token: str) -> None:
    body = (
        f"Halo {invitation.name},\n\n{invitation.invited_by} mengundang Anda ke Portal BKK Kota Kupang sebagai "
        f"{invitation.get_role_display()} untuk {invitation.scope_label}.\n\nBuka tautan ini untuk menerimanya, "
        f"paling lambat {tanggal(invitation.expires_at)}:\n{invitation_link(token)}\n\n"
        "Abaikan surat ini bila Anda tidak mengenal pengundangnya."
    )
    registry.mailers["outbox"](address=invitation.login, subject="Undangan Portal BKK Kota Kupang", body=body)


def revoke_invitation(*, invitation: Invitation, actor: Actor) -> Invitation:
    """The link stops working. Refused once it was accepted, AlreadyDone when it was revoked before."""
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().visible_to(actor).get(pk=invitation.pk)
        if invitation.accepted_at:
            raise Refused("Undangan ini sudah diterima. Akhiri keanggotaannya bila perlu.")
        if invitation.revoked_at:
            raise AlreadyDone("Sudah dibatalkan sebelumnya.")
        invitation.revoked_at = timezone.now()
        invitation.save()
    return invitation


def accept_invitation(*, token: str, user: User) -> Membership:
    """The membership that the invitation promised. Refused when it expired, was revoked or belongs to somebody else,
    and without the consent of those who work here.
    """
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().with_token(token).first()
        if invitation is None:
            raise Refused("Tautan undangan ini tidak dikenal. Minta tautan baru dari yang mengundang Anda.")
        _refuse_dead(invitation, user)
        if ConsentPurpose.STAFF not in Consent.objects.current().filter(user=user).purposes():
            raise Refused("Undangan tidak dapat diterima tanpa persetujuan pencatatan pekerjaan Anda.")
        maker = registry.membership_makers[invitation.role]
        membership = maker(user, invitation.scope_id, invitation.invited_by)
        invitation.accepted_by, invitation.accepted_at = user, timezone.now()
        invitation.save()
        record(
            AuditKind.ROLE_CHANGED,
            user=user,
            target=f"{membership._meta.model_name} {membership.pk}",
            detail=f"mulai: {Role(invitation.role).label}",
            agency_id=invitation.scope_id if invitation.role in AGENCY_ROLES else None,
        )
    return membership


def join_by_invitation(
    *, token: str, user: User | None = None, consents: Collection[ConsentPurpose] = (), **account: Any
) -> User:
    """The membership that was offered, to a new account (see create_account) or to `user`: all of it or nothing."""
    with transaction.atomic():
        if user is None:
            user = create_account(consents=consents, **account)
        else:
            give_consents(user=user, purposes=consents)
        accept_invitation(token=token, user=user)
    return user


def _refuse_dead(invitation: Invitation, user: User) -> None:
    if invitation.accepted_at:
        if invitation.accepted_by_id == user.pk:
            raise AlreadyDone("Sudah diterima. Anda sudah dapat bertindak dengan peran ini.")
        raise Refused("Undangan ini sudah dipakai. Minta tautan baru dari yang mengundang Anda.")
    if not invitation.is_open:
        raise Refused("Undangan ini sudah tidak berlaku. Minta tautan baru dari yang mengundang Anda.")


def end_membership(*, membership: Member, reason: str, actor: Actor) -> Member:
    """Ends today and stays on record. Refused without the right or a reason, AlreadyDone when it ended before."""
    with transaction.atomic():
        membership = type(membership)._default_manager.select_for_update().get(pk=membership.pk)
        if not may_end(actor, membership):
            raise Refused("Anda tidak dapat mengakhiri keanggotaan ini.")
        if not membership.is_current:
            raise AlreadyDone(f"Sudah berakhir pada {tanggal(membership.ended_on)}.")
        if not reason.strip():
            raise Refused("Isi alasannya, misalnya pindah tugas.")
        membership.ended_on, membership.end_reason = timezone.localdate(), reason.strip()
        membership.save()
        record(
            AuditKind.ROLE_CHANGED,
            actor=actor,
            target=f"{membership._meta.model_name} {membership.pk}",
            detail=f"berakhir: {membership.role_given.label}",
        )
    return membership

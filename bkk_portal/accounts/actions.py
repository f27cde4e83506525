from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.actor import hats_of
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import BY_PURPOSE, NEEDED, AuditKind, ConsentPurpose, Role
from bkk_portal.accounts.models import Consent, User
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor


TAKEN = {
    "email": "Surel ini sudah dipakai akun lain. Masuk dengan surel itu, atau atur ulang kata sandinya.",
    "phone": "Nomor HP ini sudah dipakai akun lain. Masuk dengan nomor itu, atau pakai nomor lain.",
    "nisn": "NISN ini sudah dipakai akun lain. Masuk dengan NISN itu, atau hubungi BKK sekolah Anda.",
}
TAKEN_BY_OTHER = {
    "email": "Surel ini sudah dipakai akun lain. Pakai surel lain, atau hubungi pengelola portal.",
    "phone": "Nomor HP ini sudah dipakai akun lain. Pakai nomor lain, atau hubungi pengelola portal.",
}
JUST_TAKEN = "Surel, nomor HP atau NISN ini baru saja dipakai akun lain."
LOGIN_WORDS = {"email": "surel", "phone": "nomor HP"}
NOT_YOU = "Bukan Anda yang melakukannya? Segera ganti kata sandi dan hubungi pengelola portal."
OLD_ADDRESS = """Halo {name},

{title} pada akun Anda di Portal BKK Kota Kupang. Surat ini dikirim ke surel yang lama: mulai sekarang surel ini tidak
dipakai lagi untuk masuk, dan tidak lagi menerima surat dari portal.

Bukan Anda yang melakukannya? Segera hubungi pengelola portal, alamatnya ada di {help}

--
Portal BKK Kota Kupang
"""
NO_LOGIN = "Isi surel atau nomor HP supaya akun dapat dipakai masuk."


def create_account(
    *,
    name: str,
    password: str,
    consents: Collection[ConsentPurpose],
    email: str = "",
    phone: str = "",
    nisn: str = "",
    guardian_name: str = "",
) -> User:
    """A User who can sign in, with the consents given (iterable of ConsentPurpose; a needed one among them).

    `email` and `phone` as accounts.logins.find_login gives them. `guardian_name`: who consents for somebody
    under 18 (UU 27/2022 art. 25). Raises Refused when a login is taken, missing, or the needed consent is.
    """
    logins = {"email": email.lower(), "phone": phone, "nisn": nisn}
    _refuse_without_login_or_consent(logins, consents)
    with transaction.atomic():
        _refuse_taken(logins)
        user = _create_user(name=name, password=password, **logins)
        for purpose in consents:
            give_consent(user=user, purpose=purpose, given_by=guardian_name)
    return user


def _refuse_without_login_or_consent(logins: dict[str, str], consents: Collection[ConsentPurpose]) -> None:
    if not any(logins.values()):
        raise Refused(NO_LOGIN)
    if NEEDED.isdisjoint(consents):
        raise Refused("Akun tidak dapat dibuat tanpa persetujuan pemakaian data diri.")


def _refuse_taken(logins: dict[str, str], sentences: dict[str, str] = TAKEN) -> None:
    for field, value in logins.items():
        if value and User.objects.filter(**{field: value}).exists():
            raise Refused(sentences[field])


def _create_user(*, name: str, password: str, email: str, phone: str, nisn: str) -> User:
    try:
        with transaction.atomic():
            return User.objects.create_user(name=name, password=password, email=email, phone=phone, nisn=nisn or None)
    except IntegrityError as error:  # somebody took the login between the question and the insert
        raise Refused(JUST_TAKEN) from error


def change_logins(*, user: User, email: str, phone: str, actor: Actor) -> User:
    """One's own ways to sign in: an e-mail address, and a phone as +62…; either may be "". The NISN stays.

    The old address is told by letter, and the owner in the portal. AlreadyDone when nothing would change; Refused
    when a login belongs to somebody else, or none would be left.
    """
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        wanted = {"email": email.lower(), "phone": phone}
        changed = {field: value for field, value in wanted.items() if value != (getattr(user, field) or "")}
        if not changed:
            raise AlreadyDone("Sudah begitu; tidak ada yang diubah.")
        if not any([*wanted.values(), user.nisn]):
            raise Refused(NO_LOGIN)
        _refuse_taken(changed, TAKEN_BY_OTHER)
        old_email = user.email
        _save_logins(user, changed)
        _tell_of_logins(user, old_email, changed, actor)
    return user


def _save_logins(user: User, changed: dict[str, str]) -> None:
    for field, value in changed.items():
        setattr(user, field, value or None)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:  # as above
        raise Refused(JUST_TAKEN) from error
    EmailAddress.objects.filter(user=user).exclude(email=user.email or "").delete()  # allauth would remember it


def _tell_of_logins(user: User, old_email: str | None, changed: dict[str, str], actor: Actor) -> None:
    what = " dan ".join(LOGIN_WORDS[field] for field in changed)
    record(AuditKind.LOGIN_CHANGED, actor=actor, target=f"user {user.pk}", detail=what)
    title = f"{what[0].upper()}{what[1:]} untuk masuk diganti"
    registry.mailers["notify"](user=user, topic="account", title=title, body=NOT_YOU, url="/akun/")
    if old_email and "email" in changed:
        body = OLD_ADDRESS.format(name=user.name, title=title, help=f"{settings.PUBLIC_URL}{reverse('privacy')}")
        registry.mailers["outbox"](address=old_email, subject=title, body=body, user=user)


def give_consent(*, user: User, purpose: str, given_by: str = "", actor: Actor | None = None) -> Consent:
    """The wording in force today, word for word, with its version. AlreadyDone when it stands already."""
    wording = BY_PURPOSE[ConsentPurpose(purpose)]
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if Consent.objects.current().filter(user=user, purpose=purpose).exists():
            raise AlreadyDone("Sudah disetujui; tidak ada yang diubah.")
        consent = Consent.objects.create(
            user=user, purpose=purpose, version=wording.version, wording=wording.text, given_by=given_by
        )
        if actor:
            record(AuditKind.CONSENT_CHANGED, actor=actor, target=f"consent {consent.pk}", detail="diberikan")
    return consent


def give_consents(*, user: User, purposes: Iterable[str], given_by: str = "") -> None:
    """Those that do not stand yet; one that stands is kept as it was given."""
    standing = Consent.objects.current().filter(user=user).purposes()
    for purpose in purposes:
        if purpose not in standing:
            give_consent(user=user, purpose=purpose, given_by=given_by)


def withdraw_consent(*, user: User, purpose: str, actor: Actor | None = None) -> Consent:
    """The consent as it was given stays on record with the time it was taken back. AlreadyDone when there is none."""
    with transaction.atomic():
        consent = Consent.objects.select_for_update().current().filter(user=user, purpose=purpose).first()
        if consent is None:
            raise AlreadyDone("Sudah tidak ada persetujuan untuk tujuan ini.")
        consent.withdrawn_at = timezone.now()
        consent.save(update_fields=["withdrawn_at"])
        if actor:
            record(AuditKind.CONSENT_CHANGED, actor=actor, target=f"consent {consent.pk}", detail="ditarik")
    return consent


def tell_superusers(*, title: str, body: str, url: str) -> None:
    """A line, and a letter, to each who keeps the portal. Row numbers only: no personal data in `title`."""
    for superuser in User.objects.superusers():
        registry.mailers["notify"](user=superuser, topic="account", title=title, body=body, url=url)


def stop_working(*, user: User, actor: Actor) -> None:
    """Takes back the consent to work here. Superusers are told: they end the memberships within 3 × 24 h
    (UU 27/2022 art. 40). AlreadyDone when there is none.
    """
    with transaction.atomic():
        withdraw_consent(user=user, purpose=ConsentPurpose.STAFF, actor=actor)
        tell_superusers(
            title=f"Persetujuan bekerja ditarik: akun nomor {user.pk}",
            body="Akhiri keanggotaannya dalam 3 × 24 jam.",
            url=f"/admin/accounts/user/{user.pk}/change/",
        )


def make_password_link(*, user: User, actor: Actor) -> str:
    """The absolute address where this user makes a new password: for those without e-mail, handed over by staff who
    know them. Works once, three days. Refused for whoever works here: they are helped by the portal's keepers.
    """
    if any(hat.role != Role.PERSON for hat in hats_of(user)):
        raise Refused("Akun ini juga dipakai petugas. Hanya pengelola portal yang dapat membantu kata sandinya.")
    record(AuditKind.PASSWORD_LINK, actor=actor, target=f"user {user.pk}")
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return f"{settings.PUBLIC_URL}{reverse('account_reset_password_from_key', kwargs=key)}"

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bkk_portal.accounts.actions import give_consents
from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.accounts.models import FormSubmission, User
from bkk_portal.kit.text.formatting import angka

if TYPE_CHECKING:
    from bkk_portal.kit.demo import City
    from bkk_portal.people.models import Person

KEPT = datetime.timedelta(days=1)


def forget_form_keys(dry_run: bool) -> str:
    """Keys of forms sent more than a day ago: nobody double-clicks that slowly."""
    old = FormSubmission.objects.filter(at__lt=timezone.now() - KEPT)
    number = old.count() if dry_run else old.delete()[0]
    return f"Kunci formulir lama dihapus: {angka(number)}."


PERSON_CONSENTS = [ConsentPurpose.ACCOUNT, ConsentPurpose.SHARE_WITH_EMPLOYERS]


def make_user(city: City, login: str, name: str, *, person: Person | None = None, **fields: Any) -> User:
    """A saved demo account with the city's one password; tied to `person` when there is one, else it works here."""
    user = User.objects.create(email=login, name=name, password=city.password_hash, **fields)
    if person is not None:
        person.user = user
        person.email = login
        person.save()
    give_consents(user=user, purposes=PERSON_CONSENTS if person else [ConsentPurpose.STAFF])
    return user


def demo_administrator(city: City) -> None:
    admin = make_user(city, "admin@demo.test", "Pengelola Portal", is_staff=True, is_superuser=True)
    city.put("admin", admin)

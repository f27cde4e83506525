from bkk_portal.accounts.actions import give_consents
from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.accounts.models import User

PERSON_CONSENTS = [ConsentPurpose.ACCOUNT, ConsentPurpose.SHARE_WITH_EMPLOYERS]


def make_user(city, login, name, *, person=None, **fields):
    """A saved demo account with the city's one password; tied to `person` when there is one, else it works here."""
    user = User.objects.create(email=login, name=name, password=city.password_hash, **fields)
    if person is not None:
        person.user = user
        person.email = login
        person.save()
    give_consents(user=user, purposes=PERSON_CONSENTS if person else [ConsentPurpose.STAFF])
    return user


def demo_administrator(city):
    admin = make_user(city, "admin@demo.test", "Pengelola Portal", is_staff=True, is_superuser=True)
    city.put("admin", admin)

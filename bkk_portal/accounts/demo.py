from bkk_portal.accounts.actions import give_consent
from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.accounts.models import User


def make_user(city, login, name, *, person=None, **fields):
    """A saved demo account with the city's one password; tied to `person` when there is one."""
    user = User.objects.create(email=login, name=name, password=city.password_hash, **fields)
    if person is not None:
        person.user = user
        person.email = login
        person.save()
        for purpose in (ConsentPurpose.ACCOUNT, ConsentPurpose.SHARE_WITH_EMPLOYERS):
            give_consent(user=user, purpose=purpose)
    return user


def demo_administrator(city):
    admin = make_user(city, "admin@demo.test", "Pengelola Portal", is_staff=True, is_superuser=True)
    city.put("admin", admin)

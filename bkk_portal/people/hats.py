from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from bkk_portal.people.models import Person


def person_hats(user):
    people = Person.objects.filter(user=user).only("pk")
    return [Hat(f"person:{person.pk}", Role.PERSON, "Saya sendiri", "/saya/", person.pk) for person in people]

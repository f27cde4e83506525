"""Two schools invite those who suit: accounts for the invited, their answers, and the applications that followed."""

import random

from bkk_portal.accounts.enums import BY_PURPOSE, ConsentPurpose
from bkk_portal.accounts.models import Consent, User
from bkk_portal.people.models import Person
from placements.alumni.models import Alumnus
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application, ApplicationStatusLog
from placements.matching.enums import ANSWERED, InvitationStatus
from placements.matching.fit.facts import wish_of
from placements.matching.fit.ranking import ranked_alumni
from placements.matching.models import FitWeights, VacancyInvitation
from placements.vacancies.models import Vacancy

INVITING = {"50304998": "alumni1@demo.test", "50304997": "alumni2@demo.test"}
VACANCIES_EACH, INVITED_EACH = 4, 12
AGREED = [ConsentPurpose.ACCOUNT, ConsentPurpose.SHARE_WITH_EMPLOYERS, ConsentPurpose.SHARE_WITH_FORUM]
ANSWERS = [(InvitationStatus.SENT, 40), (InvitationStatus.ACCEPTED, 40), (InvitationStatus.DECLINED, 20)]
REASONS = ["Tempatnya terlalu jauh dari rumah.", "Masih menunggu hasil pendaftaran kuliah.", ""]


def demo_invitations(city):
    """Draws from chances of its own, so that the parts after it stay as they are."""
    chance = random.Random(20261)
    pairs = []
    for school in (school for school in city.get("schools") if school.npsn in INVITING):
        own = city.get(INVITING[school.npsn])
        offers = _offers(own)
        pairs += [(vacancy, alumnus) for vacancy in offers for alumnus in _suited(school, vacancy)]
        pairs += [(vacancy, own) for vacancy in offers[-1:]]
    _accounts(city, {alumnus.person_id: alumnus for _, alumnus in pairs}.values())
    rows = [_invitation(city, chance, vacancy, alumnus) for vacancy, alumnus in pairs]
    VacancyInvitation.objects.bulk_create(rows, batch_size=500)
    _apply([row for row in rows if row.is_accepted and chance.random() < 0.7])


def _offers(alumnus):
    """Open ones that ask for what this alumnus learned, which nobody of the demo's two has applied for."""
    fitting = Vacancy.objects.open().filter(konsentrasi=alumnus.konsentrasi).exclude(applications__alumnus=alumnus)
    return list(fitting.order_by("closes_on", "pk")[:VACANCIES_EACH])


def _suited(school, vacancy):
    """The best of the school who have not applied."""
    alumni = Alumnus.objects.filter(school=school, person__user=None).exclude(applications__vacancy=vacancy)
    ranked = ranked_alumni(alumni, wish_of(vacancy), FitWeights.objects.current())
    return list(ranked.select_related("person")[:INVITED_EACH])


def _accounts(city, alumni):
    """A login for everyone invited; they agreed to be found by other schools as well."""
    people = [alumnus.person for alumnus in alumni if alumnus.person.user_id is None]
    users = User.objects.bulk_create(
        User(email=f"alumni-{person.pk}@demo.test", name=person.name, password=city.password_hash) for person in people
    )
    for person, user in zip(people, users, strict=True):
        person.user, person.email = user, user.email
    Person.objects.bulk_update(people, ["user", "email"], batch_size=500)
    Alumnus.objects.filter(person__in=people).update(claimed_at=city.now)
    wordings = [BY_PURPOSE[purpose] for purpose in AGREED]
    Consent.objects.bulk_create(
        Consent(user=user, purpose=wording.purpose, version=wording.version, wording=wording.text, given_at=city.now)
        for user in users
        for wording in wordings
    )


def _invitation(city, chance, vacancy, alumnus):
    statuses, weights = zip(*ANSWERS, strict=True)
    is_own = alumnus == city.get(INVITING[alumnus.school.npsn])
    status = InvitationStatus.SENT if is_own else chance.choices(statuses, weights)[0]
    invited = city.at(max(vacancy.opens_on, city.days_ago(chance.randrange(3, 8))))
    opened = (
        None if status == InvitationStatus.SENT and (is_own or chance.random() < 0.5) else city.at(city.days_ago(2))
    )
    return VacancyInvitation(
        alumnus=alumnus,
        vacancy=vacancy,
        status=status,
        invited_by=city.get(f"coordinator:{alumnus.school_id}"),
        invited_at=invited,
        opened_at=opened and max(opened, invited),
        answered_at=max(opened, invited) if status in ANSWERED else None,
        reason=chance.choice(REASONS) if status == InvitationStatus.DECLINED else "",
    )


def _apply(invitations):
    applications = [
        Application(
            alumnus=row.alumnus, vacancy=row.vacancy, applied_at=row.answered_at, status_changed_at=row.answered_at
        )
        for row in invitations
    ]
    Application.objects.bulk_create(applications, batch_size=500)
    ApplicationStatusLog.objects.bulk_create(
        ApplicationStatusLog(
            application=application, to_status=ApplicationStatus.APPLIED, by_label="Pelamar", at=application.applied_at
        )
        for application in applications
    )

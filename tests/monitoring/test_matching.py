"""What a training leaves on the ground is what matching reads: neither app knows the other."""

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from placements.matching.fit.facts import seeker_of
from tests.factories.participants import ParticipantFactory
from tests.factories.people import KonsentrasiFactory, SkillFactory
from tests.monitoring.acts import recipient, visited
from trainings.participants.certificates.actions import issue_certificates, revoke_certificate
from trainings.participants.certificates.models import Certificate


def as_person(person):
    return Actor(role=Role.PERSON, person_id=person.pk)


def test_certificate_of_a_training_is_a_proven_skill_until_it_is_revoked(officer):
    participant = ParticipantFactory(passed=True, training__programme__agency=officer.agency)
    skill, konsentrasi = SkillFactory(), KonsentrasiFactory()
    participant.training.programme.skills.add(skill)
    participant.training.programme.konsentrasi.add(konsentrasi)
    issue_certificates(training=participant.training, actor=officer.actor)
    seeker = seeker_of(as_person(participant.person))
    assert (seeker.skills, len(seeker.certificates)) == ({skill.pk}, 1)
    revoke_certificate(certificate=Certificate.objects.get(), reason="Salah nama", actor=officer.actor)
    assert seeker_of(as_person(participant.person)).skills == frozenset()


def test_matching_knows_the_business_that_a_visit_saw(officer):
    handover = recipient(officer.agency)
    visited(officer, handover)
    assert seeker_of(as_person(handover.participant.person)).busy == "sedang berwirausaha"

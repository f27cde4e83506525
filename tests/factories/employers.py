import factory

from placements.employers import models
from placements.employers.dealings.models import EmployerNote, EmployerVisit
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.partners.models import PartnershipAgreement, PklPlace
from tests.factories.accounts import MembershipFactory, UserFactory
from tests.factories.base import RowFactory, days, moment, paper
from tests.factories.names import company_name, person_name
from tests.factories.people import IndustryFactory, KonsentrasiFactory
from tests.factories.regions import RegencyFactory
from tests.factories.schools import SchoolActivityFactory, SchoolFactory


class EmployerFactory(RowFactory):
    class Meta:
        model = models.Employer

    name = factory.Sequence(company_name)
    industry = factory.SubFactory(IndustryFactory)
    regency = factory.SubFactory(RegencyFactory)
    address = "Jl. Timor Raya No. 12"
    phone = "+62380821234"

    class Params:
        verified = factory.Trait(verified_at=moment(-30), verified_by=factory.SubFactory(UserFactory))
        rejected = factory.Trait(
            rejected_at=moment(-3), rejected_by=factory.SubFactory(UserFactory), rejection_reason="Alamatnya kosong."
        )


class EmployerMembershipFactory(MembershipFactory):
    class Meta:
        model = models.EmployerMembership

    employer = factory.SubFactory(EmployerFactory)


class EmployerContactFactory(RowFactory):
    class Meta:
        model = models.EmployerContact

    employer = factory.SubFactory(EmployerFactory)
    name = factory.Sequence(person_name)
    position = "Personalia"
    phone = "+6281200000000"


class EmployerVerificationFactory(RowFactory):
    class Meta:
        model = models.EmployerVerification

    employer = factory.SubFactory(EmployerFactory)
    outcome = "verified"
    basis = "visit"
    checks = factory.LazyFunction(lambda: ["address", "phone"])
    by = factory.SubFactory(UserFactory)


class AgreementFactory(RowFactory):
    """In force for another year; traits for what is over or about to be."""

    class Meta:
        model = PartnershipAgreement

    employer = factory.SubFactory(EmployerFactory)
    school = factory.SubFactory(SchoolFactory)
    number = factory.Sequence(lambda n: f"421.5/{n:03d}/MOU/2026")
    scopes = factory.LazyFunction(lambda: ["pkl", "rekrutmen"])
    signed_on = days(-370)
    starts_on = days(-365)
    ends_on = days(365)
    school_signer = "Maria Tefa, Kepala Sekolah"
    employer_signer = "Petrus Lay, Direktur"
    file = paper("mou.pdf")
    recorded_by = factory.SubFactory(UserFactory)

    class Params:
        over = factory.Trait(ends_on=days(-1))
        endless = factory.Trait(ends_on=None)


class PklPlaceFactory(RowFactory):
    class Meta:
        model = PklPlace

    employer = factory.SubFactory(EmployerFactory)
    school = factory.SubFactory(SchoolFactory)
    year = factory.Sequence(lambda n: 2020 + n % 60)
    konsentrasi = factory.SubFactory(KonsentrasiFactory)
    places = 4


class EmployerVisitFactory(RowFactory):
    class Meta:
        model = EmployerVisit

    employer = factory.SubFactory(EmployerFactory)
    activity = factory.SubFactory(SchoolActivityFactory, kind="visit")


class EmployerNoteFactory(RowFactory):
    class Meta:
        model = EmployerNote

    employer = factory.SubFactory(EmployerFactory)
    school = factory.SubFactory(SchoolFactory)
    text = "Lebih suka dihubungi sore hari."
    by = factory.SubFactory(UserFactory)


class MergeProposalFactory(RowFactory):
    class Meta:
        model = EmployerMergeProposal

    kept = factory.SubFactory(EmployerFactory)
    dropped = factory.SubFactory(EmployerFactory)
    dropped_key = factory.SelfAttribute("dropped.pk")
    dropped_name = factory.SelfAttribute("dropped.name")
    reason = "Alamat dan teleponnya sama."
    school = factory.SubFactory(SchoolFactory)
    proposed_by = factory.SubFactory(UserFactory)

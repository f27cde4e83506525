import factory

from placements.employers import models
from tests.factories.accounts import MembershipFactory, UserFactory
from tests.factories.base import RowFactory, moment
from tests.factories.names import company_name, person_name
from tests.factories.people import IndustryFactory
from tests.factories.regions import RegencyFactory


class EmployerFactory(RowFactory):
    class Meta:
        model = models.Employer

    name = factory.Sequence(company_name)
    industry = factory.SubFactory(IndustryFactory)
    regency = factory.SubFactory(RegencyFactory)
    address = "Jl. Timor Raya No. 12"
    contact_name = factory.Sequence(person_name)
    contact_phone = "+6281200000000"

    class Params:
        verified = factory.Trait(verified_at=moment(-30), verified_by=factory.SubFactory(UserFactory))


class EmployerMembershipFactory(MembershipFactory):
    class Meta:
        model = models.EmployerMembership

    employer = factory.SubFactory(EmployerFactory)

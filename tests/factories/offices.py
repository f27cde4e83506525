import factory

from bkk_portal.offices import models
from bkk_portal.offices.enums import AgencyRole
from tests.factories.accounts import MembershipFactory
from tests.factories.base import RowFactory


class AgencyFactory(RowFactory):
    """Disnakertrans, always the same row; `other` is a second office (Perindagkop)."""

    class Meta:
        model = models.Agency
        django_get_or_create = ("short_name",)

    name = "Dinas Tenaga Kerja dan Transmigrasi"
    short_name = "Disnakertrans"
    address = "Jl. S. K. Lerik, Kota Kupang"
    head_name = "Dra. Theresia Nalle"
    head_nip = "196905171994032004"
    supervises_bkk = True

    class Params:
        other = factory.Trait(
            name="Dinas Perindustrian, Perdagangan, Koperasi dan UKM",
            short_name="Perindagkop",
            supervises_bkk=False,
        )


class AgencyMembershipFactory(MembershipFactory):
    class Meta:
        model = models.AgencyMembership

    agency = factory.SubFactory(AgencyFactory)
    role = AgencyRole.OFFICER

    class Params:
        head = factory.Trait(role=AgencyRole.HEAD)

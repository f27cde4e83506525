"""Real codes of Kota Kupang; every factory asks for the same kelurahan unless told otherwise."""

import factory

from bkk_portal.regions import models
from tests.factories.base import RowFactory


class ProvinceFactory(RowFactory):
    class Meta:
        model = models.Province
        django_get_or_create = ("code",)

    code = "53"
    name = "Nusa Tenggara Timur"


class RegencyFactory(RowFactory):
    class Meta:
        model = models.Regency
        django_get_or_create = ("code",)

    code = "53.71"
    name = "Kota Kupang"
    province = factory.SubFactory(ProvinceFactory)


class DistrictFactory(RowFactory):
    class Meta:
        model = models.District
        django_get_or_create = ("code",)

    code = "53.71.04"
    name = "Oebobo"
    regency = factory.SubFactory(RegencyFactory)


class VillageFactory(RowFactory):
    class Meta:
        model = models.Village
        django_get_or_create = ("code",)

    code = "53.71.04.1008"
    name = "Oetete"
    district = factory.SubFactory(DistrictFactory)

    class Params:
        other = factory.Trait(code="53.71.04.1009", name="Oebufu")

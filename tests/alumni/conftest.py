import pytest

from tests.factories.people import KonsentrasiFactory
from tests.factories.regions import DistrictFactory, VillageFactory
from tests.factories.schools import SchoolFactory


@pytest.fixture
def city(db):
    """What reading needs of the reference data: two kelurahan, one with another spelling, and a second kecamatan."""
    VillageFactory(other_spellings="Oe Tete;OTT")
    VillageFactory(other=True)
    DistrictFactory(code="53.71.01", name="Alak")


@pytest.fixture
def smkn1(db):
    return SchoolFactory(smkn1=True)


@pytest.fixture
def smkn2(db):
    return SchoolFactory(smkn2=True)


@pytest.fixture
def tkj(db):
    return KonsentrasiFactory()


@pytest.fixture
def akl(db):
    return KonsentrasiFactory(other=True)

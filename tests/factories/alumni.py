import hashlib

import factory

from placements.alumni import models
from placements.alumni.enums import BulkKind, BulkStatus, ImportStatus
from placements.alumni.lists.models import BulkRun, SavedList
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, moment
from tests.factories.people import KonsentrasiFactory, PersonFactory
from tests.factories.schools import SchoolFactory


class RombelMappingFactory(RowFactory):
    class Meta:
        model = models.RombelMapping

    school = factory.SubFactory(SchoolFactory)
    rombel = "XII TKJ 1"
    konsentrasi = factory.SubFactory(KonsentrasiFactory)


class AlumniImportFactory(RowFactory):
    class Meta:
        model = models.AlumniImport

    school = factory.SubFactory(SchoolFactory)
    graduation_year = 2026
    original_name = "daftar_pd.xlsx"
    status = ImportStatus.DONE
    created_by = factory.SubFactory(UserFactory)


class AlumnusFactory(RowFactory):
    class Meta:
        model = models.Alumnus

    person = factory.SubFactory(PersonFactory)
    school = factory.SubFactory(SchoolFactory)
    konsentrasi = factory.SubFactory(KonsentrasiFactory)
    graduation_year = 2025
    rombel = "XII TKJ 1"

    class Params:
        claimed = factory.Trait(person=factory.SubFactory(PersonFactory, with_user=True), claimed_at=moment(-30))


class ClaimLockFactory(RowFactory):
    class Meta:
        model = models.ClaimLock

    nisn_hash = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    failures = 1

    class Params:
        locked = factory.Trait(failures=3, locked_until=moment(1))


class SavedListFactory(RowFactory):
    class Meta:
        model = SavedList

    user = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    name = factory.Sequence(lambda n: f"Daftar {n}")
    query = "akun=belum"


class BulkRunFactory(RowFactory):
    class Meta:
        model = BulkRun

    school = factory.SubFactory(SchoolFactory)
    created_by = factory.SubFactory(UserFactory)
    kind = BulkKind.UNTRACED
    status = BulkStatus.DONE
    total = 3
    done_count = 3
    finished_at = moment(0)

import datetime
import hashlib

import factory

from bkk_portal.documents import models
from bkk_portal.documents.enums import IssuedKind
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, moment, paper
from tests.factories.people import PersonFactory

CONTENT = b"%PDF-1.7\n%%EOF\n"


class NumberSeriesFactory(RowFactory):
    class Meta:
        model = models.NumberSeries

    issuer_key = factory.Sequence(lambda n: f"agency:{1000 + n}")
    kind = IssuedKind.CERTIFICATE
    year = 2026


class IssuedDocumentFactory(RowFactory):
    class Meta:
        model = models.IssuedDocument

    kind = IssuedKind.CERTIFICATE
    issuer_key = "agency:1"
    issuer_name = "Disnakertrans"
    year = 2026
    sequence = factory.Sequence(lambda n: n + 1)
    number = factory.LazyAttribute(lambda row: f"{row.sequence:03d}/{row.kind}/Disnakertrans/{row.year}")
    code = factory.Sequence(lambda n: f"UJ{n:08d}"[:12])
    title = "Pelatihan Las Dasar"
    person = factory.SubFactory(PersonFactory)
    short_name = "Maria N."
    facts = factory.LazyFunction(lambda: [["Hasil", "Lulus"]])
    file = paper("dokumen.pdf", CONTENT)
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    issued_on = datetime.date(2026, 3, 2)
    issued_by = factory.SubFactory(UserFactory)

    class Params:
        revoked = factory.Trait(
            revoked_at=moment(-1), revoked_by=factory.SubFactory(UserFactory), revoke_reason="Salah nama"
        )

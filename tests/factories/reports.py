import datetime

import factory

from bkk_portal.documents.enums import IssuedKind
from placements.reports import models
from placements.reports.enums import PeriodKind, ReportStatus
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, moment
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.offices import AgencyFactory
from tests.factories.schools import SchoolFactory

SECTIONS = [
    {
        "key": "pencari-kerja",
        "title": "Pencari kerja terdaftar",
        "tables": [
            {
                "title": "Menurut umur",
                "columns": [
                    {"title": "Uraian", "kind": "text", "group": ""},
                    *({"title": title, "kind": "number", "group": ""} for title in ("L", "P", "Semua")),
                ],
                "rows": [["Sisa lalu", 3, 4, 7]],
                "across": [{"parts": [1, 2], "total": 3}],
                "down": [],
                "bold": [],
                "note": "",
                "form": "IPK III/1",
            }
        ],
    }
]
ISSUED = {
    "document": factory.SubFactory(
        IssuedDocumentFactory, kind=IssuedKind.REPORT, person=None, short_name="", title="Laporan Bursa Kerja Khusus"
    ),
    "figures": SECTIONS,
}
SENT = ISSUED | {"sent_at": moment(-3)}
DECIDED = SENT | {"decided_at": moment(-1), "decided_by": factory.SubFactory(UserFactory)}


class BkkReportFactory(RowFactory):
    """A draft on the third quarter of 2026."""

    class Meta:
        model = models.BkkReport

    school = factory.SubFactory(SchoolFactory)
    period = PeriodKind.QUARTER
    starts_on = datetime.date(2026, 7, 1)
    ends_on = datetime.date(2026, 9, 30)
    created_by = factory.SubFactory(UserFactory)

    class Params:
        issued = factory.Trait(status=ReportStatus.ISSUED, **ISSUED)
        sent = factory.Trait(status=ReportStatus.SENT, **SENT)
        accepted = factory.Trait(status=ReportStatus.ACCEPTED, **DECIDED)
        returned = factory.Trait(status=ReportStatus.RETURNED, reason="MoU belum lengkap", **DECIDED)


class BkkReportLogFactory(RowFactory):
    class Meta:
        model = models.BkkReportLog

    report = factory.SubFactory(BkkReportFactory)
    to_status = ReportStatus.DRAFT
    by = factory.SubFactory(UserFactory)


class BkkReminderFactory(RowFactory):
    class Meta:
        model = models.BkkReminder

    school = factory.SubFactory(SchoolFactory)
    agency = factory.SubFactory(AgencyFactory)
    recipients = 1
    sent_by = factory.SubFactory(UserFactory)


class EducationCodeFactory(RowFactory):
    class Meta:
        model = models.EducationCode

    program = factory.Sequence(lambda n: f"Program Keahlian {n}")
    code = "3202"
    title = "Teknik Komputer dan Informatika"

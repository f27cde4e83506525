from django.db import models

from bkk_portal.kit.states import StatusChoices


class PeriodKind(models.TextChoices):
    MONTH = "month", "Bulan"
    QUARTER = "quarter", "Triwulan"
    SEMESTER = "semester", "Semester"
    YEAR = "year", "Tahun"
    SCHOOL_YEAR = "school_year", "Tahun ajaran"


class ReportStatus(StatusChoices):
    DRAFT = "draft", "neutral", "Draf"
    ISSUED = "issued", "new", "Terbit, belum dikirim"
    SENT = "sent", "waiting", "Menunggu dinas"
    ACCEPTED = "accepted", "done", "Diterima"
    RETURNED = "returned", "attention", "Dikembalikan"
    REPLACED = "replaced", "stopped", "Diganti"


TEXT, NUMBER, PERCENT, DATE = "text", "number", "percent", "date"  # what a column of a table holds

S = ReportStatus
# Of these a school has one for a period; what was returned or replaced stays beside it as it was.
LIVE = (S.DRAFT, S.ISSUED, S.SENT, S.ACCEPTED)
FROZEN = (S.ISSUED, S.SENT, S.ACCEPTED, S.RETURNED, S.REPLACED)
# What the office has on its desk, or had.
REPORTED = (S.SENT, S.ACCEPTED, S.RETURNED)
# What a coordinator may correct with a next version.
CORRECTABLE = (S.ISSUED, S.RETURNED)

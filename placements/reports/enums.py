from django.db import models


class PeriodKind(models.TextChoices):
    MONTH = "month", "Bulan"
    QUARTER = "quarter", "Triwulan"
    SEMESTER = "semester", "Semester"
    YEAR = "year", "Tahun"
    SCHOOL_YEAR = "school_year", "Tahun ajaran"


class ReportStatus(models.TextChoices):
    DRAFT = "draft", "Draf"
    ISSUED = "issued", "Terbit, belum dikirim"
    SENT = "sent", "Menunggu dinas"
    ACCEPTED = "accepted", "Diterima"
    RETURNED = "returned", "Dikembalikan"
    REPLACED = "replaced", "Diganti"


S = ReportStatus
STATUS_SHAPES = {
    S.DRAFT: "neutral",
    S.ISSUED: "new",
    S.SENT: "waiting",
    S.ACCEPTED: "done",
    S.RETURNED: "attention",
    S.REPLACED: "stopped",
}
# Of these a school has one for a period; what was returned or replaced stays beside it as it was.
LIVE = (S.DRAFT, S.ISSUED, S.SENT, S.ACCEPTED)
FROZEN = (S.ISSUED, S.SENT, S.ACCEPTED, S.RETURNED, S.REPLACED)
# What the office has on its desk, or had.
REPORTED = (S.SENT, S.ACCEPTED, S.RETURNED)
# What a coordinator may correct with a next version.
CORRECTABLE = (S.ISSUED, S.RETURNED)

from django.db import models
from django.db.models import Q

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from placements.schools.enums import RequestKind, RequestStatus
from placements.schools.models import School
from placements.schools.queries import RegistrationRequestQuerySet


class RegistrationRequest(TimeStamped):
    """A BKK asks the office for its tanda daftar, with what Permenaker 39/2016 art. 31–36 wants attached."""

    school = models.ForeignKey(School, models.PROTECT, related_name="registration_requests", verbose_name="sekolah")
    kind = models.CharField("alasan permohonan", max_length=8, choices=RequestKind.choices)
    head = models.CharField("ketua BKK", max_length=120)
    decree_number = models.CharField("nomor SK pembentukan", max_length=80)
    decree_date = models.DateField("tanggal SK pembentukan")
    decree_file = models.FileField("SK pembentukan BKK", upload_to=upload_path("permohonan"))
    structure_file = models.FileField("struktur organisasi", upload_to=upload_path("permohonan"))
    plan_file = models.FileField("rencana penempatan", upload_to=upload_path("permohonan"), blank=True)
    note = models.TextField("catatan untuk dinas", blank=True)
    status = models.CharField("status", max_length=8, choices=RequestStatus.choices, default=RequestStatus.SENT)
    sent_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="dikirim oleh")
    decided_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diputuskan oleh"
    )
    decided_at = models.DateTimeField("diputuskan pada", null=True, blank=True)
    reason = models.CharField("alasan dikembalikan", max_length=300, blank=True)
    number = models.CharField("nomor tanda daftar", max_length=80, blank=True)
    issued_on = models.DateField("tanggal tanda daftar", null=True, blank=True)

    objects = RegistrationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "permohonan tanda daftar"
        verbose_name_plural = "permohonan tanda daftar"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school"],
                condition=Q(status=RequestStatus.SENT),
                name="registration_request_one_waiting",
                violation_error_message="Masih ada permohonan yang menunggu jawaban dinas.",
            ),
            models.CheckConstraint(
                condition=~Q(status=RequestStatus.RETURNED) | ~Q(reason=""),
                name="registration_request_returned_with_reason",
                violation_error_message="Tulis alasan pengembaliannya.",
            ),
            models.CheckConstraint(
                condition=~Q(status=RequestStatus.APPROVED) | (~Q(number="") & Q(issued_on__isnull=False)),
                name="registration_request_approved_with_number",
                violation_error_message="Nomor dan tanggal tanda daftar diisi saat menyetujui.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.school}"

    @property
    def is_waiting(self) -> bool:
        return self.status == RequestStatus.SENT

from django.conf import settings
from django.db import models
from django.db.models import Q

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from trainings.equipment.contracts.models import ProcurementContract
from trainings.programmes.models import Training
from trainings.reports.enums import RUNNING, PackStatus
from trainings.reports.queries import PackQuerySet


class AuditPack(TimeStamped):
    """Everything on record about one training or one contract, as one ZIP for an auditor; thrown away after a while."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="audit_packs", verbose_name="dinas")
    training = models.ForeignKey(
        Training, models.PROTECT, null=True, blank=True, related_name="audit_packs", verbose_name="pelatihan"
    )
    contract = models.ForeignKey(
        ProcurementContract, models.PROTECT, null=True, blank=True, related_name="audit_packs", verbose_name="kontrak"
    )
    status = models.CharField("keadaan", max_length=8, choices=PackStatus.choices, default=PackStatus.WAITING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diminta oleh"
    )
    done = models.PositiveIntegerField("berkas selesai", default=0)
    total = models.PositiveIntegerField("semua berkas", default=0)
    findings = models.JSONField("ketidaksesuaian", default=list, blank=True)
    file = models.FileField("paket", upload_to=upload_path("paket-audit"), blank=True)
    finished_at = models.DateTimeField("selesai", null=True, blank=True)

    objects = PackQuerySet.as_manager()
    unaudited_fields = ("done", "total")

    class Meta:
        verbose_name = "paket audit"
        verbose_name_plural = "paket audit"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(training__isnull=False, contract__isnull=True)
                | Q(training__isnull=True, contract__isnull=False),
                name="audit_pack_of_one_thing",
                violation_error_message="Paket audit adalah tentang satu pelatihan atau satu kontrak.",
            ),
            models.CheckConstraint(
                condition=~Q(status=PackStatus.READY) | (~Q(file="") & Q(finished_at__isnull=False)),
                name="audit_pack_ready_has_a_file",
                violation_error_message="Paket yang siap harus ada berkasnya.",
            ),
            models.UniqueConstraint(
                fields=["training"],
                condition=Q(status__in=RUNNING),
                name="audit_pack_of_training_once",
                violation_error_message="Paket audit pelatihan ini sedang disusun.",
            ),
            models.UniqueConstraint(
                fields=["contract"],
                condition=Q(status__in=RUNNING),
                name="audit_pack_of_contract_once",
                violation_error_message="Paket audit kontrak ini sedang disusun.",
            ),
        ]

    def __str__(self) -> str:
        return f"Paket audit {self.subject}"

    @property
    def subject(self) -> Training | ProcurementContract:
        subject = self.training or self.contract
        if subject is None:
            raise ValueError("a pack about nothing")  # audit_pack_of_one_thing
        return subject

    @property
    def faults(self) -> list[tuple[str, str]]:
        """[(sentence, where it is mended or "")]; packs from before November 2026 hold bare sentences."""
        return [(row, "") if isinstance(row, str) else tuple(row) for row in self.findings]

    @property
    def is_running(self) -> bool:
        return self.status in RUNNING

    @property
    def status_shape(self) -> str:
        return PackStatus(self.status).shape

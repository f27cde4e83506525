from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from placements.alumni.enums import BulkKind, BulkStatus
from placements.alumni.lists.queries import BulkRunQuerySet, SavedListQuerySet
from placements.schools.models import School


class SavedList(TimeStamped):
    """A coordinator's own name for filters and columns of the alumni list."""

    audited = False  # a bookmark
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="alumni_lists", verbose_name="pengguna"
    )
    school = models.ForeignKey(School, models.PROTECT, related_name="alumni_lists", verbose_name="sekolah")
    name = models.CharField("nama daftar", max_length=60)
    query = models.CharField("saringan", max_length=500, blank=True)  # as in the address, without page and columns
    columns = models.JSONField("kolom", default=list, blank=True)  # keys of lists.columns; none means the usual ones

    objects = SavedListQuerySet.as_manager()

    class Meta:
        verbose_name = "daftar tersimpan"
        verbose_name_plural = "daftar tersimpan"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "school", "name"],
                name="saved_list_name_unique",
                violation_error_message="Anda sudah punya daftar dengan nama ini. Pilih nama lain.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="saved_list_named", violation_error_message="Beri nama daftar ini."
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BulkRun(TimeStamped):
    """One thing done to many alumni at once: to whom, what came of it, and for whom it could not be done.

    `picked` are ticked alumni; without any, all those that `query` (filters as in the address) finds.
    """

    audited = False  # a log of what was done at once; the rows it changed have their history
    school = models.ForeignKey(School, models.PROTECT, related_name="bulk_runs", verbose_name="sekolah")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    kind = models.CharField("tindakan", max_length=10, choices=BulkKind.choices)
    query = models.CharField("saringan", max_length=500, blank=True)
    picked = models.JSONField("yang dicentang", default=list, blank=True)
    options = models.JSONField("pilihan", default=dict, blank=True)
    status = models.CharField("keadaan", max_length=8, choices=BulkStatus.choices, default=BulkStatus.RUNNING)
    total = models.PositiveIntegerField("jumlah alumni")
    done_count = models.PositiveIntegerField("berhasil", default=0)
    skipped = models.JSONField("dilewati", default=list, blank=True)  # [[alumnus, reason], …]
    file = models.FileField("berkas", upload_to=upload_path("massal"), blank=True)  # gone after a day
    started_at = models.DateTimeField("mulai dikerjakan", null=True, blank=True)
    finished_at = models.DateTimeField("selesai", null=True, blank=True)

    objects = BulkRunQuerySet.as_manager()

    class Meta:
        verbose_name = "tindakan massal"
        verbose_name_plural = "tindakan massal"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["school", "-created_at"], name="bulk_run_school_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_count__lte=F("total")),
                name="bulk_run_not_more_than_all",
                violation_error_message="Yang berhasil tidak mungkin lebih banyak dari semuanya.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.total} alumni"

    @property
    def is_running(self) -> bool:
        return self.status == BulkStatus.RUNNING

    @property
    def left_out(self) -> int:
        """How many of a run that is over were skipped."""
        return self.total - self.done_count if self.status == BulkStatus.DONE else 0

    @property
    def status_shape(self) -> str:
        return BulkStatus(self.status).shape

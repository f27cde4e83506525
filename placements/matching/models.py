from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from placements.alumni.models import Alumnus
from placements.matching.enums import ANSWERED, InvitationStatus
from placements.matching.queries import FitWeightsQuerySet, InvitationQuerySet
from placements.vacancies.models import Vacancy

MOST_POINTS = 100


def points(label: str, default: int, why: str) -> models.PositiveSmallIntegerField:
    """A weight: whole points from 0 (counts nothing) to 100. `why` is read by everyone on the explanation page."""
    return models.PositiveSmallIntegerField(label, default=default, help_text=why)


class FitWeights(TimeStamped):
    """How many points each thing gives when people and vacancies are compared: one row, kept by the forum.

    Age and sex are no fields here, and none may be added: they neither rank nor hide (domain rule 4).
    """

    same_konsentrasi = points(
        "Konsentrasi keahlian sama", 50, "Lowongan menyebut konsentrasi yang dipelajari di sekolah."
    )
    same_program = points(
        "Satu program keahlian", 30, "Konsentrasi lain dari program keahlian yang sama; dasarnya dipelajari bersama."
    )
    same_field = points("Satu bidang keahlian", 15, "Program keahlian lain dari bidang yang sama.")
    open_to_all = points("Terbuka untuk semua konsentrasi", 10, "Lowongan tidak menyebut konsentrasi apa pun.")
    skills = points(
        "Keterampilan yang diminta",
        30,
        "Semua keterampilan yang diminta dimiliki; bila sebagian, poinnya sebesar bagian itu.",
    )
    certificate = points(
        "Sertifikat pelatihan yang setara",
        25,
        "Sertifikat yang masih berlaku dari pelatihan pemerintah, sekolah atau LSP untuk konsentrasi yang diminta.",
    )
    experience = points(
        "Pengalaman cukup", 8, "Lama bekerja, berwirausaha dan PKL memenuhi yang diminta, atau tidak diminta."
    )
    education = points("Pendidikan cukup", 5, "Pendidikan terakhir memenuhi yang paling rendah diminta.")
    same_village = points("Satu kelurahan", 10, "Tempat kerja sekelurahan dengan tempat tinggal: ongkosnya kecil.")
    same_district = points("Satu kecamatan", 6, "Tempat kerja sekecamatan dengan tempat tinggal.")
    same_regency = points("Satu kabupaten/kota", 3, "Tempat kerja sekota dengan tempat tinggal.")
    moving = points(
        "Di luar kota, tetapi bersedia pindah", 3, "Yang bersangkutan bersedia pindah atau menyebut wilayah itu."
    )
    ready = points("Siap mulai", 10, "Tanggal siap mulai sudah tiba, atau sedang mencari kerja.")
    pay = points("Gaji sesuai harapan", 8, "Gaji yang ditawarkan mencapai gaji yang diharapkan.")

    objects = FitWeightsQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "bobot kecocokan"
        verbose_name_plural = "bobot kecocokan"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1), name="fit_weights_one_row", violation_error_message="Bobot hanya satu baris."
            ),
            models.CheckConstraint(
                condition=Q(same_konsentrasi__gte=F("same_program")) & Q(same_program__gte=F("same_field")),
                name="fit_weights_spectrum_ordered",
                violation_error_message="Yang lebih dekat di spektrum tidak boleh bernilai lebih kecil: "
                "konsentrasi, lalu program, lalu bidang.",
            ),
            models.CheckConstraint(
                condition=Q(same_village__gte=F("same_district")) & Q(same_district__gte=F("same_regency")),
                name="fit_weights_place_ordered",
                violation_error_message="Yang lebih dekat tidak boleh bernilai lebih kecil: "
                "kelurahan, kecamatan, kota.",
            ),
            models.CheckConstraint(
                condition=Q(
                    same_konsentrasi__lte=MOST_POINTS,
                    open_to_all__lte=MOST_POINTS,
                    skills__lte=MOST_POINTS,
                    certificate__lte=MOST_POINTS,
                    experience__lte=MOST_POINTS,
                    education__lte=MOST_POINTS,
                    same_village__lte=MOST_POINTS,
                    moving__lte=MOST_POINTS,
                    ready__lte=MOST_POINTS,
                    pay__lte=MOST_POINTS,
                ),
                name="fit_weights_at_most_100",
                violation_error_message="Setiap bobot paling besar 100 poin.",
            ),
        ]

    def __str__(self) -> str:
        return "Bobot kecocokan"

    @classmethod
    def names(cls) -> list[str]:
        """The weights' field names, in the order people read them."""
        numbers = (field for field in cls._meta.fields if isinstance(field, models.PositiveSmallIntegerField))
        return [field.name for field in numbers]


class VacancyInvitation(TimeStamped):
    """A BKK asks one of its alumni to apply for a vacancy. Once per alumnus and vacancy, whatever the answer."""

    alumnus = models.ForeignKey(Alumnus, models.PROTECT, related_name="invitations", verbose_name="alumni")
    vacancy = models.ForeignKey(Vacancy, models.PROTECT, related_name="invitations", verbose_name="lowongan")
    status = models.CharField("status", max_length=10, choices=InvitationStatus.choices, default=InvitationStatus.SENT)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diundang oleh"
    )
    invited_at = models.DateTimeField("diundang", default=timezone.now)
    opened_at = models.DateTimeField("dibuka", null=True, blank=True)
    answered_at = models.DateTimeField("dijawab", null=True, blank=True)
    reason = models.CharField("alasan menolak", max_length=200, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "undangan melamar"
        verbose_name_plural = "undangan melamar"
        ordering = ["-invited_at", "-pk"]
        indexes = [models.Index(fields=["vacancy", "status"], name="invitation_vacancy_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["alumnus", "vacancy"],
                name="invitation_once",
                violation_error_message="Alumni ini sudah diundang untuk lowongan tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ANSWERED, answered_at__isnull=False)
                | (~Q(status__in=ANSWERED) & Q(answered_at__isnull=True)),
                name="invitation_answered_has_time",
                violation_error_message="Undangan yang dijawab harus punya waktu jawaban.",
            ),
            models.CheckConstraint(
                condition=Q(reason="") | Q(status="declined"),
                name="invitation_reason_of_decline",
                violation_error_message="Alasan hanya untuk undangan yang ditolak.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alumnus} → {self.vacancy}"

    @property
    def status_shape(self) -> str:
        return InvitationStatus(self.status).shape

    @property
    def is_accepted(self) -> bool:
        return self.status == InvitationStatus.ACCEPTED

    @property
    def is_declined(self) -> bool:
        return self.status == InvitationStatus.DECLINED

    @property
    def waits(self) -> bool:
        return self.status == InvitationStatus.SENT

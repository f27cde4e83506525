from django.conf import settings
from django.db import models
from django.db.models import Q

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from bkk_portal.people.models import Person
from bkk_portal.regions.models import Village
from trainings.participants.enums import ProposalStatus
from trainings.participants.models import Participant
from trainings.participants.queries import ProposalQuerySet, ProposedNameQuerySet, UploadQuerySet
from trainings.programmes.models import Training, TrainingProgramme


class Proposal(TimeStamped):
    """A kelurahan's letter that asks for a training and names people for it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="proposals", verbose_name="dinas")
    village = models.ForeignKey(Village, models.PROTECT, related_name="proposals", verbose_name="kelurahan")
    programme = models.ForeignKey(
        TrainingProgramme, models.PROTECT, related_name="proposals", verbose_name="program yang diminta"
    )
    letter_number = models.CharField("nomor surat", max_length=100)
    letter_date = models.DateField("tanggal surat")
    letter_file = models.FileField("surat", upload_to=upload_path("usulan"))
    note = models.CharField("catatan", max_length=300, blank=True)
    status = models.CharField("keadaan", max_length=10, choices=ProposalStatus.choices, default=ProposalStatus.RECEIVED)
    reason = models.CharField("alasan", max_length=300, blank=True)
    training = models.ForeignKey(
        Training, models.PROTECT, null=True, blank=True, related_name="proposals", verbose_name="pelatihan"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan kelurahan"
        verbose_name_plural = "usulan kelurahan"
        ordering = ["-letter_date", "-pk"]
        indexes = [models.Index(fields=["agency", "-letter_date", "-id"], name="proposal_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "village", "letter_number"],
                name="proposal_letter_once",
                violation_error_message="Surat ini sudah dicatat.",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(reason=""),
                name="proposal_refused_with_reason",
                violation_error_message="Usulan yang tidak diterima harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=~Q(status="accepted") | Q(training__isnull=False),
                name="proposal_accepted_for_training",
                violation_error_message="Usulan yang diterima harus menunjuk pelatihannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Surat {self.letter_number}, {self.village}"

    @property
    def status_shape(self) -> str:
        return ProposalStatus(self.status).shape

    @property
    def is_open(self) -> bool:
        return self.status == ProposalStatus.RECEIVED


class ProposedName(TimeStamped):
    """Somebody a kelurahan named. `participant` once accepted; else why not."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="names", verbose_name="usulan")
    person = models.ForeignKey(Person, models.PROTECT, related_name="proposed", verbose_name="orang")
    participant = models.OneToOneField(
        Participant, models.PROTECT, null=True, blank=True, related_name="proposed", verbose_name="peserta"
    )
    reason = models.CharField("alasan tidak diterima", max_length=300, blank=True)

    objects = ProposedNameQuerySet.as_manager()

    class Meta:
        verbose_name = "nama usulan"
        verbose_name_plural = "nama usulan"
        ordering = ["person__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "person"],
                name="proposed_once",
                violation_error_message="Orang ini sudah ada di usulan.",
            ),
            models.CheckConstraint(
                condition=Q(participant__isnull=True) | Q(reason=""),
                name="proposed_accepted_or_refused",
                violation_error_message="Nama yang diterima tidak dapat sekaligus ditolak.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class ParticipantUpload(TimeStamped):
    """A list of people on its way into a class or a proposal. The rows wait sealed on the server, never in a form."""

    training = models.ForeignKey(
        Training, models.CASCADE, null=True, blank=True, related_name="uploads", verbose_name="pelatihan"
    )
    proposal = models.ForeignKey(
        Proposal, models.CASCADE, null=True, blank=True, related_name="uploads", verbose_name="usulan"
    )
    rows = models.FileField("baris tersandi", upload_to=upload_path("daftar"), blank=True)
    original_name = models.CharField("nama berkas", max_length=200)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diunggah oleh"
    )
    finished_at = models.DateTimeField("selesai", null=True, blank=True)
    counts = models.JSONField("jumlah", default=dict, blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = "unggahan daftar peserta"
        verbose_name_plural = "unggahan daftar peserta"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(training__isnull=False, proposal__isnull=True)
                | Q(training__isnull=True, proposal__isnull=False),
                name="upload_for_one_list",
                violation_error_message="Daftar ini untuk satu pelatihan atau satu usulan.",
            )
        ]

    def __str__(self) -> str:
        return self.original_name

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.models import ActivitySpell
from placements.alumni.models import Alumnus
from placements.outcomes.tracer.enums import (
    WITH_OPTIONS,
    AnswerChannel,
    Block,
    Decision,
    Meaning,
    QuestionKind,
    ResponseStatus,
)
from placements.outcomes.tracer.queries import (
    CampaignQuerySet,
    ContradictionQuerySet,
    QuestionnaireQuerySet,
    ResponseQuerySet,
    TracerAnswerQuerySet,
    TracerQuestionQuerySet,
    TracerUploadQuerySet,
)
from placements.schools.models import School

if TYPE_CHECKING:
    from placements.outcomes.tracer.questionnaire import Part


class TracerQuestionnaire(TimeStamped):
    """One version of the questions. Once published it never changes: an edit is the next version."""

    number = models.PositiveSmallIntegerField("versi", unique=True)
    title = models.CharField("judul", max_length=150)
    note = models.TextField("catatan perubahan", max_length=1000, blank=True)
    published_at = models.DateTimeField("diterbitkan", null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="oleh"
    )

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        verbose_name = "kuesioner tracer"
        verbose_name_plural = "kuesioner tracer"
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.title} (versi {self.number})"

    @property
    def is_draft(self) -> bool:
        return self.published_at is None


class TracerQuestion(TimeStamped):
    """`number` is what conditions and exports call a question, the same in every version; `position` orders them."""

    questionnaire = models.ForeignKey(
        TracerQuestionnaire, models.CASCADE, related_name="questions", verbose_name="kuesioner"
    )
    number = models.PositiveSmallIntegerField("nomor")
    position = models.PositiveSmallIntegerField("urutan")
    block = models.CharField("bagian", max_length=10, choices=Block.choices)
    text = models.CharField("pertanyaan", max_length=300)
    help = models.CharField("keterangan", max_length=300, blank=True)
    kind = models.CharField("cara menjawab", max_length=8, choices=QuestionKind.choices)
    options = models.JSONField("pilihan", default=list, blank=True)
    condition = models.CharField("ditanyakan bila", max_length=1000, blank=True)
    when: "list[list[Part]]"  # the same as questionnaire.questions_of() has read it
    is_required = models.BooleanField("harus dijawab", default=True)
    meaning = models.CharField("dipakai portal untuk", max_length=20, choices=Meaning.choices, blank=True)

    objects = TracerQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "pertanyaan tracer"
        verbose_name_plural = "pertanyaan tracer"
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["questionnaire", "number"], name="question_number_unique")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    @property
    def has_options(self) -> bool:
        return self.kind in WITH_OPTIONS

    @property
    def condition_text(self) -> str:
        """With room for lines to break between the options."""
        return self.condition.replace("|", " | ")


class TracerCampaign(TimeStamped):
    """One graduating class of one school asked under one version of the questionnaire."""

    school = models.ForeignKey(School, models.PROTECT, related_name="tracer_campaigns", verbose_name="sekolah")
    graduation_year = models.PositiveSmallIntegerField("lulusan tahun")
    questionnaire = models.ForeignKey(
        TracerQuestionnaire, models.PROTECT, related_name="campaigns", verbose_name="kuesioner"
    )
    opens_on = models.DateField("mulai")
    closes_on = models.DateField("selesai")
    # Days after the opening on which those who have not answered are reminded.
    waves = models.JSONField("hari pengingat", default=list, blank=True)
    waves_sent = models.PositiveSmallIntegerField("gelombang terkirim", default=0, editable=False)
    contact = models.CharField("nomor HP untuk bertanya", max_length=20, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    closed_at = models.DateTimeField("ditutup", null=True, blank=True)
    published_at = models.DateTimeField("hasil diumumkan", null=True, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = "tracer study"
        verbose_name_plural = "tracer study"
        ordering = ["-graduation_year", "-opens_on", "-pk"]
        indexes = [models.Index(fields=["school", "-graduation_year"], name="campaign_school_year")]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gt=F("opens_on")),
                name="campaign_closes_after_opening",
                violation_error_message="Tanggal selesai harus setelah tanggal mulai.",
            ),
            models.UniqueConstraint(
                fields=["school", "graduation_year"],
                condition=Q(closed_at__isnull=True),
                name="campaign_one_open_a_class",
                violation_error_message="Tracer study angkatan ini sudah berjalan. Tutup dulu yang lama.",
            ),
        ]

    def __str__(self) -> str:
        return f"Lulusan {self.graduation_year}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.opens_on <= timezone.localdate() <= self.closes_on

    @property
    def status(self) -> tuple[str, str]:
        """(word, kind of status)"""
        today = timezone.localdate()
        if self.closed_at or today > self.closes_on:
            return "Selesai", "neutral"
        return ("Belum mulai", "waiting") if today < self.opens_on else ("Berjalan", "done")


class TracerResponse(TimeStamped):
    """One graduate in one campaign. Until it is sent the answers are a draft; then they are rows of TracerAnswer."""

    campaign = models.ForeignKey(TracerCampaign, models.PROTECT, related_name="responses", verbose_name="tracer study")
    alumnus = models.ForeignKey(Alumnus, models.PROTECT, related_name="tracer_responses", verbose_name="alumni")
    status = models.CharField("keadaan", max_length=12, choices=ResponseStatus.choices, default=ResponseStatus.WAITING)
    draft = models.JSONField("isian sementara", default=dict, blank=True)
    # Part of what a link is signed over: one more makes every earlier link worthless.
    link_version = models.PositiveSmallIntegerField("versi tautan", default=1, editable=False)
    channel = models.CharField("dijawab lewat", max_length=8, choices=AnswerChannel.choices, blank=True)
    invited_at = models.DateTimeField("terakhir diundang", null=True, blank=True)
    submitted_at = models.DateTimeField("dikirim", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    note = models.CharField("catatan", max_length=300, blank=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban tracer"
        verbose_name_plural = "jawaban tracer"
        ordering = ["alumnus__person__name", "pk"]
        indexes = [models.Index(fields=["campaign", "status"], name="response_campaign_state")]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "alumnus"], name="response_once_a_campaign"),
            models.CheckConstraint(
                condition=Q(status=ResponseStatus.SUBMITTED, submitted_at__isnull=False)
                | (~Q(status=ResponseStatus.SUBMITTED) & Q(submitted_at__isnull=True)),
                name="response_submitted_whole",
                violation_error_message="Jawaban yang dikirim harus punya waktu kirim.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alumnus}"

    @property
    def status_shape(self) -> str:
        return ResponseStatus(self.status).shape

    @property
    def is_submitted(self) -> bool:
        return self.status == ResponseStatus.SUBMITTED


class TracerAnswer(models.Model):
    """What was sent: one row a question, of "boleh lebih dari satu" one row a choice. Counted in the database."""

    audited = False  # written once when a response is sent; the response's history keeps what was reopened
    response = models.ForeignKey(TracerResponse, models.CASCADE, related_name="answers", verbose_name="jawaban")
    question = models.ForeignKey(TracerQuestion, models.PROTECT, related_name="answers", verbose_name="pertanyaan")
    value = models.CharField("isi", max_length=300)

    objects = TracerAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "isi jawaban tracer"
        verbose_name_plural = "isi jawaban tracer"
        ordering = ["response", "question", "pk"]
        constraints = [models.UniqueConstraint(fields=["response", "question", "value"], name="answer_once")]

    def __str__(self) -> str:
        return self.value


class TracerUpload(TimeStamped):
    """A filled-in template on its way in: read, shown, and only then taken. The file is gone at the end."""

    campaign = models.ForeignKey(TracerCampaign, models.PROTECT, related_name="uploads", verbose_name="tracer study")
    file = models.FileField("berkas", upload_to=upload_path("tracer"), blank=True)
    original_name = models.CharField("nama berkas", max_length=200)
    counts = models.JSONField("jumlah", default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diunggah oleh"
    )
    finished_at = models.DateTimeField("selesai", null=True, blank=True)

    objects = TracerUploadQuerySet.as_manager()

    class Meta:
        verbose_name = "unggahan tracer"
        verbose_name_plural = "unggahan tracer"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.original_name


class Contradiction(TimeStamped):
    """An answer against an activity that somebody had verified: both are kept, and the coordinator is asked.

    `claim` holds the fields of the ActivitySpell that the answer would make; empty where the answer only says that
    the activity is over.
    """

    alumnus = models.ForeignKey(Alumnus, models.PROTECT, related_name="contradictions", verbose_name="alumni")
    spell = models.ForeignKey(
        ActivitySpell, models.PROTECT, related_name="contradictions", verbose_name="kegiatan yang tercatat"
    )
    response = models.ForeignKey(
        TracerResponse, models.PROTECT, null=True, blank=True, related_name="contradictions", verbose_name="jawaban"
    )
    claim = models.JSONField("menurut jawaban", default=dict, blank=True)
    decision = models.CharField("keputusan", max_length=8, choices=Decision.choices, blank=True)
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diputuskan oleh",
    )
    note = models.CharField("catatan", max_length=300, blank=True)

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban yang berbeda"
        verbose_name_plural = "jawaban yang berbeda"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["alumnus", "spell"],
                condition=Q(decided_at__isnull=True),
                name="contradiction_one_open",
                violation_error_message="Perbedaan ini sudah ditanyakan.",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True) | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="contradiction_decided_whole",
                violation_error_message="Keputusan dan waktunya harus ada bersama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alumnus}: {self.spell}"

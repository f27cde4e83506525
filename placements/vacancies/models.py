from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.states import StatusLog, log_fields
from bkk_portal.kit.text.formatting import angka
from bkk_portal.people.enums import Education
from bkk_portal.people.models import Konsentrasi, Occupation, Person, Skill
from bkk_portal.regions.models import Regency, Village
from placements.employers.models import Employer
from placements.schools.models import School
from placements.vacancies.cards import STANDINGS, age_text, pay_text, place_text, slug_of, standing_by_date
from placements.vacancies.enums import (
    LeadStatus,
    QuestionKind,
    ReportReason,
    SexRequirement,
    VacancyKind,
    VacancyStatus,
    Visibility,
)
from placements.vacancies.queries import (
    LeadQuerySet,
    QuestionQuerySet,
    VacancyLogQuerySet,
    VacancyQuerySet,
    VacancyReportQuerySet,
)

FILTERED_BY = ["closes_on", "opens_on", "visibility", "kind", "pay_from", "education", "experience_months"]
FILTERED_BY += ["disability_friendly", "regency", "village", "is_overseas", "school"]
PUBLISHED = Q(status=VacancyStatus.PUBLISHED)
NO_RESULT = Q(filled__isnull=True, filled_via_bkk__isnull=True)
MOST_QUESTIONS = 5


class Vacancy(TimeStamped):
    """A vacancy with what Perpres 57/2023 art. 5 asks. There is no field for a fee, and there will be none."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="vacancies", verbose_name="perusahaan")
    title = models.CharField("jabatan yang dicari", max_length=120)
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="jabatan (KBJI)"
    )
    headcount = models.PositiveSmallIntegerField("jumlah yang dibutuhkan", default=1)
    kind = models.CharField("jenis pekerjaan", max_length=12, choices=VacancyKind.choices)
    description = models.TextField("uraian pekerjaan")
    requirements = models.TextField("syarat lain", blank=True)
    benefits = models.TextField("fasilitas", blank=True)
    selection_steps = models.TextField("tahap seleksi", blank=True)
    opens_on = models.DateField("berlaku mulai", default=timezone.localdate)
    closes_on = models.DateField("ditutup tanggal")
    education = models.PositiveSmallIntegerField(
        "pendidikan paling rendah", choices=Education.choices, default=Education.SMA_SMK
    )
    experience_months = models.PositiveSmallIntegerField("pengalaman (bulan)", default=0)
    konsentrasi = models.ManyToManyField(
        Konsentrasi, blank=True, related_name="vacancies", verbose_name="konsentrasi yang sesuai"
    )
    skills = models.ManyToManyField(Skill, blank=True, related_name="vacancies", verbose_name="keterampilan")
    min_age = models.PositiveSmallIntegerField("umur paling muda", null=True, blank=True)
    max_age = models.PositiveSmallIntegerField("umur paling tua", null=True, blank=True)
    sex = models.CharField("jenis kelamin", max_length=1, choices=SexRequirement.choices, blank=True, default="")
    limit_reason = models.CharField("alasan batas umur atau jenis kelamin", max_length=300, blank=True)
    pay_min = models.PositiveIntegerField("gaji paling rendah (Rp per bulan)", null=True, blank=True)
    pay_max = models.PositiveIntegerField("gaji paling tinggi (Rp per bulan)", null=True, blank=True)
    # What a list sorts and filters by; 0 when no pay is given.
    pay_from = models.GeneratedField(
        expression=Coalesce("pay_min", "pay_max", 0),
        output_field=models.PositiveIntegerField(),
        db_persist=True,
        verbose_name="gaji mulai dari",
    )
    regency = models.ForeignKey(
        Regency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vacancies",
        verbose_name="kabupaten/kota",
    )
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="vacancies", verbose_name="kelurahan"
    )
    work_address = models.CharField("alamat tempat kerja", max_length=200, blank=True)
    disability_friendly = models.BooleanField("terbuka untuk penyandang disabilitas", default=False)
    is_overseas = models.BooleanField("di luar negeri", default=False)
    official_link = models.URLField("tautan resmi (untuk luar negeri)", blank=True)
    siapkerja_number = models.CharField("nomor laporan SIAPkerja", max_length=60, blank=True)
    contact_name = models.CharField("narahubung", max_length=120, blank=True)
    contact_phone = models.CharField("HP/WhatsApp narahubung", max_length=16, blank=True)
    visibility = models.CharField(
        "dapat dilihat oleh", max_length=10, choices=Visibility.choices, default=Visibility.EVERYONE
    )
    visible_schools = models.ManyToManyField(
        School, blank=True, related_name="vacancies_shown", verbose_name="sekolah tertentu"
    )
    school = models.ForeignKey(
        School, models.PROTECT, null=True, blank=True, related_name="vacancies", verbose_name="diumumkan oleh"
    )
    status = models.CharField("status", max_length=10, choices=VacancyStatus.choices, default=VacancyStatus.DRAFT)
    published_at = models.DateTimeField("tayang sejak", null=True, blank=True)
    # When those whose saved searches find it were looked up; empty until it is open for the first time.
    announced_at = models.DateTimeField("dikabarkan", null=True, blank=True, editable=False)
    closed_at = models.DateTimeField("ditutup", null=True, blank=True)
    close_reason = models.CharField("alasan ditutup", max_length=200, blank=True)
    checklist = models.JSONField("daftar periksa", default=dict, blank=True)
    # Written at the employer's own desk: its draft is theirs, and goes public only through the BKK it was sent to.
    from_employer = models.BooleanField("ditulis perusahaan", default=False)
    # The result (Perpres 57/2023 art. 6), known once the vacancy is closed: how many of the headcount, by whom.
    filled = models.PositiveSmallIntegerField("terisi (orang)", null=True, blank=True)
    filled_via_bkk = models.PositiveSmallIntegerField("di antaranya lewat BKK", null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ditulis oleh"
    )

    objects = VacancyQuerySet.as_manager()
    unaudited_fields = ("pay_from", "announced_at")

    class Meta:
        verbose_name = "lowongan"
        verbose_name_plural = "lowongan"
        ordering = ["-published_at", "-pk"]
        indexes = [
            # Each order of the public list ends in its sort key and holds only what can be open.
            # The first carries what the filters ask and count, so that rare choices are found without reading rows.
            models.Index(
                fields=["-published_at", "-id"], name="vacancy_newest", condition=PUBLISHED, include=FILTERED_BY
            ),
            # … and this one also answers, alone, how many there are.
            models.Index(
                fields=["closes_on", "id", "opens_on", "visibility", "status"],
                name="vacancy_closing",
                condition=PUBLISHED,
            ),
            models.Index(fields=["-pay_from", "-id"], name="vacancy_best_paid", condition=PUBLISHED),
            models.Index(fields=["school", "status"], name="vacancy_school_status"),
            models.Index(
                fields=["opens_on"], name="vacancy_unannounced", condition=PUBLISHED & Q(announced_at__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="vacancy_closes_after_opening",
                violation_error_message="Tanggal tutup harus sama dengan atau setelah tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(headcount__gte=1),
                name="vacancy_headcount_positive",
                violation_error_message="Jumlah yang dibutuhkan paling sedikit 1.",
            ),
            models.CheckConstraint(
                condition=Q(pay_min__isnull=True) | Q(pay_max__isnull=True) | Q(pay_max__gte=F("pay_min")),
                name="vacancy_pay_ordered",
                violation_error_message="Gaji paling tinggi harus sama dengan atau di atas gaji paling rendah.",
            ),
            models.CheckConstraint(
                condition=Q(min_age__isnull=True) | Q(max_age__isnull=True) | Q(max_age__gte=F("min_age")),
                name="vacancy_age_ordered",
                violation_error_message="Umur paling tua harus sama dengan atau di atas umur paling muda.",
            ),
            models.CheckConstraint(
                condition=Q(min_age__isnull=True, max_age__isnull=True, sex="") | ~Q(limit_reason=""),
                name="vacancy_limits_have_reason",
                violation_error_message="Batas umur atau jenis kelamin harus disertai alasan tertulis.",
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="vacancy_published_has_time",
                violation_error_message="Lowongan yang tayang harus punya waktu tayang.",
            ),
            models.CheckConstraint(
                condition=~Q(status="closed") | (Q(closed_at__isnull=False) & ~Q(close_reason="")),
                name="vacancy_closed_with_reason",
                violation_error_message="Lowongan yang ditutup harus punya waktu dan alasan.",
            ),
            models.CheckConstraint(
                condition=Q(is_overseas=False) | ~Q(official_link=""),
                name="vacancy_overseas_has_link",
                violation_error_message="Lowongan luar negeri harus punya tautan resmi.",
            ),
            models.CheckConstraint(
                condition=NO_RESULT
                | Q(status=VacancyStatus.CLOSED, filled__isnull=False, filled_via_bkk__isnull=False),
                name="vacancy_result_of_closed",
                violation_error_message="Hasil hanya dicatat pada lowongan yang sudah ditutup, kedua angkanya bersama.",
            ),
            models.CheckConstraint(
                condition=NO_RESULT | Q(filled_via_bkk__lte=F("filled")),
                name="vacancy_result_adds_up",
                violation_error_message="Yang lewat BKK tidak dapat lebih banyak dari yang terisi.",
            ),
            models.CheckConstraint(
                condition=Q(from_employer=False) | Q(school__isnull=False),
                name="vacancy_of_employer_has_bkk",
                violation_error_message="Pilih BKK yang memeriksa lowongan ini.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def slug(self) -> str:
        return slug_of(self.title, self.employer.name)

    def get_absolute_url(self) -> str:
        """Needs the employer: fetch it with the row."""
        return reverse("vacancy_page", args=[self.pk, self.slug])

    @property
    def status_shape(self) -> str:
        return VacancyStatus(self.status).shape

    @property
    def place(self) -> str:
        """Oebobo, Kota Kupang; needs regency and village."""
        village, regency = (place.name if place else None for place in (self.village, self.regency))
        return place_text(village, regency, is_overseas=self.is_overseas)

    @property
    def pay(self) -> str:
        """Rp 2.300.000 – Rp 3.000.000; a sentence when nothing was said."""
        return pay_text(self.pay_min, self.pay_max)

    @property
    def headcount_text(self) -> str:
        return f"{angka(self.headcount)} orang"

    @property
    def result_text(self) -> str:
        """terisi 2 dari 3, 1 lewat BKK; empty while nobody said"""
        if self.filled is None:
            return ""
        via = f", {angka(self.filled_via_bkk)} lewat BKK" if self.filled else ""
        return f"terisi {angka(self.filled)} dari {angka(self.headcount)}{via}"

    @property
    def experience_text(self) -> str:
        return f"{angka(self.experience_months)} bulan" if self.experience_months else "Tidak disyaratkan"

    @property
    def age_text(self) -> str:
        return age_text(self.min_age, self.max_age)

    @property
    def standing(self) -> str:
        """Why nobody can apply now, as a sentence; empty while the vacancy is open."""
        if self.is_open:
            return ""
        if self.status == VacancyStatus.PUBLISHED:
            return standing_by_date(self.opens_on, self.closes_on)
        return STANDINGS[self.status].format(reason=self.close_reason)

    @property
    def is_open(self) -> bool:
        return self.status == VacancyStatus.PUBLISHED and self.opens_on <= timezone.localdate() <= self.closes_on

    @property
    def is_over(self) -> bool:
        return self.status == VacancyStatus.CLOSED or self.closes_on < timezone.localdate()

    @property
    def accepts_applications(self) -> bool:
        """Overseas work is information only: nobody can apply to it through a BKK (Permenaker 39/2016)."""
        return self.is_open and not self.is_overseas


class VacancyStatusLog(StatusLog):
    audited = False  # a log
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="status_log", verbose_name="lowongan")
    from_status, to_status = log_fields(VacancyStatus)

    objects = VacancyLogQuerySet.as_manager()

    class Meta(StatusLog.Meta):
        verbose_name = "riwayat status lowongan"
        verbose_name_plural = "riwayat status lowongan"


class VacancyQuestion(TimeStamped):
    """What an applicant is asked besides the note. The positions 1 to 5 keep them at five."""

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="questions", verbose_name="lowongan")
    position = models.PositiveSmallIntegerField("urutan")
    text = models.CharField("pertanyaan", max_length=200)
    kind = models.CharField("bentuk jawaban", max_length=6, choices=QuestionKind.choices, default=QuestionKind.TEXT)
    options = models.TextField("pilihan jawaban", blank=True, help_text="Satu pilihan tiap baris.")
    is_required = models.BooleanField("wajib dijawab", default=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "pertanyaan lowongan"
        verbose_name_plural = "pertanyaan lowongan"
        ordering = ["vacancy", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "position"],
                name="vacancy_question_position_once",
                violation_error_message="Urutan pertanyaan ini sudah dipakai.",
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=MOST_QUESTIONS),
                name="vacancy_question_at_most_five",
                violation_error_message="Paling banyak lima pertanyaan.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="choice") | ~Q(options=""),
                name="vacancy_question_choice_has_options",
                violation_error_message="Pertanyaan pilihan harus punya pilihan jawaban.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def choices(self) -> list[str]:
        """The options of a choice, one a line."""
        return [line.strip() for line in self.options.splitlines() if line.strip()]


class VacancyReport(models.Model):
    """Somebody doubts a vacancy. Enough of them hide it until the supervising office has looked (domain rule 7)."""

    audited = False  # said once; looked at, with a time
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="reports", verbose_name="lowongan")
    reason = models.CharField("yang mencurigakan", max_length=10, choices=ReportReason.choices)
    note = models.TextField("keterangan", max_length=500, blank=True)
    # A keyed hash of the account or the address: enough to count a person once, too little to find them.
    sender = models.CharField("pengirim (hash)", max_length=64)
    made_at = models.DateTimeField("dikirim", default=timezone.now)
    settled_at = models.DateTimeField("diperiksa", null=True, blank=True)

    objects = VacancyReportQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan lowongan"
        verbose_name_plural = "laporan lowongan"
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["-made_at"], name="vacancy_report_waiting", condition=Q(settled_at__isnull=True))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "sender"],
                condition=Q(settled_at__isnull=True),
                name="vacancy_report_once",
                violation_error_message="Anda sudah melaporkan lowongan ini.",
            )
        ]

    def __str__(self) -> str:
        return self.get_reason_display()


class VacancyLead(TimeStamped):
    """Info loker: what an alumnus who already works has heard. It goes to the alumnus' own BKK."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="leads", verbose_name="dari")
    school = models.ForeignKey(School, models.PROTECT, related_name="leads", verbose_name="untuk BKK")
    employer_name = models.CharField("nama perusahaan", max_length=150)
    title = models.CharField("pekerjaan yang dibuka", max_length=120)
    contact = models.CharField("yang dapat dihubungi", max_length=150, blank=True)
    note = models.TextField("keterangan", blank=True)
    status = models.CharField("status", max_length=10, choices=LeadStatus.choices, default=LeadStatus.NEW)
    answer = models.CharField("jawaban BKK", max_length=200, blank=True)
    vacancy = models.ForeignKey(
        Vacancy, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name="menjadi lowongan"
    )

    objects = LeadQuerySet.as_manager()

    class Meta:
        verbose_name = "info loker"
        verbose_name_plural = "info loker"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["school", "status"], name="lead_school_status")]

    def __str__(self) -> str:
        return self.title

    @property
    def status_shape(self) -> str:
        return LeadStatus(self.status).shape

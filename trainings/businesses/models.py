"""Usaha binaan: whom people can hire because the city trained them, shown by consent only."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.regions.models import Village
from trainings.businesses.enums import BusinessStatus
from trainings.businesses.queries import BusinessPhotoQuerySet, BusinessQuerySet
from trainings.participants.models import Participant


class Business(TimeStamped):
    """One page for one participation. Its telephone is the business's own, never taken over from the person."""

    participant = models.OneToOneField(
        Participant, models.PROTECT, related_name="business", verbose_name="peserta pelatihan"
    )
    name = models.CharField("nama usaha", max_length=100)
    trade = models.CharField("bidang", max_length=80)
    description = models.TextField("yang dikerjakan atau dijual", max_length=600)
    village = models.ForeignKey(Village, models.PROTECT, related_name="businesses", verbose_name="kelurahan")
    address = models.CharField("alamat usaha", max_length=150, blank=True)
    hours = models.CharField("jam buka", max_length=100, blank=True)
    phone = models.CharField("nomor HP usaha", max_length=16, blank=True)
    show_phone = models.BooleanField("boleh ditelepon", default=False)
    show_whatsapp = models.BooleanField("boleh dihubungi lewat WhatsApp", default=False)
    status = models.CharField("keadaan", max_length=10, choices=BusinessStatus.choices, default=BusinessStatus.WAITING)
    reason = models.CharField("alasan dinas", max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diperiksa oleh"
    )
    decided_at = models.DateTimeField("diperiksa", null=True, blank=True)
    consent_version = models.CharField("versi persetujuan", max_length=20)
    consent_wording = models.TextField("bunyi persetujuan")
    consented_at = models.DateTimeField("disetujui", default=timezone.now)
    withdrawn_at = models.DateTimeField("persetujuan ditarik", null=True, blank=True)
    # For owners without an account: the sheet they signed, and who brought it.
    consent_paper = models.FileField("lembar persetujuan", upload_to=upload_path("usaha-persetujuan"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )

    objects = BusinessQuerySet.as_manager()

    class Meta:
        verbose_name = "usaha binaan"
        verbose_name_plural = "usaha binaan"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="business_public", condition=Q(status="published")),
            models.Index(fields=["village", "name"], name="business_village", condition=Q(status="published")),
            models.Index(fields=["trade", "name"], name="business_trade", condition=Q(status="published")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=BusinessStatus.PUBLISHED) | Q(withdrawn_at__isnull=True),
                name="business_shown_by_consent",
                violation_error_message="Usaha tanpa persetujuan pemiliknya tidak boleh tampil.",
            ),
            models.CheckConstraint(
                condition=~Q(status=BusinessStatus.WITHDRAWN) | Q(withdrawn_at__isnull=False),
                name="business_withdrawn_with_time",
                violation_error_message="Penarikan harus memuat waktunya.",
            ),
            models.CheckConstraint(
                condition=Q(show_phone=False, show_whatsapp=False) | ~Q(phone=""),
                name="business_contact_has_number",
                violation_error_message="Isi nomor HP usaha, atau jangan centang telepon dan WhatsApp.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[BusinessStatus.RETURNED, BusinessStatus.HIDDEN]) | ~Q(reason=""),
                name="business_refused_with_reason",
                violation_error_message="Tulis alasannya; pemilik membacanya.",
            ),
            models.CheckConstraint(
                condition=Q(recorded_by__isnull=True) | ~Q(consent_paper=""),
                name="business_recorded_with_paper",
                violation_error_message="Unggah lembar persetujuan yang ditandatangani pemilik.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("business_page", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return slugify(f"{self.name} {self.village.name}")[:60].strip("-") or "usaha"

    @property
    def is_published(self) -> bool:
        return self.status == BusinessStatus.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        return self.status == BusinessStatus.WITHDRAWN

    @property
    def status_shape(self) -> str:
        return BusinessStatus(self.status).shape


class BusinessPhoto(TimeStamped):
    """Kept small and without what the camera wrote into it; the world sees it once the office has looked."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="photos", verbose_name="usaha")
    image = models.ImageField("foto", upload_to=upload_path("usaha"))
    checked_at = models.DateTimeField("diperiksa", null=True, blank=True)

    objects = BusinessPhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto usaha"
        verbose_name_plural = "foto usaha"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.business}: foto {self.pk}"

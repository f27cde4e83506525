from django.db import models

from bkk_portal.kit.models import PublicQuerySet
from bkk_portal.regions.queries import DistrictQuerySet, RegencyQuerySet, VillageQuerySet


class Province(models.Model):
    audited = False  # Kemendagri's codes as published
    code = models.CharField("kode Kemendagri", max_length=2, primary_key=True)
    name = models.CharField("nama", max_length=80)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "provinsi"
        verbose_name_plural = "provinsi"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Regency(models.Model):
    audited = False  # as above
    code = models.CharField("kode Kemendagri", max_length=5, primary_key=True)
    province = models.ForeignKey(Province, models.PROTECT, related_name="regencies", verbose_name="provinsi")
    name = models.CharField("nama", max_length=80)

    objects = RegencyQuerySet.as_manager()

    class Meta:
        verbose_name = "kabupaten/kota"
        verbose_name_plural = "kabupaten/kota"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class District(models.Model):
    audited = False  # as above
    code = models.CharField("kode Kemendagri", max_length=8, primary_key=True)
    regency = models.ForeignKey(Regency, models.PROTECT, related_name="districts", verbose_name="kabupaten/kota")
    name = models.CharField("nama", max_length=80)

    objects = DistrictQuerySet.as_manager()

    class Meta:
        verbose_name = "kecamatan"
        verbose_name_plural = "kecamatan"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Village(models.Model):
    code = models.CharField("kode Kemendagri", max_length=13, primary_key=True)
    district = models.ForeignKey(District, models.PROTECT, related_name="villages", verbose_name="kecamatan")
    name = models.CharField("nama", max_length=80)
    other_spellings = models.CharField("ejaan lain", max_length=200, blank=True, help_text="Pisahkan dengan ;")
    head_title = models.CharField("jabatan kepala", max_length=40, default="Lurah")
    head_name = models.CharField("nama lurah", max_length=120, blank=True)
    head_nip = models.CharField("NIP lurah", max_length=18, blank=True)

    objects = VillageQuerySet.as_manager()

    class Meta:
        verbose_name = "kelurahan"
        verbose_name_plural = "kelurahan"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

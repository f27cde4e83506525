"""What 0001 to 0011 come to, for new databases: a fraction of their time. Older ones go through them one by one."""

import bkk_portal.kit.files
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import trainings.monitoring.models.visits
from django.conf import settings
from django.db import migrations, models

from bkk_portal.kit.tables import TablesAtOnce


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("trainings", "0001_initial"),
        ("trainings", "0002_equipment_stock_and_contracts"),
        ("trainings", "0003_places_and_contract_lines_of_old_lots"),
        ("trainings", "0004_lots_have_place_and_line"),
        ("trainings", "0005_programmes_and_participants"),
        ("trainings", "0006_occupations_of_programmes"),
        ("trainings", "0007_one_occupation_less"),
        ("trainings", "0008_contracts_draw_on_budgets"),
        ("trainings", "0009_monitoring_and_businesses"),
        ("trainings", "0010_reports_of_old_handovers"),
        ("trainings", "0011_audit_packs"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_initial"),
        ("offices", "0001_initial"),
        ("people", "0005_cv_left_out"),
        ("regions", "0001_initial"),
    ]

    operations = [
        TablesAtOnce(
            [
                migrations.CreateModel(
                    name="EquipmentKit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                        ("name", models.CharField(max_length=120, verbose_name="nama paket")),
                    ],
                    options={
                        "verbose_name": "paket peralatan",
                        "verbose_name_plural": "paket peralatan",
                        "ordering": ["-year", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PriorityGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="kelompok")),
                    ],
                    options={
                        "verbose_name": "kelompok prioritas",
                        "verbose_name_plural": "kelompok prioritas",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="SelectionCriterion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=80, verbose_name="yang dinilai")),
                        ("weight", models.PositiveSmallIntegerField(verbose_name="bobot")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                    ],
                    options={
                        "verbose_name": "kriteria seleksi",
                        "verbose_name_plural": "kriteria seleksi",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("weight__range", (1, 100))),
                                name="selection_weight_sound",
                                violation_error_message="Bobot harus antara 1 dan 100.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Budget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "source",
                            models.CharField(
                                choices=[("APBD", "APBD"), ("APBN", "APBN"), ("DBHCHT", "DBHCHT"), ("LAIN", "Lainnya")],
                                max_length=8,
                                verbose_name="sumber dana",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                        ("code", models.CharField(max_length=60, verbose_name="kode rekening")),
                        ("name", models.CharField(max_length=200, verbose_name="kegiatan")),
                        ("ceiling", models.PositiveBigIntegerField(verbose_name="pagu (Rp)")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="budgets",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggaran",
                        "verbose_name_plural": "anggaran",
                        "ordering": ["-year", "code", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "year", "source", "code"),
                                name="budget_line_unique",
                                violation_error_message="Kode rekening ini sudah ada untuk tahun dan sumber dana tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ceiling__gte", 1)),
                                name="budget_ceiling_positive",
                                violation_error_message="Pagu harus lebih dari nol.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("year__range", (2000, 2100))),
                                name="budget_year_sound",
                                violation_error_message="Tahun anggaran harus antara 2000 dan 2100.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Business",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=100, verbose_name="nama usaha")),
                        ("trade", models.CharField(max_length=80, verbose_name="bidang")),
                        ("description", models.TextField(max_length=600, verbose_name="yang dikerjakan atau dijual")),
                        ("address", models.CharField(blank=True, max_length=150, verbose_name="alamat usaha")),
                        ("hours", models.CharField(blank=True, max_length=100, verbose_name="jam buka")),
                        ("phone", models.CharField(blank=True, max_length=16, verbose_name="nomor HP usaha")),
                        ("show_phone", models.BooleanField(default=False, verbose_name="boleh ditelepon")),
                        (
                            "show_whatsapp",
                            models.BooleanField(default=False, verbose_name="boleh dihubungi lewat WhatsApp"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu diperiksa"),
                                    ("published", "Tampil untuk umum"),
                                    ("returned", "Perlu diperbaiki"),
                                    ("hidden", "Disembunyikan dinas"),
                                    ("withdrawn", "Ditarik pemilik"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dinas")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diperiksa")),
                        ("consent_version", models.CharField(max_length=20, verbose_name="versi persetujuan")),
                        ("consent_wording", models.TextField(verbose_name="bunyi persetujuan")),
                        (
                            "consented_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="disetujui"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="persetujuan ditarik"),
                        ),
                        (
                            "consent_paper",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("usaha-persetujuan"),
                                verbose_name="lembar persetujuan",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diperiksa oleh",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="businesses",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "usaha binaan",
                        "verbose_name_plural": "usaha binaan",
                        "ordering": ["name", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "published")),
                                fields=["name", "id"],
                                name="business_public",
                            ),
                            models.Index(
                                condition=models.Q(("state", "published")),
                                fields=["village", "name"],
                                name="business_village",
                            ),
                            models.Index(
                                condition=models.Q(("state", "published")),
                                fields=["trade", "name"],
                                name="business_trade",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "published"), _negated=True),
                                    ("withdrawn_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="business_shown_by_consent",
                                violation_error_message="Usaha tanpa persetujuan pemiliknya tidak boleh tampil.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), _negated=True),
                                    ("withdrawn_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="business_withdrawn_with_time",
                                violation_error_message="Penarikan harus memuat waktunya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("show_phone", False), ("show_whatsapp", False)),
                                    models.Q(("phone", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="business_contact_has_number",
                                violation_error_message="Isi nomor HP usaha, atau jangan centang telepon dan WhatsApp.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["returned", "hidden"]), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="business_refused_with_reason",
                                violation_error_message="Tulis alasannya; pemilik membacanya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("recorded_by__isnull", True),
                                    models.Q(("consent_paper", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="business_recorded_with_paper",
                                violation_error_message="Unggah lembar persetujuan yang ditandatangani pemilik.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BusinessPhoto",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "image",
                            models.ImageField(upload_to=bkk_portal.kit.files.upload_path("usaha"), verbose_name="foto"),
                        ),
                        ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="diperiksa")),
                        (
                            "business",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="photos",
                                to="trainings.business",
                                verbose_name="usaha",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "foto usaha",
                        "verbose_name_plural": "foto usaha",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EquipmentItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=120, verbose_name="nama barang")),
                        ("category", models.CharField(blank=True, max_length=80, verbose_name="kategori")),
                        ("unit", models.CharField(default="unit", max_length=20, verbose_name="satuan")),
                        ("specification", models.TextField(blank=True, verbose_name="spesifikasi")),
                        ("has_serial", models.BooleanField(default=False, verbose_name="bernomor seri")),
                        (
                            "photo",
                            models.ImageField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("barang"), verbose_name="foto"
                            ),
                        ),
                        (
                            "low_at",
                            models.PositiveSmallIntegerField(default=5, verbose_name="tandai bila sisa kurang dari"),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="equipment_items",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "barang",
                        "verbose_name_plural": "barang",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "name"),
                                name="equipment_item_unique",
                                violation_error_message="Barang dengan nama ini sudah ada di katalog.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Handover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "state",
                            models.CharField(
                                choices=[("handed_over", "Diserahkan"), ("cancelled", "Dibatalkan")],
                                default="handed_over",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "handed_on",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="tanggal serah terima"
                            ),
                        ),
                        ("place", models.CharField(max_length=150, verbose_name="tempat")),
                        (
                            "identity_checked",
                            models.BooleanField(default=False, verbose_name="identitas penerima sudah diperiksa"),
                        ),
                        (
                            "identity_proof",
                            models.CharField(
                                choices=[
                                    ("ktp", "KTP asli"),
                                    ("kk", "Kartu keluarga"),
                                    ("surat", "Surat keterangan kelurahan"),
                                    ("lain", "Kartu identitas lain berfoto"),
                                ],
                                default="ktp",
                                max_length=8,
                                verbose_name="identitas diperiksa dengan",
                            ),
                        ),
                        (
                            "photo",
                            models.ImageField(
                                upload_to=bkk_portal.kit.files.upload_path("serah-terima"),
                                verbose_name="foto penyerahan",
                            ),
                        ),
                        (
                            "signature",
                            models.ImageField(
                                upload_to=bkk_portal.kit.files.upload_path("tanda-tangan"),
                                verbose_name="tanda tangan penerima",
                            ),
                        ),
                        (
                            "photo_hash",
                            models.CharField(blank=True, editable=False, max_length=64, verbose_name="sidik foto"),
                        ),
                        (
                            "signature_hash",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="sidik tanda tangan"
                            ),
                        ),
                        (
                            "letter_hash",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="sidik surat kuasa"
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="lintang"
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="bujur"
                            ),
                        ),
                        ("proxy_name", models.CharField(blank=True, max_length=150, verbose_name="diwakili oleh")),
                        (
                            "proxy_letter",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("surat-kuasa"),
                                verbose_name="surat kuasa",
                            ),
                        ),
                        (
                            "override_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan pengecualian"),
                        ),
                        (
                            "recipient_answer",
                            models.CharField(
                                blank=True,
                                choices=[("received", "Sudah saya terima"), ("not_received", "Tidak saya terima")],
                                max_length=12,
                                verbose_name="jawaban penerima",
                            ),
                        ),
                        (
                            "recipient_note",
                            models.CharField(blank=True, max_length=300, verbose_name="keterangan penerima"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan"),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handover",
                                to="documents.issueddocument",
                                verbose_name="BAST",
                            ),
                        ),
                        (
                            "kit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to="trainings.equipmentkit",
                                verbose_name="paket",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers_made",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="petugas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "serah terima",
                        "verbose_name_plural": "serah terima",
                        "ordering": ["-handed_on", "-pk"],
                        "indexes": [models.Index(fields=["agency", "-handed_on"], name="handover_agency_newest")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), _negated=True),
                                    models.Q(("photo_hash", ""), _negated=True),
                                ),
                                fields=("photo_hash",),
                                name="handover_photo_once",
                                violation_error_message="Foto ini sudah dipakai untuk penerima lain.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), _negated=True),
                                    models.Q(("signature_hash", ""), _negated=True),
                                ),
                                fields=("signature_hash",),
                                name="handover_signature_once",
                                violation_error_message="Tanda tangan ini sudah dipakai untuk penerima lain.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), _negated=True),
                                    models.Q(("letter_hash", ""), _negated=True),
                                ),
                                fields=("letter_hash",),
                                name="handover_letter_once",
                                violation_error_message="Surat kuasa ini sudah dipakai untuk penerima lain.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                                    models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                                    _connector="OR",
                                ),
                                name="handover_place_on_earth",
                                violation_error_message="Lokasi foto tidak masuk akal.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), _negated=True),
                                    models.Q(
                                        ("cancelled_at__isnull", False), models.Q(("cancel_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="handover_cancelled_with_reason",
                                violation_error_message="Pembatalan serah terima harus disertai alasan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("identity_checked", True)),
                                name="handover_identity_checked",
                                violation_error_message="Identitas penerima harus diperiksa sebelum barang diserahkan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proxy_name", ""), models.Q(("proxy_letter", ""), _negated=True), _connector="OR"
                                ),
                                name="handover_proxy_with_letter",
                                violation_error_message="Penerima yang diwakili harus punya surat kuasa.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("never", "Barang tidak pernah diterima"),
                                    ("sold", "Barang dijual"),
                                    ("missing", "Barang hilang"),
                                    ("lent", "Barang dipinjamkan"),
                                    ("broken", "Barang rusak"),
                                    ("not_running", "Usaha tidak berjalan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=12,
                                verbose_name="jenis temuan",
                            ),
                        ),
                        ("text", models.CharField(max_length=500, verbose_name="yang ditemukan")),
                        (
                            "found_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="ditemukan"),
                        ),
                        ("deadline", models.DateField(verbose_name="harus selesai")),
                        ("resolved_on", models.DateField(blank=True, null=True, verbose_name="selesai")),
                        ("resolution", models.CharField(blank=True, max_length=500, verbose_name="penyelesaian")),
                        (
                            "found_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "resolved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dinyatakan oleh",
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "temuan",
                        "verbose_name_plural": "temuan",
                        "ordering": ["deadline", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("resolved_on__isnull", True)),
                                fields=["deadline"],
                                name="finding_open",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("deadline__gte", models.F("found_on"))),
                                name="finding_deadline_after_found",
                                violation_error_message="Batas waktu tidak boleh lebih awal daripada tanggal temuan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("resolution", ""), ("resolved_by__isnull", True), ("resolved_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("resolved_by__isnull", False),
                                        ("resolved_on__gte", models.F("found_on")),
                                        models.Q(("resolution", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="finding_resolved_whole",
                                violation_error_message="Temuan yang selesai harus memuat tanggal, petugas dan penyelesaiannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverStatusLog",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[("handed_over", "Diserahkan"), ("cancelled", "Dibatalkan")],
                                max_length=12,
                                verbose_name="dari",
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                choices=[("handed_over", "Diserahkan"), ("cancelled", "Dibatalkan")],
                                max_length=12,
                                verbose_name="menjadi",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="waktu")),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="status_log",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat serah terima",
                        "verbose_name_plural": "riwayat serah terima",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalBudget",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "source",
                            models.CharField(
                                choices=[("APBD", "APBD"), ("APBN", "APBN"), ("DBHCHT", "DBHCHT"), ("LAIN", "Lainnya")],
                                max_length=8,
                                verbose_name="sumber dana",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                        ("code", models.CharField(max_length=60, verbose_name="kode rekening")),
                        ("name", models.CharField(max_length=200, verbose_name="kegiatan")),
                        ("ceiling", models.PositiveBigIntegerField(verbose_name="pagu (Rp)")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical anggaran",
                        "verbose_name_plural": "historical anggaran",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBusinessPhoto",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("image", models.TextField(max_length=100, verbose_name="foto")),
                        ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="diperiksa")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "business",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.business",
                                verbose_name="usaha",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical foto usaha",
                        "verbose_name_plural": "historical foto usaha",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEquipmentItem",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=120, verbose_name="nama barang")),
                        ("category", models.CharField(blank=True, max_length=80, verbose_name="kategori")),
                        ("unit", models.CharField(default="unit", max_length=20, verbose_name="satuan")),
                        ("specification", models.TextField(blank=True, verbose_name="spesifikasi")),
                        ("has_serial", models.BooleanField(default=False, verbose_name="bernomor seri")),
                        ("photo", models.TextField(blank=True, max_length=100, verbose_name="foto")),
                        (
                            "low_at",
                            models.PositiveSmallIntegerField(default=5, verbose_name="tandai bila sisa kurang dari"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical barang",
                        "verbose_name_plural": "historical barang",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalKitLine",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("quantity", models.PositiveSmallIntegerField(verbose_name="jumlah")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "kit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentkit",
                                verbose_name="paket",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical isi paket",
                        "verbose_name_plural": "historical isi paket",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMonitoringSetting",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "months",
                            models.JSONField(
                                default=trainings.monitoring.models.visits.default_months,
                                verbose_name="bulan kunjungan",
                            ),
                        ),
                        (
                            "report_days",
                            models.PositiveSmallIntegerField(default=90, verbose_name="hari sampai LPJ jatuh tempo"),
                        ),
                        (
                            "finding_days",
                            models.PositiveSmallIntegerField(
                                default=30, verbose_name="hari untuk menyelesaikan temuan"
                            ),
                        ),
                        (
                            "answer_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="hari untuk menjawab surat teguran"
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical aturan monev",
                        "verbose_name_plural": "historical aturan monev",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMonitoringVisit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("due_on", models.DateField(verbose_name="jatuh tempo")),
                        ("visited_on", models.DateField(blank=True, null=True, verbose_name="dikunjungi")),
                        (
                            "equipment_use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_use", "Dipakai"),
                                    ("unused", "Disimpan, belum dipakai"),
                                    ("lent", "Dipinjamkan"),
                                    ("sold", "Dijual"),
                                    ("broken", "Rusak"),
                                    ("missing", "Hilang"),
                                    ("never", "Tidak pernah diterima"),
                                ],
                                max_length=8,
                                verbose_name="keadaan alat",
                            ),
                        ),
                        ("business_running", models.BooleanField(blank=True, null=True, verbose_name="usaha berjalan")),
                        (
                            "workers",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jumlah pekerja"),
                        ),
                        (
                            "income_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Belum ada"),
                                    ("under_1", "Di bawah Rp 1 juta"),
                                    ("under_2", "Rp 1–2 juta"),
                                    ("under_4", "Rp 2–4 juta"),
                                    ("over_4", "Di atas Rp 4 juta"),
                                ],
                                max_length=8,
                                verbose_name="penghasilan per bulan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        ("photo", models.TextField(blank=True, max_length=100, verbose_name="foto")),
                        ("reminded_on", models.DateField(blank=True, null=True, verbose_name="diingatkan")),
                        (
                            "met",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("recipient", "Penerima sendiri"),
                                    ("family", "Keluarga serumah"),
                                    ("other", "Orang lain"),
                                ],
                                max_length=10,
                                verbose_name="yang ditemui",
                            ),
                        ),
                        ("met_name", models.CharField(blank=True, max_length=150, verbose_name="nama yang ditemui")),
                        (
                            "attempts",
                            models.PositiveSmallIntegerField(default=0, verbose_name="didatangi tanpa bertemu"),
                        ),
                        ("tried_on", models.DateField(blank=True, null=True, verbose_name="terakhir didatangi")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="petugas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kunjungan monev",
                        "verbose_name_plural": "historical kunjungan monev",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPriorityGroup",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(db_index=True, max_length=100, verbose_name="kelompok")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kelompok prioritas",
                        "verbose_name_plural": "historical kelompok prioritas",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProcurementContract",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("number", models.CharField(max_length=100, verbose_name="nomor kontrak")),
                        ("supplier", models.CharField(max_length=150, verbose_name="penyedia")),
                        ("signed_on", models.DateField(verbose_name="tanggal kontrak")),
                        (
                            "funding",
                            models.CharField(
                                choices=[("APBD", "APBD"), ("APBN", "APBN"), ("DBHCHT", "DBHCHT"), ("LAIN", "Lainnya")],
                                max_length=8,
                                verbose_name="sumber dana",
                            ),
                        ),
                        ("budget_year", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                        ("value", models.PositiveBigIntegerField(default=0, verbose_name="nilai kontrak (Rp)")),
                        (
                            "ceiling",
                            models.PositiveBigIntegerField(blank=True, null=True, verbose_name="pagu anggaran (Rp)"),
                        ),
                        (
                            "mismatch_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="penjelasan selisih nilai"),
                        ),
                        ("file", models.TextField(blank=True, max_length=100, verbose_name="berkas kontrak")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "budget",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.budget",
                                verbose_name="anggaran",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kontrak pengadaan",
                        "verbose_name_plural": "historical kontrak pengadaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReminderLetter",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("level", models.PositiveSmallIntegerField(verbose_name="teguran ke")),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("report", "LPJ belum diserahkan"),
                                    ("finding", "Temuan belum diselesaikan"),
                                    ("visit", "Tidak dapat ditemui"),
                                ],
                                max_length=8,
                                verbose_name="tentang",
                            ),
                        ),
                        ("answer_by", models.DateField(verbose_name="harus dijawab")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("hand", "Diserahkan langsung"),
                                    ("village", "Lewat kantor lurah"),
                                    ("post", "Pos atau kurir"),
                                    ("whatsapp", "WhatsApp"),
                                ],
                                max_length=8,
                                verbose_name="disampaikan lewat",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="documents.issueddocument",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.finding",
                                verbose_name="temuan",
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical surat teguran",
                        "verbose_name_plural": "historical surat teguran",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalStockLocation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=80, verbose_name="nama gudang")),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gudang",
                        "verbose_name_plural": "historical gudang",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTrainingProgramme",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=150, verbose_name="nama program")),
                        ("trade", models.CharField(max_length=80, verbose_name="bidang")),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="lama (jam pelajaran, JP)")),
                        ("description", models.TextField(blank=True, verbose_name="uraian")),
                        ("syllabus", models.TextField(blank=True, verbose_name="materi")),
                        ("requirements", models.TextField(blank=True, verbose_name="syarat peserta")),
                        (
                            "min_attendance",
                            models.PositiveSmallIntegerField(
                                default=80, verbose_name="kehadiran paling sedikit untuk lulus (%)"
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical program pelatihan",
                        "verbose_name_plural": "historical program pelatihan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalUseReport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("due_on", models.DateField(verbose_name="jatuh tempo")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("due", "Belum ada"),
                                    ("sent", "Menunggu diperiksa"),
                                    ("returned", "Dikembalikan"),
                                    ("received", "Diterima"),
                                ],
                                default="due",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("file", models.TextField(blank=True, max_length=100, verbose_name="berkas LPJ")),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="dikirim penerima")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="diterima")),
                        (
                            "return_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dikembalikan"),
                        ),
                        ("reminded_on", models.DateField(blank=True, null=True, verbose_name="penerima diingatkan")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diterima oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical LPJ",
                        "verbose_name_plural": "historical LPJ",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="JournalEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("text", models.TextField(max_length=3000, verbose_name="kegiatan hari itu")),
                        ("problems", models.TextField(blank=True, max_length=1000, verbose_name="kendala")),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jurnal harian",
                        "verbose_name_plural": "jurnal harian",
                        "ordering": ["session__held_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalJournalPhoto",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("image", models.TextField(max_length=100, verbose_name="foto")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditambahkan oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.journalentry",
                                verbose_name="jurnal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical foto jurnal",
                        "verbose_name_plural": "historical foto jurnal",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="JournalPhoto",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "image",
                            models.ImageField(
                                upload_to=bkk_portal.kit.files.upload_path("jurnal"), verbose_name="foto"
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditambahkan oleh",
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="photos",
                                to="trainings.journalentry",
                                verbose_name="jurnal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "foto jurnal",
                        "verbose_name_plural": "foto jurnal",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="KitLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("quantity", models.PositiveSmallIntegerField(verbose_name="jumlah")),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kit_lines",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "kit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="trainings.equipmentkit",
                                verbose_name="paket",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "isi paket",
                        "verbose_name_plural": "isi paket",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kit", "item"),
                                name="kit_line_unique",
                                violation_error_message="Barang ini sudah ada di paket.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quantity__gte", 1)),
                                name="kit_line_positive",
                                violation_error_message="Jumlah barang paling sedikit 1.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MonitoringSetting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "months",
                            models.JSONField(
                                default=trainings.monitoring.models.visits.default_months,
                                verbose_name="bulan kunjungan",
                            ),
                        ),
                        (
                            "report_days",
                            models.PositiveSmallIntegerField(default=90, verbose_name="hari sampai LPJ jatuh tempo"),
                        ),
                        (
                            "finding_days",
                            models.PositiveSmallIntegerField(
                                default=30, verbose_name="hari untuk menyelesaikan temuan"
                            ),
                        ),
                        (
                            "answer_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="hari untuk menjawab surat teguran"
                            ),
                        ),
                        (
                            "agency",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="monitoring_setting",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aturan monev",
                        "verbose_name_plural": "aturan monev",
                        "ordering": ["agency"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer_days__range", (1, 90)),
                                    ("finding_days__range", (1, 365)),
                                    ("report_days__range", (1, 730)),
                                ),
                                name="monitoring_setting_sound",
                                violation_error_message="Jumlah hari di luar batas yang wajar.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MonitoringVisit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("due_on", models.DateField(verbose_name="jatuh tempo")),
                        ("visited_on", models.DateField(blank=True, null=True, verbose_name="dikunjungi")),
                        (
                            "equipment_use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_use", "Dipakai"),
                                    ("unused", "Disimpan, belum dipakai"),
                                    ("lent", "Dipinjamkan"),
                                    ("sold", "Dijual"),
                                    ("broken", "Rusak"),
                                    ("missing", "Hilang"),
                                    ("never", "Tidak pernah diterima"),
                                ],
                                max_length=8,
                                verbose_name="keadaan alat",
                            ),
                        ),
                        ("business_running", models.BooleanField(blank=True, null=True, verbose_name="usaha berjalan")),
                        (
                            "workers",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jumlah pekerja"),
                        ),
                        (
                            "income_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Belum ada"),
                                    ("under_1", "Di bawah Rp 1 juta"),
                                    ("under_2", "Rp 1–2 juta"),
                                    ("under_4", "Rp 2–4 juta"),
                                    ("over_4", "Di atas Rp 4 juta"),
                                ],
                                max_length=8,
                                verbose_name="penghasilan per bulan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "photo",
                            models.ImageField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("monev"), verbose_name="foto"
                            ),
                        ),
                        ("reminded_on", models.DateField(blank=True, null=True, verbose_name="diingatkan")),
                        (
                            "met",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("recipient", "Penerima sendiri"),
                                    ("family", "Keluarga serumah"),
                                    ("other", "Orang lain"),
                                ],
                                max_length=10,
                                verbose_name="yang ditemui",
                            ),
                        ),
                        ("met_name", models.CharField(blank=True, max_length=150, verbose_name="nama yang ditemui")),
                        (
                            "attempts",
                            models.PositiveSmallIntegerField(default=0, verbose_name="didatangi tanpa bertemu"),
                        ),
                        ("tried_on", models.DateField(blank=True, null=True, verbose_name="terakhir didatangi")),
                        (
                            "handover",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="petugas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kunjungan monev",
                        "verbose_name_plural": "kunjungan monev",
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("visited_on__isnull", True)), fields=["due_on"], name="visit_due"
                            ),
                            models.Index(
                                condition=models.Q(("visited_on__isnull", False)),
                                fields=["-visited_on"],
                                name="visit_done",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("handover", "due_on"),
                                name="visit_due_once",
                                violation_error_message="Kunjungan untuk tanggal ini sudah dijadwalkan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("visited_on__isnull", True),
                                    models.Q(
                                        models.Q(("equipment_use", ""), _negated=True),
                                        ("business_running__isnull", False),
                                        ("officer__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="visit_done_is_whole",
                                violation_error_message="Kunjungan harus memuat petugas, keadaan alat dan keadaan usaha.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("met__in", ["", "recipient"]),
                                    models.Q(("met_name", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="visit_names_who_was_met",
                                violation_error_message="Tulis nama orang yang ditemui.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFinding",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("never", "Barang tidak pernah diterima"),
                                    ("sold", "Barang dijual"),
                                    ("missing", "Barang hilang"),
                                    ("lent", "Barang dipinjamkan"),
                                    ("broken", "Barang rusak"),
                                    ("not_running", "Usaha tidak berjalan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=12,
                                verbose_name="jenis temuan",
                            ),
                        ),
                        ("text", models.CharField(max_length=500, verbose_name="yang ditemukan")),
                        (
                            "found_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="ditemukan"),
                        ),
                        ("deadline", models.DateField(verbose_name="harus selesai")),
                        ("resolved_on", models.DateField(blank=True, null=True, verbose_name="selesai")),
                        ("resolution", models.CharField(blank=True, max_length=500, verbose_name="penyelesaian")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "found_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "resolved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dinyatakan oleh",
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.monitoringvisit",
                                verbose_name="kunjungan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical temuan",
                        "verbose_name_plural": "historical temuan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="finding",
                    name="visit",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="trainings.monitoringvisit",
                        verbose_name="kunjungan",
                    ),
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("registered", "Terdaftar"),
                                    ("waiting", "Daftar tunggu"),
                                    ("accepted", "Diterima"),
                                    ("refused", "Tidak diterima"),
                                    ("passed", "Lulus"),
                                    ("failed", "Tidak lulus"),
                                    ("dropped", "Berhenti"),
                                    ("withdrawn", "Mengundurkan diri"),
                                ],
                                default="registered",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        (
                            "score",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="nilai"
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("online", "Sendiri, lewat portal"),
                                    ("officer", "Petugas"),
                                    ("upload", "Unggahan daftar"),
                                    ("proposal", "Usulan kelurahan"),
                                ],
                                default="officer",
                                max_length=8,
                                verbose_name="cara mendaftar",
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("job_seeking", "Mencari kerja"),
                                    ("outside_labour_force", "Tidak bekerja, mengurus rumah tangga atau lainnya"),
                                    ("working", "Bekerja"),
                                    ("self_employed", "Usaha sendiri"),
                                    ("studying", "Sekolah atau kuliah"),
                                ],
                                max_length=24,
                                verbose_name="kegiatan saat mendaftar",
                            ),
                        ),
                        ("findings", models.JSONField(blank=True, default=list, verbose_name="catatan syarat")),
                        (
                            "override_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan pengecualian"),
                        ),
                        (
                            "origin_village",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participants",
                                to="regions.village",
                                verbose_name="kelurahan asal",
                            ),
                        ),
                        (
                            "override_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dikecualikan oleh",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participations",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="didaftarkan oleh",
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                related_name="participants",
                                to="trainings.prioritygroup",
                                verbose_name="kelompok yang didahulukan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "peserta",
                        "verbose_name_plural": "peserta",
                        "ordering": ["person__name", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["refused", "failed", "dropped", "withdrawn"]), _negated=True
                                    ),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="participant_turned_down_with_reason",
                                violation_error_message="Tidak diterima, mundur, tidak lulus atau berhenti harus disertai alasan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("score__isnull", True),
                                    models.Q(("score__gte", 0), ("score__lte", 100)),
                                    _connector="OR",
                                ),
                                name="participant_score_range",
                                violation_error_message="Nilai harus antara 0 dan 100.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("override_by__isnull", True), ("override_reason", "")),
                                    models.Q(
                                        ("override_by__isnull", False), models.Q(("override_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="participant_override_with_reason",
                                violation_error_message="Pengecualian harus menyebut siapa dan mengapa.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSelfReport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "reported_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="tanggal"),
                        ),
                        (
                            "activity",
                            models.CharField(
                                choices=[
                                    ("self_employed", "Usaha sendiri berjalan"),
                                    ("working", "Bekerja pada orang lain"),
                                    ("job_seeking", "Belum bekerja, mencari kerja"),
                                    ("outside_labour_force", "Tidak bekerja dan tidak mencari kerja"),
                                ],
                                max_length=24,
                                verbose_name="kegiatan sekarang",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="sejak")),
                        (
                            "workers",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jumlah pekerja"),
                        ),
                        (
                            "income_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Belum ada"),
                                    ("under_1", "Di bawah Rp 1 juta"),
                                    ("under_2", "Rp 1–2 juta"),
                                    ("under_4", "Rp 2–4 juta"),
                                    ("over_4", "Di atas Rp 4 juta"),
                                ],
                                max_length=8,
                                verbose_name="penghasilan per bulan",
                            ),
                        ),
                        (
                            "equipment_use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_use", "Dipakai"),
                                    ("unused", "Disimpan, belum dipakai"),
                                    ("lent", "Dipinjamkan"),
                                    ("sold", "Dijual"),
                                    ("broken", "Rusak"),
                                    ("missing", "Hilang"),
                                    ("never", "Tidak pernah diterima"),
                                ],
                                max_length=8,
                                verbose_name="keadaan alat",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="cerita")),
                        ("photo", models.TextField(blank=True, max_length=100, verbose_name="foto")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.monitoringvisit",
                                verbose_name="diperiksa saat",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kabar peserta",
                        "verbose_name_plural": "historical kabar peserta",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalHelpRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("tools", "Alat rusak atau kurang"),
                                    ("sales", "Pemasaran"),
                                    ("capital", "Modal dan izin usaha"),
                                    ("skills", "Keterampilan lanjutan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=8,
                                verbose_name="perihal",
                            ),
                        ),
                        ("text", models.TextField(max_length=1000, verbose_name="yang dibutuhkan")),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dikirim")),
                        ("answer", models.TextField(blank=True, max_length=1000, verbose_name="jawaban")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dijawab oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical permintaan bantuan",
                        "verbose_name_plural": "historical permintaan bantuan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCompetenceCertificate",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("scheme", models.CharField(max_length=200, verbose_name="skema sertifikasi")),
                        ("body", models.CharField(max_length=150, verbose_name="lembaga (LSP)")),
                        ("number", models.CharField(max_length=80, verbose_name="nomor sertifikat")),
                        ("issued_on", models.DateField(verbose_name="tanggal terbit")),
                        ("expires_on", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("file", models.TextField(blank=True, max_length=100, verbose_name="berkas")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ditarik")),
                        (
                            "withdraw_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan ditarik"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "credential",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.credential",
                                verbose_name="sertifikat seseorang",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical sertifikat kompetensi",
                        "verbose_name_plural": "historical sertifikat kompetensi",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCertificate",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="dicabut")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "credential",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.credential",
                                verbose_name="sertifikat seseorang",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="documents.issueddocument",
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical sertifikat",
                        "verbose_name_plural": "historical sertifikat",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBusiness",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=100, verbose_name="nama usaha")),
                        ("trade", models.CharField(max_length=80, verbose_name="bidang")),
                        ("description", models.TextField(max_length=600, verbose_name="yang dikerjakan atau dijual")),
                        ("address", models.CharField(blank=True, max_length=150, verbose_name="alamat usaha")),
                        ("hours", models.CharField(blank=True, max_length=100, verbose_name="jam buka")),
                        ("phone", models.CharField(blank=True, max_length=16, verbose_name="nomor HP usaha")),
                        ("show_phone", models.BooleanField(default=False, verbose_name="boleh ditelepon")),
                        (
                            "show_whatsapp",
                            models.BooleanField(default=False, verbose_name="boleh dihubungi lewat WhatsApp"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu diperiksa"),
                                    ("published", "Tampil untuk umum"),
                                    ("returned", "Perlu diperbaiki"),
                                    ("hidden", "Disembunyikan dinas"),
                                    ("withdrawn", "Ditarik pemilik"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dinas")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diperiksa")),
                        ("consent_version", models.CharField(max_length=20, verbose_name="versi persetujuan")),
                        ("consent_wording", models.TextField(verbose_name="bunyi persetujuan")),
                        (
                            "consented_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="disetujui"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="persetujuan ditarik"),
                        ),
                        (
                            "consent_paper",
                            models.TextField(blank=True, max_length=100, verbose_name="lembar persetujuan"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diperiksa oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="peserta pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical usaha binaan",
                        "verbose_name_plural": "historical usaha binaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HelpRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("tools", "Alat rusak atau kurang"),
                                    ("sales", "Pemasaran"),
                                    ("capital", "Modal dan izin usaha"),
                                    ("skills", "Keterampilan lanjutan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=8,
                                verbose_name="perihal",
                            ),
                        ),
                        ("text", models.TextField(max_length=1000, verbose_name="yang dibutuhkan")),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dikirim")),
                        ("answer", models.TextField(blank=True, max_length=1000, verbose_name="jawaban")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dijawab oleh",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="help_requests",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "permintaan bantuan",
                        "verbose_name_plural": "permintaan bantuan",
                        "ordering": ["-asked_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answered_at__isnull", True)), fields=["asked_at"], name="help_open"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", ""), ("answered_at__isnull", True), ("answered_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="help_answered_whole",
                                violation_error_message="Jawaban harus memuat isi, petugas dan waktunya.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="handover",
                    name="participant",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="trainings.participant",
                        verbose_name="penerima",
                    ),
                ),
                migrations.CreateModel(
                    name="CompetenceCertificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("scheme", models.CharField(max_length=200, verbose_name="skema sertifikasi")),
                        ("body", models.CharField(max_length=150, verbose_name="lembaga (LSP)")),
                        ("number", models.CharField(max_length=80, verbose_name="nomor sertifikat")),
                        ("issued_on", models.DateField(verbose_name="tanggal terbit")),
                        ("expires_on", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("kompetensi"),
                                verbose_name="berkas",
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ditarik")),
                        (
                            "withdraw_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan ditarik"),
                        ),
                        (
                            "credential",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="competence_certificate",
                                to="people.credential",
                                verbose_name="sertifikat seseorang",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="competence_certificates",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sertifikat kompetensi",
                        "verbose_name_plural": "sertifikat kompetensi",
                        "ordering": ["-issued_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("body", "number"),
                                name="competence_number_once",
                                violation_error_message="Nomor sertifikat dari lembaga ini sudah tercatat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("expires_on__isnull", True),
                                    ("expires_on__gte", models.F("issued_on")),
                                    _connector="OR",
                                ),
                                name="competence_expires_after_issue",
                                violation_error_message="Tanggal berlaku harus setelah tanggal terbit.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at__isnull", True),
                                    models.Q(("withdraw_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="competence_withdrawn_with_reason",
                                violation_error_message="Penarikan harus disertai alasan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="dicabut")),
                        (
                            "credential",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificate",
                                to="people.credential",
                                verbose_name="sertifikat seseorang",
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificate",
                                to="documents.issueddocument",
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sertifikat",
                        "verbose_name_plural": "sertifikat",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("revoked_at__isnull", True)),
                                fields=("participant",),
                                name="certificate_one_standing",
                                violation_error_message="Sertifikat untuk peserta ini sudah diterbitkan.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="business",
                    name="participant",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="business",
                        to="trainings.participant",
                        verbose_name="peserta pelatihan",
                    ),
                ),
                migrations.CreateModel(
                    name="ParticipantStatusLog",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "from_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("registered", "Terdaftar"),
                                    ("waiting", "Daftar tunggu"),
                                    ("accepted", "Diterima"),
                                    ("refused", "Tidak diterima"),
                                    ("passed", "Lulus"),
                                    ("failed", "Tidak lulus"),
                                    ("dropped", "Berhenti"),
                                    ("withdrawn", "Mengundurkan diri"),
                                ],
                                max_length=10,
                                verbose_name="dari",
                            ),
                        ),
                        (
                            "to_status",
                            models.CharField(
                                choices=[
                                    ("registered", "Terdaftar"),
                                    ("waiting", "Daftar tunggu"),
                                    ("accepted", "Diterima"),
                                    ("refused", "Tidak diterima"),
                                    ("passed", "Lulus"),
                                    ("failed", "Tidak lulus"),
                                    ("dropped", "Berhenti"),
                                    ("withdrawn", "Mengundurkan diri"),
                                ],
                                max_length=10,
                                verbose_name="menjadi",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="waktu")),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="status_log",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat status peserta",
                        "verbose_name_plural": "riwayat status peserta",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ProcurementContract",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("number", models.CharField(max_length=100, verbose_name="nomor kontrak")),
                        ("supplier", models.CharField(max_length=150, verbose_name="penyedia")),
                        ("signed_on", models.DateField(verbose_name="tanggal kontrak")),
                        (
                            "funding",
                            models.CharField(
                                choices=[("APBD", "APBD"), ("APBN", "APBN"), ("DBHCHT", "DBHCHT"), ("LAIN", "Lainnya")],
                                max_length=8,
                                verbose_name="sumber dana",
                            ),
                        ),
                        ("budget_year", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                        ("value", models.PositiveBigIntegerField(default=0, verbose_name="nilai kontrak (Rp)")),
                        (
                            "ceiling",
                            models.PositiveBigIntegerField(blank=True, null=True, verbose_name="pagu anggaran (Rp)"),
                        ),
                        (
                            "mismatch_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="penjelasan selisih nilai"),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("kontrak"),
                                verbose_name="berkas kontrak",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contracts",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "budget",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contracts",
                                to="trainings.budget",
                                verbose_name="anggaran",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kontrak pengadaan",
                        "verbose_name_plural": "kontrak pengadaan",
                        "ordering": ["-signed_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "number"),
                                name="contract_number_unique",
                                violation_error_message="Kontrak dengan nomor ini sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ceiling__isnull", True), ("value__lte", models.F("ceiling")), _connector="OR"
                                ),
                                name="contract_within_ceiling",
                                violation_error_message="Nilai kontrak melebihi pagu anggarannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalContractPaper",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("receipt", "Berita acara penerimaan"),
                                    ("invoice", "Faktur atau kuitansi"),
                                    ("contract", "Kontrak atau addendum"),
                                    ("other", "Dokumen lain"),
                                ],
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="nama dokumen")),
                        ("file", models.TextField(max_length=100, verbose_name="berkas")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical dokumen kontrak",
                        "verbose_name_plural": "historical dokumen kontrak",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalContractLine",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("brand", models.CharField(blank=True, max_length=100, verbose_name="merek/tipe")),
                        ("ordered", models.PositiveIntegerField(verbose_name="jumlah dipesan")),
                        ("unit_price", models.PositiveBigIntegerField(verbose_name="harga satuan (Rp)")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical rincian kontrak",
                        "verbose_name_plural": "historical rincian kontrak",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ContractPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("receipt", "Berita acara penerimaan"),
                                    ("invoice", "Faktur atau kuitansi"),
                                    ("contract", "Kontrak atau addendum"),
                                    ("other", "Dokumen lain"),
                                ],
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="nama dokumen")),
                        (
                            "file",
                            models.FileField(
                                upload_to=bkk_portal.kit.files.upload_path("kontrak"), verbose_name="berkas"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="papers",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dokumen kontrak",
                        "verbose_name_plural": "dokumen kontrak",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ContractLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("brand", models.CharField(blank=True, max_length=100, verbose_name="merek/tipe")),
                        ("ordered", models.PositiveIntegerField(verbose_name="jumlah dipesan")),
                        ("unit_price", models.PositiveBigIntegerField(verbose_name="harga satuan (Rp)")),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contract_lines",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rincian kontrak",
                        "verbose_name_plural": "rincian kontrak",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ordered__gte", 1)),
                                name="contract_line_positive",
                                violation_error_message="Jumlah yang dipesan paling sedikit 1.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Proposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("letter_number", models.CharField(max_length=100, verbose_name="nomor surat")),
                        ("letter_date", models.DateField(verbose_name="tanggal surat")),
                        (
                            "letter_file",
                            models.FileField(
                                upload_to=bkk_portal.kit.files.upload_path("usulan"), verbose_name="surat"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Menunggu keputusan"),
                                    ("accepted", "Diterima"),
                                    ("refused", "Tidak diterima"),
                                ],
                                default="received",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "usulan kelurahan",
                        "verbose_name_plural": "usulan kelurahan",
                        "ordering": ["-letter_date", "-pk"],
                        "indexes": [models.Index(fields=["agency", "-letter_date", "-id"], name="proposal_newest")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "village", "letter_number"),
                                name="proposal_letter_once",
                                violation_error_message="Surat ini sudah dicatat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="proposal_refused_with_reason",
                                violation_error_message="Usulan yang tidak diterima harus disertai alasan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalProposedName",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan tidak diterima")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.proposal",
                                verbose_name="usulan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical nama usulan",
                        "verbose_name_plural": "historical nama usulan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProposedName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan tidak diterima")),
                        (
                            "participant",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposed",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposed",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="names",
                                to="trainings.proposal",
                                verbose_name="usulan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nama usulan",
                        "verbose_name_plural": "nama usulan",
                        "ordering": ["person__name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("proposal", "person"),
                                name="proposed_once",
                                violation_error_message="Orang ini sudah ada di usulan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("participant__isnull", True), ("reason", ""), _connector="OR"),
                                name="proposed_accepted_or_refused",
                                violation_error_message="Nama yang diterima tidak dapat sekaligus ditolak.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("level", models.PositiveSmallIntegerField(verbose_name="teguran ke")),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("report", "LPJ belum diserahkan"),
                                    ("finding", "Temuan belum diselesaikan"),
                                    ("visit", "Tidak dapat ditemui"),
                                ],
                                max_length=8,
                                verbose_name="tentang",
                            ),
                        ),
                        ("answer_by", models.DateField(verbose_name="harus dijawab")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("hand", "Diserahkan langsung"),
                                    ("village", "Lewat kantor lurah"),
                                    ("post", "Pos atau kurir"),
                                    ("whatsapp", "WhatsApp"),
                                ],
                                max_length=8,
                                verbose_name="disampaikan lewat",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_letter",
                                to="documents.issueddocument",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="trainings.finding",
                                verbose_name="temuan",
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat teguran",
                        "verbose_name_plural": "surat teguran",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("handover", "level"),
                                name="letter_level_once",
                                violation_error_message="Surat teguran tingkat ini sudah dibuat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("level__range", (1, 3))),
                                name="letter_level_known",
                                violation_error_message="Surat teguran paling banyak tiga kali.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSelectionScore",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("points", models.PositiveSmallIntegerField(verbose_name="nilai")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dinilai oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="pendaftar",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.selectioncriterion",
                                verbose_name="kriteria seleksi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical nilai seleksi",
                        "verbose_name_plural": "historical nilai seleksi",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SelectionScore",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("points", models.PositiveSmallIntegerField(verbose_name="nilai")),
                        (
                            "criterion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="points",
                                to="trainings.selectioncriterion",
                                verbose_name="kriteria seleksi",
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dinilai oleh",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="trainings.participant",
                                verbose_name="pendaftar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nilai seleksi",
                        "verbose_name_plural": "nilai seleksi",
                        "ordering": ["criterion__position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("participant", "criterion"),
                                name="selection_score_once",
                                violation_error_message="Kriteria ini sudah dinilai untuk pendaftar tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("points__lte", 100)),
                                name="selection_score_range",
                                violation_error_message="Nilai seleksi harus antara 0 dan 100.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "reported_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="tanggal"),
                        ),
                        (
                            "activity",
                            models.CharField(
                                choices=[
                                    ("self_employed", "Usaha sendiri berjalan"),
                                    ("working", "Bekerja pada orang lain"),
                                    ("job_seeking", "Belum bekerja, mencari kerja"),
                                    ("outside_labour_force", "Tidak bekerja dan tidak mencari kerja"),
                                ],
                                max_length=24,
                                verbose_name="kegiatan sekarang",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="sejak")),
                        (
                            "workers",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jumlah pekerja"),
                        ),
                        (
                            "income_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Belum ada"),
                                    ("under_1", "Di bawah Rp 1 juta"),
                                    ("under_2", "Rp 1–2 juta"),
                                    ("under_4", "Rp 2–4 juta"),
                                    ("over_4", "Di atas Rp 4 juta"),
                                ],
                                max_length=8,
                                verbose_name="penghasilan per bulan",
                            ),
                        ),
                        (
                            "equipment_use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_use", "Dipakai"),
                                    ("unused", "Disimpan, belum dipakai"),
                                    ("lent", "Dipinjamkan"),
                                    ("sold", "Dijual"),
                                    ("broken", "Rusak"),
                                    ("missing", "Hilang"),
                                    ("never", "Tidak pernah diterima"),
                                ],
                                max_length=8,
                                verbose_name="keadaan alat",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="cerita")),
                        (
                            "photo",
                            models.ImageField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("kabar"), verbose_name="foto"
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="self_reports",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="self_reports",
                                to="trainings.monitoringvisit",
                                verbose_name="diperiksa saat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kabar peserta",
                        "verbose_name_plural": "kabar peserta",
                        "ordering": ["-reported_on", "-pk"],
                        "indexes": [models.Index(fields=["-reported_on", "-id"], name="self_report_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since__isnull", True), ("since__lte", models.F("reported_on")), _connector="OR"
                                ),
                                name="self_report_since_is_past",
                                violation_error_message="Tanggal mulai tidak boleh sesudah hari ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StockLocation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=80, verbose_name="nama gudang")),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stock_locations",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gudang",
                        "verbose_name_plural": "gudang",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "name"),
                                name="stock_location_unique",
                                violation_error_message="Gudang dengan nama ini sudah ada.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStocktake",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "counted_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="tanggal hitung"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Sedang dihitung"),
                                    ("booked", "Dibukukan"),
                                    ("dropped", "Dibatalkan"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("booked_at", models.DateTimeField(blank=True, null=True, verbose_name="dibukukan")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "booked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibukukan oleh",
                            ),
                        ),
                        (
                            "counted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dihitung oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.stocklocation",
                                verbose_name="gudang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical stok opname",
                        "verbose_name_plural": "historical stok opname",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalStockLot",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("brand", models.CharField(blank=True, max_length=100, verbose_name="merek/tipe")),
                        ("unit_price", models.PositiveBigIntegerField(verbose_name="harga satuan (Rp)")),
                        (
                            "received_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="diterima tanggal"),
                        ),
                        ("balance", models.IntegerField(default=0, verbose_name="sisa")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "contract_line",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.contractline",
                                verbose_name="rincian kontrak",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.stocklocation",
                                verbose_name="gudang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical stok per kontrak",
                        "verbose_name_plural": "historical stok per kontrak",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalHandover",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "state",
                            models.CharField(
                                choices=[("handed_over", "Diserahkan"), ("cancelled", "Dibatalkan")],
                                default="handed_over",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "handed_on",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="tanggal serah terima"
                            ),
                        ),
                        ("place", models.CharField(max_length=150, verbose_name="tempat")),
                        (
                            "identity_checked",
                            models.BooleanField(default=False, verbose_name="identitas penerima sudah diperiksa"),
                        ),
                        (
                            "identity_proof",
                            models.CharField(
                                choices=[
                                    ("ktp", "KTP asli"),
                                    ("kk", "Kartu keluarga"),
                                    ("surat", "Surat keterangan kelurahan"),
                                    ("lain", "Kartu identitas lain berfoto"),
                                ],
                                default="ktp",
                                max_length=8,
                                verbose_name="identitas diperiksa dengan",
                            ),
                        ),
                        ("photo", models.TextField(max_length=100, verbose_name="foto penyerahan")),
                        ("signature", models.TextField(max_length=100, verbose_name="tanda tangan penerima")),
                        (
                            "photo_hash",
                            models.CharField(blank=True, editable=False, max_length=64, verbose_name="sidik foto"),
                        ),
                        (
                            "signature_hash",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="sidik tanda tangan"
                            ),
                        ),
                        (
                            "letter_hash",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="sidik surat kuasa"
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="lintang"
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="bujur"
                            ),
                        ),
                        ("proxy_name", models.CharField(blank=True, max_length=150, verbose_name="diwakili oleh")),
                        ("proxy_letter", models.TextField(blank=True, max_length=100, verbose_name="surat kuasa")),
                        (
                            "override_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan pengecualian"),
                        ),
                        (
                            "recipient_answer",
                            models.CharField(
                                blank=True,
                                choices=[("received", "Sudah saya terima"), ("not_received", "Tidak saya terima")],
                                max_length=12,
                                verbose_name="jawaban penerima",
                            ),
                        ),
                        (
                            "recipient_note",
                            models.CharField(blank=True, max_length=300, verbose_name="keterangan penerima"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="documents.issueddocument",
                                verbose_name="BAST",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentkit",
                                verbose_name="paket",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="petugas",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="penerima",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.stocklocation",
                                verbose_name="diambil dari",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical serah terima",
                        "verbose_name_plural": "historical serah terima",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="handover",
                    name="location",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="trainings.stocklocation",
                        verbose_name="diambil dari",
                    ),
                ),
                migrations.CreateModel(
                    name="StockLot",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("brand", models.CharField(blank=True, max_length=100, verbose_name="merek/tipe")),
                        ("unit_price", models.PositiveBigIntegerField(verbose_name="harga satuan (Rp)")),
                        (
                            "received_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="diterima tanggal"),
                        ),
                        ("balance", models.IntegerField(default=0, verbose_name="sisa")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lots",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lots",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                        (
                            "contract_line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lots",
                                to="trainings.contractline",
                                verbose_name="rincian kontrak",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lots",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lots",
                                to="trainings.stocklocation",
                                verbose_name="gudang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stok per kontrak",
                        "verbose_name_plural": "stok per kontrak",
                        "ordering": ["received_on", "pk"],
                        "indexes": [models.Index(fields=["agency", "item", "received_on"], name="lot_fifo")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("balance__gte", 0)),
                                name="lot_never_negative",
                                violation_error_message="Stok tidak cukup: sisa stok tidak boleh kurang dari nol.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SerialNumber",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("number", models.CharField(max_length=80, verbose_name="nomor seri")),
                        ("in_stock", models.BooleanField(default=True, verbose_name="ada di gudang")),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="serial_numbers",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "lot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="serial_numbers",
                                to="trainings.stocklot",
                                verbose_name="stok",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nomor seri",
                        "verbose_name_plural": "nomor seri",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("item", "number"),
                                name="serial_number_once",
                                violation_error_message="Nomor seri ini sudah tercatat untuk barang yang sama.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalWriteOff",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("quantity", models.PositiveIntegerField(verbose_name="jumlah yang dihapuskan")),
                        ("serials", models.JSONField(blank=True, default=list, verbose_name="nomor seri")),
                        ("reason", models.CharField(max_length=300, verbose_name="alasan")),
                        ("minutes_number", models.CharField(max_length=100, verbose_name="nomor berita acara")),
                        ("minutes", models.TextField(max_length=100, verbose_name="berita acara")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Menunggu kepala dinas"),
                                    ("approved", "Disetujui"),
                                    ("refused", "Ditolak"),
                                ],
                                default="proposed",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                        (
                            "decision_note",
                            models.CharField(blank=True, max_length=300, verbose_name="catatan keputusan"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diputuskan oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diusulkan oleh",
                            ),
                        ),
                        (
                            "lot",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.stocklot",
                                verbose_name="stok",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical penghapusan barang",
                        "verbose_name_plural": "historical penghapusan barang",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSerialNumber",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("number", models.CharField(max_length=80, verbose_name="nomor seri")),
                        ("in_stock", models.BooleanField(default=True, verbose_name="ada di gudang")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "lot",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.stocklot",
                                verbose_name="stok",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical nomor seri",
                        "verbose_name_plural": "historical nomor seri",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HandoverLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("planned", models.PositiveSmallIntegerField(default=0, verbose_name="rencana")),
                        ("given", models.PositiveSmallIntegerField(default=0, verbose_name="diserahkan")),
                        ("unit_price", models.PositiveBigIntegerField(default=0, verbose_name="harga satuan (Rp)")),
                        ("brand", models.CharField(blank=True, max_length=100, verbose_name="merek/tipe")),
                        ("serial_number", models.CharField(blank=True, max_length=80, verbose_name="nomor seri")),
                        (
                            "difference_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan selisih"),
                        ),
                        ("reserved", models.PositiveSmallIntegerField(default=0, verbose_name="dari pesanan kelas")),
                        ("returned", models.PositiveSmallIntegerField(default=0, verbose_name="dikembalikan")),
                        ("put_back", models.BooleanField(default=False, verbose_name="kembali ke stok")),
                        (
                            "handover",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handover_lines",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "lot",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handover_lines",
                                to="trainings.stocklot",
                                verbose_name="dari stok",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "baris serah terima",
                        "verbose_name_plural": "baris serah terima",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("planned", models.F("given")),
                                    models.Q(("difference_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="handover_line_difference_explained",
                                violation_error_message="Selisih antara rencana dan yang diserahkan harus disertai alasan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("given", 0), ("lot__isnull", False), _connector="OR"),
                                name="handover_line_has_lot",
                                violation_error_message="Barang yang diserahkan harus berasal dari stok.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("returned__lte", models.F("given"))),
                                name="handover_line_returned_at_most_given",
                                violation_error_message="Yang dikembalikan tidak boleh lebih banyak daripada yang diserahkan.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(models.Q(("serial_number", ""), _negated=True), ("put_back", False)),
                                fields=("item", "serial_number"),
                                name="handover_line_serial_once",
                                violation_error_message="Nomor seri ini sudah diserahkan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Stocktake",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "counted_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="tanggal hitung"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Sedang dihitung"),
                                    ("booked", "Dibukukan"),
                                    ("dropped", "Dibatalkan"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("booked_at", models.DateTimeField(blank=True, null=True, verbose_name="dibukukan")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stocktakes",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "booked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibukukan oleh",
                            ),
                        ),
                        (
                            "counted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dihitung oleh",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stocktakes",
                                to="trainings.stocklocation",
                                verbose_name="gudang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stok opname",
                        "verbose_name_plural": "stok opname",
                        "ordering": ["-counted_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("location",),
                                name="stocktake_one_open",
                                violation_error_message="Stok opname gudang ini masih berjalan.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStocktakeLine",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("expected", models.PositiveIntegerField(verbose_name="menurut catatan")),
                        ("counted", models.PositiveIntegerField(blank=True, null=True, verbose_name="hasil hitung")),
                        (
                            "serials",
                            models.JSONField(blank=True, default=list, verbose_name="nomor seri yang tidak ada"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="penjelasan selisih")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "stocktake",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.stocktake",
                                verbose_name="stok opname",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical baris stok opname",
                        "verbose_name_plural": "historical baris stok opname",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StocktakeLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("expected", models.PositiveIntegerField(verbose_name="menurut catatan")),
                        ("counted", models.PositiveIntegerField(blank=True, null=True, verbose_name="hasil hitung")),
                        (
                            "serials",
                            models.JSONField(blank=True, default=list, verbose_name="nomor seri yang tidak ada"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="penjelasan selisih")),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stocktake_lines",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "stocktake",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="trainings.stocktake",
                                verbose_name="stok opname",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "baris stok opname",
                        "verbose_name_plural": "baris stok opname",
                        "ordering": ["item__name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("stocktake", "item"),
                                name="stocktake_line_once",
                                violation_error_message="Barang ini sudah dihitung.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("counted__isnull", True),
                                    ("counted", models.F("expected")),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="stocktake_difference_explained",
                                violation_error_message="Selisih hasil hitung harus dijelaskan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Training",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("batch", models.CharField(blank=True, max_length=60, verbose_name="angkatan")),
                        ("venue", models.CharField(max_length=150, verbose_name="tempat")),
                        ("starts_on", models.DateField(verbose_name="mulai")),
                        ("ends_on", models.DateField(verbose_name="selesai")),
                        ("quota", models.PositiveSmallIntegerField(verbose_name="kuota peserta")),
                        ("instructors", models.CharField(blank=True, max_length=300, verbose_name="pelatih")),
                        ("planned_cost", models.PositiveBigIntegerField(default=0, verbose_name="biaya rencana (Rp)")),
                        (
                            "actual_cost",
                            models.PositiveBigIntegerField(blank=True, null=True, verbose_name="realisasi biaya (Rp)"),
                        ),
                        ("decree_number", models.CharField(blank=True, max_length=100, verbose_name="nomor SK")),
                        ("decree_date", models.DateField(blank=True, null=True, verbose_name="tanggal SK")),
                        ("decree_subject", models.CharField(blank=True, max_length=200, verbose_name="tentang")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Direncanakan"),
                                    ("open", "Pendaftaran dibuka"),
                                    ("selecting", "Seleksi"),
                                    ("running", "Berlangsung"),
                                    ("finished", "Selesai"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan"),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainings",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "budget",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainings",
                                to="trainings.budget",
                                verbose_name="anggaran",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuat oleh",
                            ),
                        ),
                        (
                            "origin_villages",
                            models.ManyToManyField(
                                blank=True,
                                related_name="trainings_meant_for",
                                to="regions.village",
                                verbose_name="peserta berasal dari kelurahan",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainings",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pelatihan",
                        "verbose_name_plural": "pelatihan",
                        "ordering": ["-starts_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["-starts_on", "-id"], name="training_newest"),
                            models.Index(fields=["agency", "-starts_on", "-id"], name="training_agency_newest"),
                            models.Index(fields=["agency", "state"], name="training_agency_state"),
                            models.Index(fields=["village", "starts_on"], name="training_village_start"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="training_ends_after_start",
                                violation_error_message="Tanggal selesai harus sama dengan atau setelah tanggal mulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quota__gte", 1)),
                                name="training_quota_positive",
                                violation_error_message="Kuota paling sedikit 1 peserta.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), _negated=True),
                                    models.Q(("cancel_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="training_cancelled_with_reason",
                                violation_error_message="Pembatalan pelatihan harus disertai alasan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("budget__isnull", False),
                                    models.Q(("actual_cost__isnull", True), ("planned_cost", 0)),
                                    _connector="OR",
                                ),
                                name="training_cost_from_a_budget",
                                violation_error_message="Pilih anggaran yang membiayai pelatihan ini.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reservation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("quantity", models.PositiveIntegerField(verbose_name="jumlah dipesan")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reservations",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reservations",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pesanan untuk kelas",
                        "verbose_name_plural": "pesanan untuk kelas",
                        "ordering": ["training", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("training", "item"),
                                name="reservation_once",
                                violation_error_message="Barang ini sudah dipesan untuk kelas tersebut.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="proposal",
                    name="training",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="trainings.training",
                        verbose_name="pelatihan",
                    ),
                ),
                migrations.CreateModel(
                    name="ParticipantUpload",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "rows",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("daftar"),
                                verbose_name="baris tersandi",
                            ),
                        ),
                        ("original_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="jumlah")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="uploads",
                                to="trainings.proposal",
                                verbose_name="usulan",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="uploads",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "unggahan daftar peserta",
                        "verbose_name_plural": "unggahan daftar peserta",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("proposal__isnull", True), ("training__isnull", False)),
                                    models.Q(("proposal__isnull", False), ("training__isnull", True)),
                                    _connector="OR",
                                ),
                                name="upload_for_one_list",
                                violation_error_message="Daftar ini untuk satu pelatihan atau satu usulan.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="participant",
                    name="training",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="trainings.training",
                        verbose_name="pelatihan",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalTrainingSession",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        ("topic", models.CharField(blank=True, max_length=150, verbose_name="materi")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai pukul")),
                        ("ends_at", models.TimeField(blank=True, null=True, verbose_name="sampai pukul")),
                        ("venue", models.CharField(blank=True, max_length=150, verbose_name="tempat, bila lain")),
                        ("cancelled", models.BooleanField(default=False, verbose_name="ditiadakan")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=150, verbose_name="alasan ditiadakan"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical hari pelatihan",
                        "verbose_name_plural": "historical hari pelatihan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReservation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("quantity", models.PositiveIntegerField(verbose_name="jumlah dipesan")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.equipmentitem",
                                verbose_name="barang",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical pesanan untuk kelas",
                        "verbose_name_plural": "historical pesanan untuk kelas",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalParticipantUpload",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("rows", models.TextField(blank=True, max_length=100, verbose_name="baris tersandi")),
                        ("original_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="jumlah")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.proposal",
                                verbose_name="usulan",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical unggahan daftar peserta",
                        "verbose_name_plural": "historical unggahan daftar peserta",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalParticipant",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("registered", "Terdaftar"),
                                    ("waiting", "Daftar tunggu"),
                                    ("accepted", "Diterima"),
                                    ("refused", "Tidak diterima"),
                                    ("passed", "Lulus"),
                                    ("failed", "Tidak lulus"),
                                    ("dropped", "Berhenti"),
                                    ("withdrawn", "Mengundurkan diri"),
                                ],
                                default="registered",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        (
                            "score",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="nilai"
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("online", "Sendiri, lewat portal"),
                                    ("officer", "Petugas"),
                                    ("upload", "Unggahan daftar"),
                                    ("proposal", "Usulan kelurahan"),
                                ],
                                default="officer",
                                max_length=8,
                                verbose_name="cara mendaftar",
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("job_seeking", "Mencari kerja"),
                                    ("outside_labour_force", "Tidak bekerja, mengurus rumah tangga atau lainnya"),
                                    ("working", "Bekerja"),
                                    ("self_employed", "Usaha sendiri"),
                                    ("studying", "Sekolah atau kuliah"),
                                ],
                                max_length=24,
                                verbose_name="kegiatan saat mendaftar",
                            ),
                        ),
                        ("findings", models.JSONField(blank=True, default=list, verbose_name="catatan syarat")),
                        (
                            "override_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan pengecualian"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "origin_village",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.village",
                                verbose_name="kelurahan asal",
                            ),
                        ),
                        (
                            "override_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dikecualikan oleh",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="didaftarkan oleh",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical peserta",
                        "verbose_name_plural": "historical peserta",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAuditPack",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu giliran"),
                                    ("working", "Sedang disusun"),
                                    ("ready", "Siap diunduh"),
                                    ("failed", "Gagal"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("findings", models.JSONField(blank=True, default=list, verbose_name="ketidaksesuaian")),
                        ("file", models.TextField(blank=True, max_length=100, verbose_name="paket")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diminta oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical paket audit",
                        "verbose_name_plural": "historical paket audit",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AuditPack",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu giliran"),
                                    ("working", "Sedang disusun"),
                                    ("ready", "Siap diunduh"),
                                    ("failed", "Gagal"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("done", models.PositiveIntegerField(default=0, verbose_name="berkas selesai")),
                        ("total", models.PositiveIntegerField(default=0, verbose_name="semua berkas")),
                        ("findings", models.JSONField(blank=True, default=list, verbose_name="ketidaksesuaian")),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("paket-audit"),
                                verbose_name="paket",
                            ),
                        ),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="audit_packs",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diminta oleh",
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="audit_packs",
                                to="trainings.procurementcontract",
                                verbose_name="kontrak",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="audit_packs",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paket audit",
                        "verbose_name_plural": "paket audit",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("contract__isnull", True), ("training__isnull", False)),
                                    models.Q(("contract__isnull", False), ("training__isnull", True)),
                                    _connector="OR",
                                ),
                                name="audit_pack_of_one_thing",
                                violation_error_message="Paket audit adalah tentang satu pelatihan atau satu kontrak.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ready"), _negated=True),
                                    models.Q(models.Q(("file", ""), _negated=True), ("finished_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="audit_pack_ready_has_a_file",
                                violation_error_message="Paket yang siap harus ada berkasnya.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("waiting", "working"))),
                                fields=("training",),
                                name="audit_pack_of_training_once",
                                violation_error_message="Paket audit pelatihan ini sedang disusun.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("waiting", "working"))),
                                fields=("contract",),
                                name="audit_pack_of_contract_once",
                                violation_error_message="Paket audit kontrak ini sedang disusun.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingProgramme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=150, verbose_name="nama program")),
                        ("trade", models.CharField(max_length=80, verbose_name="bidang")),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="lama (jam pelajaran, JP)")),
                        ("description", models.TextField(blank=True, verbose_name="uraian")),
                        ("syllabus", models.TextField(blank=True, verbose_name="materi")),
                        ("requirements", models.TextField(blank=True, verbose_name="syarat peserta")),
                        (
                            "min_attendance",
                            models.PositiveSmallIntegerField(
                                default=80, verbose_name="kehadiran paling sedikit untuk lulus (%)"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="programmes",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "konsentrasi",
                            models.ManyToManyField(
                                blank=True,
                                related_name="programmes",
                                to="people.konsentrasi",
                                verbose_name="setara konsentrasi",
                            ),
                        ),
                        (
                            "occupations",
                            models.ManyToManyField(
                                blank=True,
                                related_name="programmes",
                                to="people.occupation",
                                verbose_name="jabatan yang dituju (KBJI)",
                            ),
                        ),
                        (
                            "priority_groups",
                            models.ManyToManyField(
                                blank=True,
                                related_name="programmes",
                                to="trainings.prioritygroup",
                                verbose_name="kelompok yang didahulukan",
                            ),
                        ),
                        (
                            "skills",
                            models.ManyToManyField(
                                blank=True,
                                related_name="programmes",
                                to="people.skill",
                                verbose_name="keterampilan yang diajarkan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "program pelatihan",
                        "verbose_name_plural": "program pelatihan",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "name"),
                                name="programme_name_unique",
                                violation_error_message="Program dengan nama ini sudah ada di dinas tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("hours__gte", 1)),
                                name="programme_hours_positive",
                                violation_error_message="Lama pelatihan paling sedikit 1 JP.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("min_attendance__lte", 100)),
                                name="programme_attendance_is_share",
                                violation_error_message="Kehadiran paling sedikit harus antara 0 dan 100 persen.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="training",
                    name="programme",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="trainings.trainingprogramme",
                        verbose_name="program",
                    ),
                ),
                migrations.AddField(
                    model_name="selectioncriterion",
                    name="programme",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="criteria",
                        to="trainings.trainingprogramme",
                        verbose_name="program",
                    ),
                ),
                migrations.AddField(
                    model_name="proposal",
                    name="programme",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="trainings.trainingprogramme",
                        verbose_name="program yang diminta",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalTraining",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("batch", models.CharField(blank=True, max_length=60, verbose_name="angkatan")),
                        ("venue", models.CharField(max_length=150, verbose_name="tempat")),
                        ("starts_on", models.DateField(verbose_name="mulai")),
                        ("ends_on", models.DateField(verbose_name="selesai")),
                        ("quota", models.PositiveSmallIntegerField(verbose_name="kuota peserta")),
                        ("instructors", models.CharField(blank=True, max_length=300, verbose_name="pelatih")),
                        ("planned_cost", models.PositiveBigIntegerField(default=0, verbose_name="biaya rencana (Rp)")),
                        (
                            "actual_cost",
                            models.PositiveBigIntegerField(blank=True, null=True, verbose_name="realisasi biaya (Rp)"),
                        ),
                        ("decree_number", models.CharField(blank=True, max_length=100, verbose_name="nomor SK")),
                        ("decree_date", models.DateField(blank=True, null=True, verbose_name="tanggal SK")),
                        ("decree_subject", models.CharField(blank=True, max_length=200, verbose_name="tentang")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Direncanakan"),
                                    ("open", "Pendaftaran dibuka"),
                                    ("selecting", "Seleksi"),
                                    ("running", "Berlangsung"),
                                    ("finished", "Selesai"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "budget",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.budget",
                                verbose_name="anggaran",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuat oleh",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingprogramme",
                                verbose_name="program",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical pelatihan",
                        "verbose_name_plural": "historical pelatihan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSelectionCriterion",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=80, verbose_name="yang dinilai")),
                        ("weight", models.PositiveSmallIntegerField(verbose_name="bobot")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingprogramme",
                                verbose_name="program",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kriteria seleksi",
                        "verbose_name_plural": "historical kriteria seleksi",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProposal",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("letter_number", models.CharField(max_length=100, verbose_name="nomor surat")),
                        ("letter_date", models.DateField(verbose_name="tanggal surat")),
                        ("letter_file", models.TextField(max_length=100, verbose_name="surat")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Menunggu keputusan"),
                                    ("accepted", "Diterima"),
                                    ("refused", "Tidak diterima"),
                                ],
                                default="received",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingprogramme",
                                verbose_name="program yang diminta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical usulan kelurahan",
                        "verbose_name_plural": "historical usulan kelurahan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEquipmentKit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                        ("name", models.CharField(max_length=120, verbose_name="nama paket")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingprogramme",
                                verbose_name="program",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical paket peralatan",
                        "verbose_name_plural": "historical paket peralatan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEligibilityRule",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("domicile", "Bertempat tinggal di kelurahan sasaran"),
                                    ("age", "Umur"),
                                    ("not_studying", "Tidak sedang sekolah atau kuliah"),
                                    ("not_working", "Belum bekerja"),
                                    ("priority", "Termasuk kelompok yang didahulukan"),
                                ],
                                max_length=12,
                                verbose_name="syarat",
                            ),
                        ),
                        (
                            "effect",
                            models.CharField(
                                choices=[("warn", "Diingatkan"), ("refuse", "Ditolak")],
                                max_length=8,
                                verbose_name="bila tidak terpenuhi",
                            ),
                        ),
                        (
                            "min_age",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="umur paling muda"),
                        ),
                        (
                            "max_age",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="umur paling tua"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingprogramme",
                                verbose_name="program",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical syarat peserta",
                        "verbose_name_plural": "historical syarat peserta",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCompetenceUnit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("code", models.CharField(max_length=40, verbose_name="kode unit")),
                        ("title", models.CharField(max_length=250, verbose_name="judul unit")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingprogramme",
                                verbose_name="program",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical unit kompetensi SKKNI",
                        "verbose_name_plural": "historical unit kompetensi SKKNI",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="equipmentkit",
                    name="programme",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kits",
                        to="trainings.trainingprogramme",
                        verbose_name="program",
                    ),
                ),
                migrations.CreateModel(
                    name="EligibilityRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("domicile", "Bertempat tinggal di kelurahan sasaran"),
                                    ("age", "Umur"),
                                    ("not_studying", "Tidak sedang sekolah atau kuliah"),
                                    ("not_working", "Belum bekerja"),
                                    ("priority", "Termasuk kelompok yang didahulukan"),
                                ],
                                max_length=12,
                                verbose_name="syarat",
                            ),
                        ),
                        (
                            "effect",
                            models.CharField(
                                choices=[("warn", "Diingatkan"), ("refuse", "Ditolak")],
                                max_length=8,
                                verbose_name="bila tidak terpenuhi",
                            ),
                        ),
                        (
                            "min_age",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="umur paling muda"),
                        ),
                        (
                            "max_age",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="umur paling tua"),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rules",
                                to="trainings.trainingprogramme",
                                verbose_name="program",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "syarat peserta",
                        "verbose_name_plural": "syarat peserta",
                        "ordering": ["kind", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("programme", "kind"),
                                name="eligibility_rule_once",
                                violation_error_message="Syarat ini sudah ada di program.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("min_age__isnull", True),
                                    ("max_age__isnull", True),
                                    ("min_age__lte", models.F("max_age")),
                                    _connector="OR",
                                ),
                                name="eligibility_age_span",
                                violation_error_message="Umur paling muda harus tidak lebih dari umur paling tua.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompetenceUnit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("code", models.CharField(max_length=40, verbose_name="kode unit")),
                        ("title", models.CharField(max_length=250, verbose_name="judul unit")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="units",
                                to="trainings.trainingprogramme",
                                verbose_name="program",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "unit kompetensi SKKNI",
                        "verbose_name_plural": "unit kompetensi SKKNI",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("programme", "code"),
                                name="competence_unit_once",
                                violation_error_message="Unit kompetensi ini sudah ada di program.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        ("topic", models.CharField(blank=True, max_length=150, verbose_name="materi")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai pukul")),
                        ("ends_at", models.TimeField(blank=True, null=True, verbose_name="sampai pukul")),
                        ("venue", models.CharField(blank=True, max_length=150, verbose_name="tempat, bila lain")),
                        ("cancelled", models.BooleanField(default=False, verbose_name="ditiadakan")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=150, verbose_name="alasan ditiadakan"),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="trainings.training",
                                verbose_name="pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hari pelatihan",
                        "verbose_name_plural": "hari pelatihan",
                        "ordering": ["held_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("training", "held_on"),
                                name="session_once_a_day",
                                violation_error_message="Hari ini sudah ada di jadwal pelatihan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_at__isnull", True),
                                    models.Q(("ends_at__gt", models.F("starts_at")), ("starts_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="session_ends_after_start",
                                violation_error_message="Jam selesai harus sesudah jam mulai.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="journalentry",
                    name="session",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal",
                        to="trainings.trainingsession",
                        verbose_name="hari pelatihan",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalJournalEntry",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("text", models.TextField(max_length=3000, verbose_name="kegiatan hari itu")),
                        ("problems", models.TextField(blank=True, max_length=1000, verbose_name="kendala")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingsession",
                                verbose_name="hari pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical jurnal harian",
                        "verbose_name_plural": "historical jurnal harian",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAttendance",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "presence",
                            models.CharField(
                                choices=[
                                    ("present", "Hadir"),
                                    ("excused", "Izin"),
                                    ("sick", "Sakit"),
                                    ("absent", "Alpa"),
                                ],
                                max_length=8,
                                verbose_name="kehadiran",
                            ),
                        ),
                        ("marked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ditandai")),
                        ("stamp", models.UUIDField(blank=True, null=True, verbose_name="tanda kiriman")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="trainings.trainingsession",
                                verbose_name="hari pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kehadiran",
                        "verbose_name_plural": "historical kehadiran",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        (
                            "presence",
                            models.CharField(
                                choices=[
                                    ("present", "Hadir"),
                                    ("excused", "Izin"),
                                    ("sick", "Sakit"),
                                    ("absent", "Alpa"),
                                ],
                                max_length=8,
                                verbose_name="kehadiran",
                            ),
                        ),
                        ("marked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ditandai")),
                        ("stamp", models.UUIDField(blank=True, null=True, verbose_name="tanda kiriman")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="trainings.participant",
                                verbose_name="peserta",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="trainings.trainingsession",
                                verbose_name="hari pelatihan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kehadiran",
                        "verbose_name_plural": "kehadiran",
                        "ordering": ["session", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("session", "participant"),
                                name="attendance_once",
                                violation_error_message="Kehadiran peserta ini pada hari tersebut sudah dicatat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UseReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("due_on", models.DateField(verbose_name="jatuh tempo")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("due", "Belum ada"),
                                    ("sent", "Menunggu diperiksa"),
                                    ("returned", "Dikembalikan"),
                                    ("received", "Diterima"),
                                ],
                                default="due",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("lpj"), verbose_name="berkas LPJ"
                            ),
                        ),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="dikirim penerima")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="diterima")),
                        (
                            "return_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dikembalikan"),
                        ),
                        ("reminded_on", models.DateField(blank=True, null=True, verbose_name="penerima diingatkan")),
                        (
                            "handover",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="use_report",
                                to="trainings.handover",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diterima oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "LPJ",
                        "verbose_name_plural": "LPJ",
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("received_on__isnull", True)),
                                fields=["due_on"],
                                name="use_report_due",
                            ),
                            models.Index(fields=["state", "due_on"], name="use_report_state"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["due", "returned"]),
                                    models.Q(("file", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="use_report_with_file",
                                violation_error_message="LPJ harus punya berkas.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("received_by__isnull", False),
                                        ("received_on__isnull", False),
                                        ("state", "received"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "received"), _negated=True),
                                        ("received_by__isnull", True),
                                        ("received_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="use_report_received_whole",
                                violation_error_message="LPJ yang diterima harus memuat tanggal dan petugasnya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "returned"), _negated=True),
                                    models.Q(("return_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="use_report_returned_with_reason",
                                violation_error_message="LPJ yang dikembalikan harus disertai alasan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VisitLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "use",
                            models.CharField(
                                choices=[
                                    ("in_use", "Dipakai"),
                                    ("unused", "Disimpan, belum dipakai"),
                                    ("lent", "Dipinjamkan"),
                                    ("sold", "Dijual"),
                                    ("broken", "Rusak"),
                                    ("missing", "Hilang"),
                                    ("never", "Tidak pernah diterima"),
                                ],
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                choices=[("good", "Baik"), ("worn", "Perlu perbaikan"), ("bad", "Rusak berat")],
                                max_length=8,
                                verbose_name="kondisi",
                            ),
                        ),
                        ("seen", models.PositiveSmallIntegerField(default=0, verbose_name="dilihat")),
                        (
                            "handover_line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visit_lines",
                                to="trainings.handoverline",
                                verbose_name="baris serah terima",
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="trainings.monitoringvisit",
                                verbose_name="kunjungan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "barang saat kunjungan",
                        "verbose_name_plural": "barang saat kunjungan",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("visit", "handover_line"),
                                name="visit_line_once",
                                violation_error_message="Barang ini sudah dicatat pada kunjungan ini.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("use__in", ("sold", "missing", "never")), _negated=True),
                                    models.Q(("condition", ""), ("seen", 0)),
                                    _connector="OR",
                                ),
                                name="visit_line_gone_is_not_seen",
                                violation_error_message="Barang yang sudah tidak ada tidak punya kondisi.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WriteOff",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("quantity", models.PositiveIntegerField(verbose_name="jumlah yang dihapuskan")),
                        ("serials", models.JSONField(blank=True, default=list, verbose_name="nomor seri")),
                        ("reason", models.CharField(max_length=300, verbose_name="alasan")),
                        ("minutes_number", models.CharField(max_length=100, verbose_name="nomor berita acara")),
                        (
                            "minutes",
                            models.FileField(
                                upload_to=bkk_portal.kit.files.upload_path("penghapusan"), verbose_name="berita acara"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Menunggu kepala dinas"),
                                    ("approved", "Disetujui"),
                                    ("refused", "Ditolak"),
                                ],
                                default="proposed",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                        (
                            "decision_note",
                            models.CharField(blank=True, max_length=300, verbose_name="catatan keputusan"),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="write_offs",
                                to="offices.agency",
                                verbose_name="dinas",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diputuskan oleh",
                            ),
                        ),
                        (
                            "lot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="write_offs",
                                to="trainings.stocklot",
                                verbose_name="stok",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diusulkan oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penghapusan barang",
                        "verbose_name_plural": "penghapusan barang",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quantity__gte", 1),
                                    models.Q(("reason", ""), _negated=True),
                                    models.Q(("minutes", ""), _negated=True),
                                ),
                                name="write_off_with_minutes",
                                violation_error_message="Penghapusan harus memuat jumlah, alasan, dan berita acara.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "proposed"),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="write_off_decided_by_somebody",
                                violation_error_message="Keputusan penghapusan harus memuat siapa dan kapan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(("decision_note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="write_off_refused_with_reason",
                                violation_error_message="Penolakan penghapusan harus disertai alasan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StockMovement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("received", "Diterima dari penyedia"),
                                    ("handed_over", "Diserahkan"),
                                    ("returned", "Dikembalikan penerima"),
                                    ("written_off", "Dihapuskan"),
                                    ("cancelled", "Pembatalan serah terima"),
                                    ("to_supplier", "Dikembalikan ke penyedia"),
                                    ("moved_in", "Pindah masuk"),
                                    ("moved_out", "Pindah keluar"),
                                    ("count_more", "Stok opname: lebih"),
                                    ("count_less", "Stok opname: kurang"),
                                ],
                                max_length=12,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "quantity",
                            models.IntegerField(help_text="Positif masuk, negatif keluar", verbose_name="jumlah"),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="waktu")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "handover_line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="movements",
                                to="trainings.handoverline",
                                verbose_name="baris serah terima",
                            ),
                        ),
                        (
                            "lot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="movements",
                                to="trainings.stocklot",
                                verbose_name="stok",
                            ),
                        ),
                        (
                            "stocktake_line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="movements",
                                to="trainings.stocktakeline",
                                verbose_name="stok opname",
                            ),
                        ),
                        (
                            "write_off",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="movements",
                                to="trainings.writeoff",
                                verbose_name="penghapusan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mutasi stok",
                        "verbose_name_plural": "mutasi stok",
                        "ordering": ["-at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind__in", ("received", "returned", "cancelled", "moved_in", "count_more")),
                                        ("quantity__gt", 0),
                                    ),
                                    models.Q(
                                        (
                                            "kind__in",
                                            ("handed_over", "written_off", "to_supplier", "moved_out", "count_less"),
                                        ),
                                        ("quantity__lt", 0),
                                    ),
                                    _connector="OR",
                                ),
                                name="movement_sign_fits_kind",
                                violation_error_message="Jumlah mutasi harus lebih dari nol.",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="handover",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "cancelled"), _negated=True),
                        fields=("participant",),
                        name="handover_one_standing",
                        violation_error_message="Peserta ini sudah menerima paket untuk pelatihan ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="proposal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "accepted"), _negated=True), ("training__isnull", False), _connector="OR"
                        ),
                        name="proposal_accepted_for_training",
                        violation_error_message="Usulan yang diterima harus menunjuk pelatihannya.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="participant",
                    index=models.Index(fields=["training", "status"], name="participant_status"),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.UniqueConstraint(
                        fields=("training", "person"),
                        name="participant_once",
                        violation_error_message="Orang ini sudah terdaftar di pelatihan ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="selectioncriterion",
                    constraint=models.UniqueConstraint(
                        fields=("programme", "name"),
                        name="selection_criterion_once",
                        violation_error_message="Kriteria ini sudah ada di program.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="equipmentkit",
                    constraint=models.UniqueConstraint(
                        fields=("programme", "year", "name"),
                        name="equipment_kit_unique",
                        violation_error_message="Paket dengan nama ini sudah ada untuk program dan tahun tersebut.",
                    ),
                ),
            ]
        ),
    ]

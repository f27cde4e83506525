"""What 0001 to 0018 come to, for new databases: a fraction of their time. Older ones go through them one by one."""

import bkk_portal.kit.files
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import placements.employers.models.register
import placements.vacancies.models.saved
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from bkk_portal.kit.search.index import SearchIndex
from bkk_portal.kit.tables import TablesAtOnce

SEARCH = SearchIndex(table="placements_vacancysearch", owner_table="placements_vacancy", owner_column="vacancy_id")
LINKS = [
    ("vacancy_konsentrasi_newest", "placements_vacancy_konsentrasi", "konsentrasi_id, vacancy_id"),
    ("vacancy_skills_newest", "placements_vacancy_skills", "skill_id, vacancy_id"),
]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("placements", "0001_initial"),
        ("placements", "0002_search_index"),
        ("placements", "0003_vacancy_reports"),
        ("placements", "0004_saved_searches_and_apply"),
        ("placements", "0005_announced_already"),
        ("placements", "0006_fit_and_invitations"),
        ("placements", "0007_link_indexes"),
        ("placements", "0008_search_vocabulary"),
        ("placements", "0009_tracer_and_follow_ups"),
        ("placements", "0010_registered_head_known"),
        ("placements", "0011_bkk_reports"),
        ("placements", "0012_alumni_lists"),
        ("placements", "0013_selection_days"),
        ("placements", "0014_vacancy_results_and_nomination_letters"),
        ("placements", "0015_employers_register"),
        ("placements", "0016_employer_contacts_copied"),
        ("placements", "0017_employer_contacts_moved"),
        ("placements", "0018_vacancy_newest_covers"),
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
                    name="ClaimLock",
                    fields=[
                        (
                            "nisn_hash",
                            models.CharField(editable=False, max_length=64, primary_key=True, serialize=False),
                        ),
                        ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="salah")),
                        (
                            "last_failed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="terakhir salah"),
                        ),
                        ("locked_until", models.DateTimeField(blank=True, null=True, verbose_name="dikunci sampai")),
                    ],
                    options={
                        "verbose_name": "kunci klaim",
                        "verbose_name_plural": "kunci klaim",
                        "ordering": ["-last_failed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="PlacementPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("notes", models.TextField(blank=True, verbose_name="catatan")),
                    ],
                    options={
                        "verbose_name": "rencana penempatan",
                        "verbose_name_plural": "rencana penempatan",
                        "ordering": ["-year", "school"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("year__gte", 2015), ("year__lte", 2100)),
                                name="placement_plan_year",
                                violation_error_message="Tahun rencana harus antara 2015 dan 2100.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AlumniImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("graduation_year", models.PositiveSmallIntegerField(verbose_name="tahun lulus")),
                        (
                            "file",
                            models.FileField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("impor"), verbose_name="berkas"
                            ),
                        ),
                        ("original_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "Membaca berkas"),
                                    ("mapping", "Menunggu pemetaan rombel"),
                                    ("matching", "Mencocokkan dengan data portal"),
                                    ("preview", "Menunggu konfirmasi"),
                                    ("writing", "Menyimpan"),
                                    ("done", "Selesai"),
                                    ("refused", "Ditolak"),
                                    ("cancelled", "Dibatalkan"),
                                    ("undoing", "Mengurungkan"),
                                    ("undone", "Diurungkan"),
                                ],
                                default="reading",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("error", models.CharField(blank=True, max_length=500, verbose_name="alasan ditolak")),
                        ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="mulai dikerjakan")),
                        ("preview", models.JSONField(blank=True, default=dict, verbose_name="pratinjau")),
                        ("answers", models.JSONField(blank=True, default=dict, verbose_name="jawaban")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="jumlah")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        (
                            "nik_changes",
                            models.JSONField(blank=True, default=dict, editable=False, verbose_name="NIK yang diubah"),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="diurungkan")),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "impor alumni",
                        "verbose_name_plural": "impor alumni",
                        "ordering": ["-created_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Alumnus",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("graduation_year", models.PositiveSmallIntegerField(verbose_name="tahun lulus")),
                        ("nis", models.CharField(blank=True, max_length=20, verbose_name="NIS")),
                        ("rombel", models.CharField(blank=True, max_length=60, verbose_name="rombel")),
                        ("diploma_number", models.CharField(blank=True, max_length=40, verbose_name="nomor ijazah")),
                        (
                            "tracing",
                            models.CharField(
                                choices=[
                                    ("unknown", "Belum dihubungi"),
                                    ("traced", "Terlacak"),
                                    ("untraceable", "Tidak terlacak"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="penelusuran",
                            ),
                        ),
                        ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="akun diklaim")),
                        (
                            "invited_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="terakhir diundang lewat surel"),
                        ),
                        (
                            "imported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="alumni",
                                to="placements.alumniimport",
                                verbose_name="dari impor",
                            ),
                        ),
                        (
                            "konsentrasi",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="alumni",
                                to="people.konsentrasi",
                                verbose_name="konsentrasi",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="alumni",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "alumni",
                        "verbose_name_plural": "alumni",
                        "ordering": ["-graduation_year", "person__name", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["konsentrasi", "-graduation_year", "-id"], name="alumnus_konsentrasi_newest"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("graduation_year__gte", 1970), ("graduation_year__lte", 2100)),
                                name="alumnus_year_plausible",
                                violation_error_message="Tahun lulus harus antara 1970 dan 2100.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Application",
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
                                    ("applied", "Terkirim"),
                                    ("checked", "Diperiksa BKK"),
                                    ("nominated", "Diajukan ke perusahaan"),
                                    ("test", "Tes"),
                                    ("interview", "Wawancara"),
                                    ("offered", "Ditawari kerja"),
                                    ("accepted", "Menerima tawaran"),
                                    ("hired", "Diterima bekerja"),
                                    ("rejected", "Tidak diterima"),
                                    ("withdrawn", "Ditarik"),
                                    ("no_answer", "Tidak ada jawaban"),
                                ],
                                default="applied",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="pesan")),
                        (
                            "sharing",
                            models.CharField(
                                choices=[
                                    ("nothing", "Hanya BKK sekolah saya yang melihatnya"),
                                    ("answers", "Perusahaan boleh membaca pesan dan jawaban saya"),
                                    ("documents", "Perusahaan boleh membaca semuanya dan membuka dokumen saya"),
                                ],
                                default="nothing",
                                max_length=10,
                                verbose_name="yang boleh dilihat perusahaan",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ("applied_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dikirim")),
                        (
                            "status_changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="status berubah"),
                        ),
                        (
                            "alumnus",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="placements.alumnus",
                                verbose_name="alumni",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lamaran",
                        "verbose_name_plural": "lamaran",
                        "ordering": ["-applied_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["status", "status_changed_at"], name="application_status_since")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "rejected"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="application_rejected_with_reason",
                                violation_error_message="Penolakan harus disertai alasan yang dapat dibaca pelamar.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationStatusLog",
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
                                    ("applied", "Terkirim"),
                                    ("checked", "Diperiksa BKK"),
                                    ("nominated", "Diajukan ke perusahaan"),
                                    ("test", "Tes"),
                                    ("interview", "Wawancara"),
                                    ("offered", "Ditawari kerja"),
                                    ("accepted", "Menerima tawaran"),
                                    ("hired", "Diterima bekerja"),
                                    ("rejected", "Tidak diterima"),
                                    ("withdrawn", "Ditarik"),
                                    ("no_answer", "Tidak ada jawaban"),
                                ],
                                max_length=10,
                                verbose_name="dari",
                            ),
                        ),
                        (
                            "to_status",
                            models.CharField(
                                choices=[
                                    ("applied", "Terkirim"),
                                    ("checked", "Diperiksa BKK"),
                                    ("nominated", "Diajukan ke perusahaan"),
                                    ("test", "Tes"),
                                    ("interview", "Wawancara"),
                                    ("offered", "Ditawari kerja"),
                                    ("accepted", "Menerima tawaran"),
                                    ("hired", "Diterima bekerja"),
                                    ("rejected", "Tidak diterima"),
                                    ("withdrawn", "Ditarik"),
                                    ("no_answer", "Tidak ada jawaban"),
                                ],
                                max_length=10,
                                verbose_name="menjadi",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ("by_label", models.CharField(blank=True, max_length=150, verbose_name="sebagai")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="waktu")),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="status_log",
                                to="placements.application",
                                verbose_name="lamaran",
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "riwayat status lamaran",
                        "verbose_name_plural": "riwayat status lamaran",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="BkkReport",
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
                            "period",
                            models.CharField(
                                choices=[
                                    ("month", "Bulan"),
                                    ("quarter", "Triwulan"),
                                    ("semester", "Semester"),
                                    ("year", "Tahun"),
                                    ("school_year", "Tahun ajaran"),
                                ],
                                max_length=12,
                                verbose_name="jenis periode",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="dari")),
                        ("ends_on", models.DateField(verbose_name="sampai")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versi")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("issued", "Terbit, belum dikirim"),
                                    ("sent", "Menunggu dinas"),
                                    ("accepted", "Diterima"),
                                    ("returned", "Dikembalikan"),
                                    ("replaced", "Diganti"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan untuk dinas")),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=True,
                                help_text="Laporan berisi jumlah saja, tanpa nama alumni.",
                                verbose_name="ketua forum boleh membacanya",
                            ),
                        ),
                        ("figures", models.JSONField(blank=True, default=list, verbose_name="angka")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="dikirim")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="alasan dikembalikan")),
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
                            "decided_by",
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
                            "document",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bkk_report",
                                to="documents.issueddocument",
                                verbose_name="dokumen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "laporan BKK",
                        "verbose_name_plural": "laporan BKK",
                        "ordering": ["-starts_on", "-ends_on", "-version", "-pk"],
                        "indexes": [models.Index(fields=["status", "sent_at"], name="bkk_report_waiting")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                                name="bkk_report_ends_after_start",
                                violation_error_message="Akhir periode harus setelah awalnya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("document__isnull", True), ("status", "draft")),
                                    models.Q(models.Q(("status", "draft"), _negated=True), ("document__isnull", False)),
                                    _connector="OR",
                                ),
                                name="bkk_report_issued_has_document",
                                violation_error_message="Laporan yang terbit harus punya dokumen bernomor, draf tidak.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["sent", "accepted", "returned"]), _negated=True),
                                    ("sent_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="bkk_report_sent_has_time",
                                violation_error_message="Laporan yang terkirim harus punya waktu kirim.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "returned"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="bkk_report_returned_with_reason",
                                violation_error_message="Tulis alasan pengembaliannya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["accepted", "returned"]), _negated=True),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="bkk_report_decided_whole",
                                violation_error_message="Jawaban dinas harus punya waktu dan nama petugas.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BkkReportLog",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "to_status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("issued", "Terbit, belum dikirim"),
                                    ("sent", "Menunggu dinas"),
                                    ("accepted", "Diterima"),
                                    ("returned", "Dikembalikan"),
                                    ("replaced", "Diganti"),
                                ],
                                max_length=10,
                                verbose_name="menjadi",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="alasan")),
                        ("by_label", models.CharField(blank=True, max_length=150, verbose_name="sebagai")),
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="status_log",
                                to="placements.bkkreport",
                                verbose_name="laporan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat laporan BKK",
                        "verbose_name_plural": "riwayat laporan BKK",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EducationCode",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("program", models.CharField(max_length=120, unique=True, verbose_name="program keahlian")),
                        ("code", models.CharField(max_length=4, verbose_name="kode IPK")),
                        ("title", models.CharField(max_length=120, verbose_name="jenis pendidikan menurut IPK")),
                    ],
                    options={
                        "verbose_name": "kode pendidikan IPK",
                        "verbose_name_plural": "kode pendidikan IPK",
                        "ordering": ["code", "program"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("code__regex", "^[0-9]{4}$")),
                                name="education_code_form",
                                violation_error_message="Kode IPK terdiri dari 4 angka.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Employer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=150, verbose_name="nama perusahaan")),
                        (
                            "name_key",
                            placements.employers.models.register.NameKeyField(
                                default="", editable=False, max_length=150
                            ),
                        ),
                        (
                            "nib",
                            models.CharField(
                                blank=True,
                                help_text="Nomor Induk Berusaha, 13 angka",
                                max_length=13,
                                verbose_name="NIB",
                            ),
                        ),
                        ("npwp", models.CharField(blank=True, max_length=16, verbose_name="NPWP")),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("website", models.URLField(blank=True, verbose_name="situs")),
                        ("description", models.TextField(blank=True, verbose_name="tentang perusahaan")),
                        (
                            "logo",
                            models.ImageField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("logo"), verbose_name="logo"
                            ),
                        ),
                        ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="diverifikasi")),
                        (
                            "verified_basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("visit", "Sudah dikunjungi"),
                                    ("nib", "NIB diperiksa di OSS"),
                                    ("agreement", "Ada perjanjian kerja sama (MoU)"),
                                    ("partner", "Sudah lama menerima alumni kami"),
                                ],
                                max_length=12,
                                verbose_name="cara memeriksa",
                            ),
                        ),
                        ("rejected_at", models.DateTimeField(blank=True, null=True, verbose_name="ditolak")),
                        (
                            "rejection_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan ditolak"),
                        ),
                        (
                            "industry",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="employers",
                                to="people.industry",
                                verbose_name="lapangan usaha",
                            ),
                        ),
                        (
                            "regency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="employers",
                                to="regions.regency",
                                verbose_name="kabupaten/kota",
                            ),
                        ),
                        (
                            "rejected_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditolak oleh",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diverifikasi oleh",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="employers",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perusahaan",
                        "verbose_name_plural": "perusahaan",
                        "ordering": ["name", "pk"],
                        "indexes": [models.Index(fields=["name", "id"], name="employer_by_name")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("nib", ""), _negated=True),
                                fields=("nib",),
                                name="employer_nib_unique",
                                violation_error_message="Perusahaan dengan NIB ini sudah terdaftar.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nib", ""), ("nib__regex", "^[0-9]{13}$"), _connector="OR"),
                                name="employer_nib_form",
                                violation_error_message="NIB harus 13 angka.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("verified_at__isnull", True), ("verified_by__isnull", True)),
                                    models.Q(("verified_at__isnull", False), ("verified_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="employer_verified_whole",
                                violation_error_message="Pemeriksa dan waktu pemeriksaan harus diisi bersama.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("npwp", ""), ("npwp__regex", "^[0-9]{15,16}$"), _connector="OR"),
                                name="employer_npwp_form",
                                violation_error_message="NPWP harus 15 atau 16 angka.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("rejected_at__isnull", True),
                                        ("rejected_by__isnull", True),
                                        ("rejection_reason", ""),
                                    ),
                                    models.Q(
                                        ("rejected_at__isnull", False),
                                        ("rejected_by__isnull", False),
                                        ("verified_at__isnull", True),
                                        models.Q(("rejection_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="employer_rejected_whole",
                                violation_error_message="Perusahaan yang ditolak harus punya alasan dan tidak terverifikasi.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FitWeights",
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
                            "same_konsentrasi",
                            models.PositiveSmallIntegerField(
                                default=50,
                                help_text="Lowongan menyebut konsentrasi yang dipelajari di sekolah.",
                                verbose_name="Konsentrasi keahlian sama",
                            ),
                        ),
                        (
                            "same_program",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="Konsentrasi lain dari program keahlian yang sama; dasarnya dipelajari bersama.",
                                verbose_name="Satu program keahlian",
                            ),
                        ),
                        (
                            "same_field",
                            models.PositiveSmallIntegerField(
                                default=15,
                                help_text="Program keahlian lain dari bidang yang sama.",
                                verbose_name="Satu bidang keahlian",
                            ),
                        ),
                        (
                            "open_to_all",
                            models.PositiveSmallIntegerField(
                                default=10,
                                help_text="Lowongan tidak menyebut konsentrasi apa pun.",
                                verbose_name="Terbuka untuk semua konsentrasi",
                            ),
                        ),
                        (
                            "skills",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="Semua keterampilan yang diminta dimiliki; bila sebagian, poinnya sebesar bagian itu.",
                                verbose_name="Keterampilan yang diminta",
                            ),
                        ),
                        (
                            "certificate",
                            models.PositiveSmallIntegerField(
                                default=25,
                                help_text="Sertifikat yang masih berlaku dari pelatihan pemerintah, sekolah atau LSP untuk konsentrasi yang diminta.",
                                verbose_name="Sertifikat pelatihan yang setara",
                            ),
                        ),
                        (
                            "experience",
                            models.PositiveSmallIntegerField(
                                default=8,
                                help_text="Lama bekerja, berwirausaha dan PKL memenuhi yang diminta, atau tidak diminta.",
                                verbose_name="Pengalaman cukup",
                            ),
                        ),
                        (
                            "education",
                            models.PositiveSmallIntegerField(
                                default=5,
                                help_text="Pendidikan terakhir memenuhi yang paling rendah diminta.",
                                verbose_name="Pendidikan cukup",
                            ),
                        ),
                        (
                            "same_village",
                            models.PositiveSmallIntegerField(
                                default=10,
                                help_text="Tempat kerja sekelurahan dengan tempat tinggal: ongkosnya kecil.",
                                verbose_name="Satu kelurahan",
                            ),
                        ),
                        (
                            "same_district",
                            models.PositiveSmallIntegerField(
                                default=6,
                                help_text="Tempat kerja sekecamatan dengan tempat tinggal.",
                                verbose_name="Satu kecamatan",
                            ),
                        ),
                        (
                            "same_regency",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="Tempat kerja sekota dengan tempat tinggal.",
                                verbose_name="Satu kabupaten/kota",
                            ),
                        ),
                        (
                            "moving",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="Yang bersangkutan bersedia pindah atau menyebut wilayah itu.",
                                verbose_name="Di luar kota, tetapi bersedia pindah",
                            ),
                        ),
                        (
                            "ready",
                            models.PositiveSmallIntegerField(
                                default=10,
                                help_text="Tanggal siap mulai sudah tiba, atau sedang mencari kerja.",
                                verbose_name="Siap mulai",
                            ),
                        ),
                        (
                            "pay",
                            models.PositiveSmallIntegerField(
                                default=8,
                                help_text="Gaji yang ditawarkan mencapai gaji yang diharapkan.",
                                verbose_name="Gaji sesuai harapan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bobot kecocokan",
                        "verbose_name_plural": "bobot kecocokan",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("pk", 1)),
                                name="fit_weights_one_row",
                                violation_error_message="Bobot hanya satu baris.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("same_konsentrasi__gte", models.F("same_program")),
                                    ("same_program__gte", models.F("same_field")),
                                ),
                                name="fit_weights_spectrum_ordered",
                                violation_error_message="Yang lebih dekat di spektrum tidak boleh bernilai lebih kecil: konsentrasi, lalu program, lalu bidang.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("same_village__gte", models.F("same_district")),
                                    ("same_district__gte", models.F("same_regency")),
                                ),
                                name="fit_weights_place_ordered",
                                violation_error_message="Yang lebih dekat tidak boleh bernilai lebih kecil: kelurahan, kecamatan, kota.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("certificate__lte", 100),
                                    ("education__lte", 100),
                                    ("experience__lte", 100),
                                    ("moving__lte", 100),
                                    ("open_to_all__lte", 100),
                                    ("pay__lte", 100),
                                    ("ready__lte", 100),
                                    ("same_konsentrasi__lte", 100),
                                    ("same_village__lte", 100),
                                    ("skills__lte", 100),
                                ),
                                name="fit_weights_at_most_100",
                                violation_error_message="Setiap bobot paling besar 100 poin.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalEducationCode",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("program", models.CharField(db_index=True, max_length=120, verbose_name="program keahlian")),
                        ("code", models.CharField(max_length=4, verbose_name="kode IPK")),
                        ("title", models.CharField(max_length=120, verbose_name="jenis pendidikan menurut IPK")),
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
                        "verbose_name": "historical kode pendidikan IPK",
                        "verbose_name_plural": "historical kode pendidikan IPK",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEmployerContact",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=120, verbose_name="nama")),
                        ("position", models.CharField(blank=True, max_length=100, verbose_name="jabatan")),
                        ("phone", models.CharField(blank=True, max_length=16, verbose_name="HP/WhatsApp")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("is_main", models.BooleanField(default=False, verbose_name="yang dihubungi lebih dulu")),
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
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                        "verbose_name": "historical narahubung perusahaan",
                        "verbose_name_plural": "historical narahubung perusahaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEmployerMembership",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
                        ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan berakhir")),
                        ("position", models.CharField(blank=True, max_length=100, verbose_name="jabatan")),
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
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengguna",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical anggota perusahaan",
                        "verbose_name_plural": "historical anggota perusahaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFitWeights",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "same_konsentrasi",
                            models.PositiveSmallIntegerField(
                                default=50,
                                help_text="Lowongan menyebut konsentrasi yang dipelajari di sekolah.",
                                verbose_name="Konsentrasi keahlian sama",
                            ),
                        ),
                        (
                            "same_program",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="Konsentrasi lain dari program keahlian yang sama; dasarnya dipelajari bersama.",
                                verbose_name="Satu program keahlian",
                            ),
                        ),
                        (
                            "same_field",
                            models.PositiveSmallIntegerField(
                                default=15,
                                help_text="Program keahlian lain dari bidang yang sama.",
                                verbose_name="Satu bidang keahlian",
                            ),
                        ),
                        (
                            "open_to_all",
                            models.PositiveSmallIntegerField(
                                default=10,
                                help_text="Lowongan tidak menyebut konsentrasi apa pun.",
                                verbose_name="Terbuka untuk semua konsentrasi",
                            ),
                        ),
                        (
                            "skills",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="Semua keterampilan yang diminta dimiliki; bila sebagian, poinnya sebesar bagian itu.",
                                verbose_name="Keterampilan yang diminta",
                            ),
                        ),
                        (
                            "certificate",
                            models.PositiveSmallIntegerField(
                                default=25,
                                help_text="Sertifikat yang masih berlaku dari pelatihan pemerintah, sekolah atau LSP untuk konsentrasi yang diminta.",
                                verbose_name="Sertifikat pelatihan yang setara",
                            ),
                        ),
                        (
                            "experience",
                            models.PositiveSmallIntegerField(
                                default=8,
                                help_text="Lama bekerja, berwirausaha dan PKL memenuhi yang diminta, atau tidak diminta.",
                                verbose_name="Pengalaman cukup",
                            ),
                        ),
                        (
                            "education",
                            models.PositiveSmallIntegerField(
                                default=5,
                                help_text="Pendidikan terakhir memenuhi yang paling rendah diminta.",
                                verbose_name="Pendidikan cukup",
                            ),
                        ),
                        (
                            "same_village",
                            models.PositiveSmallIntegerField(
                                default=10,
                                help_text="Tempat kerja sekelurahan dengan tempat tinggal: ongkosnya kecil.",
                                verbose_name="Satu kelurahan",
                            ),
                        ),
                        (
                            "same_district",
                            models.PositiveSmallIntegerField(
                                default=6,
                                help_text="Tempat kerja sekecamatan dengan tempat tinggal.",
                                verbose_name="Satu kecamatan",
                            ),
                        ),
                        (
                            "same_regency",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="Tempat kerja sekota dengan tempat tinggal.",
                                verbose_name="Satu kabupaten/kota",
                            ),
                        ),
                        (
                            "moving",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="Yang bersangkutan bersedia pindah atau menyebut wilayah itu.",
                                verbose_name="Di luar kota, tetapi bersedia pindah",
                            ),
                        ),
                        (
                            "ready",
                            models.PositiveSmallIntegerField(
                                default=10,
                                help_text="Tanggal siap mulai sudah tiba, atau sedang mencari kerja.",
                                verbose_name="Siap mulai",
                            ),
                        ),
                        (
                            "pay",
                            models.PositiveSmallIntegerField(
                                default=8,
                                help_text="Gaji yang ditawarkan mencapai gaji yang diharapkan.",
                                verbose_name="Gaji sesuai harapan",
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
                        "verbose_name": "historical bobot kecocokan",
                        "verbose_name_plural": "historical bobot kecocokan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalForumMembership",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
                        ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan berakhir")),
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
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "regency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.regency",
                                verbose_name="wilayah",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengguna",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical ketua forum BKK",
                        "verbose_name_plural": "historical ketua forum BKK",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMinimumWage",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(db_index=True, verbose_name="tahun")),
                        ("amount", models.PositiveIntegerField(verbose_name="UMK per bulan (Rp)")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="dasar hukum")),
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
                        "verbose_name": "historical upah minimum (UMK)",
                        "verbose_name_plural": "historical upah minimum (UMK)",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlacement",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("position", models.CharField(max_length=150, verbose_name="jabatan")),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("AKL", "Antar Kerja Lokal (AKL)"),
                                    ("AKAD", "Antar Kerja Antar Daerah (AKAD)"),
                                ],
                                max_length=4,
                                verbose_name="jenis penempatan",
                            ),
                        ),
                        (
                            "contract",
                            models.CharField(
                                choices=[
                                    ("permanent", "Tetap (PKWTT)"),
                                    ("contract", "Kontrak (PKWT)"),
                                    ("internship", "Magang"),
                                    ("daily", "Harian"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=12,
                                verbose_name="ikatan kerja",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="mulai bekerja")),
                        (
                            "age_at_start",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="umur saat mulai"),
                        ),
                        (
                            "monthly_pay",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="gaji per bulan (Rp)"),
                        ),
                        (
                            "pay_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("under", "Di bawah 0,75 UMK"),
                                    ("near", "0,75 sampai 1 UMK"),
                                    ("above", "1 sampai 1,2 UMK"),
                                    ("well_above", "Di atas 1,2 UMK"),
                                ],
                                max_length=10,
                                verbose_name="kisaran gaji",
                            ),
                        ),
                        (
                            "alignment",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (4, "Sangat selaras"),
                                    (3, "Selaras"),
                                    (2, "Kurang selaras"),
                                    (1, "Tidak selaras"),
                                ],
                                null=True,
                                verbose_name="keselarasan",
                            ),
                        ),
                        (
                            "proof",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("application", "Proses lamaran di portal"),
                                    ("letter", "Kontrak atau surat keterangan kerja"),
                                    ("call", "Perusahaan dihubungi"),
                                    ("visit", "Kunjungan ke perusahaan"),
                                    ("alumnus", "Bukti dari alumni (slip gaji, kartu pegawai)"),
                                ],
                                max_length=12,
                                verbose_name="diperiksa lewat",
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, max_length=100, verbose_name="bukti")),
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
                            "alumnus",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.alumnus",
                                verbose_name="alumni",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.application",
                                verbose_name="lamaran",
                            ),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "occupation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.occupation",
                                verbose_name="jabatan (KBJI)",
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
                            "spell",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.activityspell",
                                verbose_name="masa kerja",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical penempatan",
                        "verbose_name_plural": "historical penempatan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSavedSearch",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=120, verbose_name="nama")),
                        (
                            "query",
                            models.CharField(blank=True, editable=False, max_length=500, verbose_name="saringan"),
                        ),
                        (
                            "frequency",
                            models.CharField(
                                choices=[
                                    ("at_once", "Begitu tayang"),
                                    ("daily", "Setiap pagi"),
                                    ("weekly", "Setiap Senin"),
                                    ("none", "Jangan kabari"),
                                ],
                                default="daily",
                                max_length=8,
                                verbose_name="kabari saya",
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
                    ],
                    options={
                        "verbose_name": "historical pencarian tersimpan",
                        "verbose_name_plural": "historical pencarian tersimpan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSchool",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("npsn", models.CharField(db_index=True, max_length=8, verbose_name="NPSN")),
                        ("name", models.CharField(max_length=120, verbose_name="nama sekolah")),
                        (
                            "status",
                            models.CharField(
                                choices=[("negeri", "Negeri"), ("swasta", "Swasta")],
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("website", models.URLField(blank=True, verbose_name="situs")),
                        ("logo", models.TextField(blank=True, max_length=100, verbose_name="logo")),
                        (
                            "principal_name",
                            models.CharField(blank=True, max_length=120, verbose_name="nama kepala sekolah"),
                        ),
                        (
                            "principal_nip",
                            models.CharField(blank=True, max_length=18, verbose_name="NIP kepala sekolah"),
                        ),
                        ("bkk_head", models.CharField(blank=True, max_length=120, verbose_name="ketua BKK")),
                        (
                            "registration_number",
                            models.CharField(blank=True, max_length=80, verbose_name="nomor tanda daftar BKK"),
                        ),
                        ("registered_on", models.DateField(blank=True, null=True, verbose_name="tanggal tanda daftar")),
                        ("registered_until", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        (
                            "registration_file",
                            models.TextField(blank=True, max_length=100, verbose_name="berkas tanda daftar"),
                        ),
                        (
                            "registered_head",
                            models.CharField(blank=True, max_length=120, verbose_name="ketua BKK pada tanda daftar"),
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
                            "district",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.district",
                                verbose_name="kecamatan",
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
                    ],
                    options={
                        "verbose_name": "historical sekolah",
                        "verbose_name_plural": "historical sekolah",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTracerQuestionnaire",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("number", models.PositiveSmallIntegerField(db_index=True, verbose_name="versi")),
                        ("title", models.CharField(max_length=150, verbose_name="judul")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan perubahan")),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="diterbitkan")),
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
                            "published_by",
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
                        "verbose_name": "historical kuesioner tracer",
                        "verbose_name_plural": "historical kuesioner tracer",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MinimumWage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="tahun")),
                        ("amount", models.PositiveIntegerField(verbose_name="UMK per bulan (Rp)")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="dasar hukum")),
                    ],
                    options={
                        "verbose_name": "upah minimum (UMK)",
                        "verbose_name_plural": "upah minimum (UMK)",
                        "ordering": ["-year"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)),
                                name="minimum_wage_positive",
                                violation_error_message="UMK harus lebih dari nol.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Placement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("position", models.CharField(max_length=150, verbose_name="jabatan")),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("AKL", "Antar Kerja Lokal (AKL)"),
                                    ("AKAD", "Antar Kerja Antar Daerah (AKAD)"),
                                ],
                                max_length=4,
                                verbose_name="jenis penempatan",
                            ),
                        ),
                        (
                            "contract",
                            models.CharField(
                                choices=[
                                    ("permanent", "Tetap (PKWTT)"),
                                    ("contract", "Kontrak (PKWT)"),
                                    ("internship", "Magang"),
                                    ("daily", "Harian"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=12,
                                verbose_name="ikatan kerja",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="mulai bekerja")),
                        (
                            "age_at_start",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="umur saat mulai"),
                        ),
                        (
                            "monthly_pay",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="gaji per bulan (Rp)"),
                        ),
                        (
                            "pay_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("under", "Di bawah 0,75 UMK"),
                                    ("near", "0,75 sampai 1 UMK"),
                                    ("above", "1 sampai 1,2 UMK"),
                                    ("well_above", "Di atas 1,2 UMK"),
                                ],
                                max_length=10,
                                verbose_name="kisaran gaji",
                            ),
                        ),
                        (
                            "alignment",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (4, "Sangat selaras"),
                                    (3, "Selaras"),
                                    (2, "Kurang selaras"),
                                    (1, "Tidak selaras"),
                                ],
                                null=True,
                                verbose_name="keselarasan",
                            ),
                        ),
                        (
                            "proof",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("application", "Proses lamaran di portal"),
                                    ("letter", "Kontrak atau surat keterangan kerja"),
                                    ("call", "Perusahaan dihubungi"),
                                    ("visit", "Kunjungan ke perusahaan"),
                                    ("alumnus", "Bukti dari alumni (slip gaji, kartu pegawai)"),
                                ],
                                max_length=12,
                                verbose_name="diperiksa lewat",
                            ),
                        ),
                        (
                            "evidence",
                            models.FileField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("bukti"), verbose_name="bukti"
                            ),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan"),
                        ),
                        (
                            "alumnus",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="placements.alumnus",
                                verbose_name="alumni",
                            ),
                        ),
                        (
                            "application",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placement",
                                to="placements.application",
                                verbose_name="lamaran",
                            ),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                        (
                            "occupation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.occupation",
                                verbose_name="jabatan (KBJI)",
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
                            "spell",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placement",
                                to="people.activityspell",
                                verbose_name="masa kerja",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penempatan",
                        "verbose_name_plural": "penempatan",
                        "ordering": ["-starts_on", "-pk"],
                        "indexes": [models.Index(fields=["starts_on"], name="placement_start")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("age_at_start__gte", 18)),
                                name="placement_adult",
                                violation_error_message="Penempatan hanya untuk yang sudah berumur 18 tahun saat mulai bekerja.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cancelled_at__isnull", True),
                                    models.Q(("cancel_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="placement_cancelled_with_reason",
                                violation_error_message="Pembatalan penempatan harus disertai alasan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("scope__in", ["AKL", "AKAD"])),
                                name="placement_within_indonesia",
                                violation_error_message="BKK hanya menempatkan di dalam negeri (AKL atau AKAD).",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlacementFollowUp",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("months", models.PositiveSmallIntegerField(verbose_name="bulan ke")),
                        ("due_on", models.DateField(verbose_name="jatuh tempo")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("still", "Masih bekerja di sana"),
                                    ("moved", "Pindah kerja"),
                                    ("ended", "Berhenti"),
                                ],
                                max_length=8,
                                verbose_name="hasil",
                            ),
                        ),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="hari kerja terakhir")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="diisi")),
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
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diisi oleh",
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
                            "placement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.placement",
                                verbose_name="penempatan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical tindak lanjut penempatan",
                        "verbose_name_plural": "historical tindak lanjut penempatan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlacementFollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("months", models.PositiveSmallIntegerField(verbose_name="bulan ke")),
                        ("due_on", models.DateField(verbose_name="jatuh tempo")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("still", "Masih bekerja di sana"),
                                    ("moved", "Pindah kerja"),
                                    ("ended", "Berhenti"),
                                ],
                                max_length=8,
                                verbose_name="hasil",
                            ),
                        ),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="hari kerja terakhir")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="diisi")),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diisi oleh",
                            ),
                        ),
                        (
                            "placement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="placements.placement",
                                verbose_name="penempatan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tindak lanjut penempatan",
                        "verbose_name_plural": "tindak lanjut penempatan",
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("done_at__isnull", True)), fields=["due_on"], name="follow_up_open"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("placement", "months"), name="follow_up_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("outcome", "")),
                                    models.Q(models.Q(("outcome", ""), _negated=True), ("done_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="follow_up_done_whole",
                                violation_error_message="Hasil dan waktu pengisian harus ada bersama.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("left_on__isnull", True), ("outcome__in", ("moved", "ended")), _connector="OR"
                                ),
                                name="follow_up_left",
                                violation_error_message="Hari kerja terakhir hanya untuk yang pindah atau berhenti.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlanTarget",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "item",
                            models.CharField(
                                choices=[
                                    ("vacancies", "Lowongan diumumkan"),
                                    ("placements", "Lulusan ditempatkan"),
                                    ("partners", "Mitra baru"),
                                    ("agreements", "Kerja sama (MoU)"),
                                    ("socialisation", "Sosialisasi"),
                                    ("visits", "Kunjungan perusahaan"),
                                ],
                                max_length=16,
                                verbose_name="butir",
                            ),
                        ),
                        ("quarter", models.PositiveSmallIntegerField(verbose_name="triwulan")),
                        ("target", models.PositiveIntegerField(verbose_name="target")),
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
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.placementplan",
                                verbose_name="rencana",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical target rencana",
                        "verbose_name_plural": "historical target rencana",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanTarget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "item",
                            models.CharField(
                                choices=[
                                    ("vacancies", "Lowongan diumumkan"),
                                    ("placements", "Lulusan ditempatkan"),
                                    ("partners", "Mitra baru"),
                                    ("agreements", "Kerja sama (MoU)"),
                                    ("socialisation", "Sosialisasi"),
                                    ("visits", "Kunjungan perusahaan"),
                                ],
                                max_length=16,
                                verbose_name="butir",
                            ),
                        ),
                        ("quarter", models.PositiveSmallIntegerField(verbose_name="triwulan")),
                        ("target", models.PositiveIntegerField(verbose_name="target")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="targets",
                                to="placements.placementplan",
                                verbose_name="rencana",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "target rencana",
                        "verbose_name_plural": "target rencana",
                        "ordering": ["plan", "item", "quarter"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "item", "quarter"),
                                name="plan_target_one_a_quarter",
                                violation_error_message="Target butir ini pada triwulan ini sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)),
                                name="plan_target_quarter",
                                violation_error_message="Triwulan adalah 1 sampai 4.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedSearch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=120, verbose_name="nama")),
                        (
                            "query",
                            models.CharField(blank=True, editable=False, max_length=500, verbose_name="saringan"),
                        ),
                        (
                            "frequency",
                            models.CharField(
                                choices=[
                                    ("at_once", "Begitu tayang"),
                                    ("daily", "Setiap pagi"),
                                    ("weekly", "Setiap Senin"),
                                    ("none", "Jangan kabari"),
                                ],
                                default="daily",
                                max_length=8,
                                verbose_name="kabari saya",
                            ),
                        ),
                        (
                            "token",
                            models.CharField(
                                default=placements.vacancies.models.saved.new_token,
                                editable=False,
                                max_length=43,
                                unique=True,
                                verbose_name="kunci umpan",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="saved_searches",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pencarian tersimpan",
                        "verbose_name_plural": "pencarian tersimpan",
                        "ordering": ["name", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("frequency", "none"), _negated=True),
                                fields=["query"],
                                name="saved_search_query",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "query"),
                                name="saved_search_once",
                                violation_error_message="Pencarian ini sudah Anda simpan.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="School",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("npsn", models.CharField(max_length=8, unique=True, verbose_name="NPSN")),
                        ("name", models.CharField(max_length=120, verbose_name="nama sekolah")),
                        (
                            "status",
                            models.CharField(
                                choices=[("negeri", "Negeri"), ("swasta", "Swasta")],
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("website", models.URLField(blank=True, verbose_name="situs")),
                        (
                            "logo",
                            models.ImageField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("logo"), verbose_name="logo"
                            ),
                        ),
                        (
                            "principal_name",
                            models.CharField(blank=True, max_length=120, verbose_name="nama kepala sekolah"),
                        ),
                        (
                            "principal_nip",
                            models.CharField(blank=True, max_length=18, verbose_name="NIP kepala sekolah"),
                        ),
                        ("bkk_head", models.CharField(blank=True, max_length=120, verbose_name="ketua BKK")),
                        (
                            "registration_number",
                            models.CharField(blank=True, max_length=80, verbose_name="nomor tanda daftar BKK"),
                        ),
                        ("registered_on", models.DateField(blank=True, null=True, verbose_name="tanggal tanda daftar")),
                        ("registered_until", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        (
                            "registration_file",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("tanda-daftar"),
                                verbose_name="berkas tanda daftar",
                            ),
                        ),
                        (
                            "registered_head",
                            models.CharField(blank=True, max_length=120, verbose_name="ketua BKK pada tanda daftar"),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schools",
                                to="regions.district",
                                verbose_name="kecamatan",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schools",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sekolah",
                        "verbose_name_plural": "sekolah",
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("npsn__regex", "^[0-9A-Z]{8}$")),
                                name="school_npsn_form",
                                violation_error_message="NPSN harus 8 karakter.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("registered_until__isnull", True),
                                    ("registered_until__gt", models.F("registered_on")),
                                    _connector="OR",
                                ),
                                name="school_registration_ends_after_start",
                                violation_error_message="Tanggal berlaku harus setelah tanggal tanda daftar.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedList",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=60, verbose_name="nama daftar")),
                        ("query", models.CharField(blank=True, max_length=500, verbose_name="saringan")),
                        ("columns", models.JSONField(blank=True, default=list, verbose_name="kolom")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="alumni_lists",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengguna",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="alumni_lists",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "daftar tersimpan",
                        "verbose_name_plural": "daftar tersimpan",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "school", "name"),
                                name="saved_list_name_unique",
                                violation_error_message="Anda sudah punya daftar dengan nama ini. Pilih nama lain.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="saved_list_named",
                                violation_error_message="Beri nama daftar ini.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RombelMapping",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("rombel", models.CharField(max_length=60, verbose_name="rombel")),
                        ("edition", models.PositiveSmallIntegerField(default=2022, verbose_name="spektrum")),
                        (
                            "konsentrasi",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.konsentrasi",
                                verbose_name="konsentrasi",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rombel_mappings",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pemetaan rombel",
                        "verbose_name_plural": "pemetaan rombel",
                        "ordering": ["school", "rombel"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "rombel", "edition"), name="rombel_mapping_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegistrationRequest",
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
                                    ("first", "Pendaftaran pertama"),
                                    ("head", "Ketua BKK berganti"),
                                    ("other", "Perubahan lain"),
                                ],
                                max_length=8,
                                verbose_name="alasan permohonan",
                            ),
                        ),
                        ("head", models.CharField(max_length=120, verbose_name="ketua BKK")),
                        ("decree_number", models.CharField(max_length=80, verbose_name="nomor SK pembentukan")),
                        ("decree_date", models.DateField(verbose_name="tanggal SK pembentukan")),
                        (
                            "decree_file",
                            models.FileField(
                                upload_to=bkk_portal.kit.files.upload_path("permohonan"),
                                verbose_name="SK pembentukan BKK",
                            ),
                        ),
                        (
                            "structure_file",
                            models.FileField(
                                upload_to=bkk_portal.kit.files.upload_path("permohonan"),
                                verbose_name="struktur organisasi",
                            ),
                        ),
                        (
                            "plan_file",
                            models.FileField(
                                blank=True,
                                upload_to=bkk_portal.kit.files.upload_path("permohonan"),
                                verbose_name="rencana penempatan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan untuk dinas")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "Menunggu dinas"),
                                    ("returned", "Dikembalikan"),
                                    ("approved", "Disetujui"),
                                ],
                                default="sent",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dikembalikan")),
                        ("number", models.CharField(blank=True, max_length=80, verbose_name="nomor tanda daftar")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="tanggal tanda daftar")),
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
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dikirim oleh",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registration_requests",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "permohonan tanda daftar",
                        "verbose_name_plural": "permohonan tanda daftar",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "sent")),
                                fields=("school",),
                                name="registration_request_one_waiting",
                                violation_error_message="Masih ada permohonan yang menunggu jawaban dinas.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "returned"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="registration_request_returned_with_reason",
                                violation_error_message="Tulis alasan pengembaliannya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "approved"), _negated=True),
                                    models.Q(models.Q(("number", ""), _negated=True), ("issued_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="registration_request_approved_with_number",
                                violation_error_message="Nomor dan tanggal tanda daftar diisi saat menyetujui.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="placementplan",
                    name="school",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="placements.school",
                        verbose_name="sekolah",
                    ),
                ),
                migrations.CreateModel(
                    name="PklPlace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("places", models.PositiveSmallIntegerField(verbose_name="tempat yang tersedia")),
                        ("filled", models.PositiveSmallIntegerField(default=0, verbose_name="siswa yang PKL")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pkl_places",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                        (
                            "konsentrasi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pkl_places",
                                to="people.konsentrasi",
                                verbose_name="konsentrasi keahlian",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pkl_places",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tempat PKL",
                        "verbose_name_plural": "tempat PKL",
                        "ordering": ["-year", "konsentrasi", "pk"],
                        "indexes": [models.Index(fields=["school", "-year"], name="pkl_school_year")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("employer", "school", "year", "konsentrasi"),
                                name="pkl_place_once",
                                violation_error_message="Tempat PKL konsentrasi ini pada tahun itu sudah dicatat. Ubah yang sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("places__gte", 1)),
                                name="pkl_place_some",
                                violation_error_message="Tempat yang tersedia paling sedikit 1.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("filled__lte", models.F("places"))),
                                name="pkl_place_not_over",
                                violation_error_message="Siswa yang PKL tidak dapat lebih banyak dari tempat yang tersedia.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("year__gte", 2015), ("year__lte", 2100)),
                                name="pkl_place_year",
                                violation_error_message="Tahun harus antara 2015 dan 2100.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnershipAgreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("number", models.CharField(max_length=80, verbose_name="nomor MoU")),
                        ("scopes", models.JSONField(default=list, verbose_name="ruang lingkup")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        ("signed_on", models.DateField(verbose_name="ditandatangani")),
                        ("starts_on", models.DateField(verbose_name="berlaku mulai")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("school_signer", models.CharField(max_length=120, verbose_name="penanda tangan sekolah")),
                        ("employer_signer", models.CharField(max_length=120, verbose_name="penanda tangan perusahaan")),
                        (
                            "file",
                            models.FileField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("mou"), verbose_name="berkas MoU"
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="diakhiri")),
                        ("end_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan diakhiri")),
                        (
                            "reminded_days",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="diingatkan (hari)"
                            ),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "renews",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="renewal",
                                to="placements.partnershipagreement",
                                verbose_name="memperpanjang",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "MoU",
                        "verbose_name_plural": "MoU",
                        "ordering": [models.OrderBy(models.F("ends_on"), nulls_last=True), "pk"],
                        "indexes": [models.Index(fields=["school", "ends_on"], name="agreement_school_end")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="agreement_ends_after_start",
                                violation_error_message="MoU ini berakhir sebelum mulai berlaku. Periksa kedua tanggalnya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end_reason", ""), ("ended_on__isnull", True)),
                                    models.Q(("ended_on__isnull", False), models.Q(("end_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="agreement_ended_with_reason",
                                violation_error_message="MoU yang diakhiri harus punya tanggal dan alasan.",
                            ),
                            models.UniqueConstraint(
                                fields=("school", "number"),
                                name="agreement_number_once",
                                violation_error_message="MoU dengan nomor ini sudah dicatat sekolah Anda.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalVacancy",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("title", models.CharField(max_length=120, verbose_name="jabatan yang dicari")),
                        (
                            "headcount",
                            models.PositiveSmallIntegerField(default=1, verbose_name="jumlah yang dibutuhkan"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("permanent", "Tetap"),
                                    ("contract", "Kontrak"),
                                    ("internship", "Magang"),
                                    ("part_time", "Paruh waktu"),
                                    ("daily", "Harian"),
                                ],
                                max_length=12,
                                verbose_name="jenis pekerjaan",
                            ),
                        ),
                        ("description", models.TextField(verbose_name="uraian pekerjaan")),
                        ("requirements", models.TextField(blank=True, verbose_name="syarat lain")),
                        ("benefits", models.TextField(blank=True, verbose_name="fasilitas")),
                        ("selection_steps", models.TextField(blank=True, verbose_name="tahap seleksi")),
                        (
                            "opens_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="berlaku mulai"),
                        ),
                        ("closes_on", models.DateField(verbose_name="ditutup tanggal")),
                        (
                            "education",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Tidak disyaratkan"),
                                    (1, "SD"),
                                    (2, "SMP"),
                                    (3, "SMA/SMK"),
                                    (4, "Diploma"),
                                    (5, "Sarjana"),
                                ],
                                default=3,
                                verbose_name="pendidikan paling rendah",
                            ),
                        ),
                        (
                            "experience_months",
                            models.PositiveSmallIntegerField(default=0, verbose_name="pengalaman (bulan)"),
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
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("", "Laki-laki atau perempuan"), ("L", "Laki-laki"), ("P", "Perempuan")],
                                default="",
                                max_length=1,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        (
                            "limit_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="alasan batas umur atau jenis kelamin"
                            ),
                        ),
                        (
                            "pay_min",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="gaji paling rendah (Rp per bulan)"
                            ),
                        ),
                        (
                            "pay_max",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="gaji paling tinggi (Rp per bulan)"
                            ),
                        ),
                        (
                            "work_address",
                            models.CharField(blank=True, max_length=200, verbose_name="alamat tempat kerja"),
                        ),
                        (
                            "disability_friendly",
                            models.BooleanField(default=False, verbose_name="terbuka untuk penyandang disabilitas"),
                        ),
                        ("is_overseas", models.BooleanField(default=False, verbose_name="di luar negeri")),
                        ("official_link", models.URLField(blank=True, verbose_name="tautan resmi (untuk luar negeri)")),
                        (
                            "siapkerja_number",
                            models.CharField(blank=True, max_length=60, verbose_name="nomor laporan SIAPkerja"),
                        ),
                        ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="narahubung")),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=16, verbose_name="HP/WhatsApp narahubung"),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("everyone", "Semua orang"),
                                    ("all_bkk", "Alumni semua BKK"),
                                    ("schools", "Alumni sekolah tertentu"),
                                ],
                                default="everyone",
                                max_length=10,
                                verbose_name="dapat dilihat oleh",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("review", "Menunggu persetujuan"),
                                    ("published", "Tayang"),
                                    ("paused", "Ditunda"),
                                    ("closed", "Ditutup"),
                                    ("hidden", "Disembunyikan"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="tayang sejak")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup")),
                        ("close_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan ditutup")),
                        ("checklist", models.JSONField(blank=True, default=dict, verbose_name="daftar periksa")),
                        ("from_employer", models.BooleanField(default=False, verbose_name="ditulis perusahaan")),
                        (
                            "filled",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="terisi (orang)"),
                        ),
                        (
                            "filled_via_bkk",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="di antaranya lewat BKK"
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
                            "created_by",
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
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "occupation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.occupation",
                                verbose_name="jabatan (KBJI)",
                            ),
                        ),
                        (
                            "regency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.regency",
                                verbose_name="kabupaten/kota",
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="diumumkan oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lowongan",
                        "verbose_name_plural": "historical lowongan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSelectionDay",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("title", models.CharField(max_length=120, verbose_name="nama kegiatan")),
                        (
                            "stage",
                            models.CharField(
                                choices=[("test", "Tes"), ("interview", "Wawancara")],
                                default="test",
                                max_length=10,
                                verbose_name="tahap",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        (
                            "venue",
                            models.CharField(
                                choices=[
                                    ("school", "Di sekolah"),
                                    ("company", "Di perusahaan"),
                                    ("other", "Di tempat lain"),
                                ],
                                default="school",
                                max_length=8,
                                verbose_name="di mana",
                            ),
                        ),
                        ("place", models.CharField(max_length=200, verbose_name="tempat dan alamat")),
                        ("bring", models.CharField(blank=True, max_length=200, verbose_name="yang harus dibawa")),
                        ("contact_name", models.CharField(max_length=100, verbose_name="nama narahubung")),
                        ("contact_phone", models.CharField(max_length=16, verbose_name="HP/WhatsApp narahubung")),
                        (
                            "notes",
                            models.TextField(blank=True, max_length=500, verbose_name="catatan untuk yang diundang"),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(default=False, verbose_name="BKK lain boleh mengundang alumninya"),
                        ),
                        (
                            "is_public",
                            models.BooleanField(
                                default=False, verbose_name="tampil di kalender umum dan halaman lowongan"
                            ),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        ("cancel_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan batal")),
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
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="documents.issueddocument",
                                verbose_name="laporan terbit",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="penyelenggara",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical hari seleksi",
                        "verbose_name_plural": "historical hari seleksi",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSchoolMembership",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
                        ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan berakhir")),
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
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengguna",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical koordinator BKK",
                        "verbose_name_plural": "historical koordinator BKK",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSchoolActivity",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("meeting", "Rapat"),
                                    ("socialisation", "Sosialisasi"),
                                    ("visit", "Kunjungan perusahaan"),
                                    ("agreement", "Penandatanganan kerja sama"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=16,
                                verbose_name="jenis",
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="kegiatan")),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="pukul")),
                        ("place", models.CharField(blank=True, max_length=150, verbose_name="tempat")),
                        ("partner", models.CharField(blank=True, max_length=150, verbose_name="bersama")),
                        ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                        ("notes", models.TextField(blank=True, verbose_name="catatan")),
                        ("attendance", models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah hadir")),
                        ("is_public", models.BooleanField(default=False, verbose_name="tampil di kalender umum")),
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
                                verbose_name="dicatat oleh",
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kegiatan BKK",
                        "verbose_name_plural": "historical kegiatan BKK",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRombelMapping",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("rombel", models.CharField(max_length=60, verbose_name="rombel")),
                        ("edition", models.PositiveSmallIntegerField(default=2022, verbose_name="spektrum")),
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
                            "konsentrasi",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.konsentrasi",
                                verbose_name="konsentrasi",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical pemetaan rombel",
                        "verbose_name_plural": "historical pemetaan rombel",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRegistrationRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("first", "Pendaftaran pertama"),
                                    ("head", "Ketua BKK berganti"),
                                    ("other", "Perubahan lain"),
                                ],
                                max_length=8,
                                verbose_name="alasan permohonan",
                            ),
                        ),
                        ("head", models.CharField(max_length=120, verbose_name="ketua BKK")),
                        ("decree_number", models.CharField(max_length=80, verbose_name="nomor SK pembentukan")),
                        ("decree_date", models.DateField(verbose_name="tanggal SK pembentukan")),
                        ("decree_file", models.TextField(max_length=100, verbose_name="SK pembentukan BKK")),
                        ("structure_file", models.TextField(max_length=100, verbose_name="struktur organisasi")),
                        ("plan_file", models.TextField(blank=True, max_length=100, verbose_name="rencana penempatan")),
                        ("note", models.TextField(blank=True, verbose_name="catatan untuk dinas")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "Menunggu dinas"),
                                    ("returned", "Dikembalikan"),
                                    ("approved", "Disetujui"),
                                ],
                                default="sent",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dikembalikan")),
                        ("number", models.CharField(blank=True, max_length=80, verbose_name="nomor tanda daftar")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="tanggal tanda daftar")),
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
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dikirim oleh",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical permohonan tanda daftar",
                        "verbose_name_plural": "historical permohonan tanda daftar",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlacementPlan",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("notes", models.TextField(blank=True, verbose_name="catatan")),
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical rencana penempatan",
                        "verbose_name_plural": "historical rencana penempatan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPklPlace",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("places", models.PositiveSmallIntegerField(verbose_name="tempat yang tersedia")),
                        ("filled", models.PositiveSmallIntegerField(default=0, verbose_name="siswa yang PKL")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
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
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "konsentrasi",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.konsentrasi",
                                verbose_name="konsentrasi keahlian",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical tempat PKL",
                        "verbose_name_plural": "historical tempat PKL",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPartnershipAgreement",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("number", models.CharField(max_length=80, verbose_name="nomor MoU")),
                        ("scopes", models.JSONField(default=list, verbose_name="ruang lingkup")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        ("signed_on", models.DateField(verbose_name="ditandatangani")),
                        ("starts_on", models.DateField(verbose_name="berlaku mulai")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("school_signer", models.CharField(max_length=120, verbose_name="penanda tangan sekolah")),
                        ("employer_signer", models.CharField(max_length=120, verbose_name="penanda tangan perusahaan")),
                        ("file", models.TextField(blank=True, max_length=100, verbose_name="berkas MoU")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="diakhiri")),
                        ("end_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan diakhiri")),
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
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "renews",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.partnershipagreement",
                                verbose_name="memperpanjang",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical MoU",
                        "verbose_name_plural": "historical MoU",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEmployerNote",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("text", models.TextField(max_length=1000, verbose_name="catatan")),
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
                                verbose_name="ditulis oleh",
                            ),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical catatan tentang perusahaan",
                        "verbose_name_plural": "historical catatan tentang perusahaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEmployerMergeProposal",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "dropped_key",
                            models.PositiveBigIntegerField(db_index=True, verbose_name="nomor yang dilebur"),
                        ),
                        ("dropped_name", models.CharField(max_length=150, verbose_name="nama yang dilebur")),
                        ("reason", models.CharField(max_length=300, verbose_name="mengapa keduanya sama")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu ketua forum"),
                                    ("merged", "Disatukan"),
                                    ("declined", "Tidak disatukan"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                        ("answer", models.CharField(blank=True, max_length=300, verbose_name="alasan keputusan")),
                        ("moved", models.JSONField(blank=True, default=dict, verbose_name="baris yang dipindahkan")),
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
                                verbose_name="diputuskan oleh",
                            ),
                        ),
                        (
                            "dropped",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan yang dilebur",
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
                            "kept",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan yang tetap",
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="diusulkan BKK",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical usul penyatuan perusahaan",
                        "verbose_name_plural": "historical usul penyatuan perusahaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEmployer",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("name", models.CharField(max_length=150, verbose_name="nama perusahaan")),
                        (
                            "nib",
                            models.CharField(
                                blank=True,
                                help_text="Nomor Induk Berusaha, 13 angka",
                                max_length=13,
                                verbose_name="NIB",
                            ),
                        ),
                        ("npwp", models.CharField(blank=True, max_length=16, verbose_name="NPWP")),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("website", models.URLField(blank=True, verbose_name="situs")),
                        ("description", models.TextField(blank=True, verbose_name="tentang perusahaan")),
                        ("logo", models.TextField(blank=True, max_length=100, verbose_name="logo")),
                        ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="diverifikasi")),
                        (
                            "verified_basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("visit", "Sudah dikunjungi"),
                                    ("nib", "NIB diperiksa di OSS"),
                                    ("agreement", "Ada perjanjian kerja sama (MoU)"),
                                    ("partner", "Sudah lama menerima alumni kami"),
                                ],
                                max_length=12,
                                verbose_name="cara memeriksa",
                            ),
                        ),
                        ("rejected_at", models.DateTimeField(blank=True, null=True, verbose_name="ditolak")),
                        (
                            "rejection_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan ditolak"),
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
                            "industry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.industry",
                                verbose_name="lapangan usaha",
                            ),
                        ),
                        (
                            "regency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="regions.regency",
                                verbose_name="kabupaten/kota",
                            ),
                        ),
                        (
                            "rejected_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditolak oleh",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diverifikasi oleh",
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
                            "added_by_school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="ditambahkan oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical perusahaan",
                        "verbose_name_plural": "historical perusahaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBkkReport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "period",
                            models.CharField(
                                choices=[
                                    ("month", "Bulan"),
                                    ("quarter", "Triwulan"),
                                    ("semester", "Semester"),
                                    ("year", "Tahun"),
                                    ("school_year", "Tahun ajaran"),
                                ],
                                max_length=12,
                                verbose_name="jenis periode",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="dari")),
                        ("ends_on", models.DateField(verbose_name="sampai")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versi")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("issued", "Terbit, belum dikirim"),
                                    ("sent", "Menunggu dinas"),
                                    ("accepted", "Diterima"),
                                    ("returned", "Dikembalikan"),
                                    ("replaced", "Diganti"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan untuk dinas")),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=True,
                                help_text="Laporan berisi jumlah saja, tanpa nama alumni.",
                                verbose_name="ketua forum boleh membacanya",
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="dikirim")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="alasan dikembalikan")),
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
                                verbose_name="dibuat oleh",
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
                                verbose_name="dijawab oleh",
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical laporan BKK",
                        "verbose_name_plural": "historical laporan BKK",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAlumnus",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("graduation_year", models.PositiveSmallIntegerField(verbose_name="tahun lulus")),
                        ("nis", models.CharField(blank=True, max_length=20, verbose_name="NIS")),
                        ("rombel", models.CharField(blank=True, max_length=60, verbose_name="rombel")),
                        ("diploma_number", models.CharField(blank=True, max_length=40, verbose_name="nomor ijazah")),
                        (
                            "tracing",
                            models.CharField(
                                choices=[
                                    ("unknown", "Belum dihubungi"),
                                    ("traced", "Terlacak"),
                                    ("untraceable", "Tidak terlacak"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="penelusuran",
                            ),
                        ),
                        ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="akun diklaim")),
                        (
                            "invited_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="terakhir diundang lewat surel"),
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
                            "imported_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.alumniimport",
                                verbose_name="dari impor",
                            ),
                        ),
                        (
                            "konsentrasi",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.konsentrasi",
                                verbose_name="konsentrasi",
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical alumni",
                        "verbose_name_plural": "historical alumni",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAlumniImport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("graduation_year", models.PositiveSmallIntegerField(verbose_name="tahun lulus")),
                        ("file", models.TextField(blank=True, max_length=100, verbose_name="berkas")),
                        ("original_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "Membaca berkas"),
                                    ("mapping", "Menunggu pemetaan rombel"),
                                    ("matching", "Mencocokkan dengan data portal"),
                                    ("preview", "Menunggu konfirmasi"),
                                    ("writing", "Menyimpan"),
                                    ("done", "Selesai"),
                                    ("refused", "Ditolak"),
                                    ("cancelled", "Dibatalkan"),
                                    ("undoing", "Mengurungkan"),
                                    ("undone", "Diurungkan"),
                                ],
                                default="reading",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("error", models.CharField(blank=True, max_length=500, verbose_name="alasan ditolak")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="jumlah")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="diurungkan")),
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical impor alumni",
                        "verbose_name_plural": "historical impor alumni",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="EmployerVerification",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("verified", "Diverifikasi"),
                                    ("rejected", "Ditolak"),
                                    ("lapsed", "Perlu diverifikasi lagi"),
                                    ("lifted", "Penolakan dicabut"),
                                ],
                                max_length=10,
                                verbose_name="hasil",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("visit", "Sudah dikunjungi"),
                                    ("nib", "NIB diperiksa di OSS"),
                                    ("agreement", "Ada perjanjian kerja sama (MoU)"),
                                    ("partner", "Sudah lama menerima alumni kami"),
                                ],
                                max_length=12,
                                verbose_name="cara memeriksa",
                            ),
                        ),
                        ("checks", models.JSONField(blank=True, default=list, verbose_name="yang diperiksa")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
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
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="verifications",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="placements.school",
                                verbose_name="BKK yang memeriksa",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat verifikasi",
                        "verbose_name_plural": "riwayat verifikasi",
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EmployerNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("text", models.TextField(max_length=1000, verbose_name="catatan")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="employer_notes",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan tentang perusahaan",
                        "verbose_name_plural": "catatan tentang perusahaan",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["employer", "school"], name="employer_note_of_school")],
                    },
                ),
                migrations.CreateModel(
                    name="EmployerMergeProposal",
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
                            "dropped_key",
                            models.PositiveBigIntegerField(db_index=True, verbose_name="nomor yang dilebur"),
                        ),
                        ("dropped_name", models.CharField(max_length=150, verbose_name="nama yang dilebur")),
                        ("reason", models.CharField(max_length=300, verbose_name="mengapa keduanya sama")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu ketua forum"),
                                    ("merged", "Disatukan"),
                                    ("declined", "Tidak disatukan"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                        ("answer", models.CharField(blank=True, max_length=300, verbose_name="alasan keputusan")),
                        ("moved", models.JSONField(blank=True, default=dict, verbose_name="baris yang dipindahkan")),
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
                            "dropped",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges_dropped",
                                to="placements.employer",
                                verbose_name="perusahaan yang dilebur",
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges_kept",
                                to="placements.employer",
                                verbose_name="perusahaan yang tetap",
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
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="placements.school",
                                verbose_name="diusulkan BKK",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "usul penyatuan perusahaan",
                        "verbose_name_plural": "usul penyatuan perusahaan",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("dropped__isnull", True),
                                    models.Q(("dropped", models.F("kept")), _negated=True),
                                    _connector="OR",
                                ),
                                name="employer_merge_of_two",
                                violation_error_message="Sebuah perusahaan tidak dapat disatukan dengan dirinya sendiri.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "waiting")),
                                fields=("dropped",),
                                name="employer_merge_one_waiting",
                                violation_error_message="Sudah ada usul penyatuan perusahaan ini yang menunggu.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True), ("dropped__isnull", False), ("status", "waiting")
                                    ),
                                    models.Q(
                                        models.Q(("status", "waiting"), _negated=True), ("decided_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="employer_merge_decided_whole",
                                violation_error_message="Keputusan dan waktunya harus ada bersama.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "declined"), _negated=True),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="employer_merge_declined_with_reason",
                                violation_error_message="Tulis alasan mengapa keduanya tidak disatukan.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="employer",
                    name="added_by_school",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employers_added",
                        to="placements.school",
                        verbose_name="ditambahkan oleh",
                    ),
                ),
                migrations.CreateModel(
                    name="BulkRun",
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
                                    ("invite", "Undang lewat surel"),
                                    ("slips", "Cetak slip klaim"),
                                    ("untraced", "Tandai tidak terlacak"),
                                    ("export", "Unduh daftar"),
                                ],
                                max_length=10,
                                verbose_name="tindakan",
                            ),
                        ),
                        ("query", models.CharField(blank=True, max_length=500, verbose_name="saringan")),
                        ("picked", models.JSONField(blank=True, default=list, verbose_name="yang dicentang")),
                        ("options", models.JSONField(blank=True, default=dict, verbose_name="pilihan")),
                        (
                            "state",
                            models.CharField(
                                choices=[("running", "Sedang dikerjakan"), ("done", "Selesai"), ("failed", "Terhenti")],
                                default="running",
                                max_length=8,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("total", models.PositiveIntegerField(verbose_name="jumlah alumni")),
                        ("done_count", models.PositiveIntegerField(default=0, verbose_name="berhasil")),
                        ("skipped", models.JSONField(blank=True, default=list, verbose_name="dilewati")),
                        (
                            "file",
                            models.FileField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("massal"), verbose_name="berkas"
                            ),
                        ),
                        ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="mulai dikerjakan")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bulk_runs",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tindakan massal",
                        "verbose_name_plural": "tindakan massal",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["school", "-created_at"], name="bulk_run_school_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("done_count__lte", models.F("total"))),
                                name="bulk_run_not_more_than_all",
                                violation_error_message="Yang berhasil tidak mungkin lebih banyak dari semuanya.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="bkkreport",
                    name="school",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="placements.school",
                        verbose_name="sekolah",
                    ),
                ),
                migrations.CreateModel(
                    name="BkkReminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "last_report_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="laporan terakhir"),
                        ),
                        ("recipients", models.PositiveSmallIntegerField(verbose_name="dikabari (orang)")),
                        ("sent_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dikirim")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="offices.agency",
                                verbose_name="dinas",
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
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report_reminders",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "teguran laporan BKK",
                        "verbose_name_plural": "teguran laporan BKK",
                        "ordering": ["-sent_at", "-pk"],
                        "indexes": [models.Index(fields=["school", "-sent_at"], name="bkk_reminder_last")],
                    },
                ),
                migrations.AddField(
                    model_name="alumnus",
                    name="school",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alumni",
                        to="placements.school",
                        verbose_name="sekolah",
                    ),
                ),
                migrations.AddField(
                    model_name="alumniimport",
                    name="school",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="placements.school",
                        verbose_name="sekolah",
                    ),
                ),
                migrations.CreateModel(
                    name="SchoolActivity",
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
                                    ("meeting", "Rapat"),
                                    ("socialisation", "Sosialisasi"),
                                    ("visit", "Kunjungan perusahaan"),
                                    ("agreement", "Penandatanganan kerja sama"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=16,
                                verbose_name="jenis",
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="kegiatan")),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="pukul")),
                        ("place", models.CharField(blank=True, max_length=150, verbose_name="tempat")),
                        ("partner", models.CharField(blank=True, max_length=150, verbose_name="bersama")),
                        ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                        ("notes", models.TextField(blank=True, verbose_name="catatan")),
                        ("attendance", models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah hadir")),
                        ("is_public", models.BooleanField(default=False, verbose_name="tampil di kalender umum")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                        (
                            "schools_present",
                            models.ManyToManyField(
                                blank=True,
                                related_name="meetings_attended",
                                to="placements.school",
                                verbose_name="BKK yang hadir",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kegiatan BKK",
                        "verbose_name_plural": "kegiatan BKK",
                        "ordering": ["-held_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("text", models.CharField(max_length=300, verbose_name="keputusan")),
                        ("owner", models.CharField(max_length=120, verbose_name="penanggung jawab")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="selesai pada")),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="placements.schoolactivity",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keputusan rapat",
                        "verbose_name_plural": "keputusan rapat",
                        "ordering": [
                            models.OrderBy(models.F("done_on"), nulls_first=True),
                            models.OrderBy(models.F("due_on"), nulls_last=True),
                            "pk",
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSchoolActivity_schools_present",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="placements.historicalschoolactivity",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                            ),
                        ),
                        (
                            "schoolactivity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.schoolactivity",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalSchoolActivity_schools_present",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeetingDecision",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("text", models.CharField(max_length=300, verbose_name="keputusan")),
                        ("owner", models.CharField(max_length=120, verbose_name="penanggung jawab")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="selesai pada")),
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
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.schoolactivity",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical keputusan rapat",
                        "verbose_name_plural": "historical keputusan rapat",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEmployerVisit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("met_with", models.CharField(blank=True, max_length=120, verbose_name="bertemu dengan")),
                        ("next_step", models.CharField(blank=True, max_length=200, verbose_name="tindak lanjut")),
                        ("next_on", models.DateField(blank=True, null=True, verbose_name="tanggal tindak lanjut")),
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
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.employer",
                                verbose_name="perusahaan",
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
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.schoolactivity",
                                verbose_name="kegiatan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kunjungan ke perusahaan",
                        "verbose_name_plural": "historical kunjungan ke perusahaan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalActivityPhoto",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("image", models.TextField(max_length=100, verbose_name="foto")),
                        ("caption", models.CharField(blank=True, max_length=120, verbose_name="keterangan")),
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
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.schoolactivity",
                                verbose_name="kegiatan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical foto kegiatan",
                        "verbose_name_plural": "historical foto kegiatan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="EmployerVisit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("met_with", models.CharField(blank=True, max_length=120, verbose_name="bertemu dengan")),
                        ("next_step", models.CharField(blank=True, max_length=200, verbose_name="tindak lanjut")),
                        ("next_on", models.DateField(blank=True, null=True, verbose_name="tanggal tindak lanjut")),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                        (
                            "activity",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="employer_visit",
                                to="placements.schoolactivity",
                                verbose_name="kegiatan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kunjungan ke perusahaan",
                        "verbose_name_plural": "kunjungan ke perusahaan",
                        "ordering": ["-activity__held_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("next_on__isnull", True),
                                    models.Q(("next_step", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="employer_visit_next_said",
                                violation_error_message="Tulis tindak lanjutnya bila tanggalnya diisi.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActivityPhoto",
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
                                upload_to=bkk_portal.kit.files.upload_path("kegiatan"), verbose_name="foto"
                            ),
                        ),
                        ("caption", models.CharField(blank=True, max_length=120, verbose_name="keterangan")),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="photos",
                                to="placements.schoolactivity",
                                verbose_name="kegiatan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "foto kegiatan",
                        "verbose_name_plural": "foto kegiatan",
                        "ordering": ["activity", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SchoolMembership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
                        ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan berakhir")),
                        (
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengguna",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "koordinator BKK",
                        "verbose_name_plural": "koordinator BKK",
                        "ordering": ["school", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("user", "school"),
                                name="school_membership_one_current",
                                violation_error_message="Orang ini sudah menjadi koordinator BKK sekolah tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="school_membership_ends_after_start",
                                violation_error_message="Tanggal berakhir harus setelah tanggal mulai.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchAnchor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("token", models.CharField(max_length=140, verbose_name="jangkar")),
                        (
                            "search",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="anchors",
                                to="placements.savedsearch",
                                verbose_name="pencarian",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jangkar pencarian",
                        "verbose_name_plural": "jangkar pencarian",
                        "ordering": ["search", "token"],
                        "indexes": [models.Index(fields=["token", "search"], name="search_anchor_token")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("search", "token"),
                                name="search_anchor_once",
                                violation_error_message="Jangkar ini sudah ada.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelectionDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("title", models.CharField(max_length=120, verbose_name="nama kegiatan")),
                        (
                            "stage",
                            models.CharField(
                                choices=[("test", "Tes"), ("interview", "Wawancara")],
                                default="test",
                                max_length=10,
                                verbose_name="tahap",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        (
                            "venue",
                            models.CharField(
                                choices=[
                                    ("school", "Di sekolah"),
                                    ("company", "Di perusahaan"),
                                    ("other", "Di tempat lain"),
                                ],
                                default="school",
                                max_length=8,
                                verbose_name="di mana",
                            ),
                        ),
                        ("place", models.CharField(max_length=200, verbose_name="tempat dan alamat")),
                        ("bring", models.CharField(blank=True, max_length=200, verbose_name="yang harus dibawa")),
                        ("contact_name", models.CharField(max_length=100, verbose_name="nama narahubung")),
                        ("contact_phone", models.CharField(max_length=16, verbose_name="HP/WhatsApp narahubung")),
                        (
                            "notes",
                            models.TextField(blank=True, max_length=500, verbose_name="catatan untuk yang diundang"),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(default=False, verbose_name="BKK lain boleh mengundang alumninya"),
                        ),
                        (
                            "is_public",
                            models.BooleanField(
                                default=False, verbose_name="tampil di kalender umum dan halaman lowongan"
                            ),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        ("cancel_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan batal")),
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
                            "report",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="selection_day",
                                to="documents.issueddocument",
                                verbose_name="laporan terbit",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="selection_days",
                                to="placements.school",
                                verbose_name="penyelenggara",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hari seleksi",
                        "verbose_name_plural": "hari seleksi",
                        "ordering": ["-held_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["school", "-held_on"], name="selection_day_of_school"),
                            models.Index(fields=["held_on"], name="selection_day_when"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cancel_reason", ""), ("cancelled_at__isnull", True)),
                                    models.Q(
                                        ("cancelled_at__isnull", False), models.Q(("cancel_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="selection_day_cancelled_with_reason",
                                violation_error_message="Hari seleksi yang dibatalkan harus punya waktu dan alasan.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSelectionSession",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("starts_at", models.TimeField(verbose_name="mulai pukul")),
                        ("ends_at", models.TimeField(verbose_name="selesai pukul")),
                        ("room", models.CharField(blank=True, max_length=80, verbose_name="ruang atau meja")),
                        ("capacity", models.PositiveSmallIntegerField(verbose_name="tempat")),
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
                            "day",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.selectionday",
                                verbose_name="hari seleksi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical sesi seleksi",
                        "verbose_name_plural": "historical sesi seleksi",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SelectionSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("starts_at", models.TimeField(verbose_name="mulai pukul")),
                        ("ends_at", models.TimeField(verbose_name="selesai pukul")),
                        ("room", models.CharField(blank=True, max_length=80, verbose_name="ruang atau meja")),
                        ("capacity", models.PositiveSmallIntegerField(verbose_name="tempat")),
                        ("taken", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="terisi")),
                        (
                            "day",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="placements.selectionday",
                                verbose_name="hari seleksi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sesi seleksi",
                        "verbose_name_plural": "sesi seleksi",
                        "ordering": ["day", "starts_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="selection_session_ends_after_start",
                                violation_error_message="Sesi harus selesai setelah dimulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capacity__gte", 1)),
                                name="selection_session_has_places",
                                violation_error_message="Sesi harus punya paling sedikit 1 tempat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("taken__lte", models.F("capacity"))),
                                name="selection_session_not_over_full",
                                violation_error_message="Sesi ini sudah penuh.",
                            ),
                            models.UniqueConstraint(
                                fields=("day", "starts_at", "room"),
                                name="selection_session_once",
                                violation_error_message="Sudah ada sesi pada jam dan ruang yang sama.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelectionInvitation",
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
                                    ("sent", "Menunggu jawaban"),
                                    ("accepted", "Akan datang"),
                                    ("declined", "Tidak dapat datang"),
                                ],
                                default="sent",
                                max_length=10,
                                verbose_name="jawaban",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan tidak datang")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="diingatkan")),
                        (
                            "presence",
                            models.CharField(
                                blank=True,
                                choices=[("present", "Hadir"), ("absent", "Tidak hadir")],
                                max_length=8,
                                verbose_name="kehadiran",
                            ),
                        ),
                        ("presence_at", models.DateTimeField(blank=True, null=True, verbose_name="kehadiran dicatat")),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("passed", "Lulus"),
                                    ("hired", "Diterima bekerja"),
                                    ("rejected", "Tidak lulus"),
                                ],
                                max_length=8,
                                verbose_name="hasil",
                            ),
                        ),
                        ("result_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan hasil")),
                        ("result_at", models.DateTimeField(blank=True, null=True, verbose_name="hasil dicatat")),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="diundang"),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="selection_calls",
                                to="placements.application",
                                verbose_name="lamaran",
                            ),
                        ),
                        (
                            "day",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calls",
                                to="placements.selectionday",
                                verbose_name="hari seleksi",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "presence_by",
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
                            "result_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dinilai oleh",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calls",
                                to="placements.selectionsession",
                                verbose_name="sesi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "undangan seleksi",
                        "verbose_name_plural": "undangan seleksi",
                        "ordering": ["day", "session", "pk"],
                        "indexes": [models.Index(fields=["day", "presence", "result"], name="selection_call_state")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("day", "application"),
                                name="selection_call_once",
                                violation_error_message="Pelamar ini sudah diundang ke hari seleksi tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), ("status", "declined"), _connector="OR"),
                                name="selection_call_reason_of_decline",
                                violation_error_message="Alasan hanya untuk undangan yang ditolak.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("presence", ""), ("presence_at__isnull", True)),
                                    models.Q(models.Q(("presence", ""), _negated=True), ("presence_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="selection_call_presence_has_time",
                                violation_error_message="Kehadiran harus punya waktu pencatatan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("result", ""), ("presence", "present"), _connector="OR"),
                                name="selection_call_result_after_coming",
                                violation_error_message="Hasil hanya untuk yang tercatat hadir.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("result", "rejected"), _negated=True),
                                    models.Q(("result_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="selection_call_rejected_with_reason",
                                violation_error_message="Yang tidak lulus harus diberi alasan yang dapat dibaca pelamar.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSelectionInvitation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "Menunggu jawaban"),
                                    ("accepted", "Akan datang"),
                                    ("declined", "Tidak dapat datang"),
                                ],
                                default="sent",
                                max_length=10,
                                verbose_name="jawaban",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan tidak datang")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="diingatkan")),
                        (
                            "presence",
                            models.CharField(
                                blank=True,
                                choices=[("present", "Hadir"), ("absent", "Tidak hadir")],
                                max_length=8,
                                verbose_name="kehadiran",
                            ),
                        ),
                        ("presence_at", models.DateTimeField(blank=True, null=True, verbose_name="kehadiran dicatat")),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("passed", "Lulus"),
                                    ("hired", "Diterima bekerja"),
                                    ("rejected", "Tidak lulus"),
                                ],
                                max_length=8,
                                verbose_name="hasil",
                            ),
                        ),
                        ("result_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan hasil")),
                        ("result_at", models.DateTimeField(blank=True, null=True, verbose_name="hasil dicatat")),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="diundang"),
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
                            "application",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.application",
                                verbose_name="lamaran",
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
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "presence_by",
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
                            "result_by",
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
                            "day",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.selectionday",
                                verbose_name="hari seleksi",
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
                                to="placements.selectionsession",
                                verbose_name="sesi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical undangan seleksi",
                        "verbose_name_plural": "historical undangan seleksi",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="TracerCampaign",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("graduation_year", models.PositiveSmallIntegerField(verbose_name="lulusan tahun")),
                        ("opens_on", models.DateField(verbose_name="mulai")),
                        ("closes_on", models.DateField(verbose_name="selesai")),
                        ("waves", models.JSONField(blank=True, default=list, verbose_name="hari pengingat")),
                        (
                            "waves_sent",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="gelombang terkirim"
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=20, verbose_name="nomor HP untuk bertanya"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup")),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="hasil diumumkan")),
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
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tracer_campaigns",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tracer study",
                        "verbose_name_plural": "tracer study",
                        "ordering": ["-graduation_year", "-opens_on", "-pk"],
                        "indexes": [models.Index(fields=["school", "-graduation_year"], name="campaign_school_year")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gt", models.F("opens_on"))),
                                name="campaign_closes_after_opening",
                                violation_error_message="Tanggal selesai harus setelah tanggal mulai.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("school", "graduation_year"),
                                name="campaign_one_open_a_class",
                                violation_error_message="Tracer study angkatan ini sudah berjalan. Tutup dulu yang lama.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTracerUpload",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("file", models.TextField(blank=True, max_length=100, verbose_name="berkas")),
                        ("original_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="jumlah")),
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
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.tracercampaign",
                                verbose_name="tracer study",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical unggahan tracer",
                        "verbose_name_plural": "historical unggahan tracer",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTracerResponse",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Belum menjawab"),
                                    ("started", "Sedang diisi"),
                                    ("submitted", "Sudah menjawab"),
                                    ("untraceable", "Tidak terlacak"),
                                    ("declined", "Tidak bersedia"),
                                ],
                                default="waiting",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("draft", models.JSONField(blank=True, default=dict, verbose_name="isian sementara")),
                        (
                            "link_version",
                            models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="versi tautan"),
                        ),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("link", "Tautan pribadi"),
                                    ("account", "Akun portal"),
                                    ("phone", "Telepon oleh BKK"),
                                    ("upload", "Berkas unggahan"),
                                ],
                                max_length=8,
                                verbose_name="dijawab lewat",
                            ),
                        ),
                        ("invited_at", models.DateTimeField(blank=True, null=True, verbose_name="terakhir diundang")),
                        ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="dikirim")),
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
                            "alumnus",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.alumnus",
                                verbose_name="alumni",
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
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.tracercampaign",
                                verbose_name="tracer study",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical jawaban tracer",
                        "verbose_name_plural": "historical jawaban tracer",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="TracerQuestionnaire",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("number", models.PositiveSmallIntegerField(unique=True, verbose_name="versi")),
                        ("title", models.CharField(max_length=150, verbose_name="judul")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan perubahan")),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="diterbitkan")),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kuesioner tracer",
                        "verbose_name_plural": "kuesioner tracer",
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="TracerQuestion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        (
                            "block",
                            models.CharField(
                                choices=[
                                    ("status", "Kegiatan Anda sekarang"),
                                    ("seeking", "Belum bekerja"),
                                    ("study", "Melanjutkan studi"),
                                    ("work", "Bekerja"),
                                    ("business", "Wirausaha"),
                                ],
                                max_length=10,
                                verbose_name="bagian",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="pertanyaan")),
                        ("help", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("one", "Pilih satu"),
                                    ("many", "Boleh pilih lebih dari satu"),
                                    ("number", "Angka"),
                                    ("text", "Tulisan"),
                                    ("date", "Tanggal"),
                                    ("place", "Kabupaten atau kota"),
                                ],
                                max_length=8,
                                verbose_name="cara menjawab",
                            ),
                        ),
                        ("options", models.JSONField(blank=True, default=list, verbose_name="pilihan")),
                        ("condition", models.CharField(blank=True, max_length=1000, verbose_name="ditanyakan bila")),
                        ("is_required", models.BooleanField(default=True, verbose_name="harus dijawab")),
                        (
                            "meaning",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("is_studying", "Apakah melanjutkan studi"),
                                    ("is_working", "Apakah bekerja"),
                                    ("work_form", "Bentuk pekerjaan"),
                                    ("search", "Upaya mencari kerja"),
                                    ("search_months", "Lama mencari kerja"),
                                    ("study_place", "Nama perguruan tinggi"),
                                    ("study_programme", "Program studi"),
                                    ("study_alignment", "Keselarasan studi"),
                                    ("study_since", "Mulai studi"),
                                    ("work_since", "Mulai bekerja"),
                                    ("work_position", "Jabatan"),
                                    ("work_place", "Tempat kerja"),
                                    ("work_alignment", "Keselarasan pekerjaan"),
                                    ("business_field", "Bidang usaha"),
                                    ("business_since", "Mulai berwirausaha"),
                                    ("business_alignment", "Keselarasan usaha"),
                                ],
                                max_length=20,
                                verbose_name="dipakai portal untuk",
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="placements.tracerquestionnaire",
                                verbose_name="kuesioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pertanyaan tracer",
                        "verbose_name_plural": "pertanyaan tracer",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("questionnaire", "number"), name="question_number_unique")
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="tracercampaign",
                    name="questionnaire",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="campaigns",
                        to="placements.tracerquestionnaire",
                        verbose_name="kuesioner",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalTracerQuestion",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        (
                            "block",
                            models.CharField(
                                choices=[
                                    ("status", "Kegiatan Anda sekarang"),
                                    ("seeking", "Belum bekerja"),
                                    ("study", "Melanjutkan studi"),
                                    ("work", "Bekerja"),
                                    ("business", "Wirausaha"),
                                ],
                                max_length=10,
                                verbose_name="bagian",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="pertanyaan")),
                        ("help", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("one", "Pilih satu"),
                                    ("many", "Boleh pilih lebih dari satu"),
                                    ("number", "Angka"),
                                    ("text", "Tulisan"),
                                    ("date", "Tanggal"),
                                    ("place", "Kabupaten atau kota"),
                                ],
                                max_length=8,
                                verbose_name="cara menjawab",
                            ),
                        ),
                        ("options", models.JSONField(blank=True, default=list, verbose_name="pilihan")),
                        ("condition", models.CharField(blank=True, max_length=1000, verbose_name="ditanyakan bila")),
                        ("is_required", models.BooleanField(default=True, verbose_name="harus dijawab")),
                        (
                            "meaning",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("is_studying", "Apakah melanjutkan studi"),
                                    ("is_working", "Apakah bekerja"),
                                    ("work_form", "Bentuk pekerjaan"),
                                    ("search", "Upaya mencari kerja"),
                                    ("search_months", "Lama mencari kerja"),
                                    ("study_place", "Nama perguruan tinggi"),
                                    ("study_programme", "Program studi"),
                                    ("study_alignment", "Keselarasan studi"),
                                    ("study_since", "Mulai studi"),
                                    ("work_since", "Mulai bekerja"),
                                    ("work_position", "Jabatan"),
                                    ("work_place", "Tempat kerja"),
                                    ("work_alignment", "Keselarasan pekerjaan"),
                                    ("business_field", "Bidang usaha"),
                                    ("business_since", "Mulai berwirausaha"),
                                    ("business_alignment", "Keselarasan usaha"),
                                ],
                                max_length=20,
                                verbose_name="dipakai portal untuk",
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.tracerquestionnaire",
                                verbose_name="kuesioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical pertanyaan tracer",
                        "verbose_name_plural": "historical pertanyaan tracer",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTracerCampaign",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("graduation_year", models.PositiveSmallIntegerField(verbose_name="lulusan tahun")),
                        ("opens_on", models.DateField(verbose_name="mulai")),
                        ("closes_on", models.DateField(verbose_name="selesai")),
                        ("waves", models.JSONField(blank=True, default=list, verbose_name="hari pengingat")),
                        (
                            "waves_sent",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="gelombang terkirim"
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=20, verbose_name="nomor HP untuk bertanya"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup")),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="hasil diumumkan")),
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="sekolah",
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.tracerquestionnaire",
                                verbose_name="kuesioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical tracer study",
                        "verbose_name_plural": "historical tracer study",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="TracerResponse",
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
                                    ("waiting", "Belum menjawab"),
                                    ("started", "Sedang diisi"),
                                    ("submitted", "Sudah menjawab"),
                                    ("untraceable", "Tidak terlacak"),
                                    ("declined", "Tidak bersedia"),
                                ],
                                default="waiting",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("draft", models.JSONField(blank=True, default=dict, verbose_name="isian sementara")),
                        (
                            "link_version",
                            models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="versi tautan"),
                        ),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("link", "Tautan pribadi"),
                                    ("account", "Akun portal"),
                                    ("phone", "Telepon oleh BKK"),
                                    ("upload", "Berkas unggahan"),
                                ],
                                max_length=8,
                                verbose_name="dijawab lewat",
                            ),
                        ),
                        ("invited_at", models.DateTimeField(blank=True, null=True, verbose_name="terakhir diundang")),
                        ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="dikirim")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        (
                            "alumnus",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tracer_responses",
                                to="placements.alumnus",
                                verbose_name="alumni",
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="responses",
                                to="placements.tracercampaign",
                                verbose_name="tracer study",
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
                    ],
                    options={
                        "verbose_name": "jawaban tracer",
                        "verbose_name_plural": "jawaban tracer",
                        "ordering": ["alumnus__person__name", "pk"],
                        "indexes": [models.Index(fields=["campaign", "state"], name="response_campaign_state")],
                        "constraints": [
                            models.UniqueConstraint(fields=("campaign", "alumnus"), name="response_once_a_campaign"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "submitted"), ("submitted_at__isnull", False)),
                                    models.Q(
                                        models.Q(("state", "submitted"), _negated=True), ("submitted_at__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="response_submitted_whole",
                                violation_error_message="Jawaban yang dikirim harus punya waktu kirim.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TracerAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("value", models.CharField(max_length=300, verbose_name="isi")),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="placements.tracerquestion",
                                verbose_name="pertanyaan",
                            ),
                        ),
                        (
                            "response",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="placements.tracerresponse",
                                verbose_name="jawaban",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "isi jawaban tracer",
                        "verbose_name_plural": "isi jawaban tracer",
                        "ordering": ["response", "question", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("response", "question", "value"), name="answer_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalContradiction",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("claim", models.JSONField(blank=True, default=dict, verbose_name="menurut jawaban")),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("answer", "Jawaban alumni yang benar"),
                                    ("record", "Data yang tercatat yang benar"),
                                    ("both", "Keduanya benar"),
                                ],
                                max_length=8,
                                verbose_name="keputusan",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
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
                            "alumnus",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.alumnus",
                                verbose_name="alumni",
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
                            "spell",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.activityspell",
                                verbose_name="kegiatan yang tercatat",
                            ),
                        ),
                        (
                            "response",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.tracerresponse",
                                verbose_name="jawaban",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical jawaban yang berbeda",
                        "verbose_name_plural": "historical jawaban yang berbeda",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Contradiction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("claim", models.JSONField(blank=True, default=dict, verbose_name="menurut jawaban")),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("answer", "Jawaban alumni yang benar"),
                                    ("record", "Data yang tercatat yang benar"),
                                    ("both", "Keduanya benar"),
                                ],
                                max_length=8,
                                verbose_name="keputusan",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        (
                            "alumnus",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contradictions",
                                to="placements.alumnus",
                                verbose_name="alumni",
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
                            "spell",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contradictions",
                                to="people.activityspell",
                                verbose_name="kegiatan yang tercatat",
                            ),
                        ),
                        (
                            "response",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contradictions",
                                to="placements.tracerresponse",
                                verbose_name="jawaban",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban yang berbeda",
                        "verbose_name_plural": "jawaban yang berbeda",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("decided_at__isnull", True)),
                                fields=("alumnus", "spell"),
                                name="contradiction_one_open",
                                violation_error_message="Perbedaan ini sudah ditanyakan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decision", "")),
                                    models.Q(models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="contradiction_decided_whole",
                                violation_error_message="Keputusan dan waktunya harus ada bersama.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TracerUpload",
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
                            "file",
                            models.FileField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("tracer"), verbose_name="berkas"
                            ),
                        ),
                        ("original_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="jumlah")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uploads",
                                to="placements.tracercampaign",
                                verbose_name="tracer study",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "unggahan tracer",
                        "verbose_name_plural": "unggahan tracer",
                        "ordering": ["-created_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Vacancy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("title", models.CharField(max_length=120, verbose_name="jabatan yang dicari")),
                        (
                            "headcount",
                            models.PositiveSmallIntegerField(default=1, verbose_name="jumlah yang dibutuhkan"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("permanent", "Tetap"),
                                    ("contract", "Kontrak"),
                                    ("internship", "Magang"),
                                    ("part_time", "Paruh waktu"),
                                    ("daily", "Harian"),
                                ],
                                max_length=12,
                                verbose_name="jenis pekerjaan",
                            ),
                        ),
                        ("description", models.TextField(verbose_name="uraian pekerjaan")),
                        ("requirements", models.TextField(blank=True, verbose_name="syarat lain")),
                        ("benefits", models.TextField(blank=True, verbose_name="fasilitas")),
                        ("selection_steps", models.TextField(blank=True, verbose_name="tahap seleksi")),
                        (
                            "opens_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="berlaku mulai"),
                        ),
                        ("closes_on", models.DateField(verbose_name="ditutup tanggal")),
                        (
                            "education",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Tidak disyaratkan"),
                                    (1, "SD"),
                                    (2, "SMP"),
                                    (3, "SMA/SMK"),
                                    (4, "Diploma"),
                                    (5, "Sarjana"),
                                ],
                                default=3,
                                verbose_name="pendidikan paling rendah",
                            ),
                        ),
                        (
                            "experience_months",
                            models.PositiveSmallIntegerField(default=0, verbose_name="pengalaman (bulan)"),
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
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("", "Laki-laki atau perempuan"), ("L", "Laki-laki"), ("P", "Perempuan")],
                                default="",
                                max_length=1,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        (
                            "limit_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="alasan batas umur atau jenis kelamin"
                            ),
                        ),
                        (
                            "pay_min",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="gaji paling rendah (Rp per bulan)"
                            ),
                        ),
                        (
                            "pay_max",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="gaji paling tinggi (Rp per bulan)"
                            ),
                        ),
                        (
                            "pay_from",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.functions.comparison.Coalesce("pay_min", "pay_max", 0),
                                output_field=models.PositiveIntegerField(),
                                verbose_name="gaji mulai dari",
                            ),
                        ),
                        (
                            "work_address",
                            models.CharField(blank=True, max_length=200, verbose_name="alamat tempat kerja"),
                        ),
                        (
                            "disability_friendly",
                            models.BooleanField(default=False, verbose_name="terbuka untuk penyandang disabilitas"),
                        ),
                        ("is_overseas", models.BooleanField(default=False, verbose_name="di luar negeri")),
                        ("official_link", models.URLField(blank=True, verbose_name="tautan resmi (untuk luar negeri)")),
                        (
                            "siapkerja_number",
                            models.CharField(blank=True, max_length=60, verbose_name="nomor laporan SIAPkerja"),
                        ),
                        ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="narahubung")),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=16, verbose_name="HP/WhatsApp narahubung"),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("everyone", "Semua orang"),
                                    ("all_bkk", "Alumni semua BKK"),
                                    ("schools", "Alumni sekolah tertentu"),
                                ],
                                default="everyone",
                                max_length=10,
                                verbose_name="dapat dilihat oleh",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("review", "Menunggu persetujuan"),
                                    ("published", "Tayang"),
                                    ("paused", "Ditunda"),
                                    ("closed", "Ditutup"),
                                    ("hidden", "Disembunyikan"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="tayang sejak")),
                        (
                            "announced_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="dikabarkan"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup")),
                        ("close_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan ditutup")),
                        ("checklist", models.JSONField(blank=True, default=dict, verbose_name="daftar periksa")),
                        ("from_employer", models.BooleanField(default=False, verbose_name="ditulis perusahaan")),
                        (
                            "filled",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="terisi (orang)"),
                        ),
                        (
                            "filled_via_bkk",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="di antaranya lewat BKK"
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vacancies",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                        (
                            "konsentrasi",
                            models.ManyToManyField(
                                blank=True,
                                related_name="vacancies",
                                to="people.konsentrasi",
                                verbose_name="konsentrasi yang sesuai",
                            ),
                        ),
                        (
                            "occupation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.occupation",
                                verbose_name="jabatan (KBJI)",
                            ),
                        ),
                        (
                            "regency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vacancies",
                                to="regions.regency",
                                verbose_name="kabupaten/kota",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vacancies",
                                to="placements.school",
                                verbose_name="diumumkan oleh",
                            ),
                        ),
                        (
                            "skills",
                            models.ManyToManyField(
                                blank=True, related_name="vacancies", to="people.skill", verbose_name="keterampilan"
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vacancies",
                                to="regions.village",
                                verbose_name="kelurahan",
                            ),
                        ),
                        (
                            "visible_schools",
                            models.ManyToManyField(
                                blank=True,
                                related_name="vacancies_shown",
                                to="placements.school",
                                verbose_name="sekolah tertentu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lowongan",
                        "verbose_name_plural": "lowongan",
                        "ordering": ["-published_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "published")),
                                fields=["-published_at", "-id"],
                                include=(
                                    "closes_on",
                                    "opens_on",
                                    "visibility",
                                    "kind",
                                    "pay_from",
                                    "education",
                                    "experience_months",
                                    "disability_friendly",
                                    "regency",
                                    "village",
                                    "is_overseas",
                                    "school",
                                ),
                                name="vacancy_newest",
                            ),
                            models.Index(
                                condition=models.Q(("status", "published")),
                                fields=["closes_on", "id", "opens_on", "visibility", "status"],
                                name="vacancy_closing",
                            ),
                            models.Index(
                                condition=models.Q(("status", "published")),
                                fields=["-pay_from", "-id"],
                                name="vacancy_best_paid",
                            ),
                            models.Index(fields=["school", "status"], name="vacancy_school_status"),
                            models.Index(
                                condition=models.Q(("status", "published"), ("announced_at__isnull", True)),
                                fields=["opens_on"],
                                name="vacancy_unannounced",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                                name="vacancy_closes_after_opening",
                                violation_error_message="Tanggal tutup harus sama dengan atau setelah tanggal mulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("headcount__gte", 1)),
                                name="vacancy_headcount_positive",
                                violation_error_message="Jumlah yang dibutuhkan paling sedikit 1.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pay_min__isnull", True),
                                    ("pay_max__isnull", True),
                                    ("pay_max__gte", models.F("pay_min")),
                                    _connector="OR",
                                ),
                                name="vacancy_pay_ordered",
                                violation_error_message="Gaji paling tinggi harus sama dengan atau di atas gaji paling rendah.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("min_age__isnull", True),
                                    ("max_age__isnull", True),
                                    ("max_age__gte", models.F("min_age")),
                                    _connector="OR",
                                ),
                                name="vacancy_age_ordered",
                                violation_error_message="Umur paling tua harus sama dengan atau di atas umur paling muda.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("max_age__isnull", True), ("min_age__isnull", True), ("sex", "")),
                                    models.Q(("limit_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="vacancy_limits_have_reason",
                                violation_error_message="Batas umur atau jenis kelamin harus disertai alasan tertulis.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "published"), _negated=True),
                                    ("published_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="vacancy_published_has_time",
                                violation_error_message="Lowongan yang tayang harus punya waktu tayang.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "closed"), _negated=True),
                                    models.Q(
                                        ("closed_at__isnull", False), models.Q(("close_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="vacancy_closed_with_reason",
                                violation_error_message="Lowongan yang ditutup harus punya waktu dan alasan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_overseas", False),
                                    models.Q(("official_link", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="vacancy_overseas_has_link",
                                violation_error_message="Lowongan luar negeri harus punya tautan resmi.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("filled__isnull", True), ("filled_via_bkk__isnull", True)),
                                    models.Q(
                                        ("filled__isnull", False),
                                        ("filled_via_bkk__isnull", False),
                                        ("status", "closed"),
                                    ),
                                    _connector="OR",
                                ),
                                name="vacancy_result_of_closed",
                                violation_error_message="Hasil hanya dicatat pada lowongan yang sudah ditutup, kedua angkanya bersama.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("filled__isnull", True), ("filled_via_bkk__isnull", True)),
                                    ("filled_via_bkk__lte", models.F("filled")),
                                    _connector="OR",
                                ),
                                name="vacancy_result_adds_up",
                                violation_error_message="Yang lewat BKK tidak dapat lebih banyak dari yang terisi.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_employer", False), ("school__isnull", False), _connector="OR"
                                ),
                                name="vacancy_of_employer_has_bkk",
                                violation_error_message="Pilih BKK yang memeriksa lowongan ini.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="selectionday",
                    name="vacancies",
                    field=models.ManyToManyField(
                        related_name="selection_days", to="placements.vacancy", verbose_name="lowongan"
                    ),
                ),
                migrations.CreateModel(
                    name="SavedVacancy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="disimpan")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="saved_vacancies",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="saves",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lowongan tersimpan",
                        "verbose_name_plural": "lowongan tersimpan",
                        "ordering": ["-saved_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "vacancy"),
                                name="saved_vacancy_once",
                                violation_error_message="Lowongan ini sudah Anda simpan.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NominationLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("recipient", models.CharField(max_length=120, verbose_name="kepada")),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dibuat")),
                        (
                            "applications",
                            models.ManyToManyField(
                                related_name="nomination_letters", to="placements.application", verbose_name="lamaran"
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nomination_letter",
                                to="documents.issueddocument",
                                verbose_name="dokumen terbit",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nomination_letters",
                                to="placements.school",
                                verbose_name="dari BKK",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nomination_letters",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat pengantar",
                        "verbose_name_plural": "surat pengantar",
                        "ordering": ["-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalVacancyQuestion",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("text", models.CharField(max_length=200, verbose_name="pertanyaan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "Jawaban singkat"),
                                    ("yes_no", "Ya atau tidak"),
                                    ("choice", "Pilih satu"),
                                    ("number", "Angka"),
                                ],
                                default="text",
                                max_length=6,
                                verbose_name="bentuk jawaban",
                            ),
                        ),
                        (
                            "options",
                            models.TextField(
                                blank=True, help_text="Satu pilihan tiap baris.", verbose_name="pilihan jawaban"
                            ),
                        ),
                        ("is_required", models.BooleanField(default=True, verbose_name="wajib dijawab")),
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
                            "vacancy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical pertanyaan lowongan",
                        "verbose_name_plural": "historical pertanyaan lowongan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalVacancyLead",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        ("employer_name", models.CharField(max_length=150, verbose_name="nama perusahaan")),
                        ("title", models.CharField(max_length=120, verbose_name="pekerjaan yang dibuka")),
                        ("contact", models.CharField(blank=True, max_length=150, verbose_name="yang dapat dihubungi")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "status",
                            models.CharField(
                                choices=[("new", "Baru"), ("used", "Menjadi lowongan"), ("declined", "Tidak dipakai")],
                                default="new",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("answer", models.CharField(blank=True, max_length=200, verbose_name="jawaban BKK")),
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
                                verbose_name="dari",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="untuk BKK",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.vacancy",
                                verbose_name="menjadi lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical info loker",
                        "verbose_name_plural": "historical info loker",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalVacancyInvitation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "Diundang"),
                                    ("accepted", "Diterima"),
                                    ("declined", "Ditolak"),
                                    ("expired", "Tidak dijawab"),
                                ],
                                default="sent",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="diundang"),
                        ),
                        ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="dibuka")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan menolak")),
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
                            "alumnus",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.alumnus",
                                verbose_name="alumni",
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
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical undangan melamar",
                        "verbose_name_plural": "historical undangan melamar",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSelectionDay_vacancies",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="placements.historicalselectionday",
                            ),
                        ),
                        (
                            "selectionday",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.selectionday",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.vacancy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalSelectionDay_vacancies",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalNominationLetter",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("recipient", models.CharField(max_length=120, verbose_name="kepada")),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dibuat")),
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
                                verbose_name="dokumen terbit",
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
                            "school",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.school",
                                verbose_name="dari BKK",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical surat pengantar",
                        "verbose_name_plural": "historical surat pengantar",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalApplication",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="diubah")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("applied", "Terkirim"),
                                    ("checked", "Diperiksa BKK"),
                                    ("nominated", "Diajukan ke perusahaan"),
                                    ("test", "Tes"),
                                    ("interview", "Wawancara"),
                                    ("offered", "Ditawari kerja"),
                                    ("accepted", "Menerima tawaran"),
                                    ("hired", "Diterima bekerja"),
                                    ("rejected", "Tidak diterima"),
                                    ("withdrawn", "Ditarik"),
                                    ("no_answer", "Tidak ada jawaban"),
                                ],
                                default="applied",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="pesan")),
                        (
                            "sharing",
                            models.CharField(
                                choices=[
                                    ("nothing", "Hanya BKK sekolah saya yang melihatnya"),
                                    ("answers", "Perusahaan boleh membaca pesan dan jawaban saya"),
                                    ("documents", "Perusahaan boleh membaca semuanya dan membuka dokumen saya"),
                                ],
                                default="nothing",
                                max_length=10,
                                verbose_name="yang boleh dilihat perusahaan",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ("applied_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dikirim")),
                        (
                            "status_changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="status berubah"),
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
                            "alumnus",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.alumnus",
                                verbose_name="alumni",
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
                            "vacancy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lamaran",
                        "verbose_name_plural": "historical lamaran",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ApplicationDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("data", models.JSONField(blank=True, default=dict, verbose_name="isian")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="application_drafts",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "draf lamaran",
                        "verbose_name_plural": "draf lamaran",
                        "ordering": ["-updated_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "vacancy"),
                                name="application_draft_once",
                                violation_error_message="Sudah ada draf untuk lowongan ini.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="application",
                    name="vacancy",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="placements.vacancy",
                        verbose_name="lowongan",
                    ),
                ),
                migrations.CreateModel(
                    name="VacancyAlert",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("found_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ditemukan")),
                        ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="dikabarkan")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="vacancy_alerts",
                                to="people.person",
                                verbose_name="orang",
                            ),
                        ),
                        (
                            "search",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="alerts",
                                to="placements.savedsearch",
                                verbose_name="pencarian",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="alerts",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kabar lowongan",
                        "verbose_name_plural": "kabar lowongan",
                        "ordering": ["-found_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["person", "-told_at", "-id"], name="vacancy_alert_told"),
                            models.Index(
                                condition=models.Q(("told_at__isnull", True)),
                                fields=["found_at"],
                                name="vacancy_alert_waiting",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "vacancy"),
                                name="vacancy_alert_once",
                                violation_error_message="Lowongan ini sudah dikabarkan kepada orang ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VacancyInvitation",
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
                                    ("sent", "Diundang"),
                                    ("accepted", "Diterima"),
                                    ("declined", "Ditolak"),
                                    ("expired", "Tidak dijawab"),
                                ],
                                default="sent",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="diundang"),
                        ),
                        ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="dibuka")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan menolak")),
                        (
                            "alumnus",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="placements.alumnus",
                                verbose_name="alumni",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "undangan melamar",
                        "verbose_name_plural": "undangan melamar",
                        "ordering": ["-invited_at", "-pk"],
                        "indexes": [models.Index(fields=["vacancy", "status"], name="invitation_vacancy_status")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("alumnus", "vacancy"),
                                name="invitation_once",
                                violation_error_message="Alumni ini sudah diundang untuk lowongan tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", False), ("status__in", ("accepted", "declined"))),
                                    models.Q(
                                        models.Q(("status__in", ("accepted", "declined")), _negated=True),
                                        ("answered_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="invitation_answered_has_time",
                                violation_error_message="Undangan yang dijawab harus punya waktu jawaban.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), ("status", "declined"), _connector="OR"),
                                name="invitation_reason_of_decline",
                                violation_error_message="Alasan hanya untuk undangan yang ditolak.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VacancyLead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("employer_name", models.CharField(max_length=150, verbose_name="nama perusahaan")),
                        ("title", models.CharField(max_length=120, verbose_name="pekerjaan yang dibuka")),
                        ("contact", models.CharField(blank=True, max_length=150, verbose_name="yang dapat dihubungi")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "status",
                            models.CharField(
                                choices=[("new", "Baru"), ("used", "Menjadi lowongan"), ("declined", "Tidak dipakai")],
                                default="new",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("answer", models.CharField(blank=True, max_length=200, verbose_name="jawaban BKK")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to="people.person",
                                verbose_name="dari",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to="placements.school",
                                verbose_name="untuk BKK",
                            ),
                        ),
                        (
                            "vacancy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to="placements.vacancy",
                                verbose_name="menjadi lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "info loker",
                        "verbose_name_plural": "info loker",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["school", "status"], name="lead_school_status")],
                    },
                ),
                migrations.CreateModel(
                    name="VacancyQuestion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("text", models.CharField(max_length=200, verbose_name="pertanyaan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "Jawaban singkat"),
                                    ("yes_no", "Ya atau tidak"),
                                    ("choice", "Pilih satu"),
                                    ("number", "Angka"),
                                ],
                                default="text",
                                max_length=6,
                                verbose_name="bentuk jawaban",
                            ),
                        ),
                        (
                            "options",
                            models.TextField(
                                blank=True, help_text="Satu pilihan tiap baris.", verbose_name="pilihan jawaban"
                            ),
                        ),
                        ("is_required", models.BooleanField(default=True, verbose_name="wajib dijawab")),
                        (
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pertanyaan lowongan",
                        "verbose_name_plural": "pertanyaan lowongan",
                        "ordering": ["vacancy", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("vacancy", "position"),
                                name="vacancy_question_position_once",
                                violation_error_message="Urutan pertanyaan ini sudah dipakai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("position__gte", 1), ("position__lte", 5)),
                                name="vacancy_question_at_most_five",
                                violation_error_message="Paling banyak lima pertanyaan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "choice"), _negated=True),
                                    models.Q(("options", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="vacancy_question_choice_has_options",
                                violation_error_message="Pertanyaan pilihan harus punya pilihan jawaban.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VacancyReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("money", "Meminta uang"),
                                    ("data", "Meminta foto KTP atau nomor rekening"),
                                    ("fake", "Perusahaan atau alamatnya tidak ada"),
                                    ("wrong", "Isinya tidak sesuai kenyataan"),
                                    ("filled", "Sudah terisi atau sudah ditutup"),
                                    ("other", "Hal lain"),
                                ],
                                max_length=10,
                                verbose_name="yang mencurigakan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=500, verbose_name="keterangan")),
                        ("sender", models.CharField(max_length=64, verbose_name="pengirim (hash)")),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dikirim")),
                        ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="diperiksa")),
                        (
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reports",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "laporan lowongan",
                        "verbose_name_plural": "laporan lowongan",
                        "ordering": ["-made_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("settled_at__isnull", True)),
                                fields=["-made_at"],
                                name="vacancy_report_waiting",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("settled_at__isnull", True)),
                                fields=("vacancy", "sender"),
                                name="vacancy_report_once",
                                violation_error_message="Anda sudah melaporkan lowongan ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VacancyStatusLog",
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
                                    ("draft", "Draf"),
                                    ("review", "Menunggu persetujuan"),
                                    ("published", "Tayang"),
                                    ("paused", "Ditunda"),
                                    ("closed", "Ditutup"),
                                    ("hidden", "Disembunyikan"),
                                ],
                                max_length=10,
                                verbose_name="dari",
                            ),
                        ),
                        (
                            "to_status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("review", "Menunggu persetujuan"),
                                    ("published", "Tayang"),
                                    ("paused", "Ditunda"),
                                    ("closed", "Ditutup"),
                                    ("hidden", "Disembunyikan"),
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
                            "vacancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="status_log",
                                to="placements.vacancy",
                                verbose_name="lowongan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat status lowongan",
                        "verbose_name_plural": "riwayat status lowongan",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("question", models.CharField(max_length=200, verbose_name="pertanyaan")),
                        ("answer", models.CharField(blank=True, max_length=300, verbose_name="jawaban")),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="placements.application",
                                verbose_name="lamaran",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban pelamar",
                        "verbose_name_plural": "jawaban pelamar",
                        "ordering": ["application", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("application", "position"),
                                name="application_answer_once",
                                violation_error_message="Pertanyaan ini sudah dijawab.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cv",
                            models.FileField(
                                blank=True, upload_to=bkk_portal.kit.files.upload_path("cv-lamaran"), verbose_name="CV"
                            ),
                        ),
                        ("title", models.CharField(max_length=100, verbose_name="judul")),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="placements.application",
                                verbose_name="lamaran",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="people.persondocument",
                                verbose_name="dokumen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dokumen lamaran",
                        "verbose_name_plural": "dokumen lamaran",
                        "ordering": ["application", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("application", "document"),
                                name="application_document_once",
                                violation_error_message="Dokumen ini sudah dilampirkan.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EmployerContact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("name", models.CharField(max_length=120, verbose_name="nama")),
                        ("position", models.CharField(blank=True, max_length=100, verbose_name="jabatan")),
                        ("phone", models.CharField(blank=True, max_length=16, verbose_name="HP/WhatsApp")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("is_main", models.BooleanField(default=False, verbose_name="yang dihubungi lebih dulu")),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "narahubung perusahaan",
                        "verbose_name_plural": "narahubung perusahaan",
                        "ordering": ["-is_main", "name", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("phone", ""), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="employer_contact_reachable",
                                violation_error_message="Isi nomor HP atau surel narahubung ini.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_main", True)),
                                fields=("employer",),
                                name="employer_contact_one_main",
                                violation_error_message="Sudah ada narahubung lain yang dihubungi lebih dulu.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EmployerMembership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
                        ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan berakhir")),
                        ("position", models.CharField(blank=True, max_length=100, verbose_name="jabatan")),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="placements.employer",
                                verbose_name="perusahaan",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengguna",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggota perusahaan",
                        "verbose_name_plural": "anggota perusahaan",
                        "ordering": ["employer", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("user", "employer"),
                                name="employer_membership_one_current",
                                violation_error_message="Orang ini sudah menjadi anggota perusahaan tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="employer_membership_ends_after_start",
                                violation_error_message="Tanggal berakhir harus setelah tanggal mulai.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ForumMembership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="diubah")),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
                        ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan berakhir")),
                        (
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diundang oleh",
                            ),
                        ),
                        (
                            "regency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="forum_memberships",
                                to="regions.regency",
                                verbose_name="wilayah",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengguna",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ketua forum BKK",
                        "verbose_name_plural": "ketua forum BKK",
                        "ordering": ["regency", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("user", "regency"),
                                name="forum_membership_one_current",
                                violation_error_message="Orang ini sudah menjadi ketua forum di wilayah tersebut.",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="placementplan",
                    constraint=models.UniqueConstraint(
                        fields=("school", "year"),
                        name="placement_plan_one_a_year",
                        violation_error_message="Rencana tahun ini sudah ada. Buka lalu ubah.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="bkkreport",
                    index=models.Index(fields=["school", "-sent_at"], name="bkk_report_last_sent"),
                ),
                migrations.AddConstraint(
                    model_name="bkkreport",
                    constraint=models.UniqueConstraint(
                        fields=("school", "period", "starts_on", "version"),
                        name="bkk_report_version_once",
                        violation_error_message="Versi laporan ini sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bkkreport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status__in", ("draft", "issued", "sent", "accepted"))),
                        fields=("school", "period", "starts_on"),
                        name="bkk_report_one_live",
                        violation_error_message="Laporan periode ini sudah ada.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="alumnus",
                    index=models.Index(
                        fields=["school", "-graduation_year", "konsentrasi"], name="alumnus_school_year"
                    ),
                ),
                migrations.AddIndex(
                    model_name="alumnus",
                    index=models.Index(fields=["school", "tracing"], name="alumnus_school_tracing"),
                ),
                migrations.AddConstraint(
                    model_name="alumnus",
                    constraint=models.UniqueConstraint(
                        fields=("person", "school"),
                        name="alumnus_once_per_school",
                        violation_error_message="Orang ini sudah tercatat sebagai alumni sekolah tersebut.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="application",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ("applied", "checked", "nominated", "test", "interview", "offered", "accepted"),
                            )
                        ),
                        fields=("alumnus", "vacancy"),
                        name="application_one_open",
                        violation_error_message="Anda sudah melamar lowongan ini.",
                    ),
                ),
            ]
        ),
        *SEARCH.create_operations(),
        *[
            migrations.RunSQL(f"CREATE INDEX {name} ON {table} ({columns})", f"DROP INDEX {name}")
            for name, table, columns in LINKS
        ],
        *SEARCH.create_vocabulary_operations(),
    ]

from django.urls import path

from placements.alumni.views import bkk as desk
from placements.alumni.views import duplicates as doubles
from placements.alumni.views import imports, lists
from placements.alumni.views import public as pages

public = [
    path("daftar/alumni/", pages.claim, name="claim"),
    path("daftar/alumni/akun/", pages.claim_account, name="claim_account"),
]
bkk = [
    path("alumni/", desk.alumni_list, name="alumni_list"),
    path("alumni/unduh.xlsx", desk.alumni_export, {"ending": "xlsx"}, name="alumni_export"),
    path("alumni/unduh.csv", desk.alumni_export, {"ending": "csv"}, name="alumni_export_csv"),
    path("alumni/daftar/baru/", lists.saved_list_new, name="saved_list_new"),
    path("alumni/daftar/<int:pk>/", lists.saved_list_edit, name="saved_list_edit"),
    path("alumni/daftar/<int:pk>/hapus/", lists.saved_list_delete, name="saved_list_delete"),
    path("alumni/tindakan/", lists.bulk_list, name="bulk_list"),
    path("alumni/tindakan/baru/", lists.bulk_new, name="bulk_new"),
    path("alumni/tindakan/<int:pk>/", lists.bulk_page, name="bulk_page"),
    path("alumni/tindakan/<int:pk>/kemajuan/", lists.bulk_progress, name="bulk_progress"),
    path("alumni/tindakan/<int:pk>/ulang/", lists.bulk_resume, name="bulk_resume"),
    path("alumni/tindakan/<int:pk>/berkas/", lists.bulk_file, name="bulk_file"),
    path("alumni/baru/", desk.alumnus_create, name="alumnus_create"),
    path("alumni/<int:pk>/", desk.alumnus_page, name="alumnus_page"),
    path("alumni/<int:pk>/riwayat/", desk.alumnus_history, name="alumnus_history"),
    path("alumni/<int:pk>/ubah/", desk.alumnus_edit, name="alumnus_edit"),
    path("alumni/<int:pk>/penelusuran/", desk.alumnus_tracing, name="alumnus_tracing"),
    path("alumni/<int:pk>/kegiatan/", desk.alumnus_spell, name="alumnus_spell"),
    path("alumni/<int:pk>/satukan/", doubles.alumnus_merge, name="alumnus_merge"),
    path("alumni/ganda/", doubles.duplicate_list, name="duplicate_list"),
    path("alumni/ganda/cari/", doubles.duplicate_search, name="duplicate_search"),
    path("alumni/ganda/<int:pk>/", doubles.duplicate_page, name="duplicate_page"),
    path("alumni/ganda/<int:pk>/berbeda/", doubles.duplicate_different, name="duplicate_different"),
    path("alumni/ganda/<int:pk>/ulangi/", doubles.duplicate_again, name="duplicate_again"),
    path("alumni/impor/", imports.import_list, name="import_list"),
    path("alumni/impor/templat.xlsx", imports.import_template, name="import_template"),
    path("alumni/impor/<int:pk>/", imports.import_page, name="import_page"),
    path("alumni/impor/<int:pk>/urungkan/", imports.import_undo, name="import_undo"),
    path("alumni/impor/<int:pk>/kemajuan/", imports.import_progress, name="import_progress"),
    path("alumni/impor/<int:pk>/rombel/", imports.import_mapping, name="import_mapping"),
    path("alumni/impor/<int:pk>/jawaban/", imports.import_answers, name="import_answers"),
    path("alumni/impor/<int:pk>/simpan/", imports.import_confirm, name="import_confirm"),
    path("alumni/impor/<int:pk>/batal/", imports.import_cancel, name="import_cancel"),
    path("alumni/impor/<int:pk>/ulang/", imports.import_resume, name="import_resume"),
    path("alumni/impor/<int:pk>/ditolak.xlsx", imports.import_refused, name="import_refused"),
]

from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.alumni import views
from placements.alumni.claiming import views as claiming_views
from placements.alumni.duplicates import views as duplicates_views
from placements.alumni.imports import views as imports_views
from placements.alumni.lists import views as lists_views

public = [
    path("daftar/alumni/", claiming_views.claim, name="claim"),
    path("daftar/alumni/akun/", claiming_views.claim_account, name="claim_account"),
]
bkk = [
    path("alumni/", views.alumni_list, name="alumni_list"),
    path("alumni/unduh.xlsx", views.alumni_export, {"ending": "xlsx"}, name="alumni_export"),
    path("alumni/unduh.csv", views.alumni_export, {"ending": "csv"}, name="alumni_export_csv"),
    path("alumni/daftar/baru/", lists_views.saved_list_new, name="saved_list_new"),
    path("alumni/daftar/<int:pk>/", lists_views.saved_list_edit, name="saved_list_edit"),
    path("alumni/daftar/<int:pk>/hapus/", lists_views.saved_list_delete, name="saved_list_delete"),
    path("alumni/tindakan/", lists_views.bulk_list, name="bulk_list"),
    path("alumni/tindakan/baru/", lists_views.bulk_new, name="bulk_new"),
    path("alumni/tindakan/<int:pk>/", lists_views.bulk_page, name="bulk_page"),
    path("alumni/tindakan/<int:pk>/kemajuan/", lists_views.bulk_progress, name="bulk_progress"),
    path("alumni/tindakan/<int:pk>/ulang/", lists_views.bulk_resume, name="bulk_resume"),
    path("alumni/tindakan/<int:pk>/berkas/", lists_views.bulk_file, name="bulk_file"),
    path("alumni/baru/", views.alumnus_create, name="alumnus_create"),
    path("alumni/<int:pk>/", views.alumnus_page, name="alumnus_page"),
    path("alumni/<int:pk>/riwayat/", views.alumnus_history, name="alumnus_history"),
    path("alumni/<int:pk>/ubah/", views.alumnus_edit, name="alumnus_edit"),
    path("alumni/<int:pk>/penelusuran/", views.alumnus_tracing, name="alumnus_tracing"),
    path("alumni/<int:pk>/kegiatan/", views.alumnus_spell, name="alumnus_spell"),
    path("alumni/<int:pk>/satukan/", duplicates_views.alumnus_merge, name="alumnus_merge"),
    path("alumni/ganda/", duplicates_views.duplicate_list, name="duplicate_list"),
    path("alumni/ganda/cari/", duplicates_views.duplicate_search, name="duplicate_search"),
    path("alumni/ganda/<int:pk>/", duplicates_views.duplicate_page, name="duplicate_page"),
    path("alumni/ganda/<int:pk>/berbeda/", duplicates_views.duplicate_different, name="duplicate_different"),
    path("alumni/ganda/<int:pk>/ulangi/", duplicates_views.duplicate_again, name="duplicate_again"),
    path("alumni/impor/", imports_views.import_list, name="import_list"),
    path("alumni/impor/templat.xlsx", imports_views.import_template, name="import_template"),
    path("alumni/impor/<int:pk>/", imports_views.import_page, name="import_page"),
    path("alumni/impor/<int:pk>/urungkan/", imports_views.import_undo, name="import_undo"),
    path("alumni/impor/<int:pk>/kemajuan/", imports_views.import_progress, name="import_progress"),
    path("alumni/impor/<int:pk>/rombel/", imports_views.import_mapping, name="import_mapping"),
    path("alumni/impor/<int:pk>/jawaban/", imports_views.import_answers, name="import_answers"),
    path("alumni/impor/<int:pk>/simpan/", imports_views.import_confirm, name="import_confirm"),
    path("alumni/impor/<int:pk>/batal/", imports_views.import_cancel, name="import_cancel"),
    path("alumni/impor/<int:pk>/ulang/", imports_views.import_resume, name="import_resume"),
    path("alumni/impor/<int:pk>/ditolak.xlsx", imports_views.import_refused, name="import_refused"),
]
menus = {
    "bkk": {
        20: NavItem("Alumni", "bkk:alumni_list", "graduation"),
        50: NavItem("Impor alumni", "bkk:import_list", "upload"),
    },
}

from django.urls import path

from placements.alumni.views import bkk as desk
from placements.alumni.views import imports
from placements.alumni.views import public as pages

public = [
    path("daftar/alumni/", pages.claim, name="claim"),
    path("daftar/alumni/akun/", pages.claim_account, name="claim_account"),
]
bkk = [
    path("alumni/", desk.alumni_list, name="alumni_list"),
    path("alumni/unduh.xlsx", desk.alumni_export, name="alumni_export"),
    path("alumni/baru/", desk.alumnus_create, name="alumnus_create"),
    path("alumni/<int:pk>/", desk.alumnus_page, name="alumnus_page"),
    path("alumni/<int:pk>/ubah/", desk.alumnus_edit, name="alumnus_edit"),
    path("alumni/<int:pk>/penelusuran/", desk.alumnus_tracing, name="alumnus_tracing"),
    path("alumni/<int:pk>/kegiatan/", desk.alumnus_spell, name="alumnus_spell"),
    path("alumni/impor/", imports.import_list, name="import_list"),
    path("alumni/impor/<int:pk>/", imports.import_page, name="import_page"),
    path("alumni/impor/<int:pk>/kemajuan/", imports.import_progress, name="import_progress"),
    path("alumni/impor/<int:pk>/rombel/", imports.import_mapping, name="import_mapping"),
    path("alumni/impor/<int:pk>/jawaban/", imports.import_answers, name="import_answers"),
    path("alumni/impor/<int:pk>/simpan/", imports.import_confirm, name="import_confirm"),
    path("alumni/impor/<int:pk>/batal/", imports.import_cancel, name="import_cancel"),
    path("alumni/impor/<int:pk>/ulang/", imports.import_resume, name="import_resume"),
    path("alumni/impor/<int:pk>/ditolak.xlsx", imports.import_refused, name="import_refused"),
]

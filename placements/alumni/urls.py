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
    path("alumni/<int:pk>/", desk.alumnus_page, name="alumnus_page"),
    path("alumni/<int:pk>/penelusuran/", desk.alumnus_tracing, name="alumnus_tracing"),
    path("alumni/impor/", imports.import_list, name="import_list"),
    path("alumni/impor/<int:pk>/", imports.import_page, name="import_page"),
    path("alumni/impor/<int:pk>/rombel/", imports.import_mapping, name="import_mapping"),
    path("alumni/impor/<int:pk>/jawaban/", imports.import_answers, name="import_answers"),
    path("alumni/impor/<int:pk>/simpan/", imports.import_confirm, name="import_confirm"),
    path("alumni/impor/<int:pk>/batal/", imports.import_cancel, name="import_cancel"),
]

from django.urls import path

from placements.applications.views import apply as applying
from placements.applications.views import bkk as desk
from placements.applications.views import files
from placements.applications.views import perusahaan as employer
from placements.applications.views import saya as own

saya = [
    path("lamaran/", own.application_list, name="applications"),
    path("lamaran/<int:pk>/", own.application_page, name="application_page"),
    path("lamaran/<int:pk>/tarik/", own.withdraw, name="application_withdraw"),
    path("lamaran/<int:pk>/terima/", own.accept_offer, name="application_accept"),
    path("lamaran/berkas/<int:pk>/", files.own_file, name="application_file"),
    path("lamar/<int:pk>/", applying.apply, name="apply"),
    path("lamar/<int:pk>/draf/", applying.draft_save, name="draft_save"),
    path("lamar/<int:pk>/draf/hapus/", applying.draft_remove, name="draft_remove"),
]
bkk = [
    path("lamaran/", desk.application_list, name="application_list"),
    path("lamaran/<int:pk>/", desk.application_page, name="application_page"),
    path("lamaran/berkas/<int:pk>/", files.applicant_file, name="application_file"),
    path("seleksi/proses/", desk.selection_list, name="selection_process"),
]
perusahaan = [
    path("pelamar/", employer.applicant_list, name="applicant_list"),
    path("pelamar/<int:pk>/", employer.applicant_page, name="applicant_page"),
    path("pelamar/berkas/<int:pk>/", files.nominee_file, name="applicant_file"),
    path("seleksi/proses/", employer.selection_list, name="selection_process"),
]

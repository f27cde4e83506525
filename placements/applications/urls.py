from django.urls import path

from placements.applications.views import bkk as desk
from placements.applications.views import perusahaan as employer
from placements.applications.views import saya as own

saya = [
    path("lamaran/", own.application_list, name="applications"),
    path("lamaran/<int:pk>/", own.application_page, name="application_page"),
    path("lamaran/<int:pk>/tarik/", own.withdraw, name="application_withdraw"),
    path("lamaran/<int:pk>/terima/", own.accept_offer, name="application_accept"),
    path("lamar/<int:pk>/", own.apply, name="apply"),
]
bkk = [
    path("lamaran/", desk.application_list, name="application_list"),
    path("lamaran/<int:pk>/", desk.application_page, name="application_page"),
    path("seleksi/", desk.selection_list, name="selection_list"),
]
perusahaan = [
    path("pelamar/", employer.applicant_list, name="applicant_list"),
    path("seleksi/", employer.selection_list, name="selection_list"),
]

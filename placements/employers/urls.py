from django.urls import path

from placements.employers.views import bkk as desk
from placements.employers.views import perusahaan as own
from placements.employers.views import public as pages

public = [
    path("mitra/", pages.employer_list, name="employer_list"),
    path("mitra/<int:pk>-<slug:slug>/", pages.employer_page, name="employer_page"),
]
bkk = [
    path("mitra/", desk.employer_list, name="employer_list"),
    path("mitra/baru/", desk.employer_create, name="employer_create"),
    path("mitra/<int:pk>/", desk.employer_page, name="employer_page"),
    path("mitra/<int:pk>/ubah/", desk.employer_edit, name="employer_edit"),
    path("mitra/<int:pk>/verifikasi/", desk.employer_verify, name="employer_verify"),
]
perusahaan = [path("profil/", own.profile, name="profile")]

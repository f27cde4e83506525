from django.urls import path

from placements.vacancies.views import bkk as desk
from placements.vacancies.views import bkk_create as writing
from placements.vacancies.views import dinas as office
from placements.vacancies.views import perusahaan as employer
from placements.vacancies.views import public as pages
from placements.vacancies.views import saya as own

public = [
    path("lowongan/", pages.vacancy_list, name="vacancy_list"),
    path("lowongan/feed.atom", pages.vacancy_feed, name="vacancy_feed"),
    path("lowongan/<int:pk>-<slug:slug>/", pages.vacancy_page, name="vacancy_page"),
]
saya = [
    path("tersimpan/", own.saved, name="saved"),
    path("tersimpan/<int:pk>/simpan/", own.save, name="vacancy_save"),
    path("tersimpan/<int:pk>/hapus/", own.unsave, name="vacancy_unsave"),
    path("info-loker/", own.leads, name="leads"),
]
bkk = [
    path("lowongan/", desk.vacancy_list, name="vacancy_list"),
    path("lowongan/baru/", writing.vacancy_create, name="vacancy_create"),
    path("lowongan/info/<int:pk>/tolak/", writing.lead_decline, name="lead_decline"),
    path("lowongan/<int:pk>/", desk.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/ubah/", desk.vacancy_edit, name="vacancy_edit"),
    path("lowongan/<int:pk>/tayangkan/", desk.vacancy_publish, name="vacancy_publish"),
    path("lowongan/<int:pk>/tunda/", desk.vacancy_pause, name="vacancy_pause"),
    path("lowongan/<int:pk>/buka/", desk.vacancy_reopen, name="vacancy_reopen"),
    path("lowongan/<int:pk>/tutup/", desk.vacancy_close, name="vacancy_close"),
]
dinas = [
    path("lowongan/", office.vacancy_list, name="vacancy_list"),
    path("lowongan/<int:pk>/", office.vacancy_page, name="vacancy_page"),
]
perusahaan = [
    path("", employer.dashboard, name="dashboard"),
    path("lowongan/", employer.vacancy_list, name="vacancy_list"),
]

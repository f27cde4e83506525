from django.urls import path

from placements.vacancies.views import bkk as desk
from placements.vacancies.views import bkk_create as writing
from placements.vacancies.views import dinas as office
from placements.vacancies.views import feeds, page
from placements.vacancies.views import perusahaan as employer
from placements.vacancies.views import public as pages
from placements.vacancies.views import questions as asking
from placements.vacancies.views import saved as kept
from placements.vacancies.views import saya as own

public = [
    path("lowongan/", pages.vacancy_list, name="vacancy_list"),
    path("lowongan/feed.atom", feeds.vacancy_feed, name="vacancy_feed"),
    path("lowongan/<int:pk>-<slug:slug>/", page.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/gambar-<slug:digest>.png", page.vacancy_picture, name="vacancy_picture"),
    path("lowongan/<int:pk>/kalender.ics", page.vacancy_calendar, name="vacancy_calendar"),
    path("lowongan/<int:pk>/lapor/", page.vacancy_report, name="vacancy_report"),
    path("lowongan/pencarian/<str:token>/feed.atom", kept.search_feed, name="search_feed"),
    path("sekolah/<str:npsn>/feed.atom", feeds.school_feed, name="school_feed"),
]
saya = [
    path("tersimpan/", kept.saved, name="saved"),
    path("tersimpan/<int:pk>/simpan/", kept.save, name="vacancy_save"),
    path("tersimpan/<int:pk>/hapus/", kept.unsave, name="vacancy_unsave"),
    path("tersimpan/kabar/", kept.alerts, name="alerts"),
    path("tersimpan/pencarian/", kept.search_list, name="search_list"),
    path("tersimpan/pencarian/baru/", kept.search_create, name="search_create"),
    path("tersimpan/pencarian/<int:pk>/", kept.search_edit, name="search_edit"),
    path("tersimpan/pencarian/<int:pk>/hapus/", kept.search_remove, name="search_remove"),
    path("tersimpan/pencarian/<int:pk>/ganti-umpan/", kept.search_renew, name="search_renew"),
    path("info-loker/", own.leads, name="leads"),
]
bkk = [
    path("lowongan/", desk.vacancy_list, name="vacancy_list"),
    path("lowongan/baru/", writing.vacancy_create, name="vacancy_create"),
    path("lowongan/info/<int:pk>/tolak/", writing.lead_decline, name="lead_decline"),
    path("lowongan/<int:pk>/", desk.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/ubah/", desk.vacancy_edit, name="vacancy_edit"),
    path("lowongan/<int:pk>/pertanyaan/", asking.vacancy_questions, name="vacancy_questions"),
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

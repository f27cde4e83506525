from django.urls import path

from placements.vacancies.views import bkk as desk
from placements.vacancies.views import bkk_create as writing
from placements.vacancies.views import dinas as office
from placements.vacancies.views import feeds, page, preview
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
    path("lowongan/info-loker/", writing.lead_list, name="lead_list"),
    path("lowongan/info/<int:pk>/tolak/", writing.lead_decline, name="lead_decline"),
    path("lowongan/<int:pk>/", desk.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/ubah/", desk.vacancy_edit, name="vacancy_edit"),
    path("lowongan/<int:pk>/pertanyaan/", asking.vacancy_questions, name="vacancy_questions"),
    path("lowongan/<int:pk>/tayangkan/", desk.vacancy_publish, name="vacancy_publish"),
    path("lowongan/<int:pk>/tunda/", desk.vacancy_pause, name="vacancy_pause"),
    path("lowongan/<int:pk>/buka/", desk.vacancy_reopen, name="vacancy_reopen"),
    path("lowongan/<int:pk>/tutup/", desk.vacancy_close, name="vacancy_close"),
    path("lowongan/<int:pk>/hasil/", desk.vacancy_result, name="vacancy_result"),
    path("lowongan/<int:pk>/perpanjang/", desk.vacancy_extend, name="vacancy_extend"),
    path("lowongan/<int:pk>/kembalikan/", desk.vacancy_send_back, name="vacancy_send_back"),
    path("lowongan/<int:pk>/pratinjau/", preview.bkk_preview, name="vacancy_preview"),
    path("lowongan/<int:pk>/pratinjau/isi/", preview.bkk_frame, name="vacancy_frame"),
    path("lowongan/<int:pk>/poster.pdf", preview.poster, name="vacancy_poster"),
]
dinas = [
    path("lowongan/", office.vacancy_list, name="vacancy_list"),
    path("lowongan/<int:pk>/", office.vacancy_page, name="vacancy_page"),
]
perusahaan = [
    path("", employer.dashboard, name="dashboard"),
    path("lowongan/", employer.vacancy_list, name="vacancy_list"),
    path("lowongan/baru/", employer.vacancy_create, name="vacancy_create"),
    path("lowongan/<int:pk>/", employer.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/ubah/", employer.vacancy_edit, name="vacancy_edit"),
    path("lowongan/<int:pk>/kirim/", employer.vacancy_submit, name="vacancy_submit"),
    path("lowongan/<int:pk>/tarik/", employer.vacancy_take_back, name="vacancy_take_back"),
    path("lowongan/<int:pk>/pratinjau/", preview.employer_preview, name="vacancy_preview"),
    path("lowongan/<int:pk>/pratinjau/isi/", preview.employer_frame, name="vacancy_frame"),
]

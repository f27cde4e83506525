from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.vacancies.questions import views as questions_views
from placements.vacancies.saved import views as saved_views
from placements.vacancies.views import bkk as bkk_views
from placements.vacancies.views import bkk_create as bkk_create_views
from placements.vacancies.views import dinas as dinas_views
from placements.vacancies.views import perusahaan as perusahaan_views
from placements.vacancies.views import preview as preview_views
from placements.vacancies.views import public as public_views
from placements.vacancies.views import saya as saya_views

public = [
    path("lowongan/", public_views.vacancy_list, name="vacancy_list"),
    path("lowongan/feed.atom", public_views.vacancy_feed, name="vacancy_feed"),
    path("lowongan/<int:pk>-<slug:slug>/", public_views.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/gambar-<slug:digest>.png", public_views.vacancy_picture, name="vacancy_picture"),
    path("lowongan/<int:pk>/kalender.ics", public_views.vacancy_calendar, name="vacancy_calendar"),
    path("lowongan/<int:pk>/lapor/", public_views.vacancy_report, name="vacancy_report"),
    path("lowongan/pencarian/<str:token>/feed.atom", saved_views.search_feed, name="search_feed"),
    path("sekolah/<str:npsn>/feed.atom", public_views.school_feed, name="school_feed"),
]
saya = [
    path("tersimpan/", saved_views.saved, name="saved"),
    path("tersimpan/<int:pk>/simpan/", saved_views.save, name="vacancy_save"),
    path("tersimpan/<int:pk>/hapus/", saved_views.unsave, name="vacancy_unsave"),
    path("tersimpan/kabar/", saved_views.alerts, name="alerts"),
    path("tersimpan/pencarian/", saved_views.search_list, name="search_list"),
    path("tersimpan/pencarian/baru/", saved_views.search_create, name="search_create"),
    path("tersimpan/pencarian/<int:pk>/", saved_views.search_edit, name="search_edit"),
    path("tersimpan/pencarian/<int:pk>/hapus/", saved_views.search_remove, name="search_remove"),
    path("tersimpan/pencarian/<int:pk>/ganti-umpan/", saved_views.search_renew, name="search_renew"),
    path("info-loker/", saya_views.leads, name="leads"),
]
bkk = [
    path("lowongan/", bkk_views.vacancy_list, name="vacancy_list"),
    path("lowongan/baru/", bkk_create_views.vacancy_create, name="vacancy_create"),
    path("lowongan/info-loker/", bkk_create_views.lead_list, name="lead_list"),
    path("lowongan/info/<int:pk>/tolak/", bkk_create_views.lead_decline, name="lead_decline"),
    path("lowongan/<int:pk>/", bkk_views.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/ubah/", bkk_views.vacancy_edit, name="vacancy_edit"),
    path("lowongan/<int:pk>/pertanyaan/", questions_views.vacancy_questions, name="vacancy_questions"),
    path("lowongan/<int:pk>/tayangkan/", bkk_views.vacancy_publish, name="vacancy_publish"),
    path("lowongan/<int:pk>/tunda/", bkk_views.vacancy_pause, name="vacancy_pause"),
    path("lowongan/<int:pk>/buka/", bkk_views.vacancy_reopen, name="vacancy_reopen"),
    path("lowongan/<int:pk>/tutup/", bkk_views.vacancy_close, name="vacancy_close"),
    path("lowongan/<int:pk>/hasil/", bkk_views.vacancy_result, name="vacancy_result"),
    path("lowongan/<int:pk>/perpanjang/", bkk_views.vacancy_extend, name="vacancy_extend"),
    path("lowongan/<int:pk>/kembalikan/", bkk_views.vacancy_send_back, name="vacancy_send_back"),
    path("lowongan/<int:pk>/pratinjau/", preview_views.bkk_preview, name="vacancy_preview"),
    path("lowongan/<int:pk>/pratinjau/isi/", preview_views.bkk_frame, name="vacancy_frame"),
    path("lowongan/<int:pk>/poster.pdf", preview_views.poster, name="vacancy_poster"),
]
dinas = [
    path("lowongan/", dinas_views.vacancy_list, name="vacancy_list"),
    path("lowongan/<int:pk>/", dinas_views.vacancy_page, name="vacancy_page"),
]
perusahaan = [
    path("", perusahaan_views.dashboard, name="dashboard"),
    path("lowongan/", perusahaan_views.vacancy_list, name="vacancy_list"),
    path("lowongan/baru/", perusahaan_views.vacancy_create, name="vacancy_create"),
    path("lowongan/<int:pk>/", perusahaan_views.vacancy_page, name="vacancy_page"),
    path("lowongan/<int:pk>/ubah/", perusahaan_views.vacancy_edit, name="vacancy_edit"),
    path("lowongan/<int:pk>/kirim/", perusahaan_views.vacancy_submit, name="vacancy_submit"),
    path("lowongan/<int:pk>/tarik/", perusahaan_views.vacancy_take_back, name="vacancy_take_back"),
    path("lowongan/<int:pk>/pratinjau/", preview_views.employer_preview, name="vacancy_preview"),
    path("lowongan/<int:pk>/pratinjau/isi/", preview_views.employer_frame, name="vacancy_frame"),
]
menus = {
    "shortcuts": {10: NavItem("Cari lowongan", "vacancy_list", "search")},
    "public": {10: NavItem("Lowongan", "vacancy_list", "briefcase")},
    "saya": {
        50: NavItem("Tersimpan", "saya:saved", "bookmark"),
        90: NavItem("Bagikan info loker", "saya:leads", "flag"),
    },
    "bkk": {30: NavItem("Lowongan", "bkk:vacancy_list", "briefcase")},
    "dinas": {100: NavItem("Periksa lowongan", "dinas:vacancy_list", "briefcase")},
    "perusahaan": {
        10: NavItem("Meja perusahaan", "perusahaan:dashboard", "home", "Meja"),
        20: NavItem("Lowongan kami", "perusahaan:vacancy_list", "briefcase", "Lowongan"),
    },
}

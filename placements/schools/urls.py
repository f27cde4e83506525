from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.schools.registration import views as registration_views
from placements.schools.views import bkk as bkk_views
from placements.schools.views import forum as forum_views
from placements.schools.views import public as public_views

public = [
    path("sekolah/", public_views.school_list, name="school_list"),
    path("sekolah/<str:npsn>/", public_views.school_page, name="school_page"),
    path("kegiatan/", public_views.activity_calendar, name="activity_calendar"),
    path("kegiatan/kalender.ics", public_views.activity_calendar_file, name="activity_calendar_file"),
]
bkk = [
    path("sekolah/", bkk_views.school_edit, name="school_edit"),
    path("kegiatan/", bkk_views.activity_list, name="activity_list"),
    path("kegiatan/baru/", bkk_views.activity_create, name="activity_create"),
    path("kegiatan/<int:pk>/", bkk_views.activity_page, name="activity_page"),
    path("kegiatan/<int:pk>/ubah/", bkk_views.activity_edit, name="activity_edit"),
    path("kegiatan/<int:pk>/foto/", bkk_views.photo_add, name="photo_add"),
    path("kegiatan/<int:pk>/keputusan/", bkk_views.decision_add, name="decision_add"),
    path("kegiatan/foto/<int:pk>/", bkk_views.photo_file, name="photo_file"),
    path("kegiatan/foto/<int:pk>/hapus/", bkk_views.photo_remove, name="photo_remove"),
    path("kegiatan/keputusan/<int:pk>/selesai/", bkk_views.decision_finish, name="decision_finish"),
    path("rapat/", bkk_views.meeting_list, name="meeting_list"),
    path("rencana/<int:year>/", registration_views.plan_edit, name="plan_edit"),
    path("tanda-daftar/", registration_views.registration_page, name="registration"),
    path("tanda-daftar/baru/", registration_views.registration_create, name="registration_create"),
    path("tanda-daftar/berkas/", registration_views.registration_file, name="registration_file"),
    path(
        "tanda-daftar/<int:pk>/berkas/<slug:what>/", registration_views.request_file, name="registration_request_file"
    ),
]
forum = [
    path("rapat/", forum_views.meeting_list, name="meeting_list"),
    path("rapat/baru/", forum_views.meeting_create, name="meeting_create"),
    path("rapat/<int:pk>/", forum_views.meeting_page, name="meeting_page"),
    path("rapat/<int:pk>/ubah/", forum_views.meeting_edit, name="meeting_edit"),
    path("rapat/<int:pk>/foto/", forum_views.photo_add, name="photo_add"),
    path("rapat/<int:pk>/keputusan/", forum_views.decision_add, name="decision_add"),
    path("rapat/foto/<int:pk>/", forum_views.photo_file, name="photo_file"),
    path("rapat/foto/<int:pk>/hapus/", forum_views.photo_remove, name="photo_remove"),
    path("rapat/keputusan/<int:pk>/selesai/", forum_views.decision_finish, name="decision_finish"),
]
dinas = [
    path("bkk/<int:pk>/tanda-daftar/", registration_views.bkk_edit, name="bkk_edit"),
    path("bkk/<int:pk>/berkas/", registration_views.bkk_file, name="bkk_file"),
    path("bkk/permohonan/<int:pk>/", registration_views.registration_request, name="registration_request"),
    path("bkk/permohonan/<int:pk>/setujui/", registration_views.registration_approve, name="registration_approve"),
    path("bkk/permohonan/<int:pk>/kembalikan/", registration_views.registration_return, name="registration_return"),
    path(
        "bkk/permohonan/<int:pk>/berkas/<slug:what>/",
        registration_views.request_file_for_office,
        name="registration_request_file",
    ),
]
menus = {
    "public": {30: NavItem("Sekolah", "school_list", "school")},
    "public_more": {30: NavItem("Kegiatan BKK", "activity_calendar", "calendar")},
    "bkk": {
        100: NavItem("Kegiatan", "bkk:activity_list", "flag"),
        110: NavItem("Rapat forum", "bkk:meeting_list", "meeting"),
        130: NavItem("Tanda daftar", "bkk:registration", "award"),
    },
    "forum": {30: NavItem("Rapat", "forum:meeting_list", "meeting")},
}

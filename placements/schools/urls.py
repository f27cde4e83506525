from django.urls import path

from placements.schools.views import bkk as desk
from placements.schools.views import bkk_registration as papers
from placements.schools.views import dinas as office
from placements.schools.views import forum as chair
from placements.schools.views import public as open_pages

public = [
    path("sekolah/", open_pages.school_list, name="school_list"),
    path("sekolah/<str:npsn>/", open_pages.school_page, name="school_page"),
    path("kegiatan/", open_pages.activity_calendar, name="activity_calendar"),
    path("kegiatan/kalender.ics", open_pages.activity_calendar_file, name="activity_calendar_file"),
]
bkk = [
    path("sekolah/", desk.school_edit, name="school_edit"),
    path("kegiatan/", desk.activity_list, name="activity_list"),
    path("kegiatan/baru/", desk.activity_create, name="activity_create"),
    path("kegiatan/<int:pk>/", desk.activity_page, name="activity_page"),
    path("kegiatan/<int:pk>/ubah/", desk.activity_edit, name="activity_edit"),
    path("kegiatan/<int:pk>/foto/", desk.photo_add, name="photo_add"),
    path("kegiatan/<int:pk>/keputusan/", desk.decision_add, name="decision_add"),
    path("kegiatan/foto/<int:pk>/", desk.photo_file, name="photo_file"),
    path("kegiatan/foto/<int:pk>/hapus/", desk.photo_remove, name="photo_remove"),
    path("kegiatan/keputusan/<int:pk>/selesai/", desk.decision_finish, name="decision_finish"),
    path("rapat/", desk.meeting_list, name="meeting_list"),
    path("rencana/<int:year>/", papers.plan_edit, name="plan_edit"),
    path("tanda-daftar/", papers.registration_page, name="registration"),
    path("tanda-daftar/baru/", papers.registration_create, name="registration_create"),
    path("tanda-daftar/berkas/", papers.registration_file, name="registration_file"),
    path("tanda-daftar/<int:pk>/berkas/<slug:what>/", papers.request_file, name="registration_request_file"),
]
forum = [
    path("rapat/", chair.meeting_list, name="meeting_list"),
    path("rapat/baru/", chair.meeting_create, name="meeting_create"),
    path("rapat/<int:pk>/", chair.meeting_page, name="meeting_page"),
    path("rapat/<int:pk>/ubah/", chair.meeting_edit, name="meeting_edit"),
    path("rapat/<int:pk>/foto/", chair.photo_add, name="photo_add"),
    path("rapat/<int:pk>/keputusan/", chair.decision_add, name="decision_add"),
    path("rapat/foto/<int:pk>/", chair.photo_file, name="photo_file"),
    path("rapat/foto/<int:pk>/hapus/", chair.photo_remove, name="photo_remove"),
    path("rapat/keputusan/<int:pk>/selesai/", chair.decision_finish, name="decision_finish"),
]
dinas = [
    path("bkk/<int:pk>/tanda-daftar/", office.bkk_edit, name="bkk_edit"),
    path("bkk/<int:pk>/berkas/", office.bkk_file, name="bkk_file"),
    path("bkk/permohonan/<int:pk>/", office.registration_request, name="registration_request"),
    path("bkk/permohonan/<int:pk>/setujui/", office.registration_approve, name="registration_approve"),
    path("bkk/permohonan/<int:pk>/kembalikan/", office.registration_return, name="registration_return"),
    path("bkk/permohonan/<int:pk>/berkas/<slug:what>/", office.request_file, name="registration_request_file"),
]

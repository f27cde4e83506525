from django.urls import path

from placements.schools.views import bkk as desk
from placements.schools.views import dinas as office
from placements.schools.views import forum as chair
from placements.schools.views import public as open_pages

public = [
    path("sekolah/", open_pages.school_list, name="school_list"),
    path("sekolah/<str:npsn>/", open_pages.school_page, name="school_page"),
]
bkk = [
    path("sekolah/", desk.school_edit, name="school_edit"),
    path("kegiatan/", desk.activity_list, name="activity_list"),
    path("kegiatan/baru/", desk.activity_create, name="activity_create"),
    path("kegiatan/<int:pk>/", desk.activity_edit, name="activity_edit"),
]
forum = [
    path("rapat/", chair.meeting_list, name="meeting_list"),
    path("rapat/baru/", chair.meeting_create, name="meeting_create"),
    path("rapat/<int:pk>/", chair.meeting_edit, name="meeting_edit"),
]
dinas = [
    path("bkk/", office.bkk_list, name="bkk_list"),
    path("bkk/<int:pk>/", office.bkk_edit, name="bkk_edit"),
    path("bkk/<int:pk>/berkas/", office.bkk_file, name="bkk_file"),
]

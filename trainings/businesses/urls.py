from django.urls import path

from trainings.businesses.views import dinas as desk
from trainings.businesses.views import public as open_pages
from trainings.businesses.views import saya as own

public = [
    path("usaha/", open_pages.business_list, name="business_list"),
    path("usaha/foto/<int:pk>/", open_pages.business_photo, name="business_photo"),
    path("usaha/<int:pk>-<slug:slug>/", open_pages.business_page, name="business_page"),
]
saya = [
    path("usaha/<int:pk>/", own.business, name="business"),
    path("usaha/<int:pk>/tarik/", own.business_withdraw, name="business_withdraw"),
    path("usaha/<int:pk>/foto/", own.business_photo_add, name="business_photo_add"),
    path("usaha/foto/<int:pk>/", own.business_photo_own, name="business_photo"),
    path("usaha/foto/<int:pk>/hapus/", own.business_photo_remove, name="business_photo_remove"),
]
dinas = [
    path("usaha/", desk.business_list, name="business_list"),
    path("usaha/<int:pk>/", desk.business_check, name="business_check"),
    path("usaha/<int:pk>/tampilkan/", desk.business_publish, name="business_publish"),
    path("usaha/<int:pk>/tolak/", desk.business_turn_down, name="business_turn_down"),
    path("usaha/<int:pk>/tarik/", desk.business_take_off, name="business_take_off"),
    path("usaha/<int:pk>/foto/", desk.business_photo_add, name="business_photo_add"),
    path("usaha/<int:pk>/persetujuan/", desk.business_paper, name="business_paper"),
    path("usaha/foto/<int:pk>/", desk.business_photo, name="business_photo"),
    path("usaha/catat/<int:pk>/", desk.business_record, name="business_record"),
]

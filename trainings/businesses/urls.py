from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from trainings.businesses.views import dinas as dinas_views
from trainings.businesses.views import public as public_views
from trainings.businesses.views import saya as saya_views

public = [
    path("usaha/", public_views.business_list, name="business_list"),
    path("usaha/foto/<int:pk>/", public_views.business_photo, name="business_photo"),
    path("usaha/<int:pk>-<slug:slug>/", public_views.business_page, name="business_page"),
]
saya = [
    path("usaha/<int:pk>/", saya_views.business, name="business"),
    path("usaha/<int:pk>/tarik/", saya_views.business_withdraw, name="business_withdraw"),
    path("usaha/<int:pk>/foto/", saya_views.business_photo_add, name="business_photo_add"),
    path("usaha/foto/<int:pk>/", saya_views.business_photo_own, name="business_photo"),
    path("usaha/foto/<int:pk>/hapus/", saya_views.business_photo_remove, name="business_photo_remove"),
]
dinas = [
    path("usaha/", dinas_views.business_list, name="business_list"),
    path("usaha/<int:pk>/", dinas_views.business_check, name="business_check"),
    path("usaha/<int:pk>/tampilkan/", dinas_views.business_publish, name="business_publish"),
    path("usaha/<int:pk>/tolak/", dinas_views.business_turn_down, name="business_turn_down"),
    path("usaha/<int:pk>/tarik/", dinas_views.business_take_off, name="business_take_off"),
    path("usaha/<int:pk>/foto/", dinas_views.business_photo_add, name="business_photo_add"),
    path("usaha/<int:pk>/persetujuan/", dinas_views.business_paper, name="business_paper"),
    path("usaha/foto/<int:pk>/", dinas_views.business_photo, name="business_photo"),
    path("usaha/catat/<int:pk>/", dinas_views.business_record, name="business_record"),
]
menus = {
    "public_more": {20: NavItem("Usaha binaan", "business_list", "tools")},
    "dinas": {80: NavItem("Usaha binaan", "dinas:business_list", "flag")},
}

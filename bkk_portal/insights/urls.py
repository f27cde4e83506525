from django.urls import path

from bkk_portal.insights.api import api_urls
from bkk_portal.insights.views import dinas as desk
from bkk_portal.insights.views import public as open_pages
from bkk_portal.insights.views import villages

public = [
    path("", open_pages.home, name="home"),
    path("statistik/", open_pages.statistics, name="statistics"),
    path("data/", open_pages.open_data, name="open_data"),
    path("data/<slug:slug>.csv", open_pages.open_data_file, name="open_data_file"),
    path("kelurahan/", villages.village_list, name="village_list"),
    path("kelurahan/<str:code>/", villages.village_page, name="village_page"),
    path("api/v1/", api_urls()),
]
dinas = [
    path("angkatan-kerja/", desk.labour_force, name="labour_force"),
    path("angkatan-kerja/baru/", desk.labour_create, name="labour_create"),
    path("angkatan-kerja/<int:pk>/", desk.labour_edit, name="labour_edit"),
]

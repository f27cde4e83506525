from django.urls import path

from bkk_portal.insights.api import api_urls
from bkk_portal.insights.views import dinas as dinas_views
from bkk_portal.insights.views import public as public_views
from bkk_portal.insights.views import villages as villages_views
from bkk_portal.kit.web.navigation import NavItem

public = [
    path("", public_views.home, name="home"),
    path("statistik/", public_views.statistics, name="statistics"),
    path("data/", public_views.open_data, name="open_data"),
    path("data/<slug:slug>.csv", public_views.open_data_file, name="open_data_file"),
    path("kelurahan/", villages_views.village_list, name="village_list"),
    path("kelurahan/<str:code>/", villages_views.village_page, name="village_page"),
    path("api/v1/", api_urls()),
]
dinas = [
    path("angkatan-kerja/", dinas_views.labour_force, name="labour_force"),
    path("angkatan-kerja/baru/", dinas_views.labour_create, name="labour_create"),
    path("angkatan-kerja/<int:pk>/", dinas_views.labour_edit, name="labour_edit"),
]
menus = {
    "public": {40: NavItem("Statistik", "statistics", "chart"), 50: NavItem("Kelurahan", "village_list", "map")},
    "public_more": {50: NavItem("Data terbuka", "open_data", "data")},
    "dinas": {120: NavItem("Angkatan kerja", "dinas:labour_force", "chart")},
}

from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from trainings.reports.views import packs as packs_views
from trainings.reports.views import pages as pages_views

dinas = [
    path("", pages_views.dashboard, name="dashboard"),
    path("laporan/", pages_views.report_list, name="report_list"),
    path("laporan/unduh.xlsx", pages_views.report_file, name="report_file"),
    path("audit/paket/", packs_views.pack_list, name="pack_list"),
    path("audit/paket/pelatihan/<int:pk>/", packs_views.pack_of_training, name="pack_of_training"),
    path("audit/paket/kontrak/<int:pk>/", packs_views.pack_of_contract, name="pack_of_contract"),
    path("audit/paket/<int:pk>/", packs_views.pack_page, name="pack_page"),
    path("audit/paket/<int:pk>/kemajuan/", packs_views.pack_progress, name="pack_progress"),
    path("audit/paket/<int:pk>/unduh/", packs_views.pack_file, name="pack_file"),
]
menus = {
    "dinas": {
        10: NavItem("Meja dinas", "dinas:dashboard", "home", "Meja"),
        110: NavItem("Laporan", "dinas:report_list", "document"),
    },
}

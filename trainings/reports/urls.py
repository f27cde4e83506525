from django.urls import path

from trainings.reports.views import packs
from trainings.reports.views import pages as views

dinas = [
    path("", views.dashboard, name="dashboard"),
    path("laporan/", views.report_list, name="report_list"),
    path("laporan/unduh.xlsx", views.report_file, name="report_file"),
    path("audit/paket/", packs.pack_list, name="pack_list"),
    path("audit/paket/pelatihan/<int:pk>/", packs.pack_of_training, name="pack_of_training"),
    path("audit/paket/kontrak/<int:pk>/", packs.pack_of_contract, name="pack_of_contract"),
    path("audit/paket/<int:pk>/", packs.pack_page, name="pack_page"),
    path("audit/paket/<int:pk>/kemajuan/", packs.pack_progress, name="pack_progress"),
    path("audit/paket/<int:pk>/unduh/", packs.pack_file, name="pack_file"),
]

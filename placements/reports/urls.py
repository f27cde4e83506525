from django.urls import path

from placements.reports.views import bkk as desk
from placements.reports.views import forum as chair

bkk = [
    path("", desk.dashboard, name="dashboard"),
    path("laporan/", desk.report_list, name="report_list"),
    path("laporan/unduh.xlsx", desk.report_file, name="report_file"),
]
forum = [
    path("", chair.dashboard, name="dashboard"),
    path("laporan/", chair.report_list, name="report_list"),
]

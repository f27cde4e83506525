from django.urls import path

from trainings.reports import views

dinas = [
    path("", views.dashboard, name="dashboard"),
    path("laporan/", views.report_list, name="report_list"),
    path("laporan/unduh.xlsx", views.report_file, name="report_file"),
]

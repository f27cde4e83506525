from django.urls import path

from trainings.monitoring.views import dinas as desk

dinas = [
    path("monev/", desk.monitoring_list, name="monitoring_list"),
    path("monev/<int:pk>/", desk.visit_record, name="visit_record"),
    path("monev/<int:pk>/foto/", desk.visit_photo, name="visit_photo"),
]

from django.urls import path

from trainings.monitoring import views

dinas = [
    path("monev/", views.monitoring_list, name="monitoring_list"),
    path("monev/<int:pk>/", views.visit_record, name="visit_record"),
]

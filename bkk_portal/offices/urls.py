from django.urls import path

from bkk_portal.offices import views

dinas = [path("pengaturan/", views.agency_settings, name="agency_settings")]

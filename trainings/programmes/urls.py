from django.urls import path

from trainings.programmes.views import dinas as desk
from trainings.programmes.views import public as open_pages

public = [
    path("pelatihan/", open_pages.training_list, name="training_list"),
    path("pelatihan/kalender.ics", open_pages.training_calendar, name="training_calendar"),
    path("pelatihan/<int:pk>-<slug:slug>/", open_pages.training_page, name="training_page"),
]
dinas = [
    path("pelatihan/", desk.training_list, name="training_list"),
    path("pelatihan/baru/", desk.training_create, name="training_create"),
    path("pelatihan/program/", desk.programme_list, name="programme_list"),
    path("pelatihan/program/baru/", desk.programme_create, name="programme_create"),
    path("pelatihan/program/<int:pk>/", desk.programme_edit, name="programme_edit"),
    path("pelatihan/<int:pk>/", desk.training_page, name="training_page"),
    path("pelatihan/<int:pk>/ubah/", desk.training_edit, name="training_edit"),
    path("pelatihan/<int:pk>/keadaan/", desk.training_state, name="training_state"),
    path("pelatihan/<int:pk>/jadwal/", desk.training_schedule, name="training_schedule"),
    path("pelatihan/<int:pk>/jadwal/tambah/", desk.day_add, name="day_add"),
]

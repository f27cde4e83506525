from django.urls import path

from trainings.programmes.views import budgets, days, instructors, programmes
from trainings.programmes.views import dinas as desk
from trainings.programmes.views import public as open_pages

public = [
    path("pelatihan/", open_pages.training_list, name="training_list"),
    path("pelatihan/kalender/", open_pages.training_month, name="training_month"),
    path("pelatihan/kalender.ics", open_pages.training_calendar, name="training_calendar"),
    path("pelatihan/<int:pk>/hari.ics", open_pages.training_days, name="training_days"),
    path("pelatihan/<int:pk>-<slug:slug>/", open_pages.training_page, name="training_page"),
]
dinas = [
    path("pelatihan/", desk.training_list, name="training_list"),
    path("pelatihan/baru/", desk.training_create, name="training_create"),
    path("pelatihan/kalender/", desk.training_month, name="training_month"),
    path("pelatihan/program/", programmes.programme_list, name="programme_list"),
    path("pelatihan/program/baru/", programmes.programme_create, name="programme_create"),
    path("pelatihan/program/<int:pk>/", programmes.programme_page, name="programme_page"),
    path("pelatihan/program/<int:pk>/ubah/", programmes.programme_edit, name="programme_edit"),
    path("pelatihan/anggaran/", budgets.budget_list, name="budget_list"),
    path("pelatihan/anggaran/baru/", budgets.budget_create, name="budget_create"),
    path("pelatihan/anggaran/<int:pk>/", budgets.budget_page, name="budget_page"),
    path("pelatihan/anggaran/<int:pk>/ubah/", budgets.budget_edit, name="budget_edit"),
    path("pelatihan/pelatih/", instructors.instructor_list, name="instructor_list"),
    path("pelatihan/pelatih/baru/", instructors.instructor_create, name="instructor_create"),
    path("pelatihan/pelatih/<int:pk>/", instructors.instructor_page, name="instructor_page"),
    path("pelatihan/pelatih/<int:pk>/ubah/", instructors.instructor_edit, name="instructor_edit"),
    path("pelatihan/<int:pk>/", desk.training_page, name="training_page"),
    path("pelatihan/<int:pk>/ubah/", desk.training_edit, name="training_edit"),
    path("pelatihan/<int:pk>/salin/", desk.training_copy, name="training_copy"),
    path("pelatihan/<int:pk>/keadaan/", desk.training_state, name="training_state"),
    path("pelatihan/<int:pk>/jadwal/", days.training_schedule, name="training_schedule"),
    path("pelatihan/<int:pk>/jadwal/tambah/", days.day_add, name="day_add"),
    path("pelatihan/<int:pk>/jurnal/", days.training_journal, name="training_journal"),
    path("pelatihan/hari/<int:pk>/jurnal/", days.journal_day, name="journal_day"),
    path("pelatihan/jurnal/foto/<int:pk>/", days.journal_photo, name="journal_photo"),
    path("pelatihan/jurnal/foto/<int:pk>/hapus/", days.journal_photo_remove, name="journal_photo_remove"),
]

from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from trainings.programmes.budgets import views as budgets_views
from trainings.programmes.catalogue import views as catalogue_views
from trainings.programmes.days import views as days_views
from trainings.programmes.views import dinas as dinas_views
from trainings.programmes.views import instructors as instructors_views
from trainings.programmes.views import public as public_views

public = [
    path("pelatihan/", public_views.training_list, name="training_list"),
    path("pelatihan/kalender/", public_views.training_month, name="training_month"),
    path("pelatihan/kalender.ics", public_views.training_calendar, name="training_calendar"),
    path("pelatihan/<int:pk>/hari.ics", public_views.training_days, name="training_days"),
    path("pelatihan/<int:pk>-<slug:slug>/", public_views.training_page, name="training_page"),
]
dinas = [
    path("pelatihan/", dinas_views.training_list, name="training_list"),
    path("pelatihan/baru/", dinas_views.training_create, name="training_create"),
    path("pelatihan/kalender/", dinas_views.training_month, name="training_month"),
    path("pelatihan/program/", catalogue_views.programme_list, name="programme_list"),
    path("pelatihan/program/baru/", catalogue_views.programme_create, name="programme_create"),
    path("pelatihan/program/<int:pk>/", catalogue_views.programme_page, name="programme_page"),
    path("pelatihan/program/<int:pk>/ubah/", catalogue_views.programme_edit, name="programme_edit"),
    path("pelatihan/anggaran/", budgets_views.budget_list, name="budget_list"),
    path("pelatihan/anggaran/baru/", budgets_views.budget_create, name="budget_create"),
    path("pelatihan/anggaran/<int:pk>/", budgets_views.budget_page, name="budget_page"),
    path("pelatihan/anggaran/<int:pk>/ubah/", budgets_views.budget_edit, name="budget_edit"),
    path("pelatihan/pelatih/", instructors_views.instructor_list, name="instructor_list"),
    path("pelatihan/pelatih/baru/", instructors_views.instructor_create, name="instructor_create"),
    path("pelatihan/pelatih/<int:pk>/", instructors_views.instructor_page, name="instructor_page"),
    path("pelatihan/pelatih/<int:pk>/ubah/", instructors_views.instructor_edit, name="instructor_edit"),
    path("pelatihan/<int:pk>/", dinas_views.training_page, name="training_page"),
    path("pelatihan/<int:pk>/ubah/", dinas_views.training_edit, name="training_edit"),
    path("pelatihan/<int:pk>/salin/", dinas_views.training_copy, name="training_copy"),
    path("pelatihan/<int:pk>/keadaan/", dinas_views.training_state, name="training_state"),
    path("pelatihan/<int:pk>/jadwal/", days_views.training_schedule, name="training_schedule"),
    path("pelatihan/<int:pk>/jadwal/tambah/", days_views.day_add, name="day_add"),
    path("pelatihan/<int:pk>/jurnal/", days_views.training_journal, name="training_journal"),
    path("pelatihan/hari/<int:pk>/jurnal/", days_views.journal_day, name="journal_day"),
    path("pelatihan/jurnal/foto/<int:pk>/", days_views.journal_photo, name="journal_photo"),
    path("pelatihan/jurnal/foto/<int:pk>/hapus/", days_views.journal_photo_remove, name="journal_photo_remove"),
]
menus = {
    "shortcuts": {30: NavItem("Pelatihan", "training_list", "training")},
    "public": {20: NavItem("Pelatihan", "training_list", "training")},
    "dinas": {20: NavItem("Pelatihan", "dinas:training_list", "training")},
}

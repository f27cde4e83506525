from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.applications.nomination import views as nomination_views
from placements.applications.views import apply as apply_views
from placements.applications.views import bkk as bkk_views
from placements.applications.views import files as files_views
from placements.applications.views import perusahaan as perusahaan_views
from placements.applications.views import pipeline as pipeline_views
from placements.applications.views import saya as saya_views

saya = [
    path("lamaran/", saya_views.application_list, name="applications"),
    path("lamaran/<int:pk>/", saya_views.application_page, name="application_page"),
    path("lamaran/<int:pk>/tarik/", saya_views.withdraw, name="application_withdraw"),
    path("lamaran/<int:pk>/terima/", saya_views.accept_offer, name="application_accept"),
    path("lamaran/berkas/<int:pk>/", files_views.own_file, name="application_file"),
    path("lamar/<int:pk>/", apply_views.apply, name="apply"),
    path("lamar/<int:pk>/draf/", apply_views.draft_save, name="draft_save"),
    path("lamar/<int:pk>/draf/hapus/", apply_views.draft_remove, name="draft_remove"),
]
bkk = [
    path("lamaran/", bkk_views.application_list, name="application_list"),
    path("lamaran/papan/", pipeline_views.board, name="application_board"),
    path("lamaran/langkah/", pipeline_views.step, name="board_step"),
    path("lamaran/pindahkan/", pipeline_views.bulk_move, name="bulk_move"),
    path("lamaran/tertinggal/", pipeline_views.left, name="application_left"),
    path("lamaran/surat/", nomination_views.letter_list, name="letter_list"),
    path("lamaran/surat/<int:pk>/", nomination_views.letter_page, name="letter_page"),
    path("lamaran/surat/<int:pk>/surat.pdf", nomination_views.letter_file, name="letter_file"),
    path("lamaran/surat/<int:pk>/calon.pdf", nomination_views.nominee_list, name="letter_nominees"),
    path("lamaran/surat/<int:pk>/calon.xlsx", nomination_views.nominee_sheet, name="letter_sheet"),
    path("lamaran/surat/<int:pk>/cabut/", nomination_views.letter_revoke, name="letter_revoke"),
    path("lowongan/<int:pk>/pengantar/", nomination_views.letter_create, name="vacancy_letter"),
    path("lamaran/<int:pk>/", bkk_views.application_page, name="application_page"),
    path("lamaran/<int:pk>/kembalikan/", bkk_views.application_take_back, name="application_take_back"),
    path("lamaran/berkas/<int:pk>/", files_views.applicant_file, name="application_file"),
    path("seleksi/proses/", bkk_views.selection_list, name="selection_process"),
]
perusahaan = [
    path("pelamar/", perusahaan_views.applicant_list, name="applicant_list"),
    path("pelamar/<int:pk>/", perusahaan_views.applicant_page, name="applicant_page"),
    path("pelamar/surat/<int:pk>/surat.pdf", nomination_views.employer_letter, name="letter_file"),
    path("pelamar/surat/<int:pk>/calon.pdf", nomination_views.employer_list, name="letter_nominees"),
    path("pelamar/surat/<int:pk>/calon.xlsx", nomination_views.employer_sheet, name="letter_sheet"),
    path("pelamar/berkas/<int:pk>/", files_views.nominee_file, name="applicant_file"),
    path("seleksi/proses/", perusahaan_views.selection_list, name="selection_process"),
]
menus = {
    "shortcuts": {20: NavItem("Lamaran saya", "saya:applications", "briefcase")},
    "saya": {
        30: NavItem("Lamaran saya", "saya:applications", "briefcase", "Lamaran", ("/saya/lamar/", "/saya/seleksi/"))
    },
    "bkk": {40: NavItem("Lamaran", "bkk:application_list", "clipboard")},
    "perusahaan": {30: NavItem("Pelamar", "perusahaan:applicant_list", "users")},
}

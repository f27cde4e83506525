from django.urls import path

from placements.applications.nomination import views as letters
from placements.applications.views import apply as applying
from placements.applications.views import bkk as desk
from placements.applications.views import files, pipeline
from placements.applications.views import perusahaan as employer
from placements.applications.views import saya as own

saya = [
    path("lamaran/", own.application_list, name="applications"),
    path("lamaran/<int:pk>/", own.application_page, name="application_page"),
    path("lamaran/<int:pk>/tarik/", own.withdraw, name="application_withdraw"),
    path("lamaran/<int:pk>/terima/", own.accept_offer, name="application_accept"),
    path("lamaran/berkas/<int:pk>/", files.own_file, name="application_file"),
    path("lamar/<int:pk>/", applying.apply, name="apply"),
    path("lamar/<int:pk>/draf/", applying.draft_save, name="draft_save"),
    path("lamar/<int:pk>/draf/hapus/", applying.draft_remove, name="draft_remove"),
]
bkk = [
    path("lamaran/", desk.application_list, name="application_list"),
    path("lamaran/papan/", pipeline.board, name="application_board"),
    path("lamaran/langkah/", pipeline.step, name="board_step"),
    path("lamaran/pindahkan/", pipeline.bulk_move, name="bulk_move"),
    path("lamaran/tertinggal/", pipeline.left, name="application_left"),
    path("lamaran/surat/", letters.letter_list, name="letter_list"),
    path("lamaran/surat/<int:pk>/", letters.letter_page, name="letter_page"),
    path("lamaran/surat/<int:pk>/surat.pdf", letters.letter_file, name="letter_file"),
    path("lamaran/surat/<int:pk>/calon.pdf", letters.nominee_list, name="letter_nominees"),
    path("lamaran/surat/<int:pk>/calon.xlsx", letters.nominee_sheet, name="letter_sheet"),
    path("lamaran/surat/<int:pk>/cabut/", letters.letter_revoke, name="letter_revoke"),
    path("lowongan/<int:pk>/pengantar/", letters.letter_create, name="vacancy_letter"),
    path("lamaran/<int:pk>/", desk.application_page, name="application_page"),
    path("lamaran/<int:pk>/kembalikan/", desk.application_take_back, name="application_take_back"),
    path("lamaran/berkas/<int:pk>/", files.applicant_file, name="application_file"),
    path("seleksi/proses/", desk.selection_list, name="selection_process"),
]
perusahaan = [
    path("pelamar/", employer.applicant_list, name="applicant_list"),
    path("pelamar/<int:pk>/", employer.applicant_page, name="applicant_page"),
    path("pelamar/surat/<int:pk>/surat.pdf", letters.employer_letter, name="letter_file"),
    path("pelamar/surat/<int:pk>/calon.pdf", letters.employer_list, name="letter_nominees"),
    path("pelamar/surat/<int:pk>/calon.xlsx", letters.employer_sheet, name="letter_sheet"),
    path("pelamar/berkas/<int:pk>/", files.nominee_file, name="applicant_file"),
    path("seleksi/proses/", employer.selection_list, name="selection_process"),
]

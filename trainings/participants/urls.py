from django.urls import path

from trainings.participants.views import (
    competence,
    enrolling,
    papers,
    proposals,
    registering,
    running,
    selecting,
    uploads,
)
from trainings.participants.views import dinas as desk
from trainings.participants.views import saya as own

public = [path("pelatihan/<int:pk>/daftar/", registering.training_register, name="training_register")]
saya = [
    path("pelatihan/", own.trainings, name="trainings"),
    path("pelatihan/<int:pk>/mundur/", registering.participation_withdraw, name="participation_withdraw"),
]
dinas = [
    path("peserta/", desk.participant_list, name="participant_list"),
    path("peserta/unduh.xlsx", desk.participant_export, name="participant_export"),
    path("peserta/<int:pk>/", desk.participation, name="participation"),
    path("peserta/<int:pk>/status/", desk.participant_status, name="participant_status"),
    path("pelatihan/<int:pk>/peserta/cari/", enrolling.participant_add, name="participant_add"),
    path("pelatihan/<int:pk>/peserta/daftarkan/", enrolling.participant_confirm, name="participant_confirm"),
    path("pelatihan/<int:pk>/peserta/baru/", enrolling.participant_new, name="participant_new"),
    path("peserta/<int:pk>/pengecualian/", selecting.participant_override, name="participant_override"),
    path("pelatihan/<int:pk>/seleksi/", selecting.training_selection, name="training_selection"),
    path("pelatihan/<int:pk>/seleksi/putuskan/", selecting.selection_decide, name="selection_decide"),
    path("pelatihan/<int:pk>/seleksi/peringkat.pdf", selecting.selection_ranking, name="selection_ranking"),
    path("pelatihan/<int:pk>/kehadiran/", running.attendance_overview, name="attendance_overview"),
    path("pelatihan/<int:pk>/kehadiran/rekap.pdf", papers.attendance_recap, name="attendance_recap"),
    path("pelatihan/hari/<int:pk>/kehadiran/", running.attendance, name="attendance"),
    path("pelatihan/hari/<int:pk>/daftar-hadir.pdf", papers.attendance_sheet, name="attendance_sheet"),
    path("pelatihan/<int:pk>/hasil/", running.training_results, name="training_results"),
    path("pelatihan/<int:pk>/sertifikat/", papers.certificate_list, name="certificates"),
    path("pelatihan/<int:pk>/sertifikat/cetak.pdf", papers.certificate_class, name="certificate_class"),
    path("sertifikat/<int:pk>/cabut/", papers.certificate_revoke, name="certificate_revoke"),
    path("peserta/unggah/contoh.xlsx", uploads.upload_template, name="upload_template"),
    path("pelatihan/<int:pk>/peserta/unggah/", uploads.training_upload, name="training_upload"),
    path("peserta/unggah/<int:pk>/", uploads.upload_page, name="upload_page"),
    path("peserta/unggah/<int:pk>/simpan/", uploads.upload_write, name="upload_write"),
    path("peserta/unggah/<int:pk>/batal/", uploads.upload_drop, name="upload_drop"),
    path("pelatihan/usulan/", proposals.proposal_list, name="proposal_list"),
    path("pelatihan/usulan/baru/", proposals.proposal_create, name="proposal_create"),
    path("pelatihan/usulan/<int:pk>/", proposals.proposal_page, name="proposal_page"),
    path("pelatihan/usulan/<int:pk>/ubah/", proposals.proposal_edit, name="proposal_edit"),
    path("pelatihan/usulan/<int:pk>/surat/", proposals.proposal_letter, name="proposal_letter"),
    path("pelatihan/usulan/<int:pk>/terima/", proposals.proposal_accept, name="proposal_accept"),
    path("pelatihan/usulan/<int:pk>/tolak/", proposals.proposal_refuse, name="proposal_refuse"),
    path("pelatihan/usulan/<int:pk>/nama/", proposals.proposal_name_add, name="proposal_name_add"),
    path("pelatihan/usulan/<int:pk>/daftarkan/", proposals.proposal_names_take, name="proposal_names_take"),
    path("pelatihan/usulan/<int:pk>/unggah/", uploads.proposal_upload, name="proposal_upload"),
    path("pelatihan/usulan/nama/<int:pk>/tolak/", proposals.proposed_name_refuse, name="proposed_name_refuse"),
    path("peserta/<int:pk>/kompetensi/", competence.competence_add, name="competence_add"),
    path("kompetensi/<int:pk>/berkas/", competence.competence_file, name="competence_file"),
    path("kompetensi/<int:pk>/tarik/", competence.competence_withdraw, name="competence_withdraw"),
]

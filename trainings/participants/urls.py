from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from trainings.participants.certificates import views as certificates_views
from trainings.participants.proposals import views as proposals_views
from trainings.participants.registering import views as registering_views
from trainings.participants.running import views as running_views
from trainings.participants.uploads import views as uploads_views
from trainings.participants.views import dinas as dinas_views
from trainings.participants.views import saya as saya_views
from trainings.participants.views import selecting as selecting_views

public = [path("pelatihan/<int:pk>/daftar/", registering_views.training_register, name="training_register")]
saya = [
    path("pelatihan/", saya_views.trainings, name="trainings"),
    path("pelatihan/<int:pk>/mundur/", registering_views.participation_withdraw, name="participation_withdraw"),
]
dinas = [
    path("peserta/", dinas_views.participant_list, name="participant_list"),
    path("peserta/unduh.xlsx", dinas_views.participant_export, name="participant_export"),
    path("peserta/<int:pk>/", dinas_views.participation, name="participation"),
    path("peserta/<int:pk>/status/", dinas_views.participant_status, name="participant_status"),
    path("pelatihan/<int:pk>/peserta/cari/", registering_views.participant_add, name="participant_add"),
    path("pelatihan/<int:pk>/peserta/daftarkan/", registering_views.participant_confirm, name="participant_confirm"),
    path("pelatihan/<int:pk>/peserta/baru/", registering_views.participant_new, name="participant_new"),
    path("peserta/<int:pk>/pengecualian/", selecting_views.participant_override, name="participant_override"),
    path("pelatihan/<int:pk>/seleksi/", selecting_views.training_selection, name="training_selection"),
    path("pelatihan/<int:pk>/seleksi/putuskan/", selecting_views.selection_decide, name="selection_decide"),
    path("pelatihan/<int:pk>/seleksi/peringkat.pdf", selecting_views.selection_ranking, name="selection_ranking"),
    path("pelatihan/<int:pk>/kehadiran/", running_views.attendance_overview, name="attendance_overview"),
    path("pelatihan/<int:pk>/kehadiran/rekap.pdf", running_views.attendance_recap, name="attendance_recap"),
    path("pelatihan/hari/<int:pk>/kehadiran/", running_views.attendance, name="attendance"),
    path("pelatihan/hari/<int:pk>/daftar-hadir.pdf", running_views.attendance_sheet, name="attendance_sheet"),
    path("pelatihan/<int:pk>/hasil/", running_views.training_results, name="training_results"),
    path("pelatihan/<int:pk>/sertifikat/", running_views.certificate_list, name="certificates"),
    path("pelatihan/<int:pk>/sertifikat/cetak.pdf", running_views.certificate_class, name="certificate_class"),
    path("sertifikat/<int:pk>/cabut/", running_views.certificate_revoke, name="certificate_revoke"),
    path("peserta/unggah/contoh.xlsx", uploads_views.upload_template, name="upload_template"),
    path("pelatihan/<int:pk>/peserta/unggah/", uploads_views.training_upload, name="training_upload"),
    path("peserta/unggah/<int:pk>/", uploads_views.upload_page, name="upload_page"),
    path("peserta/unggah/<int:pk>/simpan/", uploads_views.upload_write, name="upload_write"),
    path("peserta/unggah/<int:pk>/batal/", uploads_views.upload_drop, name="upload_drop"),
    path("pelatihan/usulan/", proposals_views.proposal_list, name="proposal_list"),
    path("pelatihan/usulan/baru/", proposals_views.proposal_create, name="proposal_create"),
    path("pelatihan/usulan/<int:pk>/", proposals_views.proposal_page, name="proposal_page"),
    path("pelatihan/usulan/<int:pk>/ubah/", proposals_views.proposal_edit, name="proposal_edit"),
    path("pelatihan/usulan/<int:pk>/surat/", proposals_views.proposal_letter, name="proposal_letter"),
    path("pelatihan/usulan/<int:pk>/terima/", proposals_views.proposal_accept, name="proposal_accept"),
    path("pelatihan/usulan/<int:pk>/tolak/", proposals_views.proposal_refuse, name="proposal_refuse"),
    path("pelatihan/usulan/<int:pk>/nama/", proposals_views.proposal_name_add, name="proposal_name_add"),
    path("pelatihan/usulan/<int:pk>/daftarkan/", proposals_views.proposal_names_take, name="proposal_names_take"),
    path("pelatihan/usulan/<int:pk>/unggah/", uploads_views.proposal_upload, name="proposal_upload"),
    path("pelatihan/usulan/nama/<int:pk>/tolak/", proposals_views.proposed_name_refuse, name="proposed_name_refuse"),
    path("peserta/<int:pk>/kompetensi/", certificates_views.competence_add, name="competence_add"),
    path("kompetensi/<int:pk>/berkas/", certificates_views.competence_file, name="competence_file"),
    path("kompetensi/<int:pk>/tarik/", certificates_views.competence_withdraw, name="competence_withdraw"),
]
menus = {
    "saya": {60: NavItem("Pelatihan saya", "saya:trainings", "training")},
    "dinas": {30: NavItem("Peserta", "dinas:participant_list", "users")},
}

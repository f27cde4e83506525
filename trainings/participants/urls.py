from django.urls import path

from trainings.participants.views import dinas as desk
from trainings.participants.views import enrolling, papers, registering, running, selecting
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
]

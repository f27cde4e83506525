from django.urls import path

from trainings.monitoring.views import dinas as desk
from trainings.monitoring.views import recipients, reports, tours
from trainings.monitoring.views import saya as own

saya = [
    path("pelatihan/<int:pk>/", own.participation, name="participation"),
    path("pelatihan/<int:pk>/kabar/", own.own_report, name="own_report"),
    path("pelatihan/<int:pk>/bantuan/", own.help_ask, name="help_ask"),
    path("lpj/<int:pk>/", own.report_send, name="report_send"),
    path("lpj/<int:pk>/berkas/", own.report_own_file, name="report_own_file"),
    path("pelatihan/kabar/<int:pk>/foto/", own.own_photo, name="own_photo"),
]
dinas = [
    path("monev/", desk.monitoring_list, name="monitoring_list"),
    path("monev/rute/", tours.monitoring_route, name="monitoring_route"),
    path("monev/rute/tersimpan/", tours.tour_list, name="tour_list"),
    path("monev/rute/<int:pk>/", tours.tour_page, name="tour_page"),
    path("monev/rute/<int:pk>/hapus/", tours.tour_drop, name="tour_drop"),
    path("monev/aturan/", desk.monitoring_settings, name="monitoring_settings"),
    path("monev/<int:pk>/", desk.visit_record, name="visit_record"),
    path("monev/<int:pk>/foto/", desk.visit_photo, name="visit_photo"),
    path("monev/<int:pk>/tidak-bertemu/", desk.visit_attempt, name="visit_attempt"),
    path("monev/penerima/<int:pk>/", recipients.recipient_page, name="recipient_page"),
    path("monev/penerima/<int:pk>/temuan/", recipients.finding_add, name="recipient_finding_add"),
    path("monev/penerima/<int:pk>/teguran/", recipients.letter_write, name="recipient_letter"),
    path("monev/penerima/<int:pk>/usaha-berhenti/", recipients.business_end, name="recipient_business_end"),
    path("monev/temuan/", recipients.finding_list, name="finding_list"),
    path("monev/temuan/<int:pk>/selesai/", recipients.finding_resolve, name="finding_resolve"),
    path("monev/lpj/", reports.report_list, name="lpj_list"),
    path("monev/lpj/<int:pk>/terima/", reports.report_receive, name="lpj_receive"),
    path("monev/lpj/<int:pk>/kembalikan/", reports.report_return, name="lpj_return"),
    path("monev/lpj/<int:pk>/berkas/", reports.report_file, name="lpj_file"),
    path("monev/bantuan/", reports.help_list, name="help_list"),
    path("monev/bantuan/<int:pk>/", reports.help_page, name="help_page"),
    path("monev/kabar/<int:pk>/foto/", reports.own_word_photo, name="own_word_photo"),
]

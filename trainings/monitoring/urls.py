from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from trainings.monitoring.findings import views as findings_views
from trainings.monitoring.reports import views as reports_views
from trainings.monitoring.tours import views as tours_views
from trainings.monitoring.visits import views

saya = [
    path("pelatihan/<int:pk>/", reports_views.participation, name="participation"),
    path("pelatihan/<int:pk>/kabar/", reports_views.own_report, name="own_report"),
    path("pelatihan/<int:pk>/bantuan/", reports_views.help_ask, name="help_ask"),
    path("lpj/<int:pk>/", reports_views.report_send, name="report_send"),
    path("lpj/<int:pk>/berkas/", reports_views.report_own_file, name="report_own_file"),
    path("pelatihan/kabar/<int:pk>/foto/", reports_views.own_photo, name="own_photo"),
]
dinas = [
    path("monev/", views.monitoring_list, name="monitoring_list"),
    path("monev/rute/", tours_views.monitoring_route, name="monitoring_route"),
    path("monev/rute/tersimpan/", tours_views.tour_list, name="tour_list"),
    path("monev/rute/<int:pk>/", tours_views.tour_page, name="tour_page"),
    path("monev/rute/<int:pk>/hapus/", tours_views.tour_drop, name="tour_drop"),
    path("monev/aturan/", views.monitoring_settings, name="monitoring_settings"),
    path("monev/<int:pk>/", views.visit_record, name="visit_record"),
    path("monev/<int:pk>/foto/", views.visit_photo, name="visit_photo"),
    path("monev/<int:pk>/tidak-bertemu/", views.visit_attempt, name="visit_attempt"),
    path("monev/penerima/<int:pk>/", findings_views.recipient_page, name="recipient_page"),
    path("monev/penerima/<int:pk>/temuan/", findings_views.finding_add, name="recipient_finding_add"),
    path("monev/penerima/<int:pk>/teguran/", findings_views.letter_write, name="recipient_letter"),
    path("monev/penerima/<int:pk>/usaha-berhenti/", findings_views.business_end, name="recipient_business_end"),
    path("monev/temuan/", findings_views.finding_list, name="finding_list"),
    path("monev/temuan/<int:pk>/selesai/", findings_views.finding_resolve, name="finding_resolve"),
    path("monev/lpj/", reports_views.report_list, name="lpj_list"),
    path("monev/lpj/<int:pk>/terima/", reports_views.report_receive, name="lpj_receive"),
    path("monev/lpj/<int:pk>/kembalikan/", reports_views.report_return, name="lpj_return"),
    path("monev/lpj/<int:pk>/berkas/", reports_views.report_file, name="lpj_file"),
    path("monev/bantuan/", reports_views.help_list, name="help_list"),
    path("monev/bantuan/<int:pk>/", reports_views.help_page, name="help_page"),
    path("monev/kabar/<int:pk>/foto/", reports_views.own_word_photo, name="own_word_photo"),
]
menus = {
    "dinas": {70: NavItem("Monev", "dinas:monitoring_list", "eye")},
}

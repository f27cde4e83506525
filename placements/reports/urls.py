from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.reports.views import bkk as bkk_views
from placements.reports.views import bkk_reports as bkk_reports_views
from placements.reports.views import dinas as dinas_views
from placements.reports.views import forum as forum_views

bkk = [
    path("", bkk_views.dashboard, name="dashboard"),
    path("rencana/", bkk_reports_views.plan_list, name="plan_list"),
    path("laporan/", bkk_reports_views.report_list, name="report_list"),
    path("laporan/unduh.xlsx", bkk_reports_views.report_file, name="report_file"),
    path("laporan/angka/", bkk_reports_views.figures, name="figures"),
    path("laporan/angka/unduh.xlsx", bkk_reports_views.figures_file, name="figures_file"),
    path("laporan/baru/", bkk_reports_views.report_create, name="bkk_report_create"),
    path("laporan/<int:pk>/", bkk_reports_views.report_page, name="bkk_report"),
    path("laporan/<int:pk>/catatan/", bkk_reports_views.report_note, name="bkk_report_note"),
    path("laporan/<int:pk>/terbitkan/", bkk_reports_views.report_issue, name="bkk_report_issue"),
    path("laporan/<int:pk>/kirim/", bkk_reports_views.report_send, name="bkk_report_send"),
    path("laporan/<int:pk>/perbaiki/", bkk_reports_views.report_correct, name="bkk_report_correct"),
    path("laporan/<int:pk>/hapus/", bkk_reports_views.report_drop, name="bkk_report_drop"),
    path("laporan/<int:pk>/laporan.pdf", bkk_reports_views.report_pdf, name="bkk_report_pdf"),
    path("laporan/<int:pk>/laporan.xlsx", bkk_reports_views.report_workbook, name="bkk_report_workbook"),
]
forum = [
    path("", forum_views.dashboard, name="dashboard"),
    path("unduh.xlsx", forum_views.comparison_file, name="comparison_file"),
    path("laporan/", forum_views.report_list, name="report_list"),
    path("laporan/<int:pk>/", forum_views.report_page, name="bkk_report"),
    path("laporan/<int:pk>/laporan.pdf", forum_views.report_pdf, name="bkk_report_pdf"),
    path("laporan/<int:pk>/laporan.xlsx", forum_views.report_workbook, name="bkk_report_workbook"),
]
dinas = [
    path("bkk/", dinas_views.bkk_list, name="bkk_list"),
    path("bkk/unduh.xlsx", dinas_views.bkk_register_file, name="bkk_register_file"),
    path("bkk/ingatkan/", dinas_views.bkk_remind_all, name="bkk_remind_all"),
    path("bkk/<int:pk>/", dinas_views.bkk_page, name="bkk_page"),
    path("bkk/<int:pk>/ingatkan/", dinas_views.bkk_remind, name="bkk_remind"),
    path("bkk/laporan/", dinas_views.report_list, name="bkk_report_list"),
    path("bkk/laporan/<int:pk>/", dinas_views.report_page, name="bkk_report"),
    path("bkk/laporan/<int:pk>/terima/", dinas_views.report_accept, name="bkk_report_accept"),
    path("bkk/laporan/<int:pk>/kembalikan/", dinas_views.report_return, name="bkk_report_return"),
    path("bkk/laporan/<int:pk>/laporan.pdf", dinas_views.report_pdf, name="bkk_report_pdf"),
    path("bkk/laporan/<int:pk>/laporan.xlsx", dinas_views.report_workbook, name="bkk_report_workbook"),
]
menus = {
    "bkk": {
        10: NavItem("Meja BKK", "bkk:dashboard", "home", "Meja"),
        120: NavItem("Rencana", "bkk:plan_list", "chart"),
        140: NavItem("Laporan", "bkk:report_list", "document"),
    },
    "forum": {
        10: NavItem("Ringkasan sekolah", "forum:dashboard", "home", "Ringkasan"),
        60: NavItem("Laporan", "forum:report_list", "document"),
    },
    "dinas": {90: NavItem("BKK sekolah", "dinas:bkk_list", "school")},
}

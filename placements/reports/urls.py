from django.urls import path

from placements.reports.views import bkk as desk
from placements.reports.views import bkk_reports as reports
from placements.reports.views import dinas as office
from placements.reports.views import forum as chair

bkk = [
    path("", desk.dashboard, name="dashboard"),
    path("rencana/", reports.plan_list, name="plan_list"),
    path("laporan/", reports.report_list, name="report_list"),
    path("laporan/unduh.xlsx", reports.report_file, name="report_file"),
    path("laporan/angka/", reports.figures, name="figures"),
    path("laporan/angka/unduh.xlsx", reports.figures_file, name="figures_file"),
    path("laporan/baru/", reports.report_create, name="bkk_report_create"),
    path("laporan/<int:pk>/", reports.report_page, name="bkk_report"),
    path("laporan/<int:pk>/catatan/", reports.report_note, name="bkk_report_note"),
    path("laporan/<int:pk>/terbitkan/", reports.report_issue, name="bkk_report_issue"),
    path("laporan/<int:pk>/kirim/", reports.report_send, name="bkk_report_send"),
    path("laporan/<int:pk>/perbaiki/", reports.report_correct, name="bkk_report_correct"),
    path("laporan/<int:pk>/hapus/", reports.report_drop, name="bkk_report_drop"),
    path("laporan/<int:pk>/laporan.pdf", reports.report_pdf, name="bkk_report_pdf"),
    path("laporan/<int:pk>/laporan.xlsx", reports.report_workbook, name="bkk_report_workbook"),
]
forum = [
    path("", chair.dashboard, name="dashboard"),
    path("unduh.xlsx", chair.comparison_file, name="comparison_file"),
    path("laporan/", chair.report_list, name="report_list"),
    path("laporan/<int:pk>/", chair.report_page, name="bkk_report"),
    path("laporan/<int:pk>/laporan.pdf", chair.report_pdf, name="bkk_report_pdf"),
    path("laporan/<int:pk>/laporan.xlsx", chair.report_workbook, name="bkk_report_workbook"),
]
dinas = [
    path("bkk/", office.bkk_list, name="bkk_list"),
    path("bkk/unduh.xlsx", office.bkk_register_file, name="bkk_register_file"),
    path("bkk/ingatkan/", office.bkk_remind_all, name="bkk_remind_all"),
    path("bkk/<int:pk>/", office.bkk_page, name="bkk_page"),
    path("bkk/<int:pk>/ingatkan/", office.bkk_remind, name="bkk_remind"),
    path("bkk/laporan/", office.report_list, name="bkk_report_list"),
    path("bkk/laporan/<int:pk>/", office.report_page, name="bkk_report"),
    path("bkk/laporan/<int:pk>/terima/", office.report_accept, name="bkk_report_accept"),
    path("bkk/laporan/<int:pk>/kembalikan/", office.report_return, name="bkk_report_return"),
    path("bkk/laporan/<int:pk>/laporan.pdf", office.report_pdf, name="bkk_report_pdf"),
    path("bkk/laporan/<int:pk>/laporan.xlsx", office.report_workbook, name="bkk_report_workbook"),
]

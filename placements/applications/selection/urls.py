from django.urls import path

from placements.applications.selection.views import calls, days, noting, reporting
from placements.applications.selection.views import perusahaan as employer
from placements.applications.selection.views import saya as own

saya = [
    path("seleksi/", own.selection_list, name="selection_list"),
    path("seleksi/<int:pk>/", own.selection_page, name="selection_page"),
    path("seleksi/<int:pk>/datang/", own.selection_accept, name="selection_accept"),
    path("seleksi/<int:pk>/tidak-datang/", own.selection_decline, name="selection_decline"),
    path("seleksi/<int:pk>/kalender.ics", own.selection_calendar, name="selection_calendar"),
]
bkk = [
    path("seleksi/", days.selection_list, name="selection_list"),
    path("seleksi/baru/", days.selection_create, name="selection_create"),
    path("seleksi/<int:pk>/", days.selection_page, name="selection_page"),
    path("seleksi/<int:pk>/ubah/", days.selection_edit, name="selection_edit"),
    path("seleksi/<int:pk>/batalkan/", days.selection_cancel, name="selection_cancel"),
    path("seleksi/<int:pk>/kalender.ics", days.selection_calendar, name="selection_calendar"),
    path("seleksi/<int:pk>/undang/", calls.selection_invite, name="selection_invite"),
    path("seleksi/<int:pk>/orang/", calls.selection_people, name="selection_people"),
    path("seleksi/undangan/<int:pk>/", calls.call_page, name="call_page"),
    path("seleksi/undangan/<int:pk>/jawaban/", calls.call_answer, name="call_answer"),
    path("seleksi/undangan/<int:pk>/sesi/", calls.call_reseat, name="call_reseat"),
    path("seleksi/undangan/<int:pk>/tarik/", calls.call_remove, name="call_remove"),
    path("seleksi/<int:pk>/kehadiran/", noting.selection_attendance, name="selection_attendance"),
    path("seleksi/hadir/<str:token>/", noting.selection_scan, name="selection_scan"),
    path("seleksi/<int:pk>/hasil/", noting.selection_results, name="selection_results"),
    path("seleksi/<int:pk>/laporan/", reporting.selection_report, name="selection_report"),
    path("seleksi/<int:pk>/laporan.xlsx", reporting.selection_workbook, name="selection_workbook"),
]
perusahaan = [
    path("seleksi/", employer.selection_list, name="selection_list"),
    path("seleksi/<int:pk>/", employer.selection_page, name="selection_page"),
    path("seleksi/<int:pk>/kalender.ics", employer.selection_calendar, name="selection_calendar"),
]

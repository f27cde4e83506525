from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.applications.selection.views import attendance as attendance_views
from placements.applications.selection.views import days as days_views
from placements.applications.selection.views import invitations as invitations_views
from placements.applications.selection.views import perusahaan as perusahaan_views
from placements.applications.selection.views import saya as saya_views

saya = [
    path("seleksi/", saya_views.selection_list, name="selection_list"),
    path("seleksi/<int:pk>/", saya_views.selection_page, name="selection_page"),
    path("seleksi/<int:pk>/datang/", saya_views.selection_accept, name="selection_accept"),
    path("seleksi/<int:pk>/tidak-datang/", saya_views.selection_decline, name="selection_decline"),
    path("seleksi/<int:pk>/kalender.ics", saya_views.selection_calendar, name="selection_calendar"),
]
bkk = [
    path("seleksi/", days_views.selection_list, name="selection_list"),
    path("seleksi/baru/", days_views.selection_create, name="selection_create"),
    path("seleksi/<int:pk>/", days_views.selection_page, name="selection_page"),
    path("seleksi/<int:pk>/ubah/", days_views.selection_edit, name="selection_edit"),
    path("seleksi/<int:pk>/batalkan/", days_views.selection_cancel, name="selection_cancel"),
    path("seleksi/<int:pk>/kalender.ics", days_views.selection_calendar, name="selection_calendar"),
    path("seleksi/<int:pk>/undang/", invitations_views.selection_invite, name="selection_invite"),
    path("seleksi/<int:pk>/orang/", invitations_views.selection_people, name="selection_people"),
    path("seleksi/undangan/<int:pk>/", invitations_views.call_page, name="call_page"),
    path("seleksi/undangan/<int:pk>/jawaban/", invitations_views.call_answer, name="call_answer"),
    path("seleksi/undangan/<int:pk>/sesi/", invitations_views.call_reseat, name="call_reseat"),
    path("seleksi/undangan/<int:pk>/tarik/", invitations_views.call_remove, name="call_remove"),
    path("seleksi/<int:pk>/kehadiran/", attendance_views.selection_attendance, name="selection_attendance"),
    path("seleksi/hadir/<str:token>/", attendance_views.selection_scan, name="selection_scan"),
    path("seleksi/<int:pk>/hasil/", attendance_views.selection_results, name="selection_results"),
    path("seleksi/<int:pk>/laporan/", days_views.selection_report, name="selection_report"),
    path("seleksi/<int:pk>/laporan.xlsx", days_views.selection_workbook, name="selection_workbook"),
]
perusahaan = [
    path("seleksi/", perusahaan_views.selection_list, name="selection_list"),
    path("seleksi/<int:pk>/", perusahaan_views.selection_page, name="selection_page"),
    path("seleksi/<int:pk>/kalender.ics", perusahaan_views.selection_calendar, name="selection_calendar"),
]
menus = {
    "bkk": {70: NavItem("Seleksi", "bkk:selection_list", "calendar")},
    "perusahaan": {40: NavItem("Seleksi", "perusahaan:selection_list", "calendar")},
}

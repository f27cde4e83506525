from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from bkk_portal.offices import views

dinas = [path("pengaturan/", views.agency_settings, name="agency_settings")]
menus = {
    "dinas": {130: NavItem("Data dinas", "dinas:agency_settings", "building")},
}

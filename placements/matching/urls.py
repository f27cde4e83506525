from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.matching.views import bkk as bkk_views
from placements.matching.views import forum as forum_views
from placements.matching.views import public as public_views
from placements.matching.views import saya as saya_views

public = [path("lowongan/kecocokan/", public_views.fit_explained, name="fit_explained")]
saya = [
    path("cocok/", saya_views.matches, name="matches"),
    path("undangan/", saya_views.invitation_list, name="invitations"),
    path("undangan/<int:pk>/", saya_views.invitation_page, name="invitation_page"),
    path("undangan/<int:pk>/dibuka/", saya_views.invitation_opened, name="invitation_opened"),
    path("undangan/<int:pk>/terima/", saya_views.invitation_accept, name="invitation_accept"),
    path("undangan/<int:pk>/tolak/", saya_views.invitation_decline, name="invitation_decline"),
]
bkk = [
    path("lowongan/<int:pk>/cocok/", bkk_views.vacancy_fit, name="vacancy_fit"),
    path("lowongan/<int:pk>/undang/", bkk_views.vacancy_invite, name="vacancy_invite"),
    path("lowongan/<int:pk>/undangan/", bkk_views.vacancy_invitations, name="vacancy_invitations"),
]
forum = [
    path("lowongan/", forum_views.vacancy_list, name="vacancy_list"),
    path("lowongan/<int:pk>/cocok/", forum_views.vacancy_fit, name="vacancy_fit"),
    path("kecocokan/", forum_views.fit_weights, name="fit_weights"),
]
menus = {
    "saya": {20: NavItem("Cocok untuk saya", "saya:matches", "target", "Cocok", ("/saya/undangan/",))},
    "forum": {
        20: NavItem("Lowongan terbuka", "forum:vacancy_list", "briefcase", "Lowongan"),
        70: NavItem("Bobot kecocokan", "forum:fit_weights", "target"),
    },
}

from django.urls import path

from placements.matching.views import bkk as desk
from placements.matching.views import forum as chair
from placements.matching.views import public as pages
from placements.matching.views import saya as own

public = [path("lowongan/kecocokan/", pages.fit_explained, name="fit_explained")]
saya = [
    path("cocok/", own.matches, name="matches"),
    path("undangan/", own.invitation_list, name="invitations"),
    path("undangan/<int:pk>/", own.invitation_page, name="invitation_page"),
    path("undangan/<int:pk>/dibuka/", own.invitation_opened, name="invitation_opened"),
    path("undangan/<int:pk>/terima/", own.invitation_accept, name="invitation_accept"),
    path("undangan/<int:pk>/tolak/", own.invitation_decline, name="invitation_decline"),
]
bkk = [
    path("lowongan/<int:pk>/cocok/", desk.vacancy_fit, name="vacancy_fit"),
    path("lowongan/<int:pk>/undang/", desk.vacancy_invite, name="vacancy_invite"),
    path("lowongan/<int:pk>/undangan/", desk.vacancy_invitations, name="vacancy_invitations"),
]
forum = [
    path("lowongan/", chair.vacancy_list, name="vacancy_list"),
    path("lowongan/<int:pk>/cocok/", chair.vacancy_fit, name="vacancy_fit"),
    path("kecocokan/", chair.fit_weights, name="fit_weights"),
]

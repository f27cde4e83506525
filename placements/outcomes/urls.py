from django.urls import path

from placements.outcomes.views import bkk as desk
from placements.outcomes.views import saya as own

saya = [path("tracer/", own.tracer, name="tracer")]
bkk = [
    path("penempatan/", desk.placement_list, name="placement_list"),
    path("penempatan/baru/", desk.placement_create, name="placement_create"),
    path("penempatan/<int:pk>/", desk.placement_page, name="placement_page"),
    path("penempatan/<int:pk>/batal/", desk.placement_cancel, name="placement_cancel"),
    path("lamaran/<int:pk>/penempatan/", desk.placement_from_application, name="placement_from_application"),
    path("tracer/", desk.tracer, name="tracer"),
]

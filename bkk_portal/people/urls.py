from django.urls import path

from bkk_portal.people.views import documents, my_data, nik, password_link
from bkk_portal.people.views import public as pages
from bkk_portal.people.views import saya as desk

public = [
    path("daftar/umum/", pages.register_general, name="register_general"),
    path("orang/<int:pk>/nik/", nik.reveal, name="reveal_nik"),
    path("orang/<int:pk>/tautan-sandi/", password_link.password_link, name="password_link"),
]
saya = [
    path("", desk.dashboard, name="dashboard"),
    path("profil/", desk.profile, name="profile"),
    path("profil/nik/", desk.nik, name="nik"),
    path("dokumen/", documents.documents, name="documents"),
    path("dokumen/<int:pk>/", documents.download, name="document"),
    path("dokumen/<int:pk>/hapus/", documents.remove, name="document_remove"),
    path("data-saya/", my_data.my_data, name="my_data"),
    path("data-saya/unduh/", my_data.export, name="my_data_export"),
    path("data-saya/permintaan/", my_data.ask, name="my_data_request"),
    path("data-saya/persetujuan/<str:purpose>/", my_data.consent, name="consent"),
]

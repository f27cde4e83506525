from django.urls import path

from bkk_portal.documents import views
from bkk_portal.kit.web.navigation import NavItem

public = [
    path("verifikasi/", views.verify, name="verify"),
    path("verifikasi/<str:code>/", views.verify_document, name="verify_document"),
    path("dokumen/<str:code>/unduh/", views.download, name="document_download"),
]
menus = {
    "public_more": {40: NavItem("Periksa dokumen", "verify", "qr")},
}

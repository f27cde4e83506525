from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from bkk_portal.notifications import views

public = [
    path("akun/pemberitahuan/", views.notifications, name="notifications"),
    path("akun/pemberitahuan/<int:pk>/buka/", views.opened, name="notification_open"),
    path("akun/pemberitahuan/dibaca/", views.all_read, name="notifications_read"),
    path("akun/pemberitahuan/pilihan/", views.preferences, name="notification_preferences"),
    path("berhenti/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
saya = [path("notifikasi/", views.saya_notifications, name="notifications")]
menus = {
    "saya": {100: NavItem("Notifikasi", "saya:notifications", "bell")},
}

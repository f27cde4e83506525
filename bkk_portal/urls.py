"""Every address of the portal. A room's urls.py lists its own per audience; here they are strung together."""

from importlib import import_module

from django.contrib import admin
from django.urls import include, path

from bkk_portal.accounts.access import public
from bkk_portal.kit.web import installable, sitemaps
from bkk_portal.kit.web import site as kit
from bkk_portal.kit.web.navigation import NavItem

ROOMS = [
    "bkk_portal.accounts",
    "bkk_portal.offices",
    "bkk_portal.people",
    "bkk_portal.documents",
    "bkk_portal.notifications",
    "placements.schools",
    "placements.alumni",
    "placements.employers",
    "placements.vacancies",
    "placements.matching",
    "placements.applications",
    "placements.applications.selection",
    "placements.outcomes",
    "placements.reports",
    "trainings.programmes",
    "trainings.participants",
    "trainings.equipment",
    "trainings.monitoring",
    "trainings.businesses",
    "trainings.reports",
    "bkk_portal.insights",
]


MODULES = [import_module(f"{room}.urls") for room in ROOMS]
ADMIN = {"superuser": {10: NavItem("Admin", "admin:index", "lock")}}
MENUS = [ADMIN, *(getattr(module, "menus", {}) for module in MODULES)]  # read by kit.web.navigation


def pages(audience):
    """The addresses that all rooms have for one audience."""
    return [page for module in MODULES for page in getattr(module, audience, [])]


urlpatterns = [
    path("healthz", public(kit.healthz), name="healthz"),
    path("manifest.webmanifest", public(installable.manifest), name="manifest"),
    path("sw.js", public(installable.service_worker), name="service_worker"),
    path("luring/", public(installable.offline), name="offline"),
    path("luring/belum-terkirim/", public(installable.unsent), name="unsent"),
    path("sitemap.xml", public(sitemaps.sitemap), name="sitemap"),
    path("sitemap-<slug:name>-<int:part>.xml", public(sitemaps.sitemap_part), name="sitemap_part"),
    path("robots.txt", public(kit.robots), name="robots"),
    *pages("public"),
    *(path(f"{desk}/", include((pages(desk), desk))) for desk in ("saya", "bkk", "forum", "dinas", "perusahaan")),
    path("admin/", admin.site.urls),
]

handler400 = "bkk_portal.kit.web.site.bad_request"
handler403 = "bkk_portal.kit.web.site.forbidden"
handler404 = "bkk_portal.kit.web.site.not_found"
handler500 = "bkk_portal.kit.web.site.server_error"

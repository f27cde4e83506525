"""What makes the portal an app on the telephone: manifest, service worker, and the two pages without network."""

import functools
import hashlib
import json

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from bkk_portal.kit.web import navigation
from bkk_portal.kit.web.cache import keep_for_strangers

SHELL_FILES = ("css/portal.css", "js/portal.js", "js/share.js", "js/offline.js", "icons.svg", "favicon.svg")
PERSON_CHANGES = ("login", "logout", "switch_hat")  # after these the kept pages may be somebody else's


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    content = {
        "id": "/",
        "name": "Portal BKK Kota Kupang",
        "short_name": "BKK Kupang",
        "description": "Lowongan kerja, pelatihan, dan layanan Bursa Kerja Khusus SMK di Kota Kupang.",
        "lang": "id",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf5ea",
        "theme_color": "#0a3d48",
        "categories": ["business", "education", "government"],
        "icons": [_icon(size, purpose) for purpose in ("any", "maskable") for size in (192, 512)],
        "shortcuts": [{"name": item.label, "url": item.url} for item in navigation.lines("shortcuts")],
    }
    return JsonResponse(content, content_type="application/manifest+json")


def _icon(size: int, purpose: str) -> dict[str, str]:
    return {"src": static(f"img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Served from the root, so that the whole portal is its scope; asked for again at every visit."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@functools.cache
def _worker() -> str:
    offline, unsent = reverse("offline"), reverse("unsent")
    shell = [offline, unsent, *(static(name) for name in SHELL_FILES)]
    with open(str(finders.find("js/sw.js")), encoding="utf-8") as source:
        code = source.read()
    known = {
        "VERSION": hashlib.sha256(json.dumps([shell, code]).encode()).hexdigest()[:12],
        "SHELL": shell,
        "OFFLINE": offline,
        "UNSENT": unsent,
        "LIST": reverse("vacancy_list"),
        "STATIC": settings.STATIC_URL,
        "PERSON_CHANGES": [reverse(name) for name in PERSON_CHANGES],
    }
    return "".join(f"const {name} = {json.dumps(value)};\n" for name, value in known.items()) + code


@require_safe
@keep_for_strangers
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "kit/offline.html")


@require_safe
@keep_for_strangers
def unsent(request: HttpRequest) -> HttpResponse:
    return render(request, "kit/unsent.html")

"""Settings of the portal as gunicorn serves it for bench_throughput: the bench's database, and bare pages beside."""

import os

os.environ.setdefault("DEBUG", "1")

from bkk_portal.settings import *  # noqa: E402, F403
from bkk_portal.settings import DATABASES, MIDDLEWARE, STORAGES  # noqa: E402

DEBUG = False
DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
ROOT_URLCONF = "tests.bench._served_urls"
SECURE_SSL_REDIRECT = False
PAGE_CACHE_SECONDS = int(os.environ["BENCH_PAGE_CACHE"])
if not os.environ["BENCH_KEEPS_PAGES"]:
    MIDDLEWARE.remove("bkk_portal.kit.web.cache.StrangersPages")
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

"""Settings of the suite: the portal's own, with a throw-away database and nothing that leaves this machine.

PORTAL_TEST_DB chooses `sqlite` (default) or `postgresql`; see tests/README.md.
"""

import dataclasses
import os
import tempfile
from pathlib import Path

from bkk_portal.environment import Environment

for field in dataclasses.fields(Environment):
    os.environ.pop(field.name.upper(), None)

# Chosen by the process that starts the suite, inherited by its workers, removed by tests.harness.database.
TEST_DIR = Path(os.environ.get("PORTAL_TEST_DIR") or tempfile.mkdtemp(prefix="bkk-uji-"))
os.environ["PORTAL_TEST_DIR"] = str(TEST_DIR)
POSTGRESQL_DIR = Path(f"{TEST_DIR}-pg")
ON_POSTGRESQL = os.environ.get("PORTAL_TEST_DB", "sqlite") == "postgresql"

os.environ["DATA_DIR"] = str(TEST_DIR / os.environ.get("PYTEST_XDIST_WORKER", "main"))
os.environ["DATABASE_URL"] = (
    f"postgresql://postgres@/portal?host={POSTGRESQL_DIR}" if ON_POSTGRESQL else f"sqlite://{TEST_DIR}/portal.sqlite3"
)
os.environ["DEBUG"] = "1"
Path(os.environ["DATA_DIR"], "static").mkdir(parents=True, exist_ok=True)
os.environ["STAFF_MFA_REQUIRED"] = "0"

from bkk_portal.settings import *  # noqa: E402, F403
from bkk_portal.settings import DATABASES  # noqa: E402

if not ON_POSTGRESQL:
    # A file, not memory: races and the live server need several connections. Losing it costs nothing.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "progress", "pages", "answers", "pictures")
}
PAGE_CACHE_SECONDS = 0  # tests of the cache switch it on: elsewhere rows appear without a commit
SESSION_ENGINE = "django.contrib.sessions.backends.db"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

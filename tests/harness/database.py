"""Starts what a run needs once, in the process that starts the suite, and clears it away at the end."""

import hashlib
import os
import shutil
import signal
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.harness import postgres

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server", "django_db_setup"})
MIGRATED = settings.BASE_DIR / ".artefacts" / "migrated"


def pytest_configure(config):
    if hasattr(config, "workerinput"):
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a killed run clears up as well
    if settings.ON_POSTGRESQL and not config.option.collectonly:
        server = postgres.Server(settings.POSTGRESQL_DIR)
        try:
            server.start()
        except postgres.NoPostgres as fault:
            pytest.exit(str(fault), returncode=4)
        config.add_cleanup(server.stop)
    config.add_cleanup(lambda: shutil.rmtree(settings.TEST_DIR, ignore_errors=True))


def pytest_report_header(config):
    return f"database: {'PostgreSQL' if settings.ON_POSTGRESQL else 'SQLite'}"


def asks_the_database(item):
    return item.get_closest_marker("django_db") is not None or not DATABASE_FIXTURES.isdisjoint(item.fixturenames)


def pytest_collection_modifyitems(config, items):
    """What asks no database answers the same on both: it is left to the run on SQLite."""
    if settings.ON_POSTGRESQL:
        config.hook.pytest_deselected(items=[item for item in items if not asks_the_database(item)])
        items[:] = [item for item in items if asks_the_database(item)]


def migrated_copy():
    """Where an empty SQLite database lies that went through exactly these migrations, which take long to run."""
    digest = hashlib.sha256()
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(path.read_bytes())
    return MIGRATED / f"{digest.hexdigest()[:20]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_keepdb():
    return not settings.ON_POSTGRESQL  # it goes with the directory it lies in


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    copy = migrated_copy()
    if not settings.ON_POSTGRESQL and copy.exists():
        shutil.copyfile(copy, settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    copy = migrated_copy()
    if settings.ON_POSTGRESQL or copy.exists():
        return
    MIGRATED.mkdir(parents=True, exist_ok=True)
    fresh = Path(f"{copy}.{os.getpid()}")
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(fresh)])
    fresh.replace(copy)
    for older in MIGRATED.glob("*.sqlite3"):
        if older != copy:
            older.unlink(missing_ok=True)

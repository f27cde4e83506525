"""Starts what a run needs once, in the process that starts the suite, and clears it away at the end."""

import shutil
import signal

import pytest
from django.conf import settings

from tests.harness import postgres


def is_worker(config):
    return hasattr(config, "workerinput")


def pytest_configure(config):
    if is_worker(config):
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

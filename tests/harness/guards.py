"""Installs the guards once per process; each forbids one class of bug in every test (see tests/README.md)."""

import pytest
from django.core.cache import cache

from bkk_portal.kit.web import cache as memo
from tests.harness import network, pages, rows, templates


def pytest_sessionstart(session):
    for guard in (network, pages, rows, templates):
        guard.install()


@pytest.fixture(autouse=True)
def _nothing_left_in_the_cache():
    """Rate limits and counters of one test do not reach the next."""
    yield
    cache.clear()
    memo.forget_all()

"""In CI (CI=true) a test that is skipped, or expected to fail, has failed.

But for those marked `outside_tool`: their checker comes from npm, which a machine may not reach.
"""

import os

import pytest


def _as_failure(report, reason):
    report.outcome = "failed"
    report.longrepr = f"Nothing may be skipped in CI: {reason}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not item.get_closest_marker("outside_tool"):
        _as_failure(report, f"{item.nodeid}: {report.longrepr}")
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(collector):
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        _as_failure(report, f"{collector.nodeid}: {report.longrepr}")
    return report

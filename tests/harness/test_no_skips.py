import os
import subprocess
import sys

import pytest
from django.conf import settings

SAMPLE = """
import pytest

@pytest.mark.skip(reason="sebab")
def test_skipped(): ...

@pytest.mark.xfail
def test_expected_to_fail():
    assert False

def test_sound(): ...
"""


def outcomes(tmp_path, source, ci):
    """The last line of a pytest run over `source`."""
    (tmp_path / "test_sample.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:django", "-p", "tests.harness.no_skips"]
    environ = {**os.environ, "CI": ci, "PYTHONPATH": str(settings.BASE_DIR)}
    environ.pop("PYTEST_XDIST_WORKER", None)
    done = subprocess.run(
        [*command, "-c", "/dev/null", "--rootdir", tmp_path, tmp_path],
        capture_output=True,
        text=True,
        env=environ,
        check=False,
    )
    return done.stdout.splitlines()[-1].rsplit(" in ", 1)[0]


@pytest.mark.parametrize(
    ("ci", "result"), [("true", "1 failed, 1 passed, 1 error"), ("", "1 passed, 1 skipped, 1 xfailed")]
)
def test_skip_fails_in_ci_only(tmp_path, ci, result):
    assert outcomes(tmp_path, SAMPLE, ci) == result


def test_skipped_module_fails_in_ci(tmp_path):
    source = 'import pytest\npytest.skip("sebab", allow_module_level=True)\n'
    assert outcomes(tmp_path, source, "true") == "1 error"

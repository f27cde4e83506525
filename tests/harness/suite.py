"""`make test`: every check and the whole suite on SQLite and on PostgreSQL, then one summary.

Everything runs even when something before it failed; the exit status is 1 when anything did.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.harness import postgres

PYTHON = sys.executable
MANAGE = [PYTHON, "manage.py"]
CODE = ("bkk_portal", "placements", "trainings")
BESIDE = Path(PYTHON).parent
PYTEST = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal"]
ON_POSTGRESQL = "pytest on PostgreSQL"
STEPS = [
    ("manage.py check", [*MANAGE, "check"], {}),
    ("migrations complete", [*MANAGE, "makemigrations", "--check", "--dry-run"], {}),
    ("ruff", [PYTHON, "-m", "ruff", "check", "."], {}),
    ("templates", [str(BESIDE / "djlint"), "--lint", "--quiet", "templates"], {}),
    ("import rules", [str(BESIDE / "lint-imports")], {}),
    ("types", [PYTHON, "-m", "mypy", *CODE], {}),
    ("pytest on SQLite", [*PYTEST, "-m", "not lighthouse and not one_database"], {"PORTAL_TEST_DB": "sqlite"}),
    (ON_POSTGRESQL, [*PYTEST, "-m", "not e2e and not lighthouse"], {"PORTAL_TEST_DB": "postgresql"}),
]


def in_ci():
    return os.environ.get("CI") == "true"


def skip_reason(name):
    """Why this step cannot run here; an empty string when it can."""
    if name != ON_POSTGRESQL:
        return ""
    try:
        postgres.find_binaries()
    except postgres.NoPostgres as fault:
        return str(fault)
    return ""


def run_step(name, command, variables):
    print(f"\n== {name}", flush=True)
    if reason := skip_reason(name):
        print(reason, flush=True)
        return "FAILED" if in_ci() else "SKIPPED, no PostgreSQL found"
    done = subprocess.run(command, env={**os.environ, "DEBUG": "1", **variables}, check=False)
    return "FAILED" if done.returncode else "ok"


def timed(step):
    started = time.monotonic()
    outcome = run_step(*step)
    return step[0], outcome, time.monotonic() - started


def main():
    outcomes = [timed(step) for step in STEPS]
    print("\n== Summary")
    for name, outcome, seconds in outcomes:
        print(f"{name:<24}{outcome:<32}{seconds:6.0f} s")
    failed = any(outcome == "FAILED" for _, outcome, _ in outcomes)
    print("\nSomething failed." if failed else "\nEverything that ran passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

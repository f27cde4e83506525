import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings

from deploy import run


def test_env_file_gives_way_to_the_environment(tmp_path):
    path = tmp_path / ".env"
    path.write_text("# catatan\nDEBUG=0\nFROM_EMAIL=Portal BKK <a@b.test>\nSECRET_KEY='a=b'\nbukan baris\nPORT=\n")
    environ = {"DEBUG": "1"}
    run.read_env_file(path, environ)
    assert environ == {"DEBUG": "1", "FROM_EMAIL": "Portal BKK <a@b.test>", "SECRET_KEY": "a=b", "PORT": ""}


def test_env_file_may_be_missing(tmp_path):
    environ = {}
    run.read_env_file(tmp_path / ".env", environ)
    assert environ == {}


@pytest.mark.parametrize("text", ["delapan", "0", "70000", "-1"])
def test_port_that_is_none_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(SystemExit, match=f"PORT={text} bukan nomor porta"):
        run.wanted_port()


def test_port_is_8000_unless_told(monkeypatch):
    monkeypatch.setenv("PORT", "")
    assert run.wanted_port() == 8000


def test_run_says_that_the_port_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        environ = {**os.environ, "PORT": str(port)}
        done = subprocess.run(
            [sys.executable, "-m", "deploy.run"],
            cwd=settings.BASE_DIR,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (f"Porta {port} sudah dipakai program lain. Pilih yang lain: make run PORT={port + 1}\n")

"""Public pages through gunicorn, 2 workers and 8 clients, signed out: answers a second beside a bare Django view's."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from placements.vacancies.models import Vacancy
from tests.bench._vacancy_world import World

NAME = (
    "Halaman publik lewat gunicorn, 2 proses, 8 pengunjung tanpa akun (sasaran: tanpa simpanan paling sedikit 50 % "
    "dari polos, dengan simpanan paling sedikit 100 %)"
)
SIZE = 1_000
SECONDS, WARM_UP = 4, 1
PLAIN = "/polos/"


def run():
    World().grow(SIZE)
    page = Vacancy.objects.open().select_related("employer").order_by("-published_at", "-pk")[0].get_absolute_url()
    pages = [("polos: 20 baris, satu kueri", PLAIN), ("kosong: tanpa kueri", "/kosong/")]
    pages += [("beranda", "/"), ("daftar", "/lowongan/"), ("satu lowongan", page)]
    return [row for kept in (0, 300) for row in _measured(pages, kept)]


def _measured(pages, kept):
    """One server's pages; `kept`: seconds that it keeps pages for strangers, 0 for never."""
    with _server(kept) as port:
        speeds = {path: _answers(port, path) / SECONDS for _, path in pages}
    plain = speeds[PLAIN]
    return [
        {
            "halaman": label,
            "simpanan": "ya" if kept else "tidak",
            "jawaban per detik": speeds[path],
            "% dari polos": 100 * speeds[path] / plain,
        }
        for label, path in pages
    ]


def _answers(port, path):
    _load(port, path, WARM_UP)
    return _load(port, path, SECONDS)


def _load(port, path, seconds):
    command = [sys.executable, str(settings.BASE_DIR / "tests" / "bench" / "_load.py"), str(port), path, str(seconds)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@contextmanager
def _server(kept):
    port = _free_port()
    own = {"DJANGO_SETTINGS_MODULE": "tests.bench._served", "BENCH_PAGE_CACHE": str(kept), "WEB_WORKERS": "2"}
    own |= {"BIND": f"127.0.0.1:{port}", "BENCH_DATABASE": str(connection.settings_dict["NAME"])}
    command = [shutil.which("gunicorn", path=os.path.dirname(sys.executable)), "--log-level", "error"]
    command += ["-c", "deploy/gunicorn.conf.py", "--max-requests", "0", "bkk_portal.wsgi"]
    server = subprocess.Popen(command, cwd=settings.BASE_DIR, env={**os.environ, **own})
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_for(port):
    for _ in range(100):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("gunicorn tidak menjawab")

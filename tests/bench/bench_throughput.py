"""Public pages through gunicorn, 2 workers and 8 clients, signed out, beside a bare Django view.

Each page's turns stand between turns of the bare view, and the workers' processor time is counted as well as answers:
neighbours on the machine take away answers a second, but hardly change what an answer costs.
"""

import dataclasses
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from placements.vacancies.models import Vacancy
from tests.bench._vacancy_world import World

NAME = (
    "Halaman publik lewat gunicorn, 2 proses, 8 pengunjung tanpa akun (sasaran: tanpa simpanan paling sedikit 50 % "
    "dari polos, dengan simpanan halaman paling sedikit 100 %)"
)
SIZE = 1_000
ROUNDS, SECONDS, WARM_UP = 4, 1, 1
PLAIN = "/polos/"
# What is kept: (seconds, whether strangers' whole pages are kept too).
KEPT = {"tidak ada": (0, False), "jawaban": (300, False), "halaman": (300, True)}
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


def run():
    World().grow(SIZE)
    page = Vacancy.objects.open().select_related("employer").order_by("-published_at", "-pk")[0].get_absolute_url()
    pages = {"kosong: tanpa kueri": "/kosong/", "beranda": "/", "daftar": "/lowongan/", "satu lowongan": page}
    return [row for kept in KEPT for row in _measured(pages, kept)]


def _measured(pages, kept):
    """A line for each page, from one server."""
    with _server(*KEPT[kept]) as server:
        for path in (PLAIN, *pages.values()):
            server.take_turn(path, WARM_UP)
        for label, path in pages.items():
            yield _line(label, kept, *_by_turns(server, path))


def _by_turns(server, path):
    """(Turn of the bare view, Turn of the page): the sum of each."""
    turns = [(server.take_turn(PLAIN, SECONDS), server.take_turn(path, SECONDS)) for _ in range(ROUNDS)]
    return [_sum(side) for side in zip(*turns, strict=True)]


def _sum(turns):
    return Turn(sum(turn.answers for turn in turns), sum(turn.work for turn in turns))


def _line(label, kept, plain, page):
    return {
        "halaman": label,
        "disimpan": kept,
        "jawaban per detik": page.answers / ROUNDS / SECONDS,
        "% dari polos": 100 * page.answers / plain.answers,
        "ms prosesor": page.work / page.answers,
        "polos ms": plain.work / plain.answers,
        "% menurut prosesor": 100 * (plain.work / plain.answers) / (page.work / page.answers),
    }


@dataclasses.dataclass(frozen=True)
class Turn:
    """`work`: milliseconds of processor time of the workers; a database server's own are not in it."""

    answers: int
    work: float


@dataclasses.dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def take_turn(self, path, seconds):
        worked = self._worked()
        script = settings.BASE_DIR / "tests" / "bench" / "_load.py"
        command = [sys.executable, str(script), str(self.port), path, str(seconds)]
        answers = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return Turn(answers, self._worked() - worked)

    def _worked(self):
        workers = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(_processor_time(pid) for pid in workers)


def _processor_time(pid):
    """Milliseconds in the program and in the system, of a process's own (proc(5), stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK_MS


@contextmanager
def _server(seconds, keeps_pages):
    port = _free_port()
    own = {"DJANGO_SETTINGS_MODULE": "tests.bench._served", "BENCH_PAGE_CACHE": str(seconds), "WEB_WORKERS": "2"}
    own |= {"BENCH_KEEPS_PAGES": "1" if keeps_pages else ""}
    own |= {"BIND": f"127.0.0.1:{port}", "BENCH_DATABASE": str(connection.settings_dict["NAME"])}
    command = [shutil.which("gunicorn", path=os.path.dirname(sys.executable)), "--log-level", "error"]
    command += ["-c", "deploy/gunicorn.conf.py", "--max-requests", "0", "bkk_portal.wsgi"]
    server = subprocess.Popen(command, cwd=settings.BASE_DIR, env={**os.environ, **own})
    try:
        _wait_for(port)
        yield Server(port, server.pid)
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

"""`make run`: prepares the database and files, then serves the portal and its task worker until Ctrl-C.

Only for one's own machine; a server runs the units beside this file.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from bkk_portal.environment import as_bool

ROOT = Path(__file__).resolve().parent.parent
MANAGE = [sys.executable, str(ROOT / "manage.py")]
ACCOUNTS = [
    ("admin@demo.test", "superuser, juga /admin/"),
    ("dinas@demo.test", "petugas Disnakertrans"),
    ("kadis@demo.test", "kepala Disnakertrans"),
    ("opd@demo.test", "petugas OPD lain"),
    ("forum@demo.test", "ketua forum BKK"),
    ("bkk1@demo.test", "koordinator BKK SMKN 1 Kupang"),
    ("bkk2@demo.test", "koordinator BKK SMKN 2 Kupang"),
    ("alumni1@demo.test", "alumnus SMKN 1 Kupang"),
    ("alumni2@demo.test", "alumnus SMKN 2 Kupang"),
    ("peserta@demo.test", "peserta pelatihan"),
    ("perusahaan1@demo.test", "perusahaan mitra"),
    ("perusahaan2@demo.test", "perusahaan mitra"),
]
PASSWORD = "demo-kupang-2026"


def read_env_file(path, environ):
    """Adds the KEY=VALUE lines of a .env file; what the environment already says wins."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        key, equals, value = line.strip().partition("=")
        if equals and not key.startswith("#"):
            environ.setdefault(key.strip(), value.strip().strip("'\""))


def wanted_port():
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        sys.exit(f"PORT={text} bukan nomor porta. Contoh yang benar: make run PORT=8001")
    return int(text)


def is_listening(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def manage(*arguments, say=None):
    if say:
        print(f"{say} ...", flush=True)
    done = subprocess.run([*MANAGE, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"Berhenti: manage.py {arguments[0]} gagal, pesannya ada di atas.")


def prepare():
    manage("migrate", "--verbosity", "0", say="Menyiapkan basis data")
    manage("load_reference", say="Memuat data rujukan")
    if as_bool(os.environ["DEBUG"]):
        manage("demo", "--jika-kosong", "--berkas-nanti", say="Mengisi kota contoh bila masih kosong")
    manage("collectstatic", "--noinput", "--verbosity", "0", say="Menyusun berkas statis")


def start(port):
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "bkk_portal.wsgi"]
    local = ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--log-level", "warning", "--no-control-socket"]
    worker = [*MANAGE, "db_worker", "--no-reload", "--verbosity", "0"]
    return [subprocess.Popen(command, cwd=ROOT) for command in ([*gunicorn, *local], worker)]


def stop(processes):
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_until_listening(port, processes):
    deadline = time.monotonic() + 60
    while not is_listening(port):
        if any(process.poll() is not None for process in processes) or time.monotonic() > deadline:
            sys.exit("Portal gagal dijalankan, sebabnya ada di pesan di atas.")
        time.sleep(0.2)


def announce(port):
    print(f"\nPortal berjalan di  http://127.0.0.1:{port}/\n")
    if as_bool(os.environ["DEBUG"]):
        print(f"Akun contoh (kata sandi semuanya: {PASSWORD})")
        for email, what in ACCOUNTS:
            print(f"  {email:<24}{what}")
    print("\nTekan Ctrl-C untuk berhenti.", flush=True)


def serve(port):
    for stopping in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stopping, signal.default_int_handler)
    processes = start(port)
    beside = []
    try:
        wait_until_listening(port, processes)
        announce(port)
        if as_bool(os.environ["DEBUG"]):  # a quarter of a minute's work that nobody should wait for
            beside = [subprocess.Popen(["nice", *MANAGE, "demo_papers"], cwd=ROOT, stdout=subprocess.DEVNULL)]
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
        sys.exit("Salah satu proses portal berhenti sendiri, sebabnya ada di pesan di atas.")
    except KeyboardInterrupt:
        print("\nMenghentikan portal ...", flush=True)
    finally:
        stop([*processes, *beside])


def main():
    read_env_file(ROOT / ".env", os.environ)
    os.environ.setdefault("DEBUG", "1")
    os.environ.setdefault("STATIC_COLLECTED", "1")
    Path(os.environ.get("DATA_DIR") or ROOT / ".data").mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.argv[1:2] == ["--manage"]:
        os.execv(sys.executable, [*MANAGE, *sys.argv[2:]])
    port = wanted_port()
    if is_listening(port):
        sys.exit(f"Porta {port} sudah dipakai program lain. Pilih yang lain: make run PORT={port + 1}")
    os.environ.setdefault("PUBLIC_URL", f"http://127.0.0.1:{port}")
    prepare()
    serve(port)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nDihentikan.")

"""A copy of everything the portal keeps: database, files, and a manifest with a checksum of each.

DIR/manifest.json, DIR/database.sqlite3 or DIR/database.dump (pg_dump's custom format), DIR/files/…
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone

from bkk_portal.kit import nik_vault
from bkk_portal.kit.errors import Refused

MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def backup(directory: Any) -> dict[str, Any]:
    """Fills `directory` (new or empty), readable by its owner only. Returns the manifest; raises Refused."""
    if directory.exists() and any(directory.iterdir()):
        raise Refused(f"{directory} tidak kosong. Sebutkan folder baru untuk cadangan ini.")
    before = os.umask(0o077)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        # Database first: a file that comes later is only superfluous, one that is missing would be a loss.
        _dump(directory / DATABASES[connection.vendor])
        if Path(settings.MEDIA_ROOT).is_dir():
            shutil.copytree(settings.MEDIA_ROOT, directory / "files", copy_function=shutil.copyfile)
        return _write_manifest(directory)
    finally:
        os.umask(before)


def restore(directory: Any, *, force: bool = False) -> dict[str, Any]:
    """Puts the portal back to the backup in `directory`. Returns its manifest; raises Refused, nothing changed."""
    manifest = _read_manifest(directory)
    if not force and _has_data():
        raise Refused("Portal ini sudah berisi data. Tambahkan --force bila data itu memang akan ditimpa.")
    _load(directory / DATABASES[connection.vendor])
    if (directory / "files").is_dir():
        shutil.copytree(directory / "files", settings.MEDIA_ROOT, dirs_exist_ok=True, copy_function=shutil.copyfile)
    return manifest


def is_nik_readable(manifest: dict[str, Any]) -> bool:
    return manifest["nik_key"] in nik_vault.key_ids()


def _has_data() -> bool:
    users = get_user_model()
    return users._meta.db_table in connection.introspection.table_names() and users.objects.exists()


# manifest ---------------------------------------------------------------------------------------------------


def _checksums(directory: Any) -> dict[str, str]:
    paths = sorted(path for path in directory.rglob("*") if path.is_file() and path != directory / MANIFEST)
    return {path.relative_to(directory).as_posix(): _checksum(path) for path in paths}


def _checksum(path: Any) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_manifest(directory: Any) -> dict[str, Any]:
    manifest = {
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "database": connection.vendor,
        "nik_key": nik_vault.key_ids()[0],
        "checksums": _checksums(directory),
    }
    (directory / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return manifest


def _read_manifest(directory: Any) -> dict[str, Any]:
    try:
        manifest = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{directory} bukan cadangan portal: {MANIFEST} tidak ada atau tidak terbaca.") from error
    if manifest["database"] != connection.vendor:
        raise Refused(f"Cadangan ini dari {manifest['database']}, sedangkan portal ini memakai {connection.vendor}.")
    if manifest["checksums"] != (found := _checksums(directory)):
        wrong = sorted(path for path, _ in manifest["checksums"].items() ^ found.items())
        raise Refused(f"Cadangan rusak atau tidak lengkap: {wrong[0]} berbeda dari catatan {MANIFEST}.")
    return manifest


# databases --------------------------------------------------------------------------------------------------


def _dump(path: Any) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", f"--file={path}")


def _load(path: Any) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            copy.backup(connection.connection)
        connection.close()
    else:
        connection.close()
        options = ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
        _run("pg_restore", *options, f"--dbname={connection.settings_dict['NAME']}", str(path))


def _run(program: str, *arguments: Any) -> None:
    if shutil.which(program) is None:
        raise Refused(f"{program} tidak ditemukan. Pasang paket postgresql-client yang seversi dengan basis data.")
    found = connection.settings_dict
    names = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGHOST": "HOST", "PGPORT": "PORT"}
    environ = os.environ | {key: str(found[name]) for key, name in names.items() if found.get(name)}
    done = subprocess.run([program, *arguments], env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"{program} gagal: {done.stderr.strip()}")

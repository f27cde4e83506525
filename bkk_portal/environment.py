"""Every value that the outside world may set, typed, in one place. `.env.example` explains each."""

import base64
import dataclasses
import secrets
from pathlib import Path
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "hanya-untuk-pengembangan-jangan-dipakai-di-server"
MAIL_FAULT = "EMAIL_URL harus berbentuk smtp://nama:sandi@server:587 atau smtps://nama:sandi@server:465."
DEVELOPMENT_NIK_KEY = base64.urlsafe_b64encode(b"kunci-nik-untuk-pengembangan-32b").decode()


def as_bool(text):
    return text.strip().lower() in {"1", "true", "yes", "ya", "on"}


def as_list(text):
    return [part.strip() for part in text.split(",") if part.strip()]


@dataclasses.dataclass(frozen=True)
class Environment:
    debug: bool = False
    secret_key: str = DEVELOPMENT_SECRET
    nik_keys: list[str] = dataclasses.field(default_factory=lambda: [DEVELOPMENT_NIK_KEY])
    allow_sqlite: bool = False
    database_url: str = ""
    cache_url: str = ""
    data_dir: Path = BASE_DIR / ".data"
    allowed_hosts: list[str] = dataclasses.field(default_factory=lambda: ["localhost", "127.0.0.1", "[::1]"])
    public_url: str = "http://127.0.0.1:8000"
    email_url: str = ""
    from_email: str = "Portal BKK <no-reply@localhost>"
    privacy_contact: str = ""
    staff_mfa_required: bool = True
    tasks_in_process: bool = False
    accel_redirect: bool = False
    static_collected: bool = False
    trusted_proxy: bool = False

    @classmethod
    def read(cls, environ):
        """Environment from a mapping of strings; raises ImproperlyConfigured with every fault at once."""
        values = {}
        for field in dataclasses.fields(cls):
            text = environ.get(field.name.upper())
            if text:
                values[field.name] = cls._convert(field.type, text)
        values.setdefault("staff_mfa_required", not values.get("debug"))
        env = cls(**values)
        if faults := env.faults():
            raise ImproperlyConfigured("Portal tidak dapat dijalankan:\n- " + "\n- ".join(faults))
        return env

    @staticmethod
    def _convert(kind, text):
        return {bool: as_bool, str: str, Path: Path, list[str]: as_list}[kind](text)

    def faults(self):
        """What is wrong with it, and why it may not serve real people: of that nothing is asked in development."""
        checks = [(self.email_url and not is_mail_server(self.email_url), MAIL_FAULT)]
        if not self.debug or self.public_url.startswith("https://"):
            checks += self._checks_of_a_server()
        return [message for failed, message in checks if failed]

    def _checks_of_a_server(self):
        return [
            (self.debug, "DEBUG=1 hanya untuk pengembangan, sedangkan PUBLIC_URL alamat umum. Tulis DEBUG=0."),
            (self.secret_key == DEVELOPMENT_SECRET, "SECRET_KEY belum diisi (masih nilai bawaan)."),
            (DEVELOPMENT_NIK_KEY in self.nik_keys, "NIK_KEYS belum diisi (masih kunci bawaan)."),
            (
                self.is_sqlite and not self.allow_sqlite,
                "DATABASE_URL menunjuk ke SQLite. Isi alamat PostgreSQL, "
                "atau tulis ALLOW_SQLITE=1 bila memang disengaja.",
            ),
        ]

    @property
    def is_sqlite(self):
        return not self.database_url or self.database_url.startswith("sqlite")

    def mail(self):
        """The EMAIL_* settings for this environment."""
        return mail(self.email_url, self.debug)

    def database(self):
        """The DATABASES['default'] dictionary for this environment."""
        if self.is_sqlite:
            path = urlparse(self.database_url).path if self.database_url else ""
            return sqlite(path or self.data_dir / "portal.sqlite3")
        return postgresql(urlparse(self.database_url))


def is_mail_server(url):
    parts = urlparse(url)
    try:
        return parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, or beyond 65535
        return False


def mail(url, debug):
    """EMAIL_* settings of smtp://user:password@host:port (STARTTLS) or smtps:// (TLS from the start).

    Empty: letters are written to the console while developing, else they wait in the outbox (MAIL_IS_ON).
    """
    if not url:
        return {"MAIL_IS_ON": debug, "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlparse(url)
    if not is_mail_server(url):
        raise ImproperlyConfigured(MAIL_FAULT)
    is_tls = parts.scheme == "smtps"
    return {
        "MAIL_IS_ON": True,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if is_tls else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_tls,
        "EMAIL_USE_TLS": not is_tls and parts.hostname not in ("localhost", "127.0.0.1"),
        "EMAIL_TIMEOUT": 20,
    }


def sqlite(path):
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 600,  # opening the file anew, and closing it with its log, takes longer than a page
        "OPTIONS": {
            # IMMEDIATE takes the write lock at BEGIN, so two writers wait instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 60,  # a large import holds the one writer for half a minute
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            # The file's pages as memory, and 16 MB of them kept: a search reads thousands of rows here and there.
            "PRAGMA mmap_size=268435456; PRAGMA cache_size=-16384;",
        },
    }


def postgresql(url):
    query = dict(pair.split("=", 1) for pair in url.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(query.get("host", url.hostname or "")),
        "PORT": str(url.port or ""),
        # A new connection costs more than most of our queries; the JIT and parallel workers more than all of them.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c jit=off -c max_parallel_workers_per_gather=0"},
    }


def new_secret():
    return secrets.token_urlsafe(50)

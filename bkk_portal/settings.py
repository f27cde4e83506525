"""Django settings. What the outside world may set is read, typed and checked in environment.py."""

import os
import sys
from typing import Any

from csp.constants import NONE, SELF

from bkk_portal.environment import BASE_DIR, Environment

ENV = Environment.read(os.environ | ({"DEBUG": "1"} if "pytest" in sys.modules else {}))
TESTING = "pytest" in sys.modules
DEBUG = ENV.debug
SECRET_KEY = ENV.secret_key
ALLOWED_HOSTS = [*ENV.allowed_hosts, "testserver"] if TESTING else ENV.allowed_hosts
PUBLIC_URL = ENV.public_url.rstrip("/")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

# First key encrypts and hashes; older ones still read. `manage.py rotate_nik_keys` rewrites with the first.
NIK_KEYS = ENV.nik_keys

ROOMS = [
    "bkk_portal.kit",
    "bkk_portal.regions",
    "bkk_portal.accounts",
    "bkk_portal.offices",
    "bkk_portal.people",
    "bkk_portal.documents",
    "bkk_portal.notifications",
    "placements",
    "trainings",
    "bkk_portal.insights",
]
INSTALLED_APPS = [
    "auditlog",  # before the rooms, whose admin pages stand in place of its own
    *ROOMS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "template_partials",
    "simple_history",
    "django_tasks",
    "django_tasks_db",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "bkk_portal.kit.web.cache.StrangersPages",
    "csp.middleware.CSPMiddleware",
    "bkk_portal.kit.web.site.ErrorPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bkk_portal.accounts.entrance.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bkk_portal.accounts.entrance.middleware.ActorMiddleware",
    "bkk_portal.accounts.entrance.middleware.SecondFactorMiddleware",
    "bkk_portal.accounts.entrance.middleware.OnceMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "bkk_portal.urls"
WSGI_APPLICATION = "bkk_portal.wsgi.application"
ASGI_APPLICATION = "bkk_portal.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "bkk_portal.accounts.entrance.middleware.portal",
            ],
            "builtins": ["bkk_portal.kit.templatetags.indonesia", "bkk_portal.kit.templatetags.look"],
        },
    }
]

DATABASES = {"default": ENV.database()}
SILENCED_SYSTEM_CHECKS = ["models.W040"]  # SQLite leaves out what an index only includes: meant so
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": ENV.cache_url}
        if ENV.cache_url
        else {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "portal_cache",
            "OPTIONS": {"MAX_ENTRIES": 20_000},  # lockouts and sessions lie here: 300 would push them out
        }
    ),
    # Each process keeps its own public pages and answers; all of them look at one token (kit.page_cache).
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    "answers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "answers",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    "pictures": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": ENV.data_dir / "pictures",
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
    # How far a long write has come, seen from outside its transaction: so never in the database.
    "progress": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": ENV.cache_url}
        if ENV.cache_url
        else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": ENV.data_dir / "progress"}
    ),
}

PAGE_CACHE_SECONDS = 300  # the longest a figure that nobody watches may be old; 0 keeps no pages

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Indonesia")]
TIME_ZONE = "Asia/Makassar"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENV.data_dir / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = ENV.data_dir / "files"  # never served by URL: every file goes through a view with a check
FILE_ACCEL_REDIRECT = ENV.accel_redirect
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "bkk_portal.kit.web.site.CollectedFiles"
    },
}
# Hashed and compressed on a server, and by `make run`; as they lie in static/ while one works on them.
STATIC_COLLECTED = ENV.static_collected or not DEBUG
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = not STATIC_COLLECTED
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
UPLOAD_MAX_BYTES = 20 * 1024 * 1024

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["bkk_portal.accounts.entrance.logins.LoginBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "bkk_portal.accounts.entrance.forms.NotTheLoginValidator"},
]
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/"  # in fact AccountAdapter.get_login_redirect_url
LOGOUT_REDIRECT_URL = "/"
STAFF_MFA_REQUIRED = ENV.staff_mfa_required

ACCOUNT_ADAPTER = "bkk_portal.accounts.entrance.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "bkk_portal.accounts.entrance.forms.LoginForm",
    "reset_password": "bkk_portal.accounts.entrance.forms.ResetPasswordForm",
    "reset_password_from_key": "bkk_portal.accounts.entrance.forms.NewPasswordForm",
    "change_password": "bkk_portal.accounts.entrance.forms.ChangePasswordForm",
    "set_password": "bkk_portal.accounts.entrance.forms.SetPasswordForm",
    "reauthenticate": "bkk_portal.accounts.entrance.forms.ReauthenticateForm",
}
# Per address generous: a whole class sits behind one school's connection. Per login strict: that is the lockout.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "30/m/ip,5/10m/key",
    "signup": "60/m/ip",
    "claim": "60/m/ip",
    "report_vacancy": "20/h/ip",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ENV.trusted_proxy else 0
MFA_ADAPTER = "bkk_portal.accounts.entrance.mfa.MfaAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "bkk_portal.accounts.entrance.forms.CodeForm",
    "reauthenticate": "bkk_portal.accounts.entrance.forms.ReauthenticateCodeForm",
    "activate_totp": "bkk_portal.accounts.entrance.forms.ActivateTotpForm",
    "add_webauthn": "bkk_portal.accounts.entrance.forms.AddKeyForm",
    "edit_webauthn": "bkk_portal.accounts.entrance.forms.EditKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_TOTP_ISSUER = "Portal BKK Kupang"

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bkk_portal.kit.web.site.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not DEBUG:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_URL.startswith("https://")
    SECURE_SSL_REDIRECT = PUBLIC_URL.startswith("https://")
    SECURE_HSTS_SECONDS = 31536000 if SECURE_SSL_REDIRECT else 0
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if ENV.trusted_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
FORM_RENDERER = "bkk_portal.kit.forms.rendering.Renderer"

TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if TESTING or ENV.tasks_in_process
        else "django_tasks_db.DatabaseBackend"
    }
}

globals().update(ENV.mail())  # EMAIL_*, and MAIL_IS_ON: whether letters can leave at all
DEFAULT_FROM_EMAIL = ENV.from_email
PRIVACY_CONTACT = ENV.privacy_contact

SIMPLE_HISTORY_HISTORY_ID_USE_UUID = False
SIMPLE_HISTORY_REVERT_DISABLED = True
AUDITLOG_LOGENTRY_MODEL = "accounts.Change"
AUDITLOG_USE_BASE_MANAGER = True

# Constants: changing one is a release. What is our assumption, for the office to confirm, carries [A] here and in
# docs/domain.md.
RULES: dict[str, Any] = {
    "second_kit_years": 3,
    "recipients_per_proxy": 1,  # [A] one person brings home the kit of one other
    "spectrum_2022_from": 2025,  # graduates of this year on studied under the spectrum of 2022 [A]
    "monitoring_months": (3, 6, 12),
    "follow_up_months": (3, 6, 12),  # after the first day of a placement
    "tracer_link_days": 60,  # how long a personal link to the tracer study works
    "tracer_waves": (14, 30, 45),  # days after the opening on which the silent are reminded, unless set otherwise
    "claim_tries": 3,
    "claim_lock_minutes": 60,
    "invitation_days": 14,
    "minimum_working_age": 18,
    "closing_soon_days": 7,
    "saved_searches_most": 10,  # of one person
    "forget_alerts_days": 180,  # after a vacancy has closed, who was told of it
    "reports_to_hide": 5,  # readers' reports that hide a vacancy until the office has looked [A]
    "gone_days": 90,  # a vacancy closed longer ago answers 410 to strangers [A]
    "suppress_under": 5,
    "audit_pack_days": 30,  # an audit pack holds personal data of a whole class: thrown away after that [A]
    "silent_employer_days": 21,
    "agreement_reminder_days": (90, 30, 7),  # before an MoU ends; its BKK is told once each
    "bkk_report_every": "quarter",  # the period every BKK owes a report on (placements.reports.enums.PeriodKind) [A]
    "bkk_report_days": 14,  # after its end, until that report is due [A]
    "silent_bkk_months": 6,
    "bkk_reminder_days": 7,  # before the office may remind the same BKK again
    "registration_ends_days": 90,  # before a tanda daftar with an end is shown as ending
    "bmw_priority": ("working", "self_employed", "studying"),
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

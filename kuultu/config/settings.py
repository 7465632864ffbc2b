"""The one settings file. It reads the environment (docs/settings.md names every variable) and fails loudly."""

import os
import secrets
from pathlib import Path

import dj_database_url
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from kuultu.ground.languages.registry import CONTENT, django_lang_info

PACKAGE = Path(__file__).resolve().parent.parent


def env_flag(name: str, default: bool) -> bool:
    """A yes or a no from the environment. Anything else is an error, not a guess."""
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "no", "1", "0", "true", "false"}:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value in {"yes", "1", "true"}


def env_list(name: str, default: str) -> list[str]:
    """Words separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def secret_key(folder: Path) -> str:
    """KUULTU_SECRET_KEY, or one made at the first start and kept in the data folder, readable by its owner only."""
    if key := os.environ.get("KUULTU_SECRET_KEY"):
        return key
    file = folder / "secret-key"
    if not file.exists():
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(secrets.token_urlsafe(50))
    return file.read_text().strip()


# Where things are kept
DATA_DIR = Path(os.environ.get("KUULTU_DATA_DIR", "var")).resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)  # raw reports are nobody else's on this machine
SECRET_KEY = secret_key(DATA_DIR)
DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{DATA_DIR / 'kuultu.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL alone let 116,982 of 175,209 concurrent writes fail; with IMMEDIATE none did.
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
        "PRAGMA cache_size=-20000;",
    }
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 10, "timeout": 10}
else:
    raise ImproperlyConfigured("DATABASE_URL must be sqlite:… or postgres:…")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who may ask, and how
DEBUG = env_flag("KUULTU_DEBUG", False)
ALLOWED_HOSTS = env_list("KUULTU_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = os.environ.get("KUULTU_SITE_URL", "http://localhost:8000").rstrip("/")
SECURE = env_flag("KUULTU_SECURE", SITE_URL.startswith("https://"))
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_NAME = "__Host-kuultu" if SECURE else "kuultu"
CSRF_COOKIE_NAME = "__Host-kuultu-csrf" if SECURE else "kuultu-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
BEHIND_PROXY = env_flag("KUULTU_BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

# The rooms
GROUND = ["languages", "web", "privacy", "municipalities", "audit", "people"]
LOOP = [
    "rounds", "materials", "reports", "statements", "cards",
    "slides", "decisions", "surveys", "measures", "followup",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    *(f"kuultu.ground.{room}" for room in GROUND),
    *(f"kuultu.loop.{room}" for room in LOOP),
    "kuultu.desk",
    "kuultu.public",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kuultu.ground.web.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kuultu.ground.web.interface.InterfaceLanguageMiddleware",
    "kuultu.ground.web.limits.SizeMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kuultu.ground.municipalities.middleware.ScopeMiddleware",
    "kuultu.ground.people.middleware.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "kuultu.config.urls"
WSGI_APPLICATION = "kuultu.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "kuultu.ground.municipalities.context.town",
                "kuultu.ground.web.context.page",
                "kuultu.loop.rounds.context.round_of_page",
                "kuultu.desk.context.path",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "kuultu.ground.web.templatetags.web",
                "kuultu.ground.municipalities.templatetags.town",
            ],
        },
    }
]
FORM_RENDERER = "kuultu.ground.web.fields.FieldRenderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# People
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "people:home"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours: a delay, not a lock-out
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"  # as `authenticate` is called, not as the form names it
AXES_SENSITIVE_PARAMETERS = ["email", "next", "csrfmiddlewaretoken"]
AXES_CLIENT_IP_CALLABLE = "kuultu.ground.people.guesses.whence"
AXES_DISABLE_ACCESS_LOG = True  # who signed in from where is nobody's business
AXES_LOCKOUT_CALLABLE = "kuultu.ground.people.views.slow_down"
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_VERBOSE = False

# Languages and time
LANG_INFO.update(django_lang_info())  # Django's own list lacks se, so, ti, rw, rn and Dari
LANGUAGES = [(each.code.lower(), each.en) for each in CONTENT.values()]
LANGUAGES_BIDI = [each.code.lower() for each in CONTENT.values() if each.direction == "rtl"]
LANGUAGE_CODE = "fi"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

# Files
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kuultu.ground.web.storage.StaticStorage"},
}
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA_DIR / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 1
MOST_SENT = 12 * 1024 * 1024  # a Word form of twice the allowed size still gets its own sentence
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Letters go to the log of the terminal until a mail server is named: nothing leaves the machine by itself.
MAILERS: dict[str, dict[str, object]] = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
if host := os.environ.get("KUULTU_EMAIL_HOST"):
    MAILERS["default"] = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"host": host}}
DEFAULT_FROM_EMAIL = os.environ.get("KUULTU_EMAIL_FROM", "kuultu@localhost")

# No addresses, no texts: paths of doors carry tokens, so requests are not logged, and what breaks is logged without.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "without_words": {"()": "kuultu.ground.web.logs.WithoutWords", "format": "{asctime} {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without_words"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
    },
}

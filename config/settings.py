"""Every setting of the project, read top to bottom. docs/configuration.md names each variable read here."""

from pathlib import Path

from django.utils.csp import CSP

from config import database, env
from config.caches import caches
from config.secret import secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

# What kind of running this is

DEBUG = env.flag("DEBUG", False)
DEMO = env.flag("DEMO", False)
ON_ONES_OWN = DEBUG or DEMO
PORT = env.number("PORT", 8000, least=1)  # where the demo listens; a server of your own is told by its own means
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var")))

# The newsroom

SITE_NAME = env.text("SITE_NAME", "Who Said What")
PUBLIC_READING = env.flag("PUBLIC_READING", True)
CONFIRMED_BY = env.choice("CONFIRMED_BY", "name", ("name", "role"))
TIME_ZONE = NEWSROOM_TIME_ZONE = env.zone("NEWSROOM_TIME_ZONE", "Europe/London")
LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
EXTRACTION_MODEL = env.text("EXTRACTION_MODEL", "")

# Who may knock

SECRET_KEY = secret_key(DATA_DIR / "secret_key", generated=ON_ONES_OWN)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"] if ON_ONES_OWN else env.hosts("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")
SITE_DOMAIN = env.text("SITE_DOMAIN", ALLOWED_HOSTS[0].lstrip("."))

SECURE = env.flag("SECURE", not ON_ONES_OWN)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if env.flag("TRUST_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
X_FRAME_OPTIONS = "DENY"
# Preloading writes a host into browsers for years; the owner of the domain decides on that, not this project.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# The parts

INSTALLED_APPS = [
    "claims",
    "articles",
    "accounts",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks_db",
    "pghistory",
    "pgtrigger",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.keeping.keep_nothing_of_whoever_is_signed_in",
    "accounts.keeping.ask_again_for_what_is_not_there",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
# Reading writes no history; asking who reads would tie every page to its session.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
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
            ],
            "builtins": ["claims.templatetags.everywhere"],
        },
    },
]

# Signing in

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
if DEMO:
    AUTHENTICATION_BACKENDS = ["accounts.demo.DemoSignIn", *AUTHENTICATION_BACKENDS]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# The database, and what waits in it

DATABASE_URL = env.text("DATABASE_URL", "")
DATABASES = {
    "default": database.pooled(
        database.named(DATABASE_URL) if DATABASE_URL else database.embedded(DATA_DIR / "postgres"),
        size=env.number("DATABASE_POOL", 8),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# What is kept so that it is not made twice

CACHE_URL = env.text("CACHE_URL", "none" if DEBUG else "process")
CACHES = caches(CACHE_URL)

# Files in and out

UPLOAD_LIMIT = 10 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = None if ON_ONES_OWN else BASE_DIR / "staticfiles"
WHITENOISE_USE_FINDERS = ON_ONES_OWN
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage" if ON_ONES_OWN else "config.static_storage.HashedStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

# What it says while it runs

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}},
    "root": {"handlers": ["stdout"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "propagate": True, "level": "INFO"},
        # Strangers who try host names are not errors of ours.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django_tasks_db": {"level": "INFO"},
        "accounts": {"level": "INFO"},
        "articles": {"level": "INFO"},
        "claims": {"level": "INFO"},
    },
}

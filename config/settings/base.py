"""What every environment shares. `development`, `test` and `production` state the differences."""

from datetime import timedelta

import csp.constants

from config.env import BASE_DIR, VAR_DIR, env
from config.settings import jobs, retention
from config.settings.llm import *  # noqa: F403 - every name there is a setting
from config.settings.logs import logging_config
from config.settings.openapi import SPECTACULAR
from config.settings.services import caches, databases

VERSION = "0.1.0"

DEBUG = False
ALLOWED_HOSTS: list[str] = []
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

INSTALLED_APPS = [
    "config.apps.ProjectAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "corsheaders",
    "csp",
    "django_filters",
    "django_prometheus",
    "django_ratelimit",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "import_export",
    "rest_framework",
    "rest_framework_simplejwt.token_blacklist",
    "accounts",
    "specs",
    "evaluation",
    "feedback",
    "rl",
    "config",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "config.middleware.request_id.RequestIdMiddleware",
    "config.middleware.body.BodyLimitMiddleware",
    "config.middleware.database.DatabaseAwayMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

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
                "config.dashboard.context.frame",
            ]
        },
    }
]

PROMETHEUS_EXPORT_MIGRATIONS = False

# The choice of database and cache is made at start, never at run time (API.md).
DATABASES = databases()
CACHES = caches()
globals().update(jobs.CELERY)
JOB_HANDLERS = jobs.JOB_HANDLERS
RETENTION_DAYS = retention.RETENTION_DAYS
PRUNERS = retention.PRUNERS

# django-ratelimit knows django-redis by its own name only; ours is that one, with memory behind it.
SILENCED_SYSTEM_CHECKS = ["django_ratelimit.W001"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "dashboard:sign-in"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "config" / "static"]

# The parser counts every body itself; this is Django's own limit for forms and raw reads.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.ApiKeyAuthentication",
        "accounts.authentication.AccessTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["accounts.permissions.Scoped"],
    "DEFAULT_PARSER_CLASSES": ["config.api.parsers.StrictJSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["config.api.renderers.StrictJSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "config.api.pagination.CursorPagination",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "config.api.schema.Schema",
    "EXCEPTION_HANDLER": "config.api.errors.exception_handler",
    # `?format=` is a parameter of some endpoints, not a way to choose a renderer.
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=5),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=7),
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    "ALGORITHM": "HS256",
    "AUDIENCE": "prompt-to-json",
    "ISSUER": "prompt-to-json",
    "LEEWAY": 60,
    "UPDATE_LAST_LOGIN": False,
}

SPECTACULAR_SETTINGS = {**SPECTACULAR, "VERSION": VERSION}

# Short endpoints that answer without credentials (API.md). Production ships root and health only.
PUBLIC_ENDPOINTS = env.list(
    "PUBLIC_ENDPOINTS",
    default=[
        "root",
        "health",
        "metrics",
        "agent-status",
        "cache-stats",
        "reports",
        "iterations",
        "system-test",
        "log-values",
        "batch-evaluate",
    ],
)

# Whether /metrics answers at all; switched off it is no page.
ENABLE_METRICS = env.bool("ENABLE_METRICS", default=True)

# Requests per minute: one bucket per endpoint and credential (or client address).
RATE_LIMIT_PROTECTED = env.str("RATE_LIMIT_PROTECTED", default="20/minute")
RATE_LIMIT_AUTH = env.str("RATE_LIMIT_AUTH", default="10/minute")
# Addresses of the proxies whose X-Forwarded-For is believed; nobody's by default.
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])

CORS_ALLOWED_ORIGINS = [url.rstrip("/") for url in env.list("FRONTEND_URL", default=[])]
CORS_EXPOSE_HEADERS = [
    "ETag",
    "Idempotent-Replayed",
    "Location",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "X-Request-ID",
]
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "idempotency-key",
    "if-match",
    "if-none-match",
    "prefer",
    "x-api-key",
    "x-csrftoken",
    "x-request-id",
]
CSRF_TRUSTED_ORIGINS = CORS_ALLOWED_ORIGINS

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [csp.constants.SELF],
        "img-src": [csp.constants.SELF, "data:"],
        "object-src": [csp.constants.NONE],
        "base-uri": [csp.constants.NONE],
        "form-action": [csp.constants.SELF],
        "frame-ancestors": [csp.constants.NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

# Whose scores a reviewer must not see yet (see specs.blindness.Blindness). Named here, since
# imports go down only.
SCORE_BLINDNESS = "feedback.selectors.hidden_specs"

# What people would say of a spec (see evaluation.predicting.RatingPredictor).
RATING_PREDICTOR = "feedback.selectors.predicted_rating"

# How long a reviewer holds a place of the review queue before somebody else may take it.
REVIEW_LEASE_MINUTES = env.int("REVIEW_LEASE_MINUTES", default=30)

# An existing deployment's key: made into a stored (hashed) key at start.
API_KEY = env.str("API_KEY", default="")

# How long the same prompt of the same caller gives the same spec again.
GENERATION_CACHE_SECONDS = env.int("GENERATION_CACHE_SECONDS", default=3600)

# What is acknowledged while the database is away.
FALLBACK_DIR = VAR_DIR / "fallback"
# What stores a journalled row of which the database may know more by now than its id.
JOURNAL_STORES = {
    "logs": "feedback.services.journal.hidg_log_store",
    "ratings": "feedback.services.journal.rating_store",
}

LOGGING = logging_config()

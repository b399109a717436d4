"""Production: everything secret is required, everything sent is over TLS."""

from django.core.exceptions import ImproperlyConfigured

from config.env import env
from config.settings.base import *  # noqa: F403
from config.settings.base import SIMPLE_JWT, VERSION
from config.settings.weak import weakness

SECRET_KEY = env.str("SECRET_KEY", default="")
SIMPLE_JWT["SIGNING_KEY"] = env.str("JWT_SECRET", default="")
API_KEY = env.str("API_KEY", default="")

for _name, _value, _length in (
    ("SECRET_KEY", SECRET_KEY, 50),
    ("JWT_SECRET", SIMPLE_JWT["SIGNING_KEY"], 32),
    *([("API_KEY", API_KEY, 24)] if API_KEY else []),
):
    if _reason := weakness(str(_value), min_length=_length):
        # The value itself is never shown.
        raise ImproperlyConfigured(f"{_name} {_reason}")
if SIMPLE_JWT["SIGNING_KEY"] == SECRET_KEY:
    raise ImproperlyConfigured("JWT_SECRET must differ from SECRET_KEY")

if env.bool("DEBUG", default=False):
    raise ImproperlyConfigured("DEBUG must be off in production")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
if not ALLOWED_HOSTS or any(host.strip() in {"*", ""} for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts that are served, without '*'")

PUBLIC_ENDPOINTS = env.list("PUBLIC_ENDPOINTS", default=["root", "health"])

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
# Probes and Prometheus come from inside, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^health(/|$)", r"^metrics/?$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Errors go to Sentry when SENTRY_DSN names a project; nothing personal is sent along.
if _dsn := env.str("SENTRY_DSN", default=""):
    import sentry_sdk

    sentry_sdk.init(
        dsn=_dsn,
        release=VERSION,
        send_default_pii=False,
        max_request_body_size="never",
        include_local_variables=False,
        traces_sample_rate=0.0,
    )

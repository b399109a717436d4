"""A laptop: no configuration needed, random secrets that persist in `var/`."""

from django.core.exceptions import ImproperlyConfigured

from config.env import development_secret, production_mode, read_dotenv

read_dotenv()
if production_mode():
    raise ImproperlyConfigured(
        "PRODUCTION_MODE belongs in the environment: .env is read in development only"
    )

from config.settings.base import *  # noqa: E402, F403 - base reads what .env sets
from config.settings.base import SIMPLE_JWT, STATIC_ROOT  # noqa: E402

DEBUG = False  # Error pages of a debug server show settings; the log has the traceback.
SECRET_KEY = development_secret("SECRET_KEY")
SIMPLE_JWT["SIGNING_KEY"] = development_secret("JWT_SECRET")
# Static files straight from the packages: no collectstatic on a laptop.
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
SILENCED_SYSTEM_CHECKS = [
    # django-ratelimit wants a shared cache; one process on a laptop is its own.
    "django_ratelimit.E003",
    "django_ratelimit.W001",
]

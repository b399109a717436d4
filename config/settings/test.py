"""The test suite: SQLite and memory, or what DATABASE_URL and REDIS_URL name."""

import tempfile
from pathlib import Path

from config.env import env
from config.settings.base import *  # noqa: F403
from config.settings.base import CACHES, DATABASES, SIMPLE_JWT
from config.settings.logs import logging_config

SECRET_KEY = "test-only-" + "k" * 50
SIMPLE_JWT["SIGNING_KEY"] = "test-only-" + "j" * 50
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
SILENCED_SYSTEM_CHECKS = ["django_ratelimit.E003", "django_ratelimit.W001"]

# The suite signs hundreds of users in; the hash's slowness is tested where it matters.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="p2j-test-"))

# Each worker of the suite has its own corner of a shared Redis, and clears only that.
CACHES["default"]["KEY_PREFIX"] = f"test-{env.str('PYTEST_XDIST_WORKER', default='main')}"
# Limits are tested by the tests that set them; elsewhere they would only be in the way.
RATE_LIMIT_PROTECTED = "100000/minute"
RATE_LIMIT_AUTH = "100000/minute"
# Tasks run where they are sent, and no broker is opened.
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {}
# A developer's own key must not make the suite call a model.
OPENAI_API_KEY = OPENAI_BASE_URL = ""
LOGGING = logging_config(to_file=False)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in production: threads of a test share it by locks, not by one connection.
    DATABASES["default"]["TEST"] = {"NAME": str(STATIC_ROOT / "test.sqlite3")}
FALLBACK_DIR = STATIC_ROOT / "fallback"

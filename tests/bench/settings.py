"""The service as it runs, with one endpoint more to compare with."""

from config.settings.development import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"

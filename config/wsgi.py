"""The WSGI application that Granian serves."""

import os

from django.core.wsgi import get_wsgi_application

from config.env import settings_module

os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())
application = get_wsgi_application()

# Imported late: models exist once the application is set up.
from accounts.journal import resume  # noqa: E402
from specs.wiring import build_agents  # noqa: E402

resume()
# The first request would pay for reading the knowledge and loading the SDK out of its deadline.
build_agents()

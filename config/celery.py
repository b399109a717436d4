"""The Celery application: jobs and the schedule, over Redis or a folder on this machine."""

import os

from celery import Celery

from config.env import settings_module

os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())

app = Celery("prompt-to-json")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

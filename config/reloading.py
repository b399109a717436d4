"""`python -m config.reloading worker ...`: Celery, started again whenever the code changes."""

import sys

from django.utils.autoreload import run_with_reloader

from config.celery import app

if __name__ == "__main__":
    run_with_reloader(app.start, sys.argv[1:])

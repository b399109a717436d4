"""The figures of a worker and of beat, on a port of their own: neither serves `/metrics`.

METRICS_PORT asks for it, where they do not share the web server's folder. It has no credentials:
it belongs inside the network.
"""

from typing import Any

from celery.signals import beat_init, task_postrun, worker_ready
from prometheus_client import start_http_server

from config.env import metrics_port
from config.operations.metrics import process_figures, registry


def show_figures(**_: Any) -> None:
    process_figures()
    if port := metrics_port():
        start_http_server(port, registry=registry())


def update_figures(**_: Any) -> None:
    """The pool's processes answer no scrape: each leaves its figures after a task."""
    process_figures()


worker_ready.connect(show_figures)
beat_init.connect(show_figures)
task_postrun.connect(update_figures)

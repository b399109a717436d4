"""Scheduled work that spans the apps."""

from celery import shared_task

from config.operations.pruning import logs_prune


@shared_task(name="config.prune_logs")
def prune_logs() -> None:
    logs_prune()

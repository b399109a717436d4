"""Waking a worker for a job. The row is there already, so a broker that is away loses nothing."""

import logging
import uuid
from functools import partial

from django.db import transaction
from kombu.exceptions import OperationalError

from accounts.tasks import run_job

logger = logging.getLogger(__name__)


def job_send_on_commit(job_id: uuid.UUID) -> None:
    transaction.on_commit(partial(_send, job_id))


def _send(job_id: uuid.UUID) -> None:
    try:
        run_job.delay(str(job_id))
    except OperationalError:
        logger.warning("broker away: job %s waits in its table", job_id)

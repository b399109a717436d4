"""Work for beat: each is one call of a service and safe to run twice."""

import logging

from celery import shared_task
from django.utils import timezone

from feedback import services
from feedback.errors import TooFewRatings

logger = logging.getLogger(__name__)


@shared_task(name="feedback.fill_review_queue")
def fill_review_queue() -> int:
    return services.queue_fill()


@shared_task(name="feedback.expire_leases")
def expire_leases() -> int:
    return services.leases_expire(now=timezone.now())


@shared_task(name="feedback.fit_reward_model")
def fit_reward_model() -> str:
    """The version that is in use now; empty while people have said too little."""
    try:
        return services.reward_model_fit().version
    except TooFewRatings as few:
        logger.info("no reward model yet: %s", few)
        return ""

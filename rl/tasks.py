"""Nightly: a candidate is trained and compared. Promoting stays with people."""

from celery import shared_task
from django.utils import timezone

from rl.services import policy_compare, policy_train


@shared_task(name="rl.train_candidate")
def train_candidate() -> None:
    """The seed is the day, so that running twice on one day makes the same weights."""
    policy_compare(policy_train(seed=timezone.now().toordinal()))

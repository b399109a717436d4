"""What plays now: the policy, read from its row and refused where it does not fit, and people's
taste, where they have said enough for a reward model."""

import logging
import uuid
from dataclasses import dataclass

from accounts.journal import DATABASE_AWAY
from feedback.selectors.predictions import reward_model_current
from rl.errors import PolicyMismatch
from rl.models import PolicyVersion
from rl.policy import LinearPolicy
from rl.registry import Fingerprint, Fit, fingerprint, load_policy
from rl.selectors.policies import policy_current
from rl.taste import LearntTaste

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Playing:
    """`fit` says whether the rubric is still the one that the policy was trained on."""

    id: uuid.UUID
    policy: LinearPolicy
    fit: Fit

    @property
    def version(self) -> str:
        return str(self.id)


def policy_of(row: PolicyVersion) -> Playing:
    """Raises PolicyMismatch."""
    made_for = Fingerprint(row.features_hash, row.operators_hash, row.rubric_hash)
    policy, fit = load_policy(row.weights, row.weights_hash, made_for, fingerprint())
    return Playing(row.pk, policy, fit)


def playing_policy() -> Playing | None:
    """The current one; None where there is none or where it does not fit this code any more."""
    row = policy_current()
    if row is None:
        return None
    try:
        return policy_of(row)
    except PolicyMismatch as problem:
        logger.warning("the current policy %s is refused: %s", row.pk, problem)
        return None


def taste_now() -> LearntTaste | None:
    """The reward model that was fitted last; None without one, and while nobody can read it."""
    try:
        model = reward_model_current()
    except DATABASE_AWAY:
        logger.warning("database away: the evaluator decides alone")
        return None
    return None if model is None else LearntTaste(model)

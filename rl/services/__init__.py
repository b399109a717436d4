from rl.services.coordination import coordination_prepare, coordination_run
from rl.services.policies import (
    policy_compare,
    policy_promote,
    policy_rollback,
    policy_train,
    policy_votes_open,
)
from rl.services.sessions import session_prepare, session_prune, session_run
from rl.services.training import training_prepare, training_run

__all__ = [
    "coordination_prepare",
    "coordination_run",
    "policy_compare",
    "policy_promote",
    "policy_rollback",
    "policy_train",
    "policy_votes_open",
    "session_prepare",
    "session_prune",
    "session_run",
    "training_prepare",
    "training_run",
]

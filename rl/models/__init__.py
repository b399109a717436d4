from rl.models.policy import PolicyVersion
from rl.models.session import IterationLog, IterationSession

__all__ = ["IterationLog", "IterationSession", "PolicyVersion"]

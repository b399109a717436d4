from rl.selectors.policies import policy_current, policy_list, tries_since_promotion
from rl.selectors.sessions import session_get, sessions_told_to, sessions_visible_to

__all__ = [
    "policy_current",
    "policy_list",
    "session_get",
    "sessions_told_to",
    "sessions_visible_to",
    "tries_since_promotion",
]

"""Rewards and gains of learning sessions, as Prometheus reads them."""

from prometheus_client import Counter, Histogram

REWARDS = Histogram(
    "p2j_reward",
    "Reward of one iteration.",
    ["agent", "kind"],
    buckets=(-5, -1, -0.5, -0.1, 0, 0.1, 0.25, 0.5, 1, 2, 5),
)
GAINS = Histogram(
    "p2j_session_gain",
    "Points that a session gained.",
    ["kind"],
    buckets=(0, 1, 2, 5, 10, 20, 40, 60, 100),
)
SESSIONS = Counter(
    "p2j_sessions_total", "Sessions, by kind and by what stopped them.", ["kind", "stopped"]
)

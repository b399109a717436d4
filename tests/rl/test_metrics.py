"""What a session leaves for Prometheus."""

import pytest
from prometheus_client import REGISTRY

from accounts.models import User
from rl.services import session_run

pytestmark = pytest.mark.django_db


def figure(name: str) -> float:
    return REGISTRY.get_sample_value(name, {"kind": "iterate"}) or 0.0


def rewards() -> float:
    labels = {"agent": "RLLoop", "kind": "iterate"}
    return REGISTRY.get_sample_value("p2j_reward_count", labels) or 0.0


def test_a_session_counts_its_gain_and_each_reward(user: User) -> None:
    sessions, gained = figure("p2j_session_gain_count"), figure("p2j_session_gain_sum")
    rewarded = rewards()
    session = session_run(owner=user, prompt="oak dining table, 220 x 100 cm, seats 8", n_iter=3)
    assert figure("p2j_session_gain_count") == sessions + 1
    change = figure("p2j_session_gain_sum") - gained
    assert change == pytest.approx(session.final_score - session.initial_score)
    assert rewards() == rewarded + session.iterations.count()

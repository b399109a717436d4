"""Equal calls at the same time do not get into one another's way."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient

from accounts.models import User
from rl.models import IterationSession, PolicyVersion
from specs.models import Spec
from tests.rl.conftest import HOUSE

CALLS = 6


@pytest.fixture
def caller(transactional_db: None, engines: None, settings: Any) -> Iterator[User]:
    return User.objects.create_user("trainer")


def test_six_equal_trainings_at_once_are_six_candidates(caller: User) -> None:
    before = PolicyVersion.objects.count()

    def call(number: int) -> int:
        client = APIClient()
        client.force_authenticate(caller)
        try:
            answer = client.post("/advanced-rl", {"prompt": HOUSE, "n_iter": 16})
            return answer.status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(CALLS) as pool:
        answers = list(pool.map(call, range(CALLS)))
    assert answers == [200] * CALLS
    assert PolicyVersion.objects.count() == before + CALLS
    sessions = IterationSession.objects.all()
    assert len({session.policy_id for session in sessions}) == CALLS
    assert Spec.objects.count() == CALLS

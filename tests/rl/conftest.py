"""Cases of the corpus, and a service that reads by its gold facts."""

from collections.abc import Iterator
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from evaluation.wiring import evaluator_agent
from rl import wiring
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.prompts import CaseMaker
from specs.wiring import main_agent
from tests.rl import engine

HOUSE = "A house"


@pytest.fixture(scope="session")
def maker() -> CaseMaker:
    return CaseMaker(engine.read, engine.generate)


@pytest.fixture(scope="session")
def cases(maker: CaseMaker) -> tuple[Case, ...]:
    """Every kind of start for every fourth prompt of the corpus."""
    prompts = sorted(engine.gold())[::4]
    return tuple(maker.case(p, kind) for p in prompts for kind in ("bare", "careless"))


@pytest.fixture(scope="session")
def world(cases: tuple[Case, ...]) -> DesignWorld:
    return DesignWorld(cases, EvaluatorJudge())


@pytest.fixture
def engines(settings: Any) -> Iterator[None]:
    """The service with the corpus's own reader and generator."""
    settings.SPEC_AGENT = "tests.rl.engine.Agent"
    settings.SPEC_GENERATORS = {"rules": "tests.rl.engine.Generator"}
    settings.EVALUATION_READER = "tests.rl.engine.read"
    for cached in (main_agent, evaluator_agent, wiring.case_maker, wiring.suites):
        cached.cache_clear()
    yield
    for cached in (main_agent, evaluator_agent, wiring.case_maker, wiring.suites):
        cached.cache_clear()


@pytest.fixture
def client(engines: None, user: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def staff_client(engines: None, staff: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(staff)
    return client

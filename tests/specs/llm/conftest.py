"""A fake endpoint, a small rules engine, and generators that talk to one about the other."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from specs.design import Cost, DesignSpec, Dimensions
from specs.draft import Draft
from specs.generation.llm.addresses import check_base_url
from specs.generation.llm.client import ChatClient
from specs.generation.llm.exchange import Budget
from specs.generation.llm.generator import LLMGenerator
from specs.generation.llm.names import Names
from specs.knowledge import vocabulary
from specs.provenance import Assumption, Origin, Source
from tests.specs.llm.fake_server import FakeServer

PROMPT = "Four-storey office block, 42 x 18 m, no basement, budget $6.2M."
KEY = "sk-test-key-of-the-deployment"
# Short enough for a quick suite, long enough for a slow machine's loopback.
BUDGET = Budget(seconds=1.5, least_call_seconds=0.2)


def stated(text: str, confidence: float = 0.95) -> Origin:
    start = PROMPT.index(text)
    end = start + len(text)
    return Origin(Source.PROMPT, text=text, start=start, end=end, confidence=confidence)


def office() -> Draft:
    """What the rules read from PROMPT."""
    return Draft(
        spec=DesignSpec(
            design_type="building",
            category="office",
            title="Office",
            stories=4,
            dimensions=Dimensions(length=42, width=18, footprint_area=756, height=14),
            exclusions=("basement",),
            estimated_cost=Cost(6_200_000, "USD"),
        ),
        provenance={
            "/design_type": stated("office block"),
            "/category": stated("office"),
            "/title": Origin(Source.DEFAULT, rule="title"),
            "/stories": stated("Four-storey"),
            "/dimensions/length": stated("42"),
            "/dimensions/width": stated("18 m"),
            "/dimensions/footprint_area": Origin(Source.DERIVED, rule="sides"),
            "/dimensions/height": Origin(Source.DEFAULT, rule="storey_height"),
            "/exclusions/0": stated("no basement"),
            "/estimated_cost/amount": stated("$6.2M"),
            "/estimated_cost/currency": stated("$"),
        },
        assumptions=(Assumption("/dimensions/height", 14, "storey_height", "3.5 m a storey"),),
    )


class FixedRules:
    """A rules engine that read one prompt."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft:
        return self.draft


@pytest.fixture(scope="session")
def names() -> Names:
    return Names(vocabulary())


@pytest.fixture(scope="session")
def server() -> Iterator[FakeServer]:
    running = FakeServer()
    running.start()
    yield running
    running.stop()


Build = Callable[..., LLMGenerator]


@pytest.fixture
def generator(names: Names) -> Build:
    """`generator(url)`; further arguments replace the generator's own."""

    def build(
        url: str, *, rules: Any = None, transport: Any = None, **changes: Any
    ) -> LLMGenerator:
        client = ChatClient(check_base_url(url), model="m", api_key=KEY, transport=transport)
        made = LLMGenerator(
            rules=rules or FixedRules(office()), client=client, names=names, budget=BUDGET
        )
        return replace(made, **changes)

    return build


@pytest.fixture
def seconds() -> Callable[[], float]:
    started = time.monotonic()
    return lambda: time.monotonic() - started

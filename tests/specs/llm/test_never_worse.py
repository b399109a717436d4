"""Over every prompt of two corpora: a liar makes nothing worse, and an oracle is let through."""

from typing import Any

import pytest

from evaluation.possibility import RulesOfThePossible
from specs.draft import Draft
from specs.errors import NotADesign
from specs.generation.rules import RulesGenerator
from specs.schema import is_valid
from tests.specs.llm.scoring import corpus, tally
from tests.specs.llm.scripted import ScriptedModel, liar, oracle

URL = "http://127.0.0.1:9/v1"
ALLOWED_LOSS = 0.005
ORACLE = 0.995


class RememberingRules:
    """The rules engine, reading each prompt once for the whole module."""

    def __init__(self) -> None:
        self.known: dict[str, Draft | NotADesign] = {}

    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft:
        if prompt not in self.known:
            try:
                self.known[prompt] = RulesGenerator().generate(prompt, design_type=design_type)
            except NotADesign as refused:
                self.known[prompt] = refused
        known = self.known[prompt]
        if isinstance(known, NotADesign):
            raise known
        return known


@pytest.fixture(scope="module")
def rules() -> RememberingRules:
    return RememberingRules()


@pytest.fixture
def helped_by(generator, rules) -> Any:
    """The engine with a model by script, and the evaluator's own rules as its judge."""

    def engine(script):
        model = ScriptedModel(script)
        return generator(URL, rules=rules, transport=model, judge=RulesOfThePossible())

    return engine


@pytest.mark.parametrize(
    ("name", "seed"), [("prompts_dev", 1), ("prompts_dev", 2), ("prompts_b", 1)]
)
def test_a_liar_makes_nothing_worse(helped_by, names, rules, name, seed):
    gold = corpus(name)
    alone, plain = tally(gold, rules)
    helped, drafts = tally(gold, helped_by(liar(names, seed)))
    assert helped.f1 >= alone.f1 - ALLOWED_LOSS
    assert helped.precision >= alone.precision - ALLOWED_LOSS
    assert {draft.engine for draft in drafts} == {"llm"}
    for base, draft in zip(plain, drafts, strict=True):
        assert is_valid(draft.spec.as_json())
        assert draft.stated == base.stated
        assert set(base.spec.exclusions) <= set(draft.spec.exclusions)


def test_an_oracle_is_let_through(helped_by, rules):
    gold = corpus("prompts_dev")
    script = oracle({line["prompt"]: line["gold"] for line in gold})
    assert tally(gold, helped_by(script))[0].f1 >= ORACLE


def test_an_oracle_finds_what_unseen_prompts_say_in_other_ways(helped_by, rules):
    gold = corpus("prompts_b")
    script = oracle({line["prompt"]: line["gold"] for line in gold})
    alone, helped = tally(gold, rules)[0], tally(gold, helped_by(script))[0]
    assert helped.recall > alone.recall
    assert helped.precision >= alone.precision

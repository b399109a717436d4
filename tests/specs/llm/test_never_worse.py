"""Over every development prompt: a liar makes nothing worse, and an oracle is let through."""

from pathlib import Path

import pytest

from evaluation.possibility import RulesOfThePossible
from specs.errors import NotADesign
from specs.generation.rules import RulesGenerator
from specs.schema import is_valid
from tests.specs.llm.scoring import figures, lines
from tests.specs.llm.scripted import ScriptedModel, liar, oracle

GOLDEN = Path("tests/golden")
URL = "http://127.0.0.1:9/v1"
ALLOWED_LOSS = 0.005
ORACLE = 0.995


@pytest.fixture(scope="module")
def gold():
    return lines(GOLDEN / "prompts_dev.jsonl")


@pytest.fixture(scope="module")
def rules():
    """The rules' drafts by prompt, each made once."""
    drafts = {}

    class Remembering:
        def generate(self, prompt, *, design_type=None):
            if prompt not in drafts:
                drafts[prompt] = RulesGenerator().generate(prompt, design_type=design_type)
            return drafts[prompt]

    return Remembering()


def drafts_of(engine, gold):
    found = []
    for line in gold:
        try:
            draft = engine.generate(line["prompt"])
        except NotADesign:
            draft = None
        else:
            assert is_valid(draft.spec.as_json())
        found.append(draft)
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_a_liar_makes_nothing_worse(generator, names, gold, rules, seed):
    alone = figures(gold, drafts_of(rules, gold), names)
    model = ScriptedModel(liar(names, seed))
    engine = generator(URL, rules=rules, transport=model, judge=RulesOfThePossible())
    drafts = drafts_of(engine, gold)
    helped = figures(gold, drafts, names)
    assert {draft.engine for draft in drafts if draft} == {"llm"}
    assert helped["f1"] >= alone["f1"] - ALLOWED_LOSS
    assert helped["precision"] >= alone["precision"] - ALLOWED_LOSS
    for line, draft in zip(gold, drafts, strict=True):
        if draft is not None:
            base = rules.generate(line["prompt"])
            assert draft.stated == base.stated
            assert set(base.spec.exclusions) <= set(draft.spec.exclusions)


def test_an_oracle_is_let_through(generator, names, gold, rules):
    script = oracle({line["prompt"]: line["gold"] for line in gold})
    engine = generator(
        URL, rules=rules, transport=ScriptedModel(script), judge=RulesOfThePossible()
    )
    helped = figures(gold, drafts_of(engine, gold), names)
    assert helped["f1"] >= ORACLE

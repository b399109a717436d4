"""Figures over the annotated prompts, as floors that only rise."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from specs.generation.rules import RulesGenerator
from specs.scoring.comparison import Comparison, compare
from specs.scoring.figures import figures
from specs.scoring.predictions import prediction
from specs.scoring.splits import HELD_OUT, TUNED, split_of

GOLDEN = Path(__file__).parents[2] / "golden"
BLIND = ("prompts_a.jsonl", "prompts_b.jsonl", "prompts_c.jsonl", "prompts_d.jsonl")


@cache
def compared(*names: str) -> list[tuple[str, Comparison]]:
    engine = RulesGenerator().generate
    found = []
    for name in names:
        for line in (GOLDEN / name).read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            predicted = prediction(row["id"], row["prompt"], engine)
            found.append((row["id"], compare(row, predicted)))
    return found


def test_open_prompts() -> None:
    result = figures(line for _, line in compared("prompts_dev.jsonl"))
    assert result.total.f1 >= 0.97
    assert result.total.precision >= 0.98
    assert result.total.exact_rate >= 0.80
    assert all(tally.f1 >= 0.95 for tally in result.design_types.values())


@pytest.mark.parametrize(("split", "floor"), [(TUNED, 0.97), (HELD_OUT, 0.94)])
def test_blind_prompts(split: str, floor: float) -> None:
    lines = [line for identity, line in compared(*BLIND) if split_of(identity) == split]
    assert figures(lines).total.f1 >= floor


def test_every_leaf_of_every_draft_has_one_origin() -> None:
    from specs.pointers import leaves

    for row in map(json.loads, (GOLDEN / "prompts_dev.jsonl").read_text("utf-8").splitlines()):
        if row["gold"].get("not_a_design"):
            continue
        draft = RulesGenerator().generate(row["prompt"])
        populated = {at for at, _ in leaves(draft.spec.as_json())} - {"/schema_version"}
        assert populated == set(draft.provenance)
        assumed = {a.pointer for a in draft.assumptions}
        assert assumed == populated - set(draft.stated)

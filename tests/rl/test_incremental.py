"""What is judged part by part is judged as the whole is."""

import gc
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import numpy as np
import pytest

from evaluation.criteria.unit import Looking
from evaluation.differing import BITS, NAMED, SLOTS, values_at
from evaluation.document import read_document
from evaluation.rubric import first_rubrics
from evaluation.scoring import Scorecard, score_read, units_of_kind, units_of_prompt
from evaluation.watching import Watch
from rl.environment import DesignWorld, State
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.legality import as_array, asked
from rl.operators import OPERATORS, Design, knowledge
from rl.training import ClippedSettings, train_clipped
from rl.world import STOP
from specs.design import DesignSpec
from specs.provenance import Origin


def whole(design: Design, case: Case) -> Scorecard:
    """From the JSON, with nothing known of any other spec."""
    rubric = first_rubrics()[design.spec.design_type]
    read = read_document(design.spec.as_json())
    return score_read(read, case.facts.reading, rubric=rubric, assumed=design.assumed)


def wandering(world: DesignWorld, seed: int, count: int) -> list[State]:
    """States of episodes by random legal edits, those of several cases in turn."""
    rng = np.random.default_rng(seed)
    seen: list[State] = []
    running: list[State] = []
    while len(seen) < count:
        running = [s for s in running if s.steps_left] or [
            world.reset(int(case)) for case in rng.integers(world.cases, size=4)
        ]
        after = []
        for state in running:
            seen.append(state)
            legal = [int(a) for a in np.flatnonzero(world.legal(state)) if a != STOP]
            if legal:
                after.append(world.step(state, legal[int(rng.integers(len(legal)))]).state)
        running = after
    return seen


@pytest.mark.parametrize("seed", range(4))
def test_every_scorecard_is_that_of_the_whole_document(cases: tuple[Case, ...], seed: int) -> None:
    judge = EvaluatorJudge()
    for state in wandering(DesignWorld(cases, EvaluatorJudge(), horizon=8), seed, 250):
        card = judge.scorecard(state.design, state.case)
        # The wording too, and the type of every number.
        assert repr(card) == repr(whole(state.design, state.case))


def test_reports_do_not_depend_on_what_was_judged_before(cases: tuple[Case, ...]) -> None:
    used = EvaluatorJudge()
    for state in wandering(DesignWorld(cases, EvaluatorJudge(), horizon=8), 9, 200):
        fresh = EvaluatorJudge().judge(state.design, state.case)
        assert used.judge(state.design, state.case) == fresh


def test_an_edit_that_moves_no_finding_has_the_report_of_before(cases: tuple[Case, ...]) -> None:
    world = DesignWorld(cases, EvaluatorJudge(), horizon=8)
    states = wandering(world, 11, 200)
    told = {id(state.report): state.report for state in states}
    designs = {id(state.design) for state in states}
    assert len(told) < 0.9 * len(designs)


def test_threads_may_share_a_judge(cases: tuple[Case, ...]) -> None:
    shared = EvaluatorJudge()
    states = wandering(DesignWorld(cases[:3], EvaluatorJudge(), horizon=8), 5, 60)
    expected = [EvaluatorJudge().judge(state.design, state.case) for state in states]

    def judged(seed: int) -> list[bool]:
        order = np.random.default_rng(seed).permutation(len(states))
        return [
            shared.judge(states[i].design, states[i].case) == expected[i] for i in map(int, order)
        ]

    with ThreadPoolExecutor(4) as pool:
        assert all(all(same) for same in pool.map(judged, range(8)))


def test_playing_makes_no_circles(cases: tuple[Case, ...]) -> None:
    """What the trainer relies on when it seldom looks for them."""
    world = DesignWorld(cases, EvaluatorJudge())
    train_clipped(world, ClippedSettings(episodes=8))
    gc.collect()
    gc.disable()
    try:
        train_clipped(DesignWorld(cases, EvaluatorJudge()), ClippedSettings(episodes=64))
        # Some of the libraries beneath may leave a few.
        assert gc.collect() < 100
    finally:
        gc.enable()


class Noticing:
    """A spec and its provenance that say which parts were looked at."""

    def __init__(self, design: Design) -> None:
        self.parts: set[str] = set()
        self.design = Design(NoticedSpec(design.spec, self.parts), {}, design.assumptions)  # type: ignore[arg-type]
        self.design.provenance.update(design.provenance)
        noticed = NoticedProvenance(self.design.provenance)
        noticed.parts = self.parts
        object.__setattr__(self.design, "provenance", noticed)


class NoticedSpec:
    def __init__(self, spec: DesignSpec, parts: set[str]) -> None:
        self._spec, self._parts = spec, parts

    def __getattr__(self, name: str) -> Any:
        self._parts.add(name)
        return getattr(self._spec, name)


class NoticedProvenance(dict[str, Origin]):
    parts: set[str]

    def get(self, pointer: str, default: Any = None) -> Any:
        self.parts.add(pointer.split("/")[1])
        return super().get(pointer, default)


def test_preconditions_look_at_no_part_that_they_do_not_name(cases: tuple[Case, ...]) -> None:
    tables = knowledge()
    looked: dict[str, set[str]] = {operator.name: set() for operator in OPERATORS}
    for seed in range(3):
        for state in wandering(DesignWorld(cases, EvaluatorJudge(), horizon=8), 20 + seed, 250):
            for operator in OPERATORS:
                noticing = Noticing(state.design)
                operator.applies(noticing.design, state.case.facts, tables)
                looked[operator.name] |= noticing.parts
    assert {o.name: looked[o.name] - set(o.reads) for o in OPERATORS} == {
        o.name: set() for o in OPERATORS
    }


@pytest.mark.parametrize("seed", range(4))
def test_what_is_legal_does_not_depend_on_how_one_came_there(
    cases: tuple[Case, ...], seed: int
) -> None:
    tables = knowledge()
    world = DesignWorld(cases, EvaluatorJudge(), horizon=8)
    for state in wandering(world, 30 + seed, 250):
        if state.steps_left:
            anew = asked(state.design, state.case.facts, tables)
            assert list(world.legal(state)) == list(as_array(anew.legal))


def test_units_look_at_no_more_than_is_known_of_them(cases: tuple[Case, ...]) -> None:
    # Units are of one kind of thing.
    kind = values_at(("design_type", "category"))
    names = {part: ((1 << SLOTS) - 1) << first for part, first in NAMED.items()}
    rubrics = first_rubrics()
    known = every = 0
    for state in wandering(DesignWorld(cases, EvaluatorJudge(), horizon=8), 40, 500):
        spec, watch = state.design.spec, Watch(state.design.spec, state.design.assumed)
        units = units_of_kind(rubrics[spec.design_type], spec.design_type, spec.category)
        for unit in chain(*units.values(), *units_of_prompt(state.case.facts.reading).values()):
            every += 1
            if isinstance(unit, Looking):
                known += 1
                # Whoever looks at a whole list sees each name in it.
                seen = sum(slots for part, slots in names.items() if unit.reads & BITS[part])
                assert not watch.answer(unit.unit)[0] & ~(unit.reads | kind | seen), unit.unit
    # To watch a unit takes several times as long as to ask it.
    assert known > 0.85 * every > 5_000

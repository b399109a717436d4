"""The loop and the coordinator keep the best state, and say what they did."""

import numpy as np
import pytest

from feedback.agent import FeedbackAgent
from rl.agent import NO_GAIN, STEPS, TARGET, RLLoop
from rl.coordinator import EVALUATOR, FEEDBACK, LOOP, MAIN, AgentCoordinator
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.operators import Design, Facts
from rl.policy import LinearPolicy
from specs.draft import Draft
from specs.patches import apply
from specs.provenance import Origin, Source
from tests.rl import engine
from tests.rl.conftest import HOUSE

JUDGE = EvaluatorJudge()


def random_policy(world: DesignWorld, seed: int) -> LinearPolicy:
    rng = np.random.default_rng(seed)
    return LinearPolicy(rng.normal(size=(world.features, world.actions)))


@pytest.mark.parametrize("seed", range(4))
def test_the_final_score_is_never_below_the_first(
    world: DesignWorld, cases: tuple[Case, ...], seed: int
) -> None:
    loop = RLLoop(JUDGE, random_policy(world, seed))
    for case in cases[seed::9]:
        improved = loop.improve(case, steps=4)
        assert improved.final_score >= improved.initial_score
        assert JUDGE.judge(improved.best, case).score == improved.final_score


def test_each_patch_turns_the_parent_into_the_child(cases: tuple[Case, ...]) -> None:
    for case in cases[::8]:
        for step in RLLoop(JUDGE).improve(case, steps=3).steps:
            assert apply(step.before.spec.as_json(), step.patch) == step.after.spec.as_json()
            assert step.action in step.legal
            assert sum(step.parts.values()) == pytest.approx(step.reward * 10, abs=0.001)


def test_reaching_the_target_ends_the_session(cases: tuple[Case, ...]) -> None:
    improved = RLLoop(JUDGE).improve(cases[0], steps=5, target=0.0)
    assert (improved.stopped_because, improved.steps) == (TARGET, ())


def test_no_gain_or_no_steps_end_the_session(cases: tuple[Case, ...]) -> None:
    reasons = {
        RLLoop(JUDGE).improve(case, steps=n).stopped_because for case in cases[::8] for n in (1, 50)
    }
    assert reasons <= {NO_GAIN, STEPS}
    assert STEPS in reasons


def test_a_session_is_the_same_twice(cases: tuple[Case, ...]) -> None:
    one, two = (RLLoop(JUDGE).improve(cases[3], steps=4) for _ in range(2))
    assert [s.state_hash for s in one.steps] == [s.state_hash for s in two.steps]


def coordinator() -> AgentCoordinator:
    return AgentCoordinator(
        engines={"rules": engine.generate}, loop=RLLoop(JUDGE), feedback=FeedbackAgent()
    )


def test_every_agent_contributes_and_the_result_is_no_worse() -> None:
    found = coordinator().run(HOUSE, Facts(engine.read(HOUSE)), target=99.0, max_rounds=4)
    assert found.agents_used == sorted([MAIN, EVALUATOR, FEEDBACK, LOOP])
    assert found.final_score > found.initial_score
    assert found.rounds <= 4
    assert [c.round for c in found.contributions] == sorted(c.round for c in found.contributions)
    score = JUDGE.judge(found.best, Case("c", HOUSE, Facts(engine.read(HOUSE)), found.best)).score
    assert score == found.final_score


def test_what_was_made_up_is_marked_as_such() -> None:
    found = coordinator().run(HOUSE, Facts(engine.read(HOUSE)), target=99.0, max_rounds=4)
    invented = {p for p, o in found.best.provenance.items() if o.source is Source.POLICY}
    assert invented
    assert invented <= found.best.assumed


def test_the_coordinator_stops_at_its_target_without_a_round() -> None:
    found = coordinator().run(HOUSE, Facts(engine.read(HOUSE)), target=1.0)
    assert (found.rounds, found.stopped_because) == (0, TARGET)


def test_a_better_start_that_leaves_less_to_gain_does_not_decide() -> None:
    """The final score is at least what each engine's draft alone leads to."""

    def finished(prompt: str) -> Draft:
        improved = RLLoop(JUDGE).improve(case_of(engine.generate(prompt)), steps=1).best
        # A person's word on every value: no edit may touch it any more.
        locked = {place: Origin(Source.PERSON) for place in improved.provenance}
        return Draft(improved.spec, locked, improved.assumptions)

    def case_of(draft: Draft) -> Case:
        start = Design(draft.spec, draft.provenance, draft.assumptions)
        return Case("c", HOUSE, Facts(engine.read(HOUSE)), start)

    ends = {}
    both = {"rules": engine.generate, "other": finished}
    for name, engines in {"both": both, **{n: {n: e} for n, e in both.items()}}.items():
        agents = AgentCoordinator(engines=engines, loop=RLLoop(JUDGE), feedback=FeedbackAgent())
        ends[name] = agents.run(HOUSE, Facts(engine.read(HOUSE)), target=99.0, max_rounds=9)
    assert ends["other"].initial_score > ends["rules"].initial_score
    assert ends["both"].final_score == max(ends["rules"].final_score, ends["other"].final_score)
    assert [c.round for c in ends["both"].contributions] == sorted(
        c.round for c in ends["both"].contributions
    )

"""What no session breaks, whatever the policy, the prompt and the locks: 1,000 random ones."""

from dataclasses import replace

import numpy as np

from rl.agent import Improvement, RLLoop
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.operators import Facts
from rl.policy import LinearPolicy
from specs.patches import apply
from specs.pointers import leaves, resolve

SESSIONS, POLICIES = 1000, 20


def test_a_thousand_random_sessions_keep_every_promise(
    world: DesignWorld, cases: tuple[Case, ...]
) -> None:
    rng = np.random.default_rng(17)
    judge = EvaluatorJudge()
    edits = locks = 0
    for number in range(SESSIONS):
        if number % (SESSIONS // POLICIES) == 0:
            policy = LinearPolicy(rng.normal(size=(world.features, world.actions)))
        case = locked(cases[int(rng.integers(len(cases)))], rng)
        improved = RLLoop(judge, policy).improve(case, steps=int(rng.integers(1, 6)))
        check(improved, case)
        edits += len(improved.steps)
        locks += len(case.facts.locked)
    # The promises were put to the test.
    assert edits > SESSIONS
    assert locks > SESSIONS


def locked(case: Case, rng: np.random.Generator) -> Case:
    """The case with up to four of its values locked."""
    places = [pointer for pointer, _ in leaves(case.start.spec.as_json())]
    few = frozenset(places[int(i)] for i in rng.permutation(len(places))[: rng.integers(5)])
    return replace(case, facts=Facts(case.facts.reading, few))


def check(improved: Improvement, case: Case) -> None:
    document = case.start.spec.as_json()
    best = improved.initial_score
    for step in improved.steps:
        assert step.before.spec.as_json() == document
        document = apply(document, step.patch)
        # Parent and patch make the child, exactly, and no lock gives way.
        assert document == step.after.spec.as_json()
        for pointer in case.facts.locked:
            assert resolve(document, pointer) == resolve(case.start.spec.as_json(), pointer)
        best = max(best, step.score_after)
    # The best state is kept: never below the start, and the best of what was passed.
    assert improved.initial_score <= improved.final_score == best

"""Learnt taste: it is learnt, it can be inverted, and a loophole in a rubric is caught."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from feedback.judgements import Judgements, Stars
from feedback.preferences import fit
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.gate import Evidence, Votes, decide
from rl.judging import Case, Judge, Report
from rl.measuring import play_all, policy_player
from rl.operators import Design
from rl.raters import Raters, RaterSettings
from rl.taste import LearntTaste, WithTaste
from rl.tasting import by_score, correlation, rated, wander
from rl.training import ClippedSettings, train_clipped


@pytest.fixture(scope="module")
def people(world: DesignWorld) -> dict[str, Any]:
    rng = np.random.default_rng(1)
    raters = Raters(RaterSettings(seed=1))
    pool, held = wander(world, rng, 200), wander(world, rng, 200)
    raters.calibrate(pool)
    return {"raters": raters, "held": held, "said": rated(raters, pool, rng)}


def test_ratings_order_specs_better_than_the_evaluator_does(people: dict[str, Any]) -> None:
    learnt = correlation(people["raters"], people["held"], LearntTaste(fit(people["said"])))
    alone = correlation(people["raters"], people["held"], by_score)
    assert learnt > alone + 0.05


def test_inverted_labels_invert_the_preference(people: dict[str, Any]) -> None:
    said = Judgements(stars=tuple(_inverted(stars) for stars in people["said"].stars))
    learnt = correlation(people["raters"], people["held"], LearntTaste(fit(said)))
    assert learnt < 0.1


def _inverted(stars: Stars) -> Stars:
    return replace(stars, stars=6 - stars.stars)


def test_taste_is_half_of_the_utility(world: DesignWorld, people: dict[str, Any]) -> None:
    case = world.all_cases[0]
    judge = WithTaste(EvaluatorJudge(), people["raters"])
    report = judge.judge(case.start, case)
    assert report.preference is not None
    assert report.utility == pytest.approx((report.score + report.preference) / 2)


class Loophole:
    """A rubric copy that pays two points for every feature, without end."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def judge(self, design: Design, case: Case) -> Report:
        report = self._judge.judge(design, case)
        score = min(49.0, report.score) if report.errors else report.score
        return replace(report, score=score + 2.0 * len(design.spec.features))


def test_a_loophole_in_a_rubric_copy_is_found_and_not_promoted(cases: tuple[Case, ...]) -> None:
    honest = EvaluatorJudge()
    mended = [case for case in cases if case.kind == "bare"]
    many = tuple(replace(c, name=f"{i} {c.name}") for i in range(4) for c in mended)[:110]
    fair, bent = DesignWorld(many, honest), DesignWorld(many, Loophole(honest))
    good = train_clipped(fair, ClippedSettings(episodes=600)).policy
    cheat = train_clipped(bent, ClippedSettings(episodes=600)).policy
    by_judge, referee = {}, {}
    for name, policy in (("good", good), ("cheat", cheat)):
        gains, played, _ = play_all(bent, policy_player(policy))
        by_judge[name] = gains
        referee[name] = np.array([honest.judge(p.final.design, p.final.case).score for p in played])
    assert by_judge["cheat"].mean() > by_judge["good"].mean()
    evidence = Evidence(by_judge["good"], by_judge["cheat"], referee["good"], referee["cheat"])
    decision = decide(evidence, votes=Votes(), taste_in_use=False)
    assert not decision.promote
    assert any("alarm" in reason for reason in decision.reasons)

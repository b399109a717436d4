"""RLLoop: plays the policy on one design and keeps the best state it has seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from evaluation.criterion import Finding
from evaluation.scoring import Scorecard
from rl import searches
from rl.environment import POINTS, DesignWorld, State
from rl.evaluator import EvaluatorJudge
from rl.judging import Case, Judge, Report
from rl.operators import NAMES, Design, cost_named, cost_of, respects
from rl.policy import LinearPolicy, sha256
from rl.taste import Taste, WithTaste
from rl.world import BoolArray
from specs.patches import diff

TARGET, NO_GAIN, STEPS = "target_reached", "no_gain", "steps_used"
Patch = list[dict[str, Any]]
KeepGoing = Callable[[int, int], None]
# The edit that asks a language model: offered once in a session, when no cheap edit gains any more.
LLM_REWRITE = "llm_rewrite"
LOOP = "RLLoop"


class Rewriter(Protocol):
    """A better design by what is wrong with this one; None where there is none."""

    def __call__(
        self, design: Design, case: Case, findings: Sequence[Finding]
    ) -> Design | None: ...


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit that was found worth making."""

    name: str
    after: State
    earned: float
    cost: float
    legal: tuple[str, ...]
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """One iteration as it is logged."""

    number: int
    action: str
    state_hash: str
    legal: tuple[str, ...]
    probability: float
    before: Design
    after: Design
    patch: Patch
    score_before: float
    score_after: float
    utility_after: float
    reward: float
    parts: dict[str, float]
    cost: float
    card: Scorecard
    agent: str = LOOP


@dataclass(frozen=True, slots=True)
class Improvement:
    """`best` is never worse than the start."""

    start: Design
    best: Design
    initial_score: float
    final_score: float
    steps: tuple[Step, ...]
    stopped_because: str

    @property
    def total_reward(self) -> float:
        return sum(step.reward for step in self.steps)


class RLLoop:
    """`policy` proposes and the judge decides among its likeliest few; without a policy the judge
    decides among all legal operators. With a `taste` people's half counts in every decision."""

    def __init__(
        self,
        judge: EvaluatorJudge,
        policy: LinearPolicy | None = None,
        *,
        taste: Taste | None = None,
        rewrite: Rewriter | None = None,
    ) -> None:
        self.judge = judge
        self.policy = policy
        self.taste = taste
        self.rewrite = rewrite

    @property
    def weighing(self) -> Judge:
        """What decides among states: the evaluator, with people's half where there is a taste."""
        return self.judge if self.taste is None else WithTaste(self.judge, self.taste)

    def improve(
        self,
        case: Case,
        *,
        steps: int,
        target: float | None = None,
        preferred: Sequence[int] = (),
        progress: KeepGoing | None = None,
    ) -> Improvement:
        """At most `steps` edits. `preferred` are looked at besides the policy's own proposals.
        `progress` is told after each step and may raise."""
        world = DesignWorld((case,), self.weighing, horizon=steps)
        start = state = best = world.start(case)
        played: list[Step] = []
        reason = STEPS
        rewrite = self.rewrite if case.prompt else None
        while state.steps_left:
            if target is not None and state.report.score >= target:
                reason = TARGET
                break
            found = self._next(world, state, preferred)
            if found is None and rewrite is not None and worth_asking(state.report):
                found, rewrite = self._rewritten(world, state, rewrite), None
            if found is None:
                reason = NO_GAIN
                break
            after = found.after
            played.append(self._step(state, found, len(played) + 1))
            # What people may like better is kept only where the evaluator finds it no worse.
            no_worse = after.report.score >= start.report.score
            if no_worse and after.report.utility > best.report.utility:
                best = after
            state = after
            if progress is not None:
                progress(len(played), steps)
        if reason == STEPS and target is not None and best.report.score >= target:
            reason = TARGET
        return Improvement(
            case.start, best.design, start.report.score, best.report.score, tuple(played), reason
        )

    def rewritten(self, case: Case, rewrite: Rewriter, *, agent: str) -> Step | None:
        """The one step that `rewrite` makes of the case's start, for `agent`, where it pays."""
        world = DesignWorld((case,), self.weighing, horizon=1)
        state = world.start(case)
        found = self._rewritten(world, state, rewrite)
        return None if found is None else replace(self._step(state, found, 1), agent=agent)

    def _next(self, world: DesignWorld, state: State, preferred: Sequence[int]) -> Edit | None:
        legal = world.legal(state)
        if self.policy is None:
            tries = [[action for action in range(len(NAMES)) if legal[action]]]
        else:
            first, rest = searches.shortlist(self.policy, world.observe(state), legal)
            heard = [action for action in preferred if legal[action] and action not in first]
            tries = [[*first, *heard], [action for action in rest if action not in heard]]
        found = searches.first_of(world, state, tries, searches.past_the_cap)
        if found is None:
            return None
        action, outcome = found
        chance = 1.0
        if self.policy is not None:
            chance = float(self.policy.probabilities(world.observe(state), legal)[action])
        return Edit(
            NAMES[action], outcome.state, outcome.reward, cost_of(action), _names(legal), chance
        )

    def _rewritten(self, world: DesignWorld, state: State, rewrite: Rewriter) -> Edit | None:
        """What the model makes of the findings, where that pays for the call."""
        cost = cost_named(LLM_REWRITE)
        before, case = state.report.utility, state.case
        findings = self.judge.scorecard(state.design, case).findings
        design = rewrite(state.design, case, findings)
        if design is None or not respects(state.design, design, case.facts):
            return None
        report = world.judge.judge(design, case)
        earned = (report.utility - before - cost) / POINTS
        if earned <= searches.NOTHING:
            return None
        after = State(case, design, report, state.steps_left - 1)
        legal = (*_names(world.legal(state)), LLM_REWRITE)
        return Edit(LLM_REWRITE, after, earned, cost, legal)

    def _step(self, before: State, edit: Edit, number: int) -> Step:
        after = edit.after
        return Step(
            number=number,
            action=edit.name,
            state_hash=state_hash(before.design),
            legal=edit.legal,
            probability=edit.probability,
            before=before.design,
            after=after.design,
            patch=diff(before.design.spec.as_json(), after.design.spec.as_json()),
            score_before=before.report.score,
            score_after=after.report.score,
            utility_after=after.report.utility,
            reward=edit.earned,
            parts=_parts(before, after, edit.cost),
            cost=edit.cost,
            card=self.judge.scorecard(after.design, after.case),
        )


def worth_asking(report: Report) -> bool:
    """Whether enough points are missing to pay for the call of a model."""
    return 100 - report.utility > cost_named(LLM_REWRITE)


def _names(legal: BoolArray) -> tuple[str, ...]:
    return tuple(name for name, allowed in zip(NAMES, legal, strict=True) if allowed)


def _parts(before: State, after: State, cost: float) -> dict[str, float]:
    """The reward's terms, in points: they add up to it."""
    gained = after.report.score - before.report.score
    parts = {"evaluator": round(gained, 4), "cost": -cost}
    if after.report.preference is not None and before.report.preference is not None:
        weight = after.report.taste_weight
        parts["evaluator"] = round((1 - weight) * gained, 4)
        parts["preference"] = round(
            weight * (after.report.preference - before.report.preference), 4
        )
    return parts


def state_hash(design: Design) -> str:
    return sha256([design.spec.as_json(), sorted(design.assumed)])

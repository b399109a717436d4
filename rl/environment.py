"""Improving one spec by a few edits: pure transition and reward, a world for the learners, and a
thin `gymnasium.Env` around both."""

from dataclasses import dataclass, field
from typing import Any

import gymnasium
import numpy as np

from rl import features
from rl.judging import Case, Judge, RememberingJudge, Report
from rl.legality import Asked, as_array, asked
from rl.operators import OPERATORS, WAITS, Design, Knowledge, Operator, cost_of, knowledge, respects
from rl.world import STOP, BoolArray, FloatArray, Outcome
from specs.records import record

POINTS = 10.0  # Rewards are in tens of points, so that returns are of order 1.


@record
class State:
    """Everything that decides what comes next; storable between two requests."""

    case: Case
    design: Design
    report: Report
    steps_left: int
    stopped: bool = False


def legal_where_held(state: State, tables: Knowledge) -> BoolArray:
    """Where places are locked, or a person set one: an edit that would move or change such a place
    is ruled out by trying it."""
    design, facts = state.design, state.case.facts
    legal = [False] * len(OPERATORS)
    busy: set[int] = set()
    for action, operator in enumerate(OPERATORS):
        if not busy.isdisjoint(WAITS[action]) or not operator.applies(design, facts, tables):
            continue
        if respects(design, _applied(operator, state, tables), facts):
            legal[action] = True
            busy.add(action)
    return np.array(legal)


def held(state: State) -> bool:
    return bool(state.case.facts.locked) or any(
        origin.source == "person" for origin in state.design.provenance.values()
    )


def _applied(operator: Operator, state: State, tables: Knowledge) -> Design:
    return operator.apply(state.design, state.case.facts, tables)


def transition(state: State, action: int, judge: Judge, tables: Knowledge) -> State:
    if action == STOP:
        return State(state.case, state.design, state.report, state.steps_left, stopped=True)
    design = _applied(OPERATORS[action], state, tables)
    report = judge.judge(design, state.case)
    return State(state.case, design, report, state.steps_left - 1)


def reward(before: State, after: State, action: int) -> float:
    """A potential difference minus the edit's cost, in tens of points: nothing else pays, so the
    return is what was gained in the end (Ng, Harada & Russell 1999)."""
    return (after.report.utility - before.report.utility - cost_of(action)) / POINTS


@dataclass(slots=True)
class Met:
    """What is known of one design of a case. It holds the design, so that no other one is taken
    for it; two designs that look alike may have come about differently.

    `before` is what was asked of the design that it came from by an edit.
    """

    case: Case
    design: Design
    before: Asked | None = None
    asked: Asked | None = None
    legal: BoolArray | None = None
    description: FloatArray | None = None
    led_to: dict[int, tuple[Design, Report]] = field(default_factory=dict)


MOST_MET = 100_000
ONLY_STOPPING = as_array(1 << STOP)


class DesignWorld:
    """`rl.world.World` over cases: what learners and searches play."""

    def __init__(
        self,
        cases: tuple[Case, ...],
        judge: Judge,
        *,
        horizon: int = 5,
        tables: Knowledge | None = None,
    ) -> None:
        self.all_cases = cases
        self.judge = judge if isinstance(judge, RememberingJudge) else RememberingJudge(judge)
        self.horizon = horizon
        self.tables = tables or knowledge()
        self.edits = 0  # operators executed, for measuring what look-ahead costs
        self._legal: dict[tuple[str, object], tuple[BoolArray, Asked | None]] = {}
        self._met: dict[int, Met] = {}
        self._starts: dict[int, State] = {}

    @property
    def cases(self) -> int:
        return len(self.all_cases)

    @property
    def actions(self) -> int:
        return len(OPERATORS)

    @property
    def features(self) -> int:
        return len(features.NAMES)

    def reset(self, case: int) -> State:
        known = self._starts.get(case)
        if known is None:
            known = self._starts[case] = self.start(self.all_cases[case])
        return known

    def start(self, case: Case) -> State:
        return State(case, case.start, self.judge.judge(case.start, case), self.horizon)

    def legal(self, state: State) -> BoolArray:
        if state.stopped or state.steps_left == 0:
            return ONLY_STOPPING
        met = self._meet(state)
        return self._look(state, met) if met.legal is None else met.legal

    def _look(self, state: State, met: Met) -> BoolArray:
        key = (state.case.name, state.design.key)
        known = self._legal.get(key)
        if known is None:
            if len(self._legal) > 200_000:
                self._legal.clear()
            known = self._legal[key] = self._asked(state, met)
        met.legal, met.asked = known
        met.before = None
        return met.legal

    def _asked(self, state: State, met: Met) -> tuple[BoolArray, Asked | None]:
        # What is asked of a design that is held differs with the places: it is of no use to others.
        # No edit makes a value a person's, so what came from one that is free is free too.
        if met.before is None and held(state):
            return legal_where_held(state, self.tables), None
        found = asked(state.design, state.case.facts, self.tables, met.before)
        return as_array(found.legal), found

    def observe(self, state: State) -> FloatArray:
        if state.stopped or state.steps_left == 0:
            description = features.described(state.design, state.report, self.legal(state))
            return features.with_steps(description, state.steps_left, self.horizon)
        met = self._meet(state)
        if met.description is None:
            legal = self._look(state, met) if met.legal is None else met.legal
            met.description = features.described(state.design, state.report, legal)
        return features.with_steps(met.description, state.steps_left, self.horizon)

    def step(self, state: State, action: int) -> Outcome:
        self.edits += action != STOP
        after = self._after(state, action)
        return Outcome(
            state=after,
            reward=reward(state, after, action),
            done=after.stopped or after.steps_left == 0,
        )

    def _after(self, state: State, action: int) -> State:
        """The transition, made once from each design: episodes go the same ways."""
        if action == STOP:
            return transition(state, action, self.judge, self.tables)
        met = self._meet(state)
        known = met.led_to.get(action)
        if known is not None:
            return State(state.case, *known, state.steps_left - 1)
        after = transition(state, action, self.judge, self.tables)
        met.led_to[action] = (after.design, after.report)
        if after.steps_left and after.design is not state.design:
            self._meet(after).before = met.asked
        return after

    def _meet(self, state: State) -> Met:
        key = id(state.design)
        met = self._met.get(key)
        if met is None or met.case is not state.case:
            if len(self._met) >= MOST_MET:
                self._met.clear()
            met = self._met[key] = Met(state.case, state.design)
        return met


class SpecEnvironment(gymnasium.Env[FloatArray, int]):
    """One episode improves the spec of one case.

    Observation: one float for each of `features.NAMES`, from the public report and the spec.
    Actions: the operators, 0 stops. `info["mask"]` says which are legal; an illegal one changes
    nothing, costs its price and uses up a step.
    Reward: change of the judge's score minus the edit's cost, in tens of points.
    End: terminated by stopping or with the last step, never truncated.
    """

    metadata = {"render_modes": ()}

    def __init__(self, world: DesignWorld) -> None:
        self.world = world
        self.observation_space = gymnasium.spaces.Box(
            -np.inf, np.inf, shape=(world.features,), dtype=np.float64
        )
        self.action_space = gymnasium.spaces.Discrete(world.actions)  # type: ignore[assignment]
        self.state: State = world.reset(0)

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[FloatArray, dict[str, Any]]:
        super().reset(seed=seed)
        number = (options or {}).get("case")
        if number is None:
            number = int(self.np_random.integers(self.world.cases))
        self.state = self.world.reset(number)
        return self.world.observe(self.state), self._info()

    def step(self, action: int) -> tuple[FloatArray, float, bool, bool, dict[str, Any]]:
        if self.world.legal(self.state)[action]:
            outcome = self.world.step(self.state, int(action))
        else:
            outcome = self._wasted(int(action))
        self.state = outcome.state
        observation = self.world.observe(self.state)
        return observation, outcome.reward, outcome.done, False, self._info()

    def action_masks(self) -> BoolArray:
        """As MaskablePPO of sb3-contrib asks for it."""
        return self.world.legal(self.state).copy()

    def _wasted(self, action: int) -> Outcome:
        s = self.state
        after = State(s.case, s.design, s.report, s.steps_left - 1)
        return Outcome(after, -cost_of(action) / POINTS, after.steps_left == 0)

    def _info(self) -> dict[str, Any]:
        return {"mask": self.world.legal(self.state).copy(), "score": self.state.report.score}

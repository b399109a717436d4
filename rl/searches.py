"""Playing with look-ahead: greedy, shortlist, beam. Each executes operators to see what they do,
which is cheap while operators are pure functions and dear when one of them asks a model."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from rl.environment import POINTS, DesignWorld, State
from rl.policy import LinearPolicy
from rl.world import STOP, Outcome

# A gain below this is rounding.
NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Played:
    """One episode: where it ended, what it gained in points after costs, and by which edits."""

    final: State
    gain: float
    actions: tuple[int, ...]


def immediate(before: State, outcome: Outcome, action: int) -> float:
    """What the step paid."""
    return outcome.reward


def past_the_cap(before: State, outcome: Outcome, action: int) -> float:
    """What the step paid, and what it moved behind the cap that an error puts on the score."""
    after: State = outcome.state
    return outcome.reward + (after.report.progress - before.report.progress) / POINTS


Merit = Callable[[State, Outcome, int], float]


def best_of(
    world: DesignWorld, state: State, actions: Iterable[int], merit: Merit
) -> tuple[int, Outcome] | None:
    """The action of the highest merit, if any has some."""
    best: tuple[int, Outcome] | None = None
    most = NOTHING
    for action in actions:
        if action == STOP:
            continue
        outcome = world.step(state, action)
        if (worth := merit(state, outcome, action)) > most:
            best, most = (action, outcome), worth
    return best


def _all_legal(world: DesignWorld, state: State) -> list[int]:
    return [int(action) for action in np.flatnonzero(world.legal(state))]


def play_greedy(world: DesignWorld, state: State) -> Played:
    """Executes every legal operator at each step and keeps the one that pays most at once."""
    return _play(world, state, lambda s: _all_legal(world, s), immediate)


def play_look_ahead(world: DesignWorld, state: State) -> Played:
    """The same with the merit that sees past the cap: the strongest one-step search there is."""
    return _play(world, state, lambda s: _all_legal(world, s), past_the_cap)


def play_shortlist(
    world: DesignWorld, state: State, policy: LinearPolicy, *, most: int = 5
) -> Played:
    """The policy proposes its first few operators, the evaluator decides among them."""

    def proposed(s: State) -> list[int]:
        ranked = policy.ranked(world.observe(s), world.legal(s))
        return [action for action in ranked if action != STOP][:most]

    return _play(world, state, proposed, past_the_cap)


def _play(
    world: DesignWorld, state: State, propose: Callable[[State], list[int]], merit: Merit
) -> Played:
    gain = 0.0
    actions: list[int] = []
    while state.steps_left:
        found = best_of(world, state, propose(state), merit)
        if found is None:
            break
        action, outcome = found
        actions.append(action)
        gain += outcome.reward
        state = outcome.state
    return Played(state, gain, tuple(actions))


def play_beam(world: DesignWorld, state: State, *, width: int = 64) -> Played:
    """The best sequence that keeps `width` designs a step: close to the optimum.

    Operators commute mostly, so equal designs are merged and the beam holds different ones. What
    stays in the beam is chosen past the cap, or it would forget every half-mended design.
    """
    best = Played(state, 0.0, ())
    beam = [best]
    while beam and beam[0].final.steps_left:
        grown: dict[object, Played] = {}
        for played in beam:
            for action in np.flatnonzero(world.legal(played.final)):
                if action == STOP:
                    continue
                outcome = world.step(played.final, int(action))
                gain = played.gain + outcome.reward
                key = outcome.state.design.key
                known = grown.get(key)
                if known is None or gain > known.gain:
                    grown[key] = Played(outcome.state, gain, (*played.actions, int(action)))
        for played in grown.values():
            if played.gain > best.gain + NOTHING:
                best = played
        beam = sorted(grown.values(), key=_promise)[:width]
    return best


def _promise(played: Played) -> tuple[float, tuple[int, ...]]:
    return -played.gain - played.final.report.progress / POINTS, played.actions

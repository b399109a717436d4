"""Playing with look-ahead: greedy, shortlist, beam. Each executes operators to see what they do,
which is cheap while operators are pure functions and dear when one of them asks a model."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rl.environment import POINTS, DesignWorld, State
from rl.policy import LinearPolicy
from rl.world import STOP, BoolArray, FloatArray, Outcome

# A gain below this is rounding.
NOTHING = 1e-9
# How many of the policy's proposals the evaluator is asked about at most.
SHORTLIST = 5
# It is asked first about the likeliest few that hold so much of the policy's probability, one
# where the policy is sure. Chosen on the validation split: .9 gains within .003 of the share that
# asking about all five gains, for half of the trial edits; below it the loss grows
# (`manage.py ablate --only shortlist --prompts 200`).
MASS = 0.9


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
# Actions to try together; the next ones are tried only where none of the first gains.
Tries = Iterable[Sequence[int]]


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


def first_of(
    world: DesignWorld, state: State, tries: Tries, merit: Merit
) -> tuple[int, Outcome] | None:
    """The best of the first actions among which one has some merit."""
    found = (best_of(world, state, actions, merit) for actions in tries)
    return next((best for best in found if best is not None), None)


def shortlist(
    policy: LinearPolicy,
    observation: FloatArray,
    legal: BoolArray,
    *,
    most: int = SHORTLIST,
    mass: float = MASS,
) -> tuple[list[int], list[int]]:
    """What the policy would do rather than stop, the likeliest first: the fewest edits that hold
    the mass, and those to try where none of them gains. No more than `most` in all."""
    edits = legal.copy()
    edits[STOP] = False
    if not edits.any():
        return [], []
    ranked = policy.ranked(observation, edits)[:most]
    held = np.cumsum(policy.probabilities(observation, edits)[ranked])
    few = 1 + int((held < mass).sum())
    return ranked[:few], ranked[few:]


def _all_legal(world: DesignWorld, state: State) -> Tries:
    return ([int(action) for action in np.flatnonzero(world.legal(state))],)


def play_greedy(world: DesignWorld, state: State) -> Played:
    """Executes every legal operator at each step and keeps the one that pays most at once."""
    return _play(world, state, lambda s: _all_legal(world, s), immediate)


def play_look_ahead(world: DesignWorld, state: State) -> Played:
    """The same with the merit that sees past the cap: the strongest one-step search there is."""
    return _play(world, state, lambda s: _all_legal(world, s), past_the_cap)


def play_shortlist(
    world: DesignWorld,
    state: State,
    policy: LinearPolicy,
    *,
    most: int = SHORTLIST,
    mass: float = MASS,
) -> Played:
    """The policy proposes its first few operators, the evaluator decides among them."""

    def proposed(s: State) -> Tries:
        return shortlist(policy, world.observe(s), world.legal(s), most=most, mass=mass)

    return _play(world, state, proposed, past_the_cap)


def _play(
    world: DesignWorld, state: State, propose: Callable[[State], Tries], merit: Merit
) -> Played:
    gain = 0.0
    actions: list[int] = []
    while state.steps_left:
        found = first_of(world, state, propose(state), merit)
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

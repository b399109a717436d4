"""What a policy has to beat: chance, hand-written rules, a fixed order, the order tuned on data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rl.environment import DesignWorld, State
from rl.operators import NAMES
from rl.policy import LinearPolicy
from rl.searches import Played
from rl.world import STOP

Chooser = Callable[[State], int]

# The order in which a careful person would go through a spec: first what was said, then what is
# wrong, then what is missing.
FIXED_ORDER = (
    "restore_identity", "restore_numbers", "restore_items", "restore_exclusions",
    "remove_contradiction", "correct_scale", "reconcile", "normalise", "prune_features",
    "refine_category", "set_stories", "fill_dimensions", "derive_dimensions", "add_material",
    "add_spaces", "add_performance", "derive_weight", "estimate_cost", "estimate_timeline",
    "add_context", "add_popular", "add_safety", "add_access", "add_green", "add_comfort",
    "add_technology", "restore_texts", "add_components", "set_grades", "size_spaces",
)  # fmt: skip
# For each criterion of the report the edits that may mend it, the likeliest first.
REMEDIES = {
    "fidelity": (
        "restore_numbers", "restore_items", "restore_identity", "restore_exclusions",
        "restore_texts",
    ),
    "feasibility": ("correct_scale", "reconcile", "prune_features", "restore_numbers"),
    "consistency": ("remove_contradiction", "reconcile", "prune_features", "correct_scale"),
    "format_validity": ("normalise",),
    "completeness": (
        "fill_dimensions", "set_stories", "add_material", "add_performance", "add_spaces",
        "estimate_cost", "derive_dimensions", "add_popular", "estimate_timeline", "add_context",
    ),
}  # fmt: skip


def play(world: DesignWorld, state: State, choose: Chooser) -> Played:
    gain = 0.0
    actions: list[int] = []
    done = state.steps_left == 0
    while not done:
        action = choose(state)
        outcome = world.step(state, action)
        gain += outcome.reward
        actions.append(action)
        state, done = outcome.state, outcome.done
    return Played(state, gain, tuple(actions))


def by_policy(world: DesignWorld, policy: LinearPolicy) -> Chooser:
    return lambda state: policy.choose(world.observe(state), world.legal(state))


def at_random(world: DesignWorld, rng: np.random.Generator) -> Chooser:
    """Any legal operator but stop, where there is one."""

    def choose(state: State) -> int:
        legal = [int(action) for action in np.flatnonzero(world.legal(state)) if action != STOP]
        return legal[int(rng.integers(len(legal)))] if legal else STOP

    return choose


def in_order(world: DesignWorld, order: Sequence[int]) -> Chooser:
    """The first legal operator of a fixed order; what the order leaves out is never done."""

    def choose(state: State) -> int:
        legal = world.legal(state)
        return next((action for action in order if legal[action]), STOP)

    return choose


def by_worst_criterion(world: DesignWorld) -> Chooser:
    """Hand-written rules: mend the criterion that the report shows lowest."""

    def choose(state: State) -> int:
        legal = world.legal(state)
        scores = [(s, name) for name, s in state.report.criteria.items() if s is not None]
        for score, name in sorted(scores):
            if score < 100:
                for remedy in REMEDIES.get(name, ()):
                    action = NAMES.index(remedy)
                    if legal[action]:
                        return action
        return STOP

    return choose


def fixed_order() -> tuple[int, ...]:
    return tuple(NAMES.index(name) for name in FIXED_ORDER)


@dataclass(frozen=True, slots=True)
class OrderSettings:
    cases: int = 100  # training cases that an order is judged on
    rounds: int = 120  # random moves tried
    seed: int = 0


def tuned_order(world: DesignWorld, settings: OrderSettings) -> tuple[int, ...]:
    """The fixed order improved by random moves on training cases: drop, add, move one operator."""
    rng = np.random.default_rng(settings.seed)
    cases = [int(case) for case in rng.permutation(world.cases)[: settings.cases]]

    def worth(order: Sequence[int]) -> float:
        return sum(play(world, world.reset(c), in_order(world, order)).gain for c in cases)

    best = fixed_order()
    best_worth = worth(best)
    for _ in range(settings.rounds):
        order = list(best)
        action = int(rng.integers(1, len(NAMES)))
        if action in order:
            order.remove(action)
        if rng.random() < 0.75:
            order.insert(int(rng.integers(len(order) + 1)), action)
        candidate = worth(order)
        if candidate > best_worth:
            best, best_worth = tuple(order), candidate
    return best

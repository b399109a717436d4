"""What is proposed can be: sizes, weights and figures of the kind, in an order that fits."""

from dataclasses import replace

import numpy as np
import pytest

from evaluation.possibility import RulesOfThePossible
from rl.environment import DesignWorld, State, transition
from rl.judging import Case
from rl.operators import NAMES, OPERATORS, Design, Facts, knowledge
from rl.operators.limits import box, possible_weight, roomy, usual_side
from rl.world import STOP
from specs.design import DesignSpec, Dimensions, Performance
from specs.draft import Reading
from specs.provenance import Origin, Source
from tests.rl.test_operators import design_of, edit

PHONE = DesignSpec("electronics", "smartphone", "A phone")
PROPOSALS = [n for n in NAMES if n.startswith(("add_", "estimate_", "fill_", "derive_weight"))]


def proposed(spec: DesignSpec, *names: str) -> DesignSpec:
    design = design_of(spec, Source.PROMPT)
    for name in names:
        design = edit(name, design)
    return design.spec


@pytest.mark.parametrize(
    "spec",
    [
        replace(PHONE, performance=(Performance("battery_charge", 9000, "mAh"),)),
        replace(PHONE, dimensions=Dimensions(height=0.11, width=0.05, depth=0.02)),
        DesignSpec(
            "furniture", "bookshelf", "A shelf", dimensions=Dimensions(width=6.0, height=2.6)
        ),
        DesignSpec(
            "appliance",
            "refrigerator",
            "A fridge",
            dimensions=Dimensions(width=0.58),
            performance=(Performance("capacity", 700, "L"),),
        ),
        DesignSpec("vehicle", "scooter", "A scooter", dimensions=Dimensions(length=2.1)),
        DesignSpec("electronics", "monitor", "A monitor", dimensions=Dimensions(weight=14.0)),
    ],
    ids=lambda spec: spec.category,
)
def test_sizes_and_weight_fit_what_is_stated(spec: DesignSpec) -> None:
    rules = RulesOfThePossible()
    design = design_of(spec, Source.PROMPT)
    for name in ("fill_dimensions", "derive_weight", "add_performance"):
        operator = OPERATORS[NAMES.index(name)]
        if operator.applies(design, Facts(), knowledge()):
            design = operator.apply(design, Facts(), knowledge())
    assert design.spec != spec
    assert rules.impossible(design.spec) == rules.impossible(spec) == []


def test_the_weight_follows_the_box_and_the_battery() -> None:
    assert box(Dimensions(diameter=2.0, height=1.0)) == pytest.approx(np.pi)
    small = replace(PHONE, dimensions=Dimensions(height=0.1, width=0.05, depth=0.01))
    assert possible_weight(small, 0.1) == 0.1
    heaviest = possible_weight(small, 5.0)
    assert heaviest is not None
    assert 0.1 < heaviest < 5500 * 0.1 * 0.05 * 0.01
    charged = replace(PHONE, performance=(Performance("battery_charge", 20_000, "mAh"),))
    assert possible_weight(charged, 0.1) == pytest.approx(20 * 3.7 / 150)
    # A desktop of the size of a matchbox has no weight that a desktop has.
    tiny = DesignSpec(
        "vehicle", "train", "Toy", dimensions=Dimensions(length=0.4, width=0.06, height=0.09)
    )
    assert possible_weight(tiny, 300.0) is None


def test_proposed_sides_leave_room_for_weight_and_contents() -> None:
    flat = replace(PHONE, dimensions=Dimensions(depth=0.001, weight=0.2))
    sides = roomy(flat, {"width": 0.05, "height": 0.1}, 0.2)
    assert 0.2 / (sides["width"] * sides["height"] * 0.001) < 5500
    assert usual_side(PHONE, "height", 90.0) < 1.0


def test_a_small_thing_is_not_taken_for_a_slip_of_unit() -> None:
    box_for_birds = DesignSpec(
        "furniture", "general", "Box", dimensions=Dimensions(width=0.14, depth=0.14, height=0.25)
    )
    design = edit("derive_weight", design_of(box_for_birds, Source.PROMPT))
    for name in ("correct_scale", "reconcile"):
        assert not OPERATORS[NAMES.index(name)].applies(design, Facts(), knowledge())


def test_a_toy_does_not_do_what_the_thing_does() -> None:
    train = DesignSpec(
        "vehicle", "train", "Train", dimensions=Dimensions(length=0.42, width=0.06, height=0.09)
    )
    operator = OPERATORS[NAMES.index("add_performance")]
    assert not operator.applies(design_of(train), Facts(), knowledge())
    assert proposed(replace(train, dimensions=Dimensions(length=40.0)), "add_performance")


@pytest.fixture
def lost(world: DesignWorld) -> State:
    """A phone whose kind was lost, with a weight that no phone has."""
    stated = Reading(
        "A phone",
        PHONE,
        {"/category": Origin(Source.PROMPT), "/design_type": Origin(Source.PROMPT)},
    )
    spec = replace(PHONE, category="general", dimensions=Dimensions(weight=900.0))
    case = Case("lost", "A phone", Facts(stated), design_of(spec))
    return DesignWorld((case,), world.judge).reset(0)


def test_proposals_wait_for_the_stated_kind(lost: State, world: DesignWorld) -> None:
    legal = dict(zip(NAMES, DesignWorld((lost.case,), world.judge).legal(lost), strict=True))
    assert legal["restore_identity"]
    assert not any(legal[name] for name in PROPOSALS)
    restored = transition(lost, NAMES.index("restore_identity"), world.judge, knowledge())
    assert restored.design.spec.category == "smartphone"
    assert restored.design.spec.dimensions.weight is None
    after = dict(zip(NAMES, DesignWorld((lost.case,), world.judge).legal(restored), strict=True))
    assert after["add_performance"]
    assert after["fill_dimensions"]
    assert after["derive_weight"]


def test_a_locked_kind_holds_nothing_up(lost: State, world: DesignWorld) -> None:
    facts = replace(lost.case.facts, locked=frozenset({"/category"}))
    held = replace(lost, case=replace(lost.case, facts=facts))
    legal = dict(zip(NAMES, DesignWorld((held.case,), world.judge).legal(held), strict=True))
    assert not legal["restore_identity"]
    assert legal["add_material"]


def test_what_the_prompt_rules_out_goes_though_the_spec_forgot_it() -> None:
    stated = Reading(
        "A phone", replace(PHONE, exclusions=("nfc",)), {"/exclusions/0": Origin(Source.PROMPT)}
    )
    design = design_of(replace(PHONE, features=("wifi", "nfc")))
    after = edit("remove_contradiction", design, Facts(stated))
    assert after.spec.features == ("wifi",)


def test_a_remembered_way_leads_where_it_led_at_first(world: DesignWorld) -> None:
    rng = np.random.default_rng(3)
    for case in range(0, world.cases, 7):
        state = world.reset(case)
        while state.steps_left and not state.stopped:
            action = int(rng.choice(np.flatnonzero(world.legal(state))))
            fresh = transition(state, action, world.judge, world.tables)
            for _ in range(2):
                after: State = world.step(state, action).state
                assert after == fresh
                np.testing.assert_array_equal(
                    world.observe(after),
                    DesignWorld(world.all_cases, world.judge).observe(fresh),
                )
            if action == STOP:
                break
            state = after


def test_two_designs_that_look_alike_keep_their_own_ways(world: DesignWorld) -> None:
    spec = DesignSpec("furniture", "chair", "A chair", dimensions=Dimensions(width=500.0))
    guessed, stated = design_of(spec), design_of(spec, Source.PROMPT)
    case = Case("alike", None, Facts(), guessed)
    own = DesignWorld((case,), world.judge)
    start = own.reset(0)
    twin = replace(start, design=Design(spec, stated.provenance))
    action = NAMES.index("correct_scale")
    assert own.step(start, action).state.design.spec.dimensions.width == 0.5
    assert own.step(twin, action).state.design.spec.dimensions.width == 500.0

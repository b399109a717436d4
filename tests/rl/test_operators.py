"""What holds for every edit, on every start, in any order: 1,000 random runs."""

from dataclasses import replace

import numpy as np
import pytest

from rl.environment import DesignWorld
from rl.judging import Case
from rl.operators import NAMES, OPERATORS, Design, Facts, knowledge
from rl.operators.editing import append, remove, set_value
from rl.operators.typical import Typical
from rl.prompts import CaseMaker
from specs.design import DesignSpec, Dimensions
from specs.patches import apply, diff
from specs.pointers import leaves, resolve
from specs.provenance import Origin, Source
from specs.schema import validate
from tests.rl.conftest import HOUSE

TABLES = knowledge()


def edit(name: str, design: Design, facts: Facts | None = None) -> Design:
    operator = OPERATORS[NAMES.index(name)]
    facts = facts or Facts()
    assert operator.applies(design, facts, TABLES), f"{name} has nothing to do"
    return operator.apply(design, facts, TABLES)


def design_of(spec: DesignSpec, source: Source = Source.LLM) -> Design:
    provenance = {
        pointer: Origin(source)
        for pointer, _ in leaves(spec.as_json())
        if pointer != "/schema_version"
    }
    return Design(spec, provenance)


def test_there_are_twenty_to_thirty_edits_beside_stopping() -> None:
    assert 20 <= len(OPERATORS) - 1 <= 30
    assert len(set(NAMES)) == len(NAMES)
    assert NAMES[0] == "stop"


def test_a_thousand_random_runs_keep_every_promise(world: DesignWorld) -> None:
    rng = np.random.default_rng(11)
    for run in range(1000):
        state = world.reset(run % world.cases)
        for _ in range(4):
            legal = np.flatnonzero(world.legal(state))
            action = int(legal[rng.integers(len(legal))])
            outcome = world.step(state, action)
            check_step(state.design, outcome.state.design, state.case, NAMES[action])
            state = outcome.state
            if outcome.done:
                break


def complete_provenance(design: Design) -> bool:
    """Every populated leaf has exactly one entry, and every entry a leaf."""
    populated = {pointer for pointer, _ in leaves(design.spec.as_json())} - {"/schema_version"}
    return populated == set(design.provenance) - {"/schema_version"}


def check_step(before: Design, after: Design, case: Case, name: str) -> None:
    old, new = before.spec.as_json(), after.spec.as_json()
    validate(new)
    assert complete_provenance(after), name
    assert name == "stop" or after.key != before.key, f"{name} changed nothing"
    assert apply(old, diff(old, new)) == new
    populated = dict(leaves(new))
    for entry in after.assumptions:
        assert populated[entry.pointer] == entry.value, name
        assert entry.reason
    for pointer, origin in after.provenance.items():
        if origin.source is Source.POLICY:
            assert pointer in after.assumed, f"{name} added {pointer} without saying so"
    assert case.facts.reading is not None
    check_stated(before, after, case.facts.reading.spec, name)


def check_stated(before: Design, after: Design, stated: DesignSpec, name: str) -> None:
    """What the prompt states and the spec had is still there."""
    for field in ("design_type", "category", "stories"):
        value = getattr(stated, field)
        if value not in (None, "general") and getattr(before.spec, field) == value:
            assert getattr(after.spec, field) == value, f"{name} lost {field}"
    for field in ("features", "exclusions", "components"):
        kept = set(getattr(stated, field)) & set(getattr(before.spec, field))
        if field != "exclusions":
            kept -= set(before.spec.exclusions)
        if name not in ("prune_features", "normalise", "remove_contradiction"):
            assert kept <= set(getattr(after.spec, field)), f"{name} lost {field}"
    if name.startswith("add_"):
        added = set(after.spec.features) - set(before.spec.features)
        assert not added & set(after.spec.exclusions), f"{name} added what is ruled out"


@pytest.mark.parametrize("seed", range(3))
def test_locked_places_never_change(maker: CaseMaker, world: DesignWorld, seed: int) -> None:
    rng = np.random.default_rng(seed)
    for case in world.all_cases[:: 12 + seed]:
        document = case.start.spec.as_json()
        places = [pointer for pointer, _ in leaves(document)]
        locked = frozenset(places[int(i)] for i in rng.permutation(len(places))[:4])
        facts = Facts(case.facts.reading, locked)
        own = replace(case, name=f"locked {seed} {case.name}", facts=facts)
        state = world.start(own)
        for _ in range(5):
            legal = np.flatnonzero(world.legal(state))
            state = world.step(state, int(legal[rng.integers(len(legal))])).state
            if state.stopped:
                break
        after = state.design.spec.as_json()
        for pointer in locked:
            assert resolve(after, pointer) == resolve(document, pointer)


def test_what_a_person_set_is_locked(world: DesignWorld) -> None:
    spec = DesignSpec("furniture", "chair", "A chair", dimensions=Dimensions(width=500.0))
    design = design_of(spec, Source.PERSON)
    case = Case("person", None, Facts(), design, "stored")
    legal = world.legal(world.start(case))
    assert not legal[NAMES.index("correct_scale")]


def test_slips_of_unit_are_mended() -> None:
    spec = DesignSpec("furniture", "chair", "A chair", dimensions=Dimensions(width=500.0))
    assert edit("correct_scale", design_of(spec)).spec.dimensions.width == 0.5


def test_restoring_gives_back_what_the_prompt_states(cases: tuple[Case, ...]) -> None:
    for case in cases:
        if case.kind != "careless":
            continue
        design = case.start
        for name in ("restore_identity", "restore_exclusions", "restore_numbers", "restore_items"):
            operator = OPERATORS[NAMES.index(name)]
            if operator.applies(design, case.facts, TABLES):
                design = operator.apply(design, case.facts, TABLES)
            assert not operator.applies(design, case.facts, TABLES), f"{name} is never done"
        stated = case.facts.reading
        assert stated is not None
        assert design.spec.stories == stated.spec.stories or stated.spec.stories is None
        assert set(stated.spec.exclusions) <= set(design.spec.exclusions)


def test_removing_an_item_moves_the_entries_of_those_behind() -> None:
    spec = DesignSpec("furniture", "chair", "A chair", features=("swivel", "armrests"))
    design = append(design_of(spec), "features", ["cushioned"], rule="r", reason="why")
    design = remove(design, "features", [0])
    assert design.spec.features == ("armrests", "cushioned")
    assert design.assumed == {"/features/1"}
    assert complete_provenance(design)


def test_a_proposal_is_an_assumption_with_its_reason() -> None:
    design = set_value(
        design_of(DesignSpec("building", "house", "A house")),
        "/stories",
        2,
        rule="set_stories",
        reason="usual",
    )
    assert [(a.pointer, a.value, a.rule) for a in design.assumptions] == [
        ("/stories", 2, "set_stories")
    ]
    assert design.provenance["/stories"].source is Source.POLICY


def test_padding_is_pruned_and_stated_features_stay(maker: CaseMaker) -> None:
    spec = DesignSpec(
        "furniture", "chair", "A chair",
        features=("lockable", "mirror", "drawers", "headboard", "sleeper", "wheels", "swivel",
                  "storage"),
    )  # fmt: skip
    design = design_of(spec)
    stated = {**design.provenance, "/features/0": Origin(Source.PROMPT, text="x")}
    pruned = edit("prune_features", replace(design, provenance=stated))
    assert "lockable" in pruned.spec.features
    assert len(edit("prune_features", design).spec.features) == 6


def test_every_category_has_usual_values() -> None:
    for design_type, categories in TABLES.categories.items():
        for category in categories:
            typical: Typical = TABLES.typical(DesignSpec(design_type, category, category))
            assert typical.materials
            assert design_type == "building" or len(typical.size) == len(typical.sides)
            assert design_type != "building" or typical.floor_area > 0


def test_no_sequence_of_edits_on_a_bare_prompt_reaches_a_perfect_score(
    maker: CaseMaker, world: DesignWorld
) -> None:
    """Every edit that has anything to do, over and over, and the best state on the way."""
    from rl import searches

    case = maker.case(HOUSE, "bare")
    long = DesignWorld((case,), world.judge, horizon=40)
    played = searches.play_look_ahead(long, long.reset(0))
    assert played.final.report.score < 95
    # Nor by edits that pay only together.
    assert searches.play_beam(long, long.reset(0), width=8).final.report.score < 95
    rng = np.random.default_rng(0)
    for _ in range(5):
        state = long.reset(0)
        while state.steps_left and not state.stopped:
            legal = [a for a in np.flatnonzero(long.legal(state)) if a]
            if not legal:
                break
            state = long.step(state, int(legal[rng.integers(len(legal))])).state
            assert state.report.score < 100


def test_twenty_random_features_lower_the_evaluation(
    cases: tuple[Case, ...], world: DesignWorld
) -> None:
    from rl.operators.spelling import vocabulary_features

    rng = np.random.default_rng(5)
    falls = []
    for case in cases[::5]:
        names = vocabulary_features(case.start.spec.design_type)
        out = {*case.start.spec.features, *case.start.spec.exclusions}
        free = [name for name in names if name not in out]
        drawn = [free[int(i)] for i in rng.permutation(len(free))[:20]]
        stuffed = append(case.start, "features", drawn, rule="stuffing", reason="stuffing")
        before = world.judge.judge(case.start, case).score
        falls.append(before - world.judge.judge(stuffed, case).score)
    assert np.mean(falls) > 0
    assert np.mean([fall > -0.5 for fall in falls]) > 0.9

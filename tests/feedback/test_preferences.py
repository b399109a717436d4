"""The reward model learns what people like beyond the evaluator, and says how sure it is."""

import json

import numpy as np
import pytest

from feedback.errors import TooFewRatings
from feedback.features import feature_names, psi
from feedback.judgements import Judgements, Pair, Stars
from feedback.likelihood import CUTS, Layout, pair_rows, star_rows
from feedback.preferences import PreferenceConfig, PreferenceModel, _posterior, fit
from specs.design import DESIGN_TYPES, DesignSpec, Material
from tests.feedback.tastes import World

WIDTH = len(feature_names())


@pytest.fixture(scope="module")
def world() -> World:
    return World(seed=1)


def predicted(model: PreferenceModel, world: World) -> list[float]:
    chosen = [world.specs[i] for i in world.held_out]
    return [model.utility(seen.psi, seen.design_type)[0] for seen in chosen]


def test_slope_and_curvature_are_those_of_the_value() -> None:
    rng = np.random.default_rng(0)
    stars = tuple(
        Stars(rng.normal(size=WIDTH), DESIGN_TYPES[i % 3], f"r{i % 2}", 1 + i % 5)
        for i in range(12)
    )
    pairs = tuple(
        Pair(rng.normal(size=WIDTH), rng.normal(size=WIDTH), "building", tie=i == 0)
        for i in range(4)
    )
    layout = Layout(("r0", "r1"), DESIGN_TYPES, WIDTH)
    posterior = _posterior(
        Judgements(stars, pairs), layout, np.zeros(WIDTH), np.ones(WIDTH), PreferenceConfig()
    )
    theta = rng.normal(0, 0.1, layout.size)
    theta[:CUTS] = [-1.2, -0.3, 0.4, 1.5]
    gradient, hessian = posterior.slope(theta)
    for i in (*range(CUTS + 2), layout.shared.start + 3, layout.block("vehicle").start + 5):
        step = np.zeros(layout.size)
        step[i] = 1e-5
        numeric = (posterior.value(theta + step) - posterior.value(theta - step)) / 2e-5
        assert gradient[i] == pytest.approx(numeric, abs=1e-6)
        column = (posterior.slope(theta + step)[0] - posterior.slope(theta - step)[0]) / 2e-5
        assert hessian[:, i] == pytest.approx(column, abs=1e-5)


def test_too_few_judgements_are_refused_with_the_number(world: World) -> None:
    with pytest.raises(TooFewRatings) as refused:
        fit(world.stars(49))
    assert refused.value.extra == {"have": 49, "need": 50}
    with pytest.raises(TooFewRatings):
        fit(Judgements())


@pytest.mark.parametrize(("count", "gain"), [(100, 0.02), (200, 0.05), (500, 0.10)])
def test_ratings_beat_the_evaluator_alone(count: int, gain: float) -> None:
    gains = []
    for seed in range(3):
        world = World(seed=seed)
        alone = world.correlation([world.specs[i].evaluator for i in world.held_out])
        gains.append(world.correlation(predicted(fit(world.stars(count)), world)) - alone)
    assert np.mean(gains) >= gain


def test_inverted_labels_invert_the_preference(world: World) -> None:
    upright = world.correlation(predicted(fit(world.stars(500)), world))
    inverted = world.correlation(predicted(fit(world.stars(500, invert=True)), world))
    assert upright > 0.5
    assert inverted < -0.4


def test_comparisons_alone_teach_too(world: World) -> None:
    assert world.correlation(predicted(fit(world.pairs(500)), world)) > 0.6


def test_a_model_survives_json_and_refuses_other_features(world: World) -> None:
    model = fit(world.stars(120))
    document = json.loads(json.dumps(model.as_json(), allow_nan=False))
    back = PreferenceModel.from_json(document)
    seen = world.specs[-1]
    assert back.predict(seen.psi, seen.design_type).as_json() == pytest.approx(
        model.predict(seen.psi, seen.design_type).as_json()
    )
    assert back.version == model.version
    with pytest.raises(ValueError, match="other features"):
        PreferenceModel.from_json({**document, "features": "old"})


def test_the_less_is_known_the_wider_and_the_lower(world: World) -> None:
    few, many = fit(world.stars(60)), fit(world.stars(500))
    seen = world.specs[-1]
    strange = seen.psi + 6 * many.scale
    near, far = many.predict(seen.psi, "building"), many.predict(strange, "building")
    assert many.utility(strange, "building")[1] > many.utility(seen.psi, "building")[1]
    assert near.low < near.stars < near.high
    assert 1 <= far.low <= far.stars <= far.high <= 5
    rough = few.predict(seen.psi, "building")
    assert rough.high - rough.low > near.high - near.low


def test_a_lenient_rater_does_not_make_specs_better() -> None:
    rng = np.random.default_rng(5)
    found = []
    for _ in range(150):
        x = rng.normal(size=WIDTH)
        good = x[0] > 0
        found += [Stars(x, "building", "strict", 2 + good), Stars(x, "building", "mild", 4 + good)]
    model = fit(Judgements(stars=tuple(found)))
    weights = model.tastes["building"].weights
    assert np.argmax(np.abs(weights)) == 0
    assert weights[0] > 0


def test_stars_that_nobody_gave_break_nothing(world: World) -> None:
    stars = tuple(
        Stars(seen.psi, seen.design_type, "one", 3 + 2 * (i % 2))
        for i, seen in enumerate(world.specs[:60])
    )
    prediction = fit(Judgements(stars=stars)).predict(world.specs[0].psi, "general")
    assert 1 <= prediction.low <= prediction.stars <= prediction.high <= 5


def test_the_same_judgements_give_the_same_weights(world: World) -> None:
    judgements = world.stars(80)
    assert fit(judgements).version == fit(judgements).version


def test_psi_counts_what_the_spec_holds() -> None:
    spec = DesignSpec(
        design_type="building",
        category="house",
        title="A house",
        stories=2,
        materials=(Material("wood", "C24"), Material("marble")),
        features=("elevator", "wheelchair_access", "garden", "no_such_feature"),
    )
    numbers = dict(zip(feature_names(), psi(spec, {"score": 80.0, "fidelity": None}), strict=True))
    assert numbers["family:accessibility"] == pytest.approx(2**0.5)
    assert numbers["family:outdoors"] == 1
    assert numbers["family:other"] == 1
    assert numbers["share:natural"] == numbers["share:graded_materials"] == 0.5
    assert numbers["evaluator"] == 0.8
    assert numbers["criterion:fidelity"] == 0.75


def test_rows_of_ratings_start_with_the_virtual_ones() -> None:
    layout = Layout((), DESIGN_TYPES, WIDTH)
    upper, lower, has_upper, has_lower, weights = star_rows(Judgements(), layout, [], 0.5)
    assert upper.shape == lower.shape == (5, layout.size)
    assert has_upper.tolist() == [1, 1, 1, 1, 0]
    assert has_lower.tolist() == [0, 1, 1, 1, 1]
    assert weights.tolist() == [0.5] * 5
    assert pair_rows(Judgements(), layout, [])[0].shape == (0, layout.size)

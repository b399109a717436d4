"""Alpha is the published one, with gaps, and says when there is nothing to say."""

import krippendorff
import numpy as np
import pytest

from feedback.agreement import agreement, matrix, ordinal_alpha


@pytest.mark.parametrize("seed", range(20))
def test_alpha_equals_the_krippendorff_package(seed: int) -> None:
    rng = np.random.default_rng(seed)
    raters, units = int(rng.integers(2, 9)), int(rng.integers(4, 40))
    truth = rng.integers(1, 6, units)
    noise = rng.integers(-2, 3, (raters, units))
    ratings = np.clip(truth + noise, 1, 5).astype(float)
    ratings[rng.random(ratings.shape) < rng.uniform(0.1, 0.6)] = np.nan
    theirs = krippendorff.alpha(reliability_data=ratings, level_of_measurement="ordinal")
    ours = ordinal_alpha(ratings)
    assert ours is not None
    assert abs(ours - theirs) < 1e-9


def test_the_published_example() -> None:
    # Krippendorff 2011, section C: four observers, twelve units, ordinal.
    rows = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    ]
    assert round(ordinal_alpha(matrix(rows)) or 0, 3) == 0.815


def test_the_interval_holds_the_estimate_and_is_the_same_twice() -> None:
    rng = np.random.default_rng(3)
    ratings = np.clip(rng.integers(1, 6, 30) + rng.integers(-1, 2, (4, 30)), 1, 5).astype(float)
    first, second = agreement(ratings), agreement(ratings)
    assert first == second
    assert first.low is not None
    assert first.high is not None
    assert first.alpha is not None
    assert first.low < first.alpha < first.high


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [[None, None], [None, None]],
        [[1, None], [None, 2]],  # no unit was rated twice
        [[3, 3], [3, 3]],  # one value only: agreement and chance are the same
    ],
)
def test_where_nothing_can_be_compared_there_is_no_alpha(rows: list[list[float | None]]) -> None:
    result = agreement(matrix(rows))
    assert result.alpha is None
    assert result.verdict == "not enough ratings to compare"


def test_perfect_and_contrary_raters() -> None:
    assert ordinal_alpha(matrix([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5]])) == 1
    contrary = ordinal_alpha(matrix([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]))
    assert contrary is not None
    assert contrary < -0.5

"""Bare figures that rate, name or point, and the things that are counted beside them."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str, str]]:
    return [(round(q.value, 6), q.unit, q.bound) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plot ratio of 1.2, 3 storeys", [(3, "1", "exact")]),
        ("a CRI of at least 90", []),
        ("FAR: 1.5", []),
        ("as far as 3 rooms go", [(3, "1", "max")]),
        ("a ratio of 2 nurses per ward", [(2, "1", "exact")]),
        ("4 × 18650 cells, 3400 mAh each", [(4, "1", "exact"), (3400, "mAh", "exact")]),
        ("roof pitch 6/12", []),
        ("2x4 GB of RAM", [(2, "1", "exact"), (4, "GB", "exact")]),
        ("5s2p pack, 5 Ah", [(5000, "mAh", "exact")]),
        ("no taller than three storeys", [(3, "1", "max")]),
    ],
)
def test_what_is_rated_is_not_counted(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15-20 litres/min", (1.05, "m3/h", "range")),
        ("30 litres/sec", (108, "m3/h", "exact")),
        ("a 64-oz jar", (0.001893, "m3", "exact")),
        ("the bottle weighs 12 oz", (0.340194, "kg", "exact")),
        ("weight inferior to 2 kg", (2, "kg", "max")),
        ("surface superior to 100 m2", (100, "m2", "min")),
        ("weight 12 kg -+ 10%", (12, "kg", "range")),
        ("5k+ mAh", (5000, "mAh", "min")),
        ("in the 60–70k range, GBP", (65_000, "GBP", "range")),
        ("a house for ten to twelve thousand pounds", (11_000, "GBP", "range")),
    ],
)
def test_units_and_bounds(text: str, expected: tuple[float, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        ("the budget has been cut from 3.1 to 2.6 million euros", 3_100_000, 2_600_000),
        ("from €3.1 to €2.6 million", 3_100_000, 2_600_000),
        ("raised from 20 to 25 thousand euros", 20_000, 25_000),
    ],
)
def test_a_budget_that_changes(text: str, before: float, now: float) -> None:
    assert read(text) == [(before, "EUR", "exact"), (now, "EUR", "exact")]

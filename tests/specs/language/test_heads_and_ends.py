"""Bounds that open an item, ends of ranges in two units, and sums that share a magnitude."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str, str]]:
    return [(round(q.value, 4), q.unit, q.bound) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("max. load per shelf: 45 kg", (45, "kg", "max")),
        ("minimum clear opening in the hall = 90 cm", (0.9, "m", "min")),
        ("the maximum load on each shelf should be 45 kg", (45, "kg", "max")),
        ("max height at the ridge: 7 m", (7, "m", "max")),
        ("Max and Anna's flat in Rome: 60 m2", (60, "m2", "exact")),
        ("max speed on the flat: 32 km/h", (32, "km/h", "exact")),
    ],
)
def test_a_head_with_a_place_behind_it(text: str, expected: tuple[float, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 1m and 1m20", 1, 1.2),
        ("1m80 to 2m10 tall", 1.8, 2.1),
        ("1h30 to 2h", 1.5, 2),
        ("2 to 2 m 20", 2, 2.2),
    ],
)
def test_ends_in_two_units(text: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("budget: 45k, max 50k EUR", 45_000, 50_000),
        ("€45k, fifty at most", 45_000, 50_000),
        ("twenty grand, thirty at the very most", 20_000, 30_000),
    ],
)
def test_sums_share_a_magnitude(text: str, first: float, second: float) -> None:
    one, two = read(text)
    assert (one[0], one[2], two[0], two[2]) == (first, "exact", second, "max")
    assert one[1] == two[1]


def test_a_count_behind_a_sum_is_no_sum() -> None:
    assert read("$20k, 4 at most") == [(20_000, "USD", "exact"), (4, "1", "max")]


@pytest.mark.parametrize(
    ("text", "seats", "limit"),
    [
        ("seats ten, no wider than 1 m", 10, 1),
        ("a table for ten, no longer than two metres sixty", 10, 2.6),
    ],
)
def test_a_comparison_takes_no_count_back(text: str, seats: int, limit: float) -> None:
    assert read(text) == [(seats, "1", "exact"), (limit, "m", "max")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("min 80 max 120 cm", [(0.8, "m", "min"), (1.2, "m", "max")]),
        ("the upper bound is 70 cm", [(0.7, "m", "max")]),
        ("weight is approximately equal to 18 kg", [(18, "kg", "about")]),
        ("up to 5 kg, 1 g steps", [(5, "kg", "max"), (0.001, "kg", "exact")]),
        ("1 kg, 200 g", [(1.2, "kg", "exact")]),
        ("forty rooms, no two alike", [(40, "1", "exact")]),
    ],
)
def test_bounds_of_their_own(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


def test_a_denial_takes_a_count_back() -> None:
    assert read("a table for ten, no, twelve") == [(12, "1", "exact")]


def test_litres_in_so_many_minutes() -> None:
    assert read("boils 1 L in 3 min") == [(0.001, "m3", "exact"), (3, "min", "exact")]

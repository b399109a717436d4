"""Numerals, fractions and number words."""

import pytest

from specs.language import quantities
from specs.language.numbers import number_at, numeral
from specs.language.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200),
        ("1.200,5", 1200.5),
        ("1,200.5", 1200.5),
        ("12,00,000", 1_200_000),
        ("1.250.000", 1_250_000),
        ("24,5", 24.5),
        ("0,75", 0.75),
        ("5'200", 5200),
        ("1.5", 1.5),
    ],
)
def test_numerals_of_every_grouping(text: str, value: float) -> None:
    read = numeral(text)
    assert read is not None
    assert read[0] == pytest.approx(value)


@pytest.mark.parametrize("text", ["1.2.3", "12,34,5", "9" * 400])
def test_what_is_no_number_is_none(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 1/2", 2.5),
        ("3½", 3.5),
        ("2-1/2", 2.5),
        ("1/2", 0.5),
        ("35 000", 35_000),
        ("1 250 000", 1_250_000),
        ("twenty-five", 25),
        ("two hundred and fifty", 250),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("one and a half", 1.5),
        ("two dozen", 24),
        ("a pair of", 2),
        ("a quarter of an", 0.25),
        ("three-quarter", 0.75),
        ("three hundred thousand", 300_000),
    ],
)
def test_fractions_groups_and_words(text: str, value: float) -> None:
    read = number_at(tokenise(text), 0)
    assert read is not None
    assert read.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".75 inch", [(0.01905, "m")]),
        ("two and three quarter inches", [(0.06985, "m")]),
        ("2 and 3/4 inches", [(0.06985, "m")]),
        ("an hour and twenty minutes", [(4 / 3, "h")]),
        ("two metres twenty", [(2.2, "m")]),
        ("1m20 wide, 2h15 of play", [(1.2, "m"), (2.25, "h")]),
        ("a million and a half dollars", [(1_500_000, "USD")]),
        ("3 hundred seats", [(300, "1")]),
        ("10 or more hours, 5+ kg, a 40-odd metre hull", [(10, "h"), (5, "kg"), (40, "m")]),
        ("60w x 55d x 85h cm", [(0.6, "m"), (0.55, "m"), (0.85, "m")]),
        ("floor area 1.200 m²", [(1200, "m2")]),
        ("half the price, on the third floor", []),
    ],
)
def test_numbers_with_their_units(text: str, expected: list[tuple[float, str]]) -> None:
    found = [(q.value, q.unit) for q in quantities(text)]
    assert [unit for _, unit in found] == [unit for _, unit in expected]
    assert [value for value, _ in found] == pytest.approx([v for v, _ in expected], rel=1e-4)

"""Numerals, fractions and number words."""

import pytest

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

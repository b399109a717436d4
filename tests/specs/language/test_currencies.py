"""Currencies of the world, as the people write who pay in them."""

import pytest

from specs.extraction import read
from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("RM 620k all in", 620_000, "MYR"),
        ("R 18 million is available", 18_000_000, "ZAR"),
        ("TL 3 million", 3_000_000, "TRY"),
        ("Rp 250 juta", 250_000_000, "IDR"),
        ("XOF 90 million", 90_000_000, "XOF"),
        ("75 millions de FCFA", 75_000_000, "XOF"),
        ("$A 2.4m", 2_400_000, "AUD"),
        ("$1.2m NZ", 1_200_000, "NZD"),
        ("UGX 300 million", 300_000_000, "UGX"),
        ("৳35 lakh", 3_500_000, "BDT"),
        ("2.4 MEUR", 2_400_000, "EUR"),
        ("TEUR 380", 380_000, "EUR"),
        ("budget 4,2 mkr", 4_200_000, "SEK"),
        ("2,5 miljoner kronor", 2_500_000, "SEK"),
        ("3 mn €", 3_000_000, "EUR"),
        ("cost about 9 Cr", 90_000_000, "INR"),
        ("40 tys. zł", 40_000, "PLN"),
        ("C = 4.3e6 GBP", 4_300_000, "GBP"),
        ("three thousand Canadian", 3000, "CAD"),
        ("80 grand in Australian money", 80_000, "AUD"),
        ("XCD 2.5 million", 2_500_000, "XCD"),
    ],
)
def test_reads(text: str, value: float, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text", ["R30 insulation on R16 wheels", "rm 12 is for storage", "18 Cr steel"]
)
def test_letters_that_are_no_money(text: str) -> None:
    assert [q.unit for q in quantities(text) if q.kind == "money"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Price for all three EUR 329", [(3, "1"), (329, "EUR")]),
        ("£12 each, or five for £50", [(12, "GBP"), (5, "1"), (50, "GBP")]),
        ("in total 1,200 € (300 each)", [(1200, "EUR"), (300, "EUR")]),
        ("NZ$34,990 plus on-roads", [(34_990, "NZD")]),
    ],
)
def test_prices_beside_counts(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in quantities(text)] == expected


def test_a_sentence_that_ends_in_a_year_is_no_price() -> None:
    (found,) = quantities("The permit is of 2016. Rs 21 lakh")
    assert (found.value, found.unit) == (2_100_000, "INR")


def test_pounds_that_nothing_of_this_size_weighs() -> None:
    said = read("A pew of oak, 2.4 m long, no carving. 1,900 pounds, by Easter").spec.as_json()
    assert said["estimated_cost"] == {"amount": 1900, "currency": "GBP"}

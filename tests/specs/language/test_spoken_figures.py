"""Figures as they are said and jotted down: hundreds without the word, clocks, rows, gauges."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str, str]]:
    return [(round(q.value, 6), q.unit, q.bound) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two-forty a chair, euros", [(240, "EUR", "exact")]),
        ("four-sixty USD", [(460, "USD", "exact")]),
        ("one-ninety by one-thirty cm", [(1.9, "m", "exact"), (1.3, "m", "exact")]),
        ("one-sixty-five by ninety cm", [(1.65, "m", "exact"), (0.9, "m", "exact")]),
        ("five-ninety-nine dollars", [(5.99, "USD", "exact")]),
        ("649 is the limit (euros)", [(649, "EUR", "max")]),
        ("350 tops, dollars", [(350, "USD", "max")]),
        ("300 kg is the limit, 500 euros", [(300, "kg", "max"), (500, "EUR", "exact")]),
        ("12.500 kr. norwegian", [(12_500, "NOK", "exact")]),
        ("max 75 Fr.", [(75, "CHF", "max")]),
        ("half a lakh", [(50_000, "INR", "exact")]),
        (
            "two grand, or twenty-one hundred euros",
            [(2_000, "EUR", "exact"), (2_100, "EUR", "exact")],
        ),
        ("£2 grand, or 2500 euros", [(2_000, "GBP", "exact"), (2_500, "EUR", "exact")]),
        ("around a hundred-odd euros", [(100, "EUR", "about")]),
        ("several hundred euros", []),
        ("6 lakh to 8 lakh rupees", [(700_000, "INR", "range")]),
        ("two grand to three grand", [(2_500, "GBP", "range")]),
        ("25k, pounds sterling", [(25_000, "GBP", "exact")]),
        ("a 25k pounds budget", [(25_000, "GBP", "exact")]),
        ("2.5L INR", [(250_000, "INR", "exact")]),
        ("R2.5m", [(2_500_000, "ZAR", "exact")]),
    ],
)
def test_spoken(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2:30 hours", [(2.5, "h", "exact")]),
        ("opens at 3:20", []),
        ("a 20 mil pond liner", [(0.000508, "m", "exact")]),
        ("2 mil euros", [(2_000_000, "EUR", "exact")]),
        ("a sub-kilo drone", [(1, "kg", "max")]),
        ("a studio 5 metres square", [(5, "m", "exact")]),
        ("a flat of 70 metres square", [(70, "m2", "exact")]),
        ("150 W / 33 dB", [(0.15, "kW", "exact"), (33, "dB", "exact")]),
        ("3 shelves w/ 2 lamps", [(3, "1", "exact"), (2, "1", "exact")]),
        ("16/512 GB", [(16, "GB", "exact"), (512, "GB", "exact")]),
        ("kWh/year: 130", [(130, "kWh/year", "exact")]),
        ("feet: 4", [(4, "1", "exact")]),
        ("seats: 3 min, 5 max", [(3, "1", "min"), (5, "1", "max")]),
        ("20 min, 3 cycles", [(20, "min", "exact"), (3, "1", "exact")]),
        ("with 128 and 256 GB", [(128, "GB", "exact"), (256, "GB", "exact")]),
        ("7.5 litres per 100", [(7.5, "L/100km", "exact")]),
        ("7€80 a tile", [(7.8, "EUR", "exact")]),
        ("0.5 mm, $20", [(0.0005, "m", "exact"), (20, "USD", "exact")]),
        ("1.5mm USD", [(1_500_000, "USD", "exact")]),
    ],
)
def test_jotted(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not less than 4 nor more than 7 m", [(4, "m", "min"), (7, "m", "max")]),
        ("no wider than 2 m nor over 30 kg", [(2, "m", "max"), (30, "kg", "max")]),
        ("the cap on cost is 95 EUR", [(95, "EUR", "max")]),
        ("the lower limit for weight would be 8 kg", [(8, "kg", "min")]),
        ("keep the price to 150 dollars", [(150, "USD", "max")]),
        ("2 m [max]", [(2, "m", "max")]),
        ("3 m -> 5 m", [(3, "m", "exact"), (5, "m", "exact")]),
        ("from 3 to as many as 8 seats", [(5.5, "1", "range")]),
        ("half a metre to a metre", [(0.75, "m", "range")]),
        ("under 70 wide and under 35 deep (cm)", [(0.7, "m", "max"), (0.35, "m", "max")]),
        ("70 wide at most, 35 deep at most, in cm", [(0.7, "m", "max"), (0.35, "m", "max")]),
        ("3 doors, 2 drawers, mm", [(3, "1", "exact"), (2, "1", "exact")]),
        ("70 cm min, 95 preferred", [(0.7, "m", "min"), (0.95, "m", "exact")]),
        ("between 30 minutes and an hour", [(0.75, "h", "range")]),
        ("a year to eighteen months", [(15, "month", "range")]),
        ("an hour or two", [(1.5, "h", "range")]),
        ("a kilo or so", [(1, "kg", "about")]),
        ("11st 6lb", [(72.574779, "kg", "exact")]),
        ("on the 21st floor", []),
    ],
)
def test_bounds(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


def test_an_order_of_sides_behind_a_slashed_product() -> None:
    found = quantities("70/55/180 cm (W/D/H)")
    assert [q.label for q in found] == ["width", "depth", "height"]
    assert [q.value for q in found] == pytest.approx([0.7, 0.55, 1.8])

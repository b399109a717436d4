"""Prices, places, years and number words as people say them."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str, str]]:
    return [(round(q.value, 3), q.unit, q.bound) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 flats over 3 shops", [(24, "1", "exact"), (3, "1", "exact")]),
        ("rooms over a 40-bay car park", [(40, "1", "exact")]),
        ("a hall for over 200 guests", [(200, "1", "min")]),
        ("two hundred pounds a month", [(200, "GBP", "exact")]),
        ("a load of two hundred pounds", [(90.718, "kg", "exact")]),
        ("weighs 60 pounds and costs 60 pounds", [(27.216, "kg", "exact"), (60, "GBP", "exact")]),
        ("less than a thousand pounds, delivery on top", [(1000, "GBP", "max")]),
        ("cut from £450 to £380", [(450, "GBP", "exact"), (380, "GBP", "exact")]),
        ("€40k before tax, tops", [(40000, "EUR", "max")]),
        ("£600 plus VAT", [(600, "GBP", "exact")]),
        ("ceiling price €90", [(90, "EUR", "max")]),
        ("ceiling's at 9 ft, shelf under 7 ft", [(2.743, "m", "exact"), (2.134, "m", "max")]),
        ("12 m long and not a row of bricks more", [(12, "m", "max")]),
        ("maximum speed 30 km/h", [(30, "km/h", "exact")]),
        ("maximum height 30 m", [(30, "m", "max")]),
        ("180 kWh consumed a year", [(180, "kWh/year", "exact")]),
        ("180 kWh battery", [(180, "kWh", "exact")]),
        ("two thousend seats", [(2000, "1", "exact")]),
        ("3 dz. plates", [(36, "1", "exact")]),
        ("a few dozen plates", []),
        ("1.200 seats", [(1200, "1", "exact")]),
        ("kerb weight 1.240 kg", [(1240, "kg", "exact")]),
        ("a laptop of 1.240 kg", [(1.24, "kg", "exact")]),
        ("two, three or four rooms", [(2, "1", "exact"), (3, "1", "exact"), (4, "1", "exact")]),
        ("5/6 rooms", [(5, "1", "exact"), (6, "1", "exact")]),
        ("3/4 inch ply", [(0.019, "m", "exact")]),
        ("ring 01632 960001 after six", []),
        ("eight foot by four by half an inch",
         [(2.438, "m", "exact"), (1.219, "m", "exact"), (0.013, "m", "exact")]),
        ("(H/W/D, cm) 90 / 45 / 40",
         [(0.9, "m", "exact"), (0.45, "m", "exact"), (0.4, "m", "exact")]),
        ("the roof is at 2.35, the gate at 2.4 m", [(2.35, "m", "exact"), (2.4, "m", "exact")]),
        ("I'm 1.85 tall", [(1.85, "m", "exact")]),
        ("12.50 wide", [(12.5, "1", "exact")]),
        ("12st 7", [(79.379, "kg", "exact")]),
        ("on the 21st 7 chairs", [(7, "1", "exact")]),
        ("three metres and a smidge", [(3, "m", "about")]),
        ("a ratio of 3 to 1", []),
        ("three quarters full", []),
        ("ten days to a fortnight", [(1.714, "week", "range")]),
    ],
)  # fmt: skip
def test_sayings(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected

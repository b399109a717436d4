"""Units and currencies that stand apart from their figure, and those of two countries."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str]]:
    return [(round(q.value, 5), q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Depth/cm: 55", [(0.55, "m")]),
        ("Mass (kg) 31.5", [(31.5, "kg")]),
        ("torque [Nm] = 240", [(240, "N*m")]),
        ("range in km: 310, five seats", [(310_000, "m"), (5, "1")]),
        ("80 x 60 (cm) 4 legs", [(0.8, "m"), (0.6, "m"), (4, "1")]),
        ("doors: 3, lifts: 2", [(3, "1"), (2, "1")]),
        ("Fee [CHF]: 8,400", [(8400, "CHF")]),
        ("CAD: 12,500", [(12_500, "CAD")]),
        ("Cost (EUR): 1.800", [(1800, "EUR")]),
        ("half a million, in euros", [(500_000, "EUR")]),
        ("62,000 (NOK)", [(62_000, "NOK")]),
        ("eighty high, forty wide, all in cm", [(0.8, "m"), (0.4, "m")]),
        ("(everything in mm) 900 high and 450 wide", [(0.9, "m"), (0.45, "m")]),
        ("five foot nine in the hull", [(1.7526, "m")]),
        ("9ft-6in by 8ft-0in", [(2.8956, "m"), (2.4384, "m")]),
        ("5ft2 tall", [(1.5748, "m")]),
        ("a 400 ft2 flat", [(37.16122, "m2")]),
        ("8 gal (UK)", [(0.03637, "m3")]),
        ("three pints, imperial", [(0.0017, "m3")]),
        ("2 x 24 inch monitors", [(2, "1"), (0.6096, "m")]),
        ("2x 5 m ladders", [(2, "1"), (5, "m")]),
        ("2 x 3 m rug", [(2, "m"), (3, "m")]),
        ("a trio of lifts", [(3, "1")]),
    ],
)
def test_units_apart(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("seat 46 cm high, within two centimetres either way", 0.44, 0.48),
        ("a day either side of three days", 2, 4),
        ("14 hours of light, give or take an hour", 13, 15),
        ("within 10% of 60 kW", 54, 66),
        ("£2 million, ± 5 %", 1_900_000, 2_100_000),
        ("90 cm wide with a 5 mm tolerance", 0.895, 0.905),
        ("1.5 m (+0/-1 cm)", 1.49, 1.5),
        ("1800 +2 -4 mm", 1.796, 1.802),
        ("60 (±3) kg", 57, 63),
    ],
)
def test_tolerances(text: str, low: float, high: float) -> None:
    found = quantities(text)
    assert [q.bound for q in found] == ["range"]
    assert (found[0].low, found[0].high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2 m wide, 50 cm either side", [(1.2, "m"), (0.5, "m")]),
        ("a shelf 90, no wait, 95 cm long", [(0.95, "m")]),
        ("a hut 5 m long (not 6)", [(5, "m")]),
        ("not 70 kg but 65", [(65, "kg")]),
        ("four doors, not wide", [(4, "1")]),
        ("65 kg rather than 70", [(65, "kg")]),
        ("55 instead of 60 cm", [(0.55, "m")]),
        ("9 kg, down from 12", [(9, "kg")]),
        ("narrows from 50 cm to 20", [(0.5, "m"), (0.2, "m")]),
    ],
)
def test_no_tolerances_and_no_wishes(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected

"""Figures that leave their unit to the one beside them: what was, what is now, and lists."""

import pytest

from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("90 cm (was 100)", [0.9, 1.0]),
        ("used to be 100, now 90 cm", [1.0, 0.9]),
        ("100 cm, better still 90", [1.0, 0.9]),
        ("30 mm at the top, 45 at the bottom", [0.03, 0.045]),
        ("comes in 80, 90 and 100 cm", [0.8, 0.9, 1.0]),
        ("rooms of 12 m2, plus a lobby of around 40", [12, 40]),
        ("160-170 cm (63-67 in)", [1.65]),
        ("1 km 200 m", [1200]),
        ("3/4 weeks", [3, 4]),
        ("2 1/2 hours", [2.5]),
        ("a 4ft 6 bed", [1.3716]),
        ("300 litres, of which 80 freezer", [0.3, 0.08]),
        ("500 GB, ideally a terabyte", [500, 1000]),
        ("around 140 wide and 70 deep, both in cm", [1.4, 0.7]),
        ("holds 300 litres (cold 210, frozen 90)", [0.3, 0.21, 0.09]),
        ("a slab, 180 thick (mm)", [0.18]),
    ],
)
def test_shares(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == [pytest.approx(value) for value in values]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("in 3 rooms and 2 baths", ["1", "1"]),
        ("12 m2 rooms and a crew of about 12", ["m2", "1"]),
        ("40 h of playback, Bluetooth 5.3", ["h"]),
        ("12 cm deep, and four of them at least", ["m", "1"]),
        ("2400kgs", ["kg"]),
        ("a 500-seat hall, steel A500", ["1"]),
    ],
)
def test_counts_stay_counts(text: str, units: list[str]) -> None:
    assert [q.unit for q in quantities(text)] == units

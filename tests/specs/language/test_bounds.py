"""Bounds of quantities: the comparison, what turns it round, and where it may stand."""

import pytest

from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("it can't weigh more than 12 kg", "max"),
        ("nothing over 2 m", "max"),
        ("nothing smaller than 50 m²", "min"),
        ("must never be less than 3 kg", "min"),
        ("no longer than about 3 m", "max"),
        ("not wider then 80 cm", "max"),
        ("max weight 45 kg", "max"),
        ("a minimum seat depth of 50 cm", "min"),
        ("weight (max): 40 kg", "max"),
        ("2 m (max.)", "max"),
        ("2 m, tops", "max"),
        ("2 m, more or less", "about"),
        ("12 kg, not a gram more", "max"),
        ("200 kg and no less", "min"),
        ("4 m is the absolute limit", "max"),
        ("with 4 m as a minimum", "min"),
        ("4 bedrooms minimum", "min"),
        ("⩾ 40 kg", "min"),
        ("runs 15 min for 20 kg", "exact"),
        ("the mast mustn't see the far side of 7 m", "max"),
        ("nothing short of 30 seats", "min"),
        ("not in excess of 15 kW", "max"),
        ("the shed cannot outgrow 12 m²", "max"),
        ("it has to surpass 90 km/h", "min"),
        ("a top 40 cm of gravel", "exact"),
        ("may not fall short of 1.2 m", "min"),
        ("anything heavier than 9 kg is no use", "max"),
        ("under 2 m of headroom won't do", "min"),
        ("fewer than 3 bedrooms? Forget it", "min"),
        ("we walk away above €70,000", "max"),
        ("under 9 kg, for steel is too heavy", "max"),
        ("no noisier than 38 dB", "max"),
        ("cools the room in 20 min or quicker", "max"),
        ("45 km/h or quicker", "min"),
        ("no worse than 40 dB", "max"),
        ("no worse than 300 km/h", "min"),
        ("just over 40 kg", "min"),
        ("50 dB is the loudest we'd put up with", "max"),
        ("1 m is the longest side", "exact"),
        ("less than 70 cm or it won't fit", "max"),
        ("anything above 30 kg we can't carry", "max"),
        ("£700 all in, not more", "max"),
        ("2 m no more no less", "exact"),
        ("2 m, not an inch more or less", "exact"),
        ("60 litres, preferably less", "max"),
        ("the limit being €80", "max"),
        ("no shelf may jut out more than 30 cm", "max"),
        ("none of the beams should be over 4 m", "max"),
        ("with no beams, and wider than 4 m", "min"),
        ("6 m is as long as we can go", "max"),
        ("three and a bit metres", "about"),
        ("2 to at most 4 m", "range"),
        ("a hair under 40 kg", "max"),
        ("slides under a 70 cm desk", "exact"),
        ("€65 a night and not a cent more", "max"),
        ("may not rise above 3 m or cost above £900", "max"),
        ("2 m, max 40 kg of books", "exact"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    found = quantities(text)
    last = found[0] if text.startswith("2 m,") else found[-1]
    assert last.bound == bound


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("two lifts and four stairs, minimum on both", ["min", "min"]),
        ("80 cm wide and 40 cm deep, both at most", ["max", "max"]),
        ("4 m long and 2 m wide, ish", ["about", "about"]),
        ("4 m long and 200 kg, ish", ["exact", "about"]),
        ("40 kg and not one kilo more", ["max"]),
        ("12 stools, not one more", ["max"]),
    ],
)
def test_bounds_of_several(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds

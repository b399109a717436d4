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
        ("2 m, max 40 kg of books", "exact"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    found = quantities(text)
    last = found[0] if text.startswith("2 m,") else found[-1]
    assert last.bound == bound

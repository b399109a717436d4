"""Figures of which one comes in place of the other, and ranges that only look like them."""

import pytest

from specs.extraction import read
from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("capacity is upped from 40 to 55 litres", [(0.04, "m3"), (0.055, "m3")]),
        ("the fan was slowed, noise cut from 58 to 49 dB", [(58, "dB"), (49, "dB")]),
        ("power goes down from 11 to 7 kW", [(11, "kW"), (7, "kW")]),
        ("we extended the nave; height raised from 9 to 11 m", [(9, "m"), (11, "m")]),
        ("range boosted from 300 to 380 km, weight from 1,900 to 1,840 kg",
         [(300_000, "m"), (380_000, "m"), (1900, "kg"), (1840, "kg")]),
        ("the price dropped from £900 to £850", [(900, "GBP"), (850, "GBP")]),
    ],
)  # fmt: skip
def test_both_figures_of_a_change(text: str, expected: list[tuple[float, str]]) -> None:
    found = quantities(text)
    assert [(q.value, q.unit) for q in found] == [(pytest.approx(v), u) for v, u in expected]
    assert {q.bound for q in found} == {"exact"}


@pytest.mark.parametrize(
    "text",
    [
        "adjusts from 70 to 115 cm",
        "the top rises from 70 to 115 cm",
        "widths range from 40 to 60 cm",
        "extends from 1.4 to 2 m",
        "from £300 to £400",
    ],
)
def test_ranges_stay_ranges(text: str) -> None:
    assert [q.bound for q in quantities(text)] == ["range"]


def test_the_design_has_the_new_figure() -> None:
    spec = read("A cargo bike, payload raised from 80 to 120 kg, price cut from €3,900 to €3,400")
    said = spec.spec.as_json()
    assert [(p["metric"], p["value"]) for p in said["performance"]] == [("payload", 120)]
    assert said["estimated_cost"]["amount"] == 3400
    desk = read("A desk with its width increased from 120 to 140 cm and depth from 60 to 70 cm")
    sides = desk.spec.as_json()["dimensions"]
    assert (sides["width"], sides["depth"]) == (1.4, 0.7)

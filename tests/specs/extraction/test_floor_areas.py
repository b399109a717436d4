"""Floor areas that are sums, shares or said beside others, and the storeys behind them."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import spec


@pytest.mark.parametrize(
    ("prompt", "area"),
    [
        ("A maisonette: 61 m2 downstairs and 48 m2 upstairs, brick", 109),
        ("Bike shop, 220 m2 at street level + 60 m2 mezzanine", 280),
        ("Trade counter building of 900 sqm + 150 mezzanine", 1050),
        ("House: ground floor 90 m2, upper floor 70 m2, oak stairs", 160),
        ("Clinic, 700 m2 on ground level with a 90 m2 mezzanine", 700),
        ("House of 150 m2, ground floor 85 m2, first floor 65 m2", 150),
        ("Archive building, four floors, each floor 300 m2", 1200),
        ("Office tower, 10 storeys, 800 m2 per floor", 8000),
        ("House, 180 sq m net, 215 gross, three bedrooms", 215),
        ("Courthouse. Net usable area 2,000 m2, gross floor area 3,100 m2", 3100),
        ("Office on a plot of 2 acres, 2,600 m2", 2600),
        ("Extension for a cafe (the existing 80 m2 stay): new part 35 m2", 35),
        ("Laboratory, 5,200 m2 / 4 floors", 5200),
    ],
)
def test_floor_area(prompt: str, area: float) -> None:
    assert spec(prompt)["dimensions"]["floor_area"] == pytest.approx(area)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Stone hut, 6.4 by 4.2, door 1.8 m high", {"length": 6.4, "width": 4.2}),
        ("Hay barn, 30 by 72, eaves at 14 ft", {"length": 21.9456, "width": 9.144}),
        ("Cold store, 40 x 28 m, 10.5 m to ridge", {"length": 40, "width": 28, "height": 10.5}),
        ("Sports hall 36 x 20 m, roof peak at 9.4 m", {"length": 36, "width": 20, "height": 9.4}),
    ],
)
def test_plans(prompt: str, expected: dict[str, float]) -> None:
    found = spec(prompt)["dimensions"]
    assert {name: found[name] for name in expected} == pytest.approx(expected)


@pytest.mark.parametrize(
    "prompt", ["Villa, site 30 by 50, two bedrooms of 12 m2", "A cabin with 6 x 6 posts, 40 m2"]
)
def test_bare_products_of_something_else(prompt: str) -> None:
    found = spec(prompt)["dimensions"]
    assert (found["length"], found["width"]) == (None, None)


@pytest.mark.parametrize(
    ("prompt", "stories"),
    [
        ("House. Ground: kitchen and lounge. First: two bedrooms", 2),
        ("House: ground floor hall, upper floor: 3 bedrooms", 2),
        ("A duplex apartment for a couple", 2),
        ("A two up two down brick cottage", 2),
        ("Pub with a bar below and four bedrooms upstairs", 2),
        ("A pub on two floors not counting the cellar", 2),
        ("Library over a ground floor and a mezzanine, 560 m2", 1),
        ("Call centre, 2 levels 3,400 m2", 2),
        ("Gatehouse over two little floors", 2),
    ],
)
def test_stories(prompt: str, stories: int) -> None:
    assert spec(prompt)["stories"] == stories


@pytest.mark.parametrize(
    "prompt", ["A bungalow. We don't want an upstairs", "Shop with a level 2 charger, 80 m2"]
)
def test_no_stories(prompt: str) -> None:
    assert spec(prompt).get("stories") is None


def test_where_a_part_is_says_nothing_of_storeys() -> None:
    spec = read("House, 185 m2, underfloor heating to the ground floor only").spec
    assert spec.stories is None
    assert read("House, 185 m2, ground floor only").spec.stories == 1

"""Reviews, notices, news and code are no requests; odd words in a request do not refuse it."""

import pytest

from specs.errors import NotADesign
from specs.extraction import read


@pytest.mark.parametrize(
    "prompt",
    [
        "Great little car, had it 3 years, never let me down.",
        "Terrible coffee machine. Broke after two weeks.",
        "My fridge has been leaking since Tuesday and nobody answers the phone.",
        "Delivery of your washing machine is on Friday between 8 and 12.",
        "Discover the all-new Aurora sofa: sink into comfort. Shop now!",
        "Introducing the city's finest apartments. Book your tour today.",
        "The museum opens at 10 and closes at 6.",
        "Boeing delivered 40 aircraft in May.",
        "Tables were first used in ancient Egypt.",
        "If a car travels 180 km in 2.5 h, find its average speed.",
        'git commit -m "add table"',
        "Design a database for a hotel",
        "Write four lines about a lonely lighthouse",
    ],
)
def test_it_asks_for_no_design(prompt: str) -> None:
    with pytest.raises(NotADesign):
        read(prompt)


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("A joke of a budget, 200 quid, but I need a bed, 140 x 200", "bed"),
        ("Imagine a library on a barge. 20 m long, 4,000 books, solar.", "library"),
        ("Our fridge broke after two weeks. We want a new one, 300 l, frost free", "refrigerator"),
        ("The boss wants 40 chairs, delivered by June", "chair"),
        ("If it fits, a bench along the wall, oak, 1.8 m", "bench"),
    ],
)
def test_it_asks_for_one_all_the_same(prompt: str, category: str) -> None:
    assert read(prompt).spec.category == category


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("Appliance: steam oven\nVolume: 48 l", "oven"),
        ("Device: e-ink tablet; display: 10.3 in", "tablet"),
        ("1.5 litre glass jug, 1200 W. It's a blender I'm after.", "blender"),
        ("12-storey block: shops below, homes above", "mixed_use"),
        ("American-style fridge freezer, 600 l", "refrigerator"),
        ("Racking for a garage, 5 tiers, steel", "shelf"),
    ],
)
def test_labels_and_names(prompt: str, category: str) -> None:
    assert read(prompt).spec.category == category

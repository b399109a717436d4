"""Sides as data sheets give them: letters, adjectives in front of a figure, bare items."""

import pytest

from tests.specs.extraction.readings import sides


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "Electric microcar: L <= 2.7 m; W <= 1.4 m; H = 1.5 m",
            {"length": 2.7, "width": 1.4, "height": 1.5},
        ),
        (
            "Oak wall shelf: l = 1200, d = 200, t = 30 mm",
            {"length": 1.2, "depth": 0.2, "height": 0.03},
        ),
        (
            "Machine hall, L = 40 m, W = 20 m, H(ridge) <= 9 m",
            {"length": 40, "width": 20, "height": 9},
        ),
        ("Sideboard, B x T x H = 180 x 45 x 75 cm", {"width": 1.8, "depth": 0.45, "height": 0.75}),
        (
            "Wall oven, w x h x d = 595 x 455 x 548 mm, m = 34 kg",
            {"width": 0.595, "height": 0.455, "depth": 0.548, "weight": 34},
        ),
        ("Waste truck, length until 7,5 m, wide 2,2 m", {"length": 7.5, "width": 2.2}),
        ("Office block, height over all: 15.5 m", {"height": 15.5}),
        ("Orchard tractor, width maximal 1,25 m", {"width": 1.25}),
        ("Tram: low, long (26 m), 2.4 m wide", {"length": 26, "width": 2.4}),
        ("Espresso machine narrower than 26 cm, 40 cm deep", {"width": 0.26, "depth": 0.4}),
        ("Water cylinder, height 1.7 m dia 60 cm", {"height": 1.7, "diameter": 0.6}),
    ],
)
def test_labels(prompt: str, expected: dict[str, float]) -> None:
    assert sides(prompt) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Desk top 150 x 75, h 74, ash", {"width": 1.5, "depth": 0.75, "height": 0.74}),
        ("Table, glass top 180 x 90 cm, steel legs", {"width": 1.8, "depth": 0.9}),
        ("Display cabinet. 50 by 50, 180 tall. Glass", {"width": 0.5, "depth": 0.5, "height": 1.8}),
        ("Coat stand, ash, 175 cm, six hooks", {"height": 1.75}),
        ("School bus on batteries! 10.8 m, forty pupils", {"length": 10.8}),
        ("A saloon car, four doors, under 4.5 metres", {"length": 4.5}),
        (
            "Range cooker, 90 cm, 91 cm tall and 60 deep",
            {"width": 0.9, "height": 0.91, "depth": 0.6},
        ),
        ("Sofa 210cm long 92cm deep seat height 44", {"length": 2.1, "depth": 0.92}),
        ("Coffee table 100 dia, 40 high, walnut", {"diameter": 1.0, "height": 0.4}),
        ("Robot vacuum, 8 cm high (sofa clearance is 9)", {"height": 0.08}),
        ("Stool in beech, seat height 65 cm, 92 cm overall", {"height": 0.92}),
        (
            "Soundbar: 100 cm across, 6 cm high, 11 cm deep",
            {"width": 1.0, "height": 0.06, "depth": 0.11},
        ),
    ],
)
def test_places(prompt: str, expected: dict[str, float]) -> None:
    assert sides(prompt) == pytest.approx(expected)


@pytest.mark.parametrize(
    "prompt",
    [
        "Bunk bed in spruce, 110 kg on each bunk",
        "Cargo bike, 100 kg in the box",
        "Standing desk, 80 kg max",
        "Cabinet with long 20 cm handles",
    ],
)
def test_figures_of_something_else(prompt: str) -> None:
    assert sides(prompt) == {}

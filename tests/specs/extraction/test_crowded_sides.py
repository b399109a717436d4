"""Sides in crowded lines: what is measured in place of the whole, shared units, folded sizes."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import sides


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Pickup, bed 1.55 m. 5.37 m L, 1.92 W, 1.88 H.", (5.37, 1.92, 1.88)),
        ("A boat: 9.8 m L, 3.1 W, 2.2 H, oak", (9.8, 3.1, 2.2)),
        ("A tram, five modules 33.4 m x 2.4 m, 72 seats", (33.4, 2.4)),
    ],
)
def test_sides_of_vehicles(prompt: str, expected: tuple[float, ...]) -> None:
    names = ("length", "width", "height")
    assert sides(prompt) == dict(zip(names, expected, strict=False))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Sofa, elements of 80 x 80 x 72 cm, foam", {"width": 0.8, "depth": 0.8, "height": 0.72}),
        ("Corner sofa, L-shape 274 cm x 192 cm, 88 tall",
         {"width": 2.74, "depth": 1.92, "height": 0.88}),
        ("Nesting tables (largest 55 x 40 x 52 cm), ash",
         {"width": 0.55, "depth": 0.4, "height": 0.52}),
        ("Table: opened 152 x 76 x 75 cm, folded 40 cm wide",
         {"width": 1.52, "depth": 0.76, "height": 0.75}),
        ("Table, 137 x 91 cm board of basswood; height by crank 76 to 117 cm",
         {"width": 1.37, "depth": 0.91, "height": 0.965}),
        ("Trolley; electric height 110-175 cm; base 98 x 68 cm",
         {"width": 0.98, "depth": 0.68, "height": 1.425}),
        ("Workbench, 150 cm L, 65 cm W, 92-104 cm H, top 6 cm thick",
         {"length": 1.5, "width": 0.65, "height": 0.98}),
        ("Intercom, plate 16 x 38 cm and only 4.5 cm deep",
         {"width": 0.16, "height": 0.38, "depth": 0.045}),
        ("Thermostat, 86 mm square, 11 mm proud of the wall",
         {"width": 0.086, "height": 0.086, "depth": 0.011}),
        ("Tablet, 25 x 17 cm, 6 mm", {"width": 0.25, "depth": 0.17, "height": 0.006}),
        ("Pendant lamp, 30 cm ball, brass", {"diameter": 0.3}),
        ("Smartwatch, case 47 mm and 14.5 mm thick", {"diameter": 0.047, "height": 0.0145}),
        ("Lamp, 45 cm H, 60 W, 800 lm", {"height": 0.45}),
        ("Range hood insert 30\", 600 CFM", {"width": 0.762}),
        ("Keelboat, displacement 1,350 kg of which 480 in the keel", {"weight": 1350}),
        ("E-bike, 32 kg, max 80 kg there, 200 kg in total", {"weight": 32}),
        ("Phone 30 g lighter than my old 200 g one", {}),
        ("Greenhouse 20 x 8 m, 2.4 m to the eaves, 4.1 m overall",
         {"length": 20, "width": 8, "height": 4.1}),
        ("Shop, 240 m2 fit-out, oak floor", {"floor_area": 240}),
        ("Office, conversion of 800 m2", {"floor_area": 800}),
        ("Terraced houses: 12 of 90 m2 and 4 larger ones of 110 m2.", {}),
    ],
)  # fmt: skip
def test_sides_of_other_things(prompt: str, expected: dict[str, float]) -> None:
    assert sides(prompt) == pytest.approx(expected)


@pytest.mark.parametrize("screen", ["high-resolution display", "wide-angle screen"])
def test_half_a_word_is_no_side(screen: str) -> None:
    spec = read(f"Laptop, 14 inch {screen}, 1.2 kg").spec
    assert [(each.metric, each.value) for each in spec.performance] == [("display_size", 14)]
    assert spec.dimensions.height is None

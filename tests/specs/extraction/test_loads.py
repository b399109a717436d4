"""Which mass is borne and which one is weighed, and sizes that nobody gives a unit."""

import pytest

from tests.specs.extraction.readings import spec


@pytest.mark.parametrize(
    ("prompt", "borne", "weight"),
    [
        ("Shoe rack in ash, max 70 kg, 11 kg", 70, 11),
        ("Hall stand, 12 hooks, 20 kg, weighs 3.4 kg", 20, 3.4),
        ("Leaning shelf, 4 tiers, 8 kg a tier, 7.5 kg", None, 7.5),
        ("Carpenter's workbench, 140 kg total", None, 140),
        ("Garage shelf, 60 kg per shelf, 240 kg total", 240, None),
        ("Electric forklift, 2 t, total 3,400 kg", 2000, 3400),
        ("Physio table, working weight 220 kg, 17 kg", 220, 17),
        ("Stool in beech, max 6 kg", None, 6),
        ("Log splitter 6 t, electric, 48 kg", None, 48),
        ("Smart bathroom scale, up to 150 kg, 1.7 kg", 150, 1.7),
        ("Beehive logger: weight sensor 0-150 kg, LoRa", None, None),
    ],
)
def test_a_load_is_no_weight(prompt: str, borne: float | None, weight: float | None) -> None:
    found = spec(prompt)
    loads = [m["value"] for m in found["performance"] if m["metric"] == "payload"]
    assert (loads or [None]) == [borne]
    assert found["dimensions"]["weight"] == weight


@pytest.mark.parametrize(
    ("prompt", "sides"),
    [
        ("Wireless mouse, 118 g, 74 x 110 x 62", (0.074, 0.11, 0.062)),
        ("Bluetooth speaker, 22 x 24 x 31, 6 kg", (0.22, 0.24, 0.31)),
        ("Wireless mouse, 74 x 110 x 62", (None, None, None)),
        ("Fridge, 178x60x64 H W D", (0.6, 0.64, 1.78)),
        ("60's style fridge, 150 x 60 x 70 cm H/W/D", (0.6, 0.7, 1.5)),
        ("Streaming box, 10 cm square by 2.5 cm", (0.1, 0.1, 0.025)),
        ("Tower fan, 108 cm, 40 W", (None, None, 1.08)),
        ("Loft bed, 140 x 206 outer", (1.4, 2.06, None)),
        ("Loft bed, mattress 140 x 200", (None, None, None)),
        ("Cat tree 1.5 m tall, base 55x50", (0.55, 0.5, 1.5)),
    ],
)
def test_sides_without_a_unit(prompt: str, sides: tuple[float | None, ...]) -> None:
    found = spec(prompt)["dimensions"]
    assert (found["width"], found["depth"], found["height"]) == sides


@pytest.mark.parametrize(
    ("prompt", "hours"),
    [
        ("Smart lock, 4 x AA for 10 months, keypad", 7200),
        ("Phone. Battery: 9,000 mAh, 4 days", 96),
        ("Door sensor, a CR2032 lasts two years", 17520),
        ("Shop fit-out, ready for 10 months", None),
    ],
)
def test_what_cells_last_for(prompt: str, hours: float | None) -> None:
    lives = [m["value"] for m in spec(prompt)["performance"] if m["metric"] == "battery_life"]
    assert (lives or [None]) == [hours]


@pytest.mark.parametrize(
    ("prompt", "drawers"),
    [
        ("Vanity, 2 soft close drawers", 2),
        ("Desk, two lockable drawers", 2),
        ("Desk, soft close drawers", None),
    ],
)
def test_drawers_behind_what_they_can(prompt: str, drawers: int | None) -> None:
    counts = [m["value"] for m in spec(prompt)["performance"] if m["metric"] == "drawers"]
    assert (counts or [None]) == [drawers]


def test_what_a_printer_builds_is_not_its_size() -> None:
    found = spec("3D printer, build 220 x 120 x 240 mm, 14 kg, 34 x 34 x 56 cm")["dimensions"]
    assert (found["width"], found["depth"], found["height"]) == (0.34, 0.34, 0.56)

"""The unit said once for two things that are measured alike."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str]]:
    return [(round(q.value, 3), q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tare 1,950 kg, payload 1,050", [(1950, "kg"), (1050, "kg")]),
        ("lounge 24 sqm, kitchen 12, hall 6", [(24, "m2"), (12, "m2"), (6, "m2")]),
        ("fridge 210 l, freezer 90", [(0.21, "m3"), (0.09, "m3")]),
        ("tables 75 cm high, stools 45", [(0.75, "m"), (0.45, "m")]),
        ("62 dB, 66 on intensive", [(62, "dB"), (66, "dB")]),
        ("39 dB washing, 71 spinning", [(39, "dB"), (71, "dB")]),
        ("runs at 22 dB, 35 flat out", [(22, "dB"), (35, "dB")]),
        ("60 Hz, 120 when gaming", [(60, "Hz"), (120, "Hz")]),
        ("$300 assembled, 250 flat-packed", [(300, "USD"), (250, "USD")]),
        ("tube 25 mm OD, 21 ID", [(0.025, "m"), (0.021, "m")]),
        ("I'm 92 kg, the frame should carry 130", [(92, "kg"), (130, "kg")]),
        ("the mattress is 160 cm, so make the frame 166", [(1.6, "m"), (1.66, "m")]),
    ],
)
def test_the_second_takes_the_unit_of_the_first(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("house of 96 m2, bedrooms 24", [(96, "m2"), (24, "1")]),
        ("hall 40 m long, seating 60", [(40, "m"), (60, "1")]),
        ("screen 14 kg, RAM 16", [(14, "kg"), (16, "1")]),
        ("torque 40 Nm, power 60", [(40, "N*m"), (60, "1")]),
        ("12 m bus, 30 on board", [(12, "m"), (30, "1")]),
        ("planks 12 m long, 20 in each stack", [(12, "m"), (20, "1")]),
        ("the room is 12 m2, there should be 20", [(12, "m2"), (20, "1")]),
        ("shed 12 m2, goods lift x4", [(12, "m2"), (4, "1")]),
    ],
)
def test_what_counts_keeps_no_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("carries 150 kg, weighs 14", [(150, "kg"), (14, "kg")]),
        ("8 weeks to build, 2 to ship", [(8, "week"), (2, "week")]),
        ("six months of design, ten of building", [(6, "month"), (10, "month")]),
        ("650 W in use, 2 in standby", [(0.65, "kW"), (0.002, "kW")]),
        ("the old bed was 140 cm wide; the new one goes to 160", [(1.4, "m"), (1.6, "m")]),
        ("it was 2.1 kg; this one must not top 1.8", [(2.1, "kg"), (1.8, "kg")]),
        ("19 dB inside, 48 out", [(19, "dB"), (48, "dB")]),
        ("1,900 m² of 2,300 gross", [(1900, "m2"), (2300, "m2")]),
        ("two rooms, 14 and 18 m²", [(2, "1"), (14, "m2"), (18, "m2")]),
        ("$38 per head, 150 guests", [(38, "USD"), (150, "1")]),
        ("tiles 30 cm wide, packs of 12", [(0.3, "m"), (12, "1")]),
        ("6 m of cable, 4 of them", [(6, "m"), (4, "1")]),
    ],
)
def test_states_and_uses(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("worktop of 3.2 m, 600 deep", [(3.2, "m"), (0.6, "m")]),
        ("a wall of 2.55 m, shelves 28 deep", [(2.55, "m"), (0.28, "m")]),
        ("a plot 18 m wide, 45 deep", [(18, "m"), (45, "m")]),
        ("€320,000 including fees, of which 40,000 is spent", [(320000, "EUR"), (40000, "EUR")]),
        ("6 flats of 68 m² and 2 of 92", [(6, "1"), (68, "m2"), (2, "1"), (92, "m2")]),
        ("a box, 132 cm, 47 x 62, 50 kg", [(1.32, "m"), (0.47, "m"), (0.62, "m"), (50, "kg")]),
        ("a seat 44 cm wide, folds to 28", [(0.44, "m"), (0.28, "m")]),
        ("no deeper than 65 cm because the niche is 67", [(0.65, "m"), (0.67, "m")]),
        ("4.2 kg each, seat 46, stack of ten", [(4.2, "kg"), (46, "1"), (10, "1")]),
        (
            "a hut 6.5 x 3.2 m, door 2.4 wide by 2.1 high",
            [(6.5, "m"), (3.2, "m"), (2.4, "m"), (2.1, "m")],
        ),
        (
            "sideboard 160 wide, 45 deep, 78 high, legs of 14 cm",
            [(1.6, "m"), (0.45, "m"), (0.78, "m"), (0.14, "m")],
        ),
        ("joists at 400 centres", [(0.4, "m")]),
        ("45 g/min and a tank of 2 l", [(0.002, "m3")]),
        ('20" wheels, 8 speed', [(0.508, "m"), (8, "1")]),
    ],
)
def test_sides_and_parts(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected

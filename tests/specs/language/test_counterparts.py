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

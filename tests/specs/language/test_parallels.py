"""What is said once for two figures, prices as people speak them, sprints, and maker's numbers."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str]]:
    return [(round(q.value, 4), q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("48 dB by the door, 39 by the bed", [(48, "dB"), (39, "dB")]),
        ("20 mm thick in the middle and 14 at the rim", [(0.02, "m"), (0.014, "m")]),
        ("60 kg on the roof, 3 in total", [(60, "kg"), (3, "1")]),
        ("rear camera: 48 MP; front: 12", [(48, "MP"), (12, "MP")]),
        ("pack 52 kWh net, 57 gross", [(52, "kWh"), (57, "kWh")]),
        ("the lid weighs 4 kg, the base 9, the rack 6", [(4, "kg"), (9, "kg"), (6, "kg")]),
        ("the hut weighs 900 kg, seats 6", [(900, "kg"), (6, "1")]),
        ("the hut weighs 900 kg, crew 400", [(900, "kg"), (400, "1")]),
        ("a porch of 6 sq.m. and a hall of 15", [(6, "m2"), (15, "m2")]),
        ("90 cm at its widest, at its narrowest 30", [(0.9, "m"), (0.3, "m")]),
        ("5 m will do, 6 is better", [(5, "m"), (6, "m")]),
        ("300 m2 over three floors of 100", [(300, "m2"), (3, "1"), (100, "m2")]),
        ("min. 4, max. 6 m", [(4, "m"), (6, "m")]),
        ("spans of 20 and 28 m", [(20, "m"), (28, "m")]),
        ("a crew of 4 and 28 kg", [(4, "1"), (28, "kg")]),
        ("64+8 MP", [(64, "MP"), (8, "MP")]),
        ("3 m long in front, 2 doors at the back", [(3, "m"), (2, "1")]),
    ],
)
def test_one_unit_for_both(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eighteen euros fifty", [(18.5, "EUR")]),
        ("thirty-four ninety-five, in pounds sterling", [(34.95, "GBP")]),
        ("six pounds and forty pence", [(6.4, "GBP")]),
        ("six pounds ten", [(3.005, "kg")]),
        ("300 euros 40 chairs", [(300, "EUR"), (40, "1")]),
        ("twelve hundred quid, eleven-eighty if it is pine", [(1200, "GBP"), (1180, "GBP")]),
        ("7.5k-9k GBP", [(8250, "GBP")]),
        ("near the 3 million mark, euros", [(3_000_000, "EUR")]),
        ("rooms for eleven-eighteen", [(14.5, "1")]),
    ],
)
def test_spoken_prices(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naught to sixty in under seven seconds", [(7, "s")]),
        ("from a standstill to 100 in 9.4 s", [(9.4, "s")]),
        ("62 mph from rest in 5 s", [(5, "s")]),
        ("does 100 km/h in 6 s and 210 km/h flat out", [(6, "s"), (210, "km/h")]),
        ("a range of 100 km in 2 h", [(100_000, "m"), (2, "h")]),
        ("two hundred horses at the crank", [(149.14, "kW")]),
        ("a stable for 12 horses", [(12, "1")]),
        ("V-max 90 km/h", [(90, "km/h")]),
        ("a house of G+3", [(4, "1")]),
        ("ground floor plus one", [(2, "1")]),
    ],
)
def test_sprints_horses_and_ground_floors(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in the spirit of a Ducati 916",
        "to sit beside the Yamaha Clavinova 745",
        "deliver to Denver, CO 80205",
        "a 6K monitor",
        "a 2.5 K panel",
        "Villa 7, Hill Road",
        "a 4000 K lamp",
        "a five-figure sum",
        "an f/2.2 lens",
        "120 gsm card",
    ],
)
def test_names(text: str) -> None:
    assert read(text) == []


def test_a_speed_sign_is_no_limit() -> None:
    assert [q.bound for q in quantities("V-max: 80 km/h, weight max: 9 kg")] == ["exact", "max"]

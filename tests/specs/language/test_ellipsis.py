"""Units left unsaid, amounts said twice, and numbers that are part of a name."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str, str]]:
    return [(round(q.value, 3), q.unit, q.bound) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2, 3 or 4 m", [(2, "m", "exact"), (3, "m", "exact"), (4, "m", "exact")]),
        ("two or three metres", [(2.5, "m", "range")]),
        ("over 5 but under 8 m long", [(5, "m", "min"), (8, "m", "max")]),
        ("a 150 kW motor, 200 at most", [(150, "kW", "exact"), (200, "kW", "max")]),
        ("from 1.8 m to 2.2 at most", [(2, "m", "range")]),
        ("front 9.6 m, side 7.2", [(9.6, "m", "exact"), (7.2, "m", "exact")]),
        ("£20 a month, or four hundred outright", [(20, "GBP", "exact"), (400, "GBP", "exact")]),
        ("12 m long, sleeps at least 6", [(12, "m", "exact"), (6, "1", "min")]),
        ("12 kg empty, 18 loaded", [(12, "kg", "exact"), (18, "kg", "exact")]),
        ("size in mm: 600 x 400", [(0.6, "m", "exact"), (0.4, "m", "exact")]),
        ("max 60 x 40 cm", [(0.6, "m", "max"), (0.4, "m", "max")]),
        ("8 m wide, 2 doors", [(8, "m", "exact"), (2, "1", "exact")]),
    ],
)
def test_shared_units(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("max load 136 kg (300 lb)", [(136, "kg", "max")]),
        ("a hull of 6 m, i.e. 20 ft", [(6, "m", "exact")]),
        ("6 m long, or 20 m with the bow", [(6, "m", "exact"), (20, "m", "exact")]),
        ("75 kW/102 PS", [(75, "kW", "exact")]),
        ("2 m (6 ft 7 in) tall", [(2, "m", "exact")]),
        ("2 m (5 ft inside)", [(2, "m", "exact"), (1.524, "m", "exact")]),
    ],
)
def test_restatements(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "to EN 1090-2 and MIL-STD-810H",
        "a Bosch WAN28282GB or the XJ-900",
        "ring me on 020 7946 0321",
        "tyres 205/55 R16",
        "a 16:9 picture at 1:50",
        "a one-off two-tone piece like the one from the shop",
        "between 1889 and 1891 the pier was rebuilt",
        "0 to 62 mph",
    ],
)
def test_names_and_codes(text: str) -> None:
    assert read(text) == []

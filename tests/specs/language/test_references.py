"""Numbers that point somewhere or name a version, and words that are a unit only in places."""

import pytest

from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("our ref. 2025/118, a desk 140 cm wide", [(1.4, "m")]),
        ("ref: 24/0098", []),
        ("encl. 2, exhibit 4", []),
        ("addendum 2, schedule 5, gridline 12", []),
        ("12 kg, see section 3.1", [(12, "kg")]),
        ("3 m, as in figure 2.4", [(3, "m")]),
        ("65 m², by the fire code of 2019", [(65, "m2")]),
        ("a plan of 2000 m2", [(2000, "m2")]),
        ("27 inches, macOS 15", [(0.6858, "m")]),
        ("a 1.6 HDi with 5 seats", [(5, "1")]),
        ("2 TDI engines", [(2, "1")]),
        ("schedule 12 weeks", [(12, "week")]),
        ("we'd like to see two decks and a 3 m bar", [(2, "1"), (3, "m")]),
        ("order: 24 chairs, 6 tables", [(24, "1"), (6, "1")]),
    ],
)
def test_references(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(round(q.value, 4), q.unit) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 bar stools", [(4, "1")]),
        ("2 bars and 3 restaurants", [(2, "1"), (3, "1")]),
        ("a towel rail with 5 bars", [(5, "1")]),
        ("an espresso machine, 15 bars", [(15, "bar")]),
        ("4-litre tank, 15 bars, 2 kW", [(0.004, "m3"), (15, "bar"), (2, "kW")]),
        ("tyres at 2.5 bars", [(2.5, "bar")]),
        ("a 9 bar pump", [(9, "bar")]),
        ("it runs a whole day", [(1, "day")]),
        ("takes a full year to build", [(1, "year")]),
        ("takes a full 12 hours", [(12, "h")]),
        ("a full-day conference room", []),
        ("battery 10 h, the dock gives another 20", [(10, "h"), (20, "h")]),
        ("40 m2 downstairs and another 30 upstairs", [(40, "m2"), (30, "m2")]),
        ("40 m2, and another 6 cells", [(40, "m2"), (6, "1")]),
    ],
)
def test_units_in_their_place(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(round(q.value, 4), q.unit) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 kg, 4 open shelves", [(12, "kg"), (4, "1")]),
        ("2 m tall, 6 folded chairs", [(2, "m"), (6, "1")]),
        ("40 m2, 3 outside doors and a porch", [(40, "m2"), (3, "1")]),
        ("2 m closed, 3 open", [(2, "m"), (3, "m")]),
        ("12 kg empty, 18 loaded with tools", [(12, "kg"), (18, "kg")]),
        ("a ten-year-old needs a desk 60 cm high", [(0.6, "m")]),
        ("it should last 10 years", [(10, "year")]),
        ("ready by week 12, 40 kg", [(40, "kg")]),
        ("studs at 16 in centres", [(0.4064, "m")]),
    ],
)
def test_states_and_ages(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(round(q.value, 4), q.unit) for q in quantities(text)] == expected

"""A day that is named with a date has to be that date's day."""

import datetime as dt

import pytest

from feedback.values import Reflection, day_contradicts, day_of, fingerprint

WEDNESDAY = dt.date(2026, 11, 25)


def test_the_day_follows_from_the_date() -> None:
    assert day_of(WEDNESDAY) == "Wednesday"


@pytest.mark.parametrize("day", ["Wednesday", "wed", " WED. ", "25", "Day 3", "DAY 12", "day #7"])
def test_days_that_agree(day: str) -> None:
    assert not day_contradicts(day, WEDNESDAY)


@pytest.mark.parametrize("day", ["Thursday", "thu", "24", "05", "we", "x", "Blursday", "<b>", "٢٥"])
def test_days_that_do_not(day: str) -> None:
    assert day_contradicts(day, WEDNESDAY)


def test_a_reflection_survives_the_round_trip_and_marks_equal_entries() -> None:
    document = {"honesty": "a", "integrity": "b", "discipline": "c", "gratitude": "d"}
    reflection = Reflection.from_json(document)
    assert reflection.as_json() == document
    assert fingerprint(reflection, None) == fingerprint(Reflection.from_json(document), None)
    assert fingerprint(reflection, None) != fingerprint(reflection, "notes")

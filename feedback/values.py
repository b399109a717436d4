"""The four values of the daily log, and what a person says about each of them."""

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, Self

VALUES = ("honesty", "integrity", "discipline", "gratitude")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# "Day 12": a person's own count of days, which no date can contradict.
NUMBERED_DAY = re.compile(r"day\s*#?\s*\d{1,5}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the author says about each value, in their own words."""

    honesty: str
    integrity: str
    discipline: str
    gratitude: str

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> Self:
        return cls(**{name: str(document[name]) for name in VALUES})

    def as_json(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in VALUES}


def day_of(date: dt.date) -> str:
    return WEEKDAYS[date.weekday()]


def day_contradicts(day: str, date: dt.date) -> bool:
    """Whether `day`, as a client wrote it, is another day than `date`.

    A weekday may be whole or cut to three letters or more; a number is the day of the month.
    """
    text = " ".join(day.split()).casefold()
    if NUMBERED_DAY.fullmatch(text):
        return False
    if text.isascii() and text.isdecimal():
        return text.lstrip("0") != str(date.day)
    if len(text) < 3:
        return True
    return not day_of(date).casefold().startswith(text.rstrip("."))


def fingerprint(reflection: Reflection, *more: Any) -> str:
    """Equal for equal entries: a log that is sent twice is one entry."""
    content = json.dumps([reflection.as_json(), *more], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()

"""Values as models write them, made into values as the spec has them; None where that fails."""

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import Any

from specs.language.units import factor_between

TABLES = Path(__file__).with_name("tables.json")
MAX_TEXT = 300
# Control characters and lone surrogates cannot be stored, shown or sent on.
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
AMOUNT = re.compile(r"\s*(?P<number>\d[\d.,]{0,20})\s*(?P<unit>[^\d\s].{0,20})?\s*")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
DURATION = re.compile(r"P(?=\d)(\d{1,5}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,5}D)?")
SPOKEN_DURATION = re.compile(r"(\d{1,5})\s*(year|month|week|day)s?", re.IGNORECASE)
CURRENCY = re.compile(r"[A-Z]{3}")
# JSON integers beyond this lose digits on the way through other programs.
LARGEST = 2.0**53


@cache
def tables() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(TABLES.read_text(encoding="utf-8"))
    return found


def text(value: Any, longest: int = MAX_TEXT) -> str | None:
    """One line of storable text."""
    if not isinstance(value, str):
        return None
    line = " ".join(UNWANTED.sub(" ", value[: longest * 4]).split())
    return line[:longest].strip() or None


def number(value: Any, unit: str) -> float | None:
    """A finite number in `unit`: from a number, '3.5 m', or {"value": 3.5, "unit": "m"}."""
    if isinstance(value, dict) and "value" in value:
        inner = number(value["value"], unit)
        given = value.get("unit")
        return inner if inner is None or given is None else converted(inner, str(given), unit)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        finite = math.isfinite(value) and abs(value) <= LARGEST
        return float(value) if finite else None
    if not isinstance(value, str) or not (match := AMOUNT.fullmatch(value[:60])):
        return None
    amount = _amount(match["number"])
    if amount is None or match["unit"] is None:
        return amount
    return converted(amount, match["unit"], unit)


def converted(amount: float, given: str, unit: str) -> float | None:
    """`amount` of the unit `given` in `unit`; None where that cannot be."""
    said = given.strip().lower()
    if given.strip() == unit or (unit == "1" and said in tables()["counted"]):
        return amount
    factor = factor_between(tables()["units"].get(said, said), unit)
    return None if factor is None else float(f"{amount * factor:.10g}")


def _amount(digits: str) -> float | None:
    if THOUSANDS.fullmatch(digits):
        digits = digits.replace(",", "")
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None


def positive(value: Any, unit: str) -> float | None:
    found = number(value, unit)
    return found if found is not None and found > 0 else None


def count(value: Any) -> int | None:
    found = number(value, "1")
    return int(found) if found is not None and found >= 1 and found == int(found) else None


def currency(value: Any) -> str | None:
    code = (text(value, 12) or "").strip()
    known: str | None = tables()["currencies"].get(code.lower())
    return known or (code.upper() if CURRENCY.fullmatch(code.upper()) else None)


def duration(value: Any) -> str | None:
    said = text(value, 40) or ""
    if DURATION.fullmatch(said):
        return said
    spoken = SPOKEN_DURATION.fullmatch(said)
    return f"P{spoken[1]}{spoken[2][0].upper()}" if spoken else None

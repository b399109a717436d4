"""How values, units and names are written for a reader."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

ORIGIN_WORDS = {
    "prompt": "stated",
    "derived": "derived",
    "default": "assumed",
    "llm": "model",
    "policy": "policy",
    "person": "person",
}
ORIGIN_MEANINGS = {
    "prompt": "read in the prompt",
    "derived": "follows from stated values",
    "default": "nobody said so; filled by a rule",
    "llm": "added by the language model",
    "policy": "added by a learning session",
    "person": "entered by a person",
}
LENGTHS = frozenset({"length", "width", "height", "depth", "diameter"})
DIMENSION_UNITS = {
    **dict.fromkeys(LENGTHS, "m"),
    "footprint_area": "m²",
    "floor_area": "m²",
    "volume": "m³",
    "weight": "kg",
}
# Field names of the schema that a reader would trip over.
NAMES = {"stories": "storeys"}
# Beyond this a row of digits is read as a pattern, not as a number.
LONGEST_WRITTEN_OUT = 1e15
DECIMALS = 4
HUNDREDTH = Decimal("0.01")
# The schema's form of a timeline.
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)


def number(value: float) -> str:
    """12000.0 → 12,000 and 0.7500 → 0.75; the sign is a real minus."""
    if not math.isfinite(value):
        return str(value)
    if abs(value) >= LONGEST_WRITTEN_OUT or 0 < abs(value) < 10**-DECIMALS:
        written = f"{value:.4g}"
    else:
        written = f"{value:,.{DECIMALS}f}".rstrip("0").rstrip(".")
    return written.replace("-", "−", 1) if value < 0 else written


def points(value: float) -> str:
    """A score to its hundredths, which is all that it has: 89.96 must not read as grade A's 90."""
    exact = rounded(value)
    return str(int(exact)) if exact == int(exact) else str(exact)


def signed(value: float) -> str:
    change = rounded(value)
    if change == 0:
        return "±0"
    return f"+{points(value)}" if change > 0 else f"−{points(-value)}"


def rounded(value: float) -> Decimal:
    return Decimal(str(value)).quantize(HUNDREDTH, ROUND_HALF_UP)


def unit(name: str) -> str:
    """The vocabulary's plain spelling with its exponents raised; a count has no unit."""
    if name == "1":
        return ""
    return name.replace("m2", "m²").replace("m3", "m³").replace("*", "·")


def small_length(value: float) -> str:
    """The same length as a workshop would say it, for what is shorter than a metre."""
    return f"{number(round(value * 1000, 1))} mm" if 0 < abs(value) < 1 else ""


def plain(name: str) -> str:
    """mixed_use → mixed use"""
    return NAMES.get(str(name), str(name).replace("_", " "))


def sentence(name: str) -> str:
    """floor_area → Floor area"""
    words = plain(name)
    return words[:1].upper() + words[1:]


def origin_word(source: Any) -> str:
    return ORIGIN_WORDS.get(str(source), plain(str(source)))


def place(pointer: str) -> str:
    """/dimensions/height → height, /materials/0/grade → material 1, grade"""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in str(pointer).split("/") if part]
    if not parts:
        return "the whole spec"
    if parts[0] == "dimensions" and len(parts) > 1:
        parts = parts[1:]
    words: list[str] = []
    for part in parts:
        if part.isdecimal() and words:
            words[-1] = f"{singular(words[-1])} {int(part) + 1}"
        else:
            words.append(plain(part))
    return ", ".join(words)


def singular(word: str) -> str:
    if word == "performance":
        return "performance figure"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def duration(text: str) -> str:
    """P1Y6M → 1 year, 6 months; whatever is no such duration stays as it is."""
    found = DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        return text
    parts = zip(found.groups(), ("year", "month", "week", "day"), strict=True)
    return ", ".join(counted(int(number), name) for number, name in parts if number)


def counted(count: int, singular_form: str, plural_form: str = "") -> str:
    """1 value, 3 values"""
    return f"{count:,} {singular_form if count == 1 else plural_form or singular_form + 's'}"

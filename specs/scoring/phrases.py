"""Phrases with quantities: right when every value, unit and bound is found and nothing else."""

from typing import Any

from specs.language import quantities

INCH = 0.0254
CLOSE = 0.005


def is_right(row: dict[str, Any]) -> bool:
    """`row`: a `phrase` and what to `expect`, each a `value` within 0.5 %, a `unit`, a `bound`."""
    left = [(q.value, q.unit, q.bound) for q in quantities(row["phrase"])]
    for wanted in row["expect"]:
        match = next((found for found in left if _matches(found, wanted)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _matches(found: tuple[float, str, str], wanted: dict[str, Any]) -> bool:
    value, unit, bound = found
    if wanted["unit"] == "in" and unit == "m":
        value, unit = value / INCH, "in"
    close = abs(value - wanted["value"]) <= CLOSE * abs(wanted["value"])
    return close and (unit, bound) == (wanted["unit"], wanted["bound"])

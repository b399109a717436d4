"""Units: which tokens spell one, and the factor to the normal unit of its kind."""

from functools import cache
from itertools import product
from typing import NamedTuple

from specs.knowledge import listed, table
from specs.language.tokens import tokenise


class Unit(NamedTuple):
    kind: str
    name: str
    """pint's name of it; for durations the calendar unit."""
    factor: float
    normal: str


Spelling = tuple[tuple[str, ...], Unit]
RECIPROCAL = frozenset({"mile/gallon", "mile/imperial_gallon", "kilometre/litre"})
"""Distances by volume, of which the normal unit is the reciprocal."""
CALENDAR = {"second": "s", "minute": "min", "hour": "h", "fortnight": "week",
            "decade": "year", "century": "year"}  # fmt: skip


TIMES = {"second": "a", "minute": "a", "hour": "an", "day": "a", "week": "a", "year": "a"}
"""The article of a time that something is done in."""
SHORT_TIMES = {"second": ("s", "sec"), "minute": ("min",), "hour": ("h", "hr")}


@cache
def spellings() -> dict[str, list[Spelling]]:
    """Unit spellings by their first token, longest first."""
    found: dict[str, dict[tuple[str, ...], Unit]] = {}
    for kind, group in table("units").items():
        for name, (factor, forms) in group["units"].items():
            unit = Unit(kind, name, float(factor), group["unit"])
            for form in listed(forms):
                for written in _variants(form):
                    key = tuple(tokenise(written).words)
                    found.setdefault(key[0], {}).setdefault(key, unit)
    return {
        first: sorted(forms.items(), key=lambda item: -len(item[0]))
        for first, forms in found.items()
    }


@cache
def _by_two() -> dict[str, tuple[dict[str, list[Spelling]], Unit | None]]:
    """The same by the first two tokens, and what the first spells alone."""
    found: dict[str, tuple[dict[str, list[Spelling]], Unit | None]] = {}
    for first, forms in spellings().items():
        longer: dict[str, list[Spelling]] = {}
        for spelling, unit in forms:
            if len(spelling) > 1:
                longer.setdefault(spelling[1], []).append((spelling, unit))
        found[first] = longer, dict(forms).get((first,))
    return found


def _variants(form: str) -> list[str]:
    """`kwh/m2/year` is also written with 'per' in either place."""
    parts = form.split("/")
    if len(parts) == 1 or not all(parts):
        return [form]
    joined = []
    if parts[-1] in TIMES and len(parts) == 2:
        # "Litres a second", "pages each minute".
        joined = [f"{parts[0]} {each} {parts[1]}" for each in (TIMES[parts[-1]], "each", "every")]
        # "Litres/min", "metres per sec".
        shorts = SHORT_TIMES.get(parts[1], ())
        joined += [f"{parts[0]}{sign}{short}" for short in shorts for sign in ("/", " per ")]
    for marks in product(("/", " per "), repeat=len(parts) - 1):
        text = parts[0]
        for mark, part in zip(marks, parts[1:], strict=True):
            text += mark + part
        joined.append(text)
    return joined


def unit_at(words: list[str], at: int) -> tuple[Unit, int] | None:
    """The longest unit that the tokens from `at` spell, and the token behind it."""
    found = _by_two().get(words[at]) if at < len(words) else None
    if found is None:
        return None
    longer, alone = found
    if longer and at + 1 < len(words):
        for spelling, unit in longer.get(words[at + 1], ()):
            end = at + len(spelling)
            if tuple(words[at:end]) == spelling:
                return unit, end
    return (alone, at + 1) if alone is not None else None


@cache
def unit_named(name: str) -> Unit:
    """The unit that pint calls `name`."""
    return next(unit for forms in spellings().values() for _, unit in forms if unit.name == name)


def factor_between(given: str, wanted: str) -> float | None:
    """What a number in `given` is multiplied by to be in `wanted`; None where either is no unit,
    or where they measure different things."""
    for target in _spelt(wanted):
        for unit in _spelt(given):
            if unit.normal == target.normal:
                return unit.factor / target.factor
    return None


@cache
def factors_to(wanted: str) -> frozenset[float]:
    """Those of every unit that measures what `wanted` measures."""
    everything = (unit for forms in _by_spelling().values() for unit in forms)
    targets = _spelt(wanted)
    return frozenset(
        unit.factor / target.factor
        for unit in everything
        for target in targets
        if unit.normal == target.normal
    )


def _spelt(text: str) -> tuple[Unit, ...]:
    """Every unit that the whole text spells: "nm" is a torque and a distance."""
    return tuple(_by_spelling().get(tuple(tokenise(text.strip().lower()).words), ()))


@cache
def _by_spelling() -> dict[tuple[str, ...], list[Unit]]:
    found: dict[tuple[str, ...], list[Unit]] = {}
    for kind, group in table("units").items():
        for name, (factor, forms) in group["units"].items():
            if name in RECIPROCAL:
                continue  # no factor leads from distance by volume to volume by distance
            unit = Unit(kind, name, float(factor), group["unit"])
            for form in listed(forms):
                for written in _variants(form):
                    found.setdefault(tuple(tokenise(written).words), []).append(unit)
    return found

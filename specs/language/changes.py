"""Two figures of which the second comes in place of the first: 'raised from 400 to 625 Wh'."""

from dataclasses import replace

from specs.knowledge import wordset
from specs.language.measures import MeasureReader
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens
from specs.language.unit_values import set_value
from specs.language.units import Unit

VERBS = wordset("changes", "verbs")
GOING = wordset("changes", "going")
WAYS = frozenset({"up", "down", "back"})
REACH = 6
"""Tokens between the verb and 'from': 'extends the house from'."""
NOUNS = 4
"""Tokens from one change to the next of the same verb: '…, thickness from 7.9 to 8.3 mm'."""
LONGEST_PRICE = 5
STOPS = frozenset(".;:,!?()\n")


def without_change(reader: MeasureReader, low: Quantity, high: Quantity) -> Quantity | None:
    """`low` by itself, in the unit it shares with `high`, where 'from low to high' says what is no
    more and what comes instead; None where it is a range."""
    if not _goes_on(reader.words, low, reader.changed) and not is_change(reader.words, low):
        return None
    reader.changed = high.last
    if low.kind != "count" or high.kind == "count" or not high.number:
        return low
    unit = Unit(high.kind, high.written, high.value / high.number, high.unit)
    own = replace(low, kind=high.kind, unit=high.unit, written=high.written)
    set_value(own, unit, low.number)
    return own


def _goes_on(words: list[str], low: Quantity, changed: int) -> bool:
    """Whether the verb of the change that ends at `changed` holds for 'from `low`', too."""
    near = 0 <= changed < low.first <= changed + NOUNS
    return near and words[changed] in (",", "and") and words[low.first - 1] == "from"


def is_change(words: list[str], low: Quantity) -> bool:
    """Whether a verb of change stands in front of 'from `low` to': it does not span the two."""
    joined = words[low.last : low.last + 1] == ["to"]
    return joined and low.first > 1 and _is_changed(words, low.first - 1)


def ends_changed(words: list[str], to: int) -> bool:
    """Whether the 'to' of 'upped from £20k to £25k' stands at `to`."""
    if words[to : to + 1] != ["to"]:
        return False
    start = max(0, to - LONGEST_PRICE)
    return any(words[at] == "from" and _is_changed(words, at) for at in range(to - 1, start, -1))


def _is_changed(words: list[str], at: int) -> bool:
    """Whether a verb of change stands in front of the 'from' at `at`."""
    if words[at] != "from":
        return False
    for place in range(at - 1, max(-1, at - REACH), -1):
        word = words[place]
        if word in STOPS:
            return False
        if word in VERBS or (word in GOING and words[place + 1] in WAYS):
            return True
    return False


def with_changes(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """`found` with the figures that came instead of others in their place, which name the side."""
    if "from" not in tokens.vocabulary:
        return found
    kept: list[Quantity] = []
    changed = -1
    for quantity in found:
        first = kept[-1] if kept else None
        if first is None or tokens.words[first.last : quantity.first] != ["to"]:
            kept.append(quantity)
        elif _goes_on(tokens.words, first, changed) or is_change(tokens.words, first):
            label = quantity.label or first.label
            own = replace(quantity, first=first.first, label=label, replaced=first)
            if quantity.label is None:
                own.label_first, own.label_last = first.label_first, first.label_last
            kept[-1], changed = own, quantity.last
        else:
            kept.append(quantity)
    return kept

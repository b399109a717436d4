"""Speeds that a sprint spans: 'from rest to 100 in 8.9 s', '100 km/h from standstill in six'."""

from specs.knowledge import wordset
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens

SPEEDS = frozenset({50, 60, 62, 80, 96, 97, 100, 200})
HUNDREDS = frozenset({60, 62, 100})
REST = wordset("sprints", "rest")
WITHIN = frozenset({"in", "within", "inside", "after"})
REACH = 4


def is_sprint(quantity: Quantity) -> bool:
    return (
        quantity.low == 0
        and quantity.kind in ("count", "speed")
        and round(2 * quantity.number) in SPEEDS
    )


def set_sprints(tokens: Tokens, found: list[Quantity]) -> None:
    """Give the speed that a sprint ends with the span from zero, as '0-100' has."""
    for index, quantity in enumerate(found):
        if quantity.kind not in ("count", "speed") or quantity.low is not None:
            continue
        behind = found[index + 1] if index + 1 < len(found) else None
        if quantity.number in SPEEDS and (
            _from_rest(tokens, quantity) or _timed(tokens, quantity, behind)
        ):
            quantity.low, quantity.high = 0.0, quantity.value
            quantity.value, quantity.number = quantity.value / 2, quantity.number / 2
            quantity.bound = "range"


def _from_rest(tokens: Tokens, quantity: Quantity) -> bool:
    words, first, last = tokens.words, quantity.first, quantity.last
    if first > 1 and words[first - 1] == "to" and words[first - 2] in REST:
        return True
    return words[last : last + 1] == ["from"] and not REST.isdisjoint(
        words[last + 1 : last + REACH]
    )


def _timed(tokens: Tokens, quantity: Quantity, behind: Quantity | None) -> bool:
    """'reaches 100 km/h in 6.1 s': nobody takes seconds to his top speed."""
    if behind is None or quantity.kind != "speed" or quantity.number not in HUNDREDS:
        return False
    gap = tokens.words[quantity.last : behind.first]
    return behind.unit == "s" and 0 < len(gap) <= REACH and gap[0] in WITHIN

"""Figures on both sides of what they bound: '80 < w < 100 cm', '0.5 kg ≤ weight ≤ 0.8 kg'."""

from specs.language.quantity import Quantity
from specs.language.tokens import WORD, Tokens
from specs.language.unit_values import set_value
from specs.language.units import Unit

BELOW, ABOVE = frozenset("<≤"), frozenset(">≥")
SIGNS = BELOW | ABOVE
COMPARED = 3
"""Words of what stands between the two signs: 'overall width'."""


def with_chains(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """`found` with the two ends of a chain of comparisons joined, and '80 cm < w' as a bound."""
    if SIGNS.isdisjoint(tokens.vocabulary):
        return found
    kept: list[Quantity] = []
    for quantity in found:
        joined = _joined(tokens, kept[-1], quantity) if kept else None
        if joined is not None:
            kept[-1] = joined
            continue
        kept.append(quantity)
    for quantity in kept:
        _set_bound_behind(tokens, quantity)
    return kept


def _sign_at(tokens: Tokens, at: int) -> tuple[bool, int] | None:
    """Whether the sign at `at` says that what follows is larger, and where it ends."""
    word = tokens.words[at] if at < len(tokens) else ""
    if word not in BELOW and word not in ABOVE:
        return None
    end = at + 1 + (tokens.words[at + 1 : at + 2] == ["="])
    return word in BELOW, end


def _compared_end(tokens: Tokens, at: int) -> int:
    """The end of the words from `at`, which name what is compared."""
    end = at
    while end < min(len(tokens), at + COMPARED) and tokens.kinds[end] == WORD:
        end += 1
    return end


def _joined(tokens: Tokens, first: Quantity, second: Quantity) -> Quantity | None:
    opened = _sign_at(tokens, first.last)
    if opened is None or first.low is not None or second.low is not None:
        return None
    end = _compared_end(tokens, opened[1])
    closed = _sign_at(tokens, end) if end > opened[1] else None
    if closed is None or closed[1] != second.first or closed[0] != opened[0]:
        return None
    _share_unit(first, second)
    if first.kind != second.kind or first.unit != second.unit:
        return None
    low, high = (first, second) if opened[0] else (second, first)
    if low.value >= high.value:
        return None
    return Quantity(
        first.first, second.last, (low.value + high.value) / 2, high.unit, high.kind,
        (low.number + high.number) / 2, high.written, low.value, high.value, "range",
        second.label, label_first=second.label_first, label_last=second.label_last,
    )  # fmt: skip


def _share_unit(first: Quantity, second: Quantity) -> None:
    for bare, other in ((first, second), (second, first)):
        if bare.kind == "count" and other.kind not in ("count", "money") and other.number:
            unit = Unit(other.kind, other.written, other.value / other.number, other.unit)
            bare.kind, bare.unit, bare.written = other.kind, other.unit, other.written
            set_value(bare, unit, bare.number)
        elif bare.kind == "count" and other.kind == "money":
            bare.kind, bare.unit = other.kind, other.unit


def _set_bound_behind(tokens: Tokens, quantity: Quantity) -> None:
    """'80 cm < w', '2 m > height': the figure bounds what stands behind the sign."""
    sign = _sign_at(tokens, quantity.last)
    if sign is None or quantity.bound != "exact":
        return
    words, end = tokens.words, _compared_end(tokens, sign[1])
    if end > sign[1] and (end >= len(tokens) or words[end] in ENDS):
        quantity.bound = "min" if sign[0] else "max"


ENDS = frozenset(".,;)\n")

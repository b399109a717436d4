"""Ranges of money: '£1,200-1,300', 'between $200 and $300', '£3.2-3.6 million'."""

from specs.knowledge import wordset
from specs.language.amounts import Amount, amount_at, currency_at
from specs.language.changes import ends_changed
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, Tokens


def upper_end(tokens: Tokens, at: int, comma_decimals: bool) -> Amount | None:
    """The upper end of a range: '-1,300', 'to $1,600', 'and £300' behind 'between'."""
    words = tokens.words
    if at >= len(words):
        return None
    start = at
    if ends_changed(words, at):
        return None
    if words[at] in ("to", "-", "and", "~", "or", "until"):
        start = at + 1
        if words[at] in ("and", "or") and not _after_between(words, at):
            return None
    elif tokens.gaps[at] != "-":
        return None
    symbol = currency_at(tokens, start, "symbols") or currency_at(tokens, start, "words")
    if symbol is not None:
        start = symbol[1]
    if start >= len(words):
        return None
    hundred = words[start] == "a" and words[start + 1 : start + 2] == ["hundred"]
    if not (tokens.kinds[start] == NUMBER or words[start] in STARTS or hundred):
        return None
    high = amount_at(tokens, start, comma_decimals=comma_decimals, money=True)
    if high is not None and words[high.last : high.last + 1] and words[high.last] in TIMES:
        # "€28.3m - 26 months".
        return None
    return high


TIMES = wordset("money", "times")


def _after_between(words: list[str], at: int) -> bool:
    return "between" in words[max(0, at - 6) : at]


def money_range(at: int, low: Amount, high: Amount, last: int, code: str) -> Quantity | None:
    bottom, top = low.value, high.value
    if low.alternative is not None and bottom < low.alternative < top:
        # "Between 1.400 and 1.600 €": the point groups the digits of both.
        bottom = low.alternative
    scale = high.scale if high.scale > 1 else _spoken_scale(bottom, top)
    if scaled_as(low, high) >= top:
        # "From 3.1 to 2.6 million": it falls.
        return None
    if low.scale == 1 and bottom * scale < top:
        # "£3.2-3.6 million", "$60-75k", "one to two million": one magnitude for both ends.
        bottom *= scale
    if not bottom < top:
        return None
    middle = (bottom + top) / 2
    return Quantity(at, last, middle, code, "money", middle, low=bottom, high=top, bound="range")


FEW = 100.0


def scaled_as(low: Amount, high: Amount) -> float:
    """'From 3.1 to 2.6 million': the first figure in the magnitude that the second one names."""
    few = low.scale == 1 and low.value < FEW and high.scale >= 1_000
    return low.value * high.scale if few else low.value


def fallen(at: int, low: Amount, high: Amount, code: str) -> Quantity:
    """The figure that another one replaces."""
    value = scaled_as(low, high)
    return Quantity(at, low.last, value, code, "money", value)


def _spoken_scale(bottom: float, top: float) -> float:
    for scale in (1e9, 1e6, 1e3):
        if top >= scale and top % scale == 0 and bottom < 1_000 <= scale * bottom < top:
            return scale
    return 1.0


def is_time(words: list[str], at: int) -> bool:
    """'$15.2M AUD 20 months': the figure behind the code is no amount."""
    return words[at + 1 : at + 2] != [] and words[at + 1] in TIMES

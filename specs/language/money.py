"""Amounts of money: currency before or behind, magnitudes, ranges that share both."""

from functools import cache
from typing import NamedTuple

from specs.knowledge import listed, table, wordset
from specs.language.numbers import number_at
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens, tokenise

Spelling = tuple[tuple[str, ...], str]


@cache
def _spellings(group: str) -> dict[str, list[Spelling]]:
    found: dict[str, list[Spelling]] = {}
    for code, forms in table("currencies")[group].items():
        for form in [*listed(forms), *([code.lower()] if group == "words" else [])]:
            key = tuple(tokenise(form).words)
            found.setdefault(key[0], []).append((key, code))
    return {first: sorted(forms, key=lambda f: -len(f[0])) for first, forms in found.items()}


@cache
def magnitudes() -> dict[str, float]:
    return {
        word: float(value)
        for value, words in table("currencies")["magnitudes"].items()
        for word in listed(words)
    }


def currency_at(tokens: Tokens, at: int, group: str) -> tuple[str, int] | None:
    words = tokens.words
    if at >= len(words):
        return None
    for spelling, code in _spellings(group).get(words[at], ()):
        end = at + len(spelling)
        if tuple(words[at:end]) != spelling:
            continue
        # "A$95" is Australian, "a $95 lamp" is not.
        if "$" in spelling and any(gap != "" for gap in tokens.gaps[at + 1 : end]):
            continue
        return code, end
    return None


class Amount(NamedTuple):
    value: float
    scale: float
    last: int
    alternative: float | None = None


def amount_at(tokens: Tokens, at: int, *, comma_decimals: bool, money: bool) -> Amount | None:
    """A number with its magnitude; 'm' and 'k' count only where money is certain or glued."""
    number = number_at(tokens, at, comma_decimals=comma_decimals)
    if number is None:
        return None
    last = number.last
    words = tokens.words
    if last < len(words) and tokens.kinds[last] == WORD:
        scale = magnitudes().get(words[last])
        certain = money or len(words[last]) > 2
        if scale is not None and certain and (money or scale >= 1000):
            value = number.value * scale
            return Amount(value, scale, last + 1)
    value = number.value
    # 1.250 EUR: nobody prices to the tenth of a cent, so three digits are a group.
    if money and number.alternative is not None and number.alternative > value:
        return Amount(number.alternative, 1.0, last, value)
    return Amount(value, 1.0, last, number.alternative)


def money_at(tokens: Tokens, at: int, *, comma_decimals: bool) -> Quantity | None:
    words = tokens.words
    found = currency_at(tokens, at, "symbols")
    if found is None and tokens.kinds[at] == WORD:
        found = currency_at(tokens, at, "words")
    if found is not None:
        code, start = found
        if start < len(words) and words[start] == "." and start + 1 < len(words):
            start += 1
        return _prefixed(tokens, at, start, code, comma_decimals)
    if tokens.kinds[at] == NUMBER or tokens.kinds[at] == WORD:
        return _suffixed(tokens, at, comma_decimals)
    return None


def _prefixed(
    tokens: Tokens, at: int, start: int, code: str, comma_decimals: bool
) -> Quantity | None:
    if start >= len(tokens.words) or tokens.kinds[start] != NUMBER:
        return None
    low = amount_at(tokens, start, comma_decimals=comma_decimals, money=True)
    if low is None:
        return None
    last = low.last
    high = _second(tokens, last, comma_decimals)
    code, last_code = _renamed(tokens, high.last if high else last, code)
    if high is not None:
        return _range(at, low, high, max(high.last, last_code), code)
    return Quantity(
        at, max(last, last_code), low.value, code, "money", low.value, alternative=low.alternative
    )


def _second(tokens: Tokens, at: int, comma_decimals: bool) -> Amount | None:
    """The upper end of a range: '-1,300', 'to $1,600', 'and £300' behind 'between'."""
    words = tokens.words
    if at >= len(words):
        return None
    start = at
    if words[at] in ("to", "-", "and", "~", "or", "until"):
        start = at + 1
        if words[at] in ("and", "or") and not _after_between(words, at):
            return None
    elif tokens.gaps[at] != "-":
        return None
    symbol = currency_at(tokens, start, "symbols") or currency_at(tokens, start, "words")
    if symbol is not None:
        start = symbol[1]
    if start >= len(words) or tokens.kinds[start] != NUMBER:
        return None
    return amount_at(tokens, start, comma_decimals=comma_decimals, money=True)


def _after_between(words: list[str], at: int) -> bool:
    return "between" in words[max(0, at - 6) : at]


def _range(at: int, low: Amount, high: Amount, last: int, code: str) -> Quantity | None:
    bottom, top = low.value, high.value
    if high.scale > 1 and low.scale == 1 and bottom * high.scale < top:
        # "£3.2-3.6 million", "$60-75k": one magnitude for both ends.
        bottom *= high.scale
    if not bottom < top:
        return None
    middle = (bottom + top) / 2
    return Quantity(at, last, middle, code, "money", middle, low=bottom, high=top, bound="range")


def _renamed(tokens: Tokens, last: int, code: str) -> tuple[str, int]:
    """'$165,000 CAD', '1.4 million rand (ZAR)': a code behind the amount decides."""
    words = tokens.words
    start = last + 1 if words[last : last + 1] == ["("] else last
    named = currency_at(tokens, start, "words")
    if named is None:
        return code, last
    end = named[1]
    if start > last:
        if words[end : end + 1] != [")"]:
            return code, last
        end += 1
    elif end < len(words) and tokens.kinds[end] == NUMBER:
        # The code belongs to the amount behind it.
        return code, last
    return named[0], end


def _suffixed(tokens: Tokens, at: int, comma_decimals: bool) -> Quantity | None:
    low = amount_at(tokens, at, comma_decimals=comma_decimals, money=False)
    if low is None:
        return None
    words, last = tokens.words, low.last
    high: Amount | None = None
    short = low.scale == 1 and last < len(words) and words[last] in SHORT_MAGNITUDES
    if short and any(currency_at(tokens, last + 1, group) for group in ("words", "symbols")):
        # 550k EUR: the short magnitude counts because a currency follows.
        scale = magnitudes()[words[last]]
        low = Amount(low.value * scale, scale, last + 1)
        last = low.last
    behind = _currency_behind(tokens, last)
    if behind is None:
        if low.scale in INDIAN and COST_CUES & set(words[max(0, at - 7) : at]):
            # "Budget 78 lakh": nobody counts another currency so.
            return Quantity(at, last, low.value, "INR", "money", low.value)
        high = _second(tokens, last, comma_decimals)
        if high is None:
            return None
        behind = _currency_behind(tokens, high.last)
        if behind is None:
            return None
    code, end = _renamed(tokens, behind[1], behind[0])
    if high is not None:
        return _range(at, low, high, end, code)
    value, other = low.value, low.alternative
    if other is not None and other > value:
        value, other = other, value
    return Quantity(at, end, value, code, "money", value, alternative=other)


COST_CUES = wordset("money", "cost_cues")
SHORT_MAGNITUDES = frozenset({"k", "m", "b", "cr"})
INDIAN = frozenset({100_000.0, 10_000_000.0})


def _currency_behind(tokens: Tokens, at: int) -> tuple[str, int] | None:
    words = tokens.words
    if at >= len(words):
        return None
    if words[at] == "." and at + 1 < len(words) and tokens.gaps[at] == "":
        # "1,35 Mio. EUR"
        at += 1
    if words[at] in ("pound", "pounds") and COST_CUES & set(words[max(0, at - 7) : at]):
        # Pounds are a weight unless money is spoken of.
        return "GBP", at + 1
    start = at + 1 if words[at : at + 1] == ["of"] else at
    found = currency_at(tokens, start, "words") or currency_at(tokens, start, "symbols")
    if found is None:
        return None
    # "500 $1,200": the sign belongs to the number behind it.
    if found[1] < len(words) and tokens.kinds[found[1]] == NUMBER and tokens.gaps[found[1]] == "":
        return None
    return found

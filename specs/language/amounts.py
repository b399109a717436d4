"""Amounts with their magnitude, and which tokens spell a currency."""

from functools import cache
from typing import NamedTuple

from specs.knowledge import listed, table, wordset
from specs.language.numbers import number_at
from specs.language.tokens import WORD, Tokens, tokenise
from specs.language.units import unit_at

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


def _is_gauge(words: list[str], at: int) -> bool:
    """'a 28 mil thick liner', '6 mil plastic': thousandths of an inch and no millions."""
    if words[at] != "mil":
        return False
    near = {*words[max(0, at - GAUGE_REACH) : at], *words[at + 1 : at + GAUGE_REACH]}
    return not SHEETS.isdisjoint(near)


GAUGE_REACH = 4
SHEETS = wordset("measures", "sheets")


def _behind_figures(words: list[str], value: float, at: int) -> int:
    """Behind the bracket of 'within nine (9) months', which says the number again."""
    again = words[at + 1 : at + 3] == [f"{value:g}", ")"]
    return at + 3 if again and unit_at(words, at + 3) is not None else at


class Amount(NamedTuple):
    value: float
    scale: float
    last: int
    alternative: float | None = None


def amount_at(tokens: Tokens, at: int, *, comma_decimals: bool, money: bool) -> Amount | None:
    """A number with its magnitude; 'm' and 'k' count only where money is certain or glued."""
    known, key = tokens.amounts, 4 * at + 2 * comma_decimals + money
    if key not in known:
        known[key] = _amount_at(tokens, at, comma_decimals=comma_decimals, money=money)
    read: Amount | None = known[key]
    return read


def _amount_at(tokens: Tokens, at: int, *, comma_decimals: bool, money: bool) -> Amount | None:
    number = number_at(tokens, at, comma_decimals=comma_decimals)
    if number is None:
        return None
    words, value, last = tokens.words, number.value, number.last
    if last < len(words) and words[last] == "(" and tokens.kinds[at] == WORD:
        last = _behind_figures(words, value, last)
    scale = magnitudes().get(words[last]) if last < len(words) else None
    if scale is not None and not _is_gauge(words, last):
        certain = money or len(words[last]) > 2
        if certain and (money or scale >= 1000):
            return Amount(value * scale, scale, last + 1)
    # 1.250 EUR: nobody prices to the tenth of a cent, so three digits are a group.
    if money and number.alternative is not None and number.alternative > value:
        return Amount(number.alternative, 1.0, last, value)
    return Amount(value, 1.0, last, number.alternative)

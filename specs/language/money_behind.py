"""Which currency an amount is in that names it behind, or names another one there."""

from specs.knowledge import wordset
from specs.language.amounts import Amount, currency_at, magnitudes
from specs.language.headings import currency_apart
from specs.language.money_ranges import is_time
from specs.language.money_words import (
    CROWNS,
    NATIONS,
    are_glued_cents,
    are_sterling,
    cents_behind,
    ends,
)
from specs.language.number_words import ONES
from specs.language.tokens import NUMBER, WORD, Tokens


def renamed(tokens: Tokens, last: int, code: str) -> tuple[str, int]:
    """'$165,000 CAD', '1.4 million rand (ZAR)': a code behind the amount decides."""
    words = tokens.words
    last = _behind_dash(tokens, last)
    start = last + 1 if words[last : last + 1] == ["("] else last
    apart = _nation_apart(tokens, last) if code == "USD" else None
    if apart is not None:
        return apart, last
    crown = start + (words[start : start + 1] == ["."])
    if code == "SEK" and words[crown : crown + 1] != [] and words[crown] in CROWNS:
        return CROWNS[words[crown]], crown + 1
    named = currency_at(tokens, start, "words")
    if named is None:
        nation = NATIONS.get(words[start]) if start < len(words) and code == "USD" else None
        return (nation, start + 1) if nation and ends(tokens, start + 1) else (code, last)
    end = named[1]
    if start > last:
        if words[end : end + 1] != [")"]:
            return code, last
        end += 1
    elif end < len(words) and tokens.kinds[end] == NUMBER and not is_time(words, end):
        # The code belongs to the amount behind it.
        return code, last
    return named[0], end


def _nation_apart(tokens: Tokens, last: int) -> str | None:
    """'$34 each NZD', '$280 the pair, Aussie dollars': whose dollars, behind what they buy."""
    words, at = tokens.words, last
    while at < min(last + FARTHEST, len(words)) and words[at] in BETWEEN_NATION:
        at += 1
    if at == last or at >= len(words):
        return None
    if words[at] in NATIONS and words[at + 1 : at + 2] == ["dollars"]:
        return NATIONS[words[at]]
    named = currency_at(tokens, at, "words") if words[at] in CODES else None
    return named[0] if named is not None and ends(tokens, named[1]) else None


CODES = frozenset({"cad", "aud", "nzd", "usd", "sgd", "hkd"})
BETWEEN_NATION = wordset("money", "between_nation") | {",", "("}
FARTHEST = 5


def _behind_dash(tokens: Tokens, last: int) -> int:
    """'185.000,- DKK', 'CHF 98'500.-', 'Rs 18,999/-': a dash for the cents."""
    pair = tokens.words[last : last + 2]
    dashed = len(pair) == 2 and pair[0] in ",./" and pair[1] in "-—"
    return last + 2 if dashed and tokens.gaps[last] == tokens.gaps[last + 1] == "" else last


CODE = 3
PENCE = 0.2
"""'Five pounds ten' may be ounces; 'five pounds fifty' is money."""


def _with_pence(tokens: Tokens, at: int) -> bool:
    cents = cents_behind(tokens, at)
    return cents is not None and cents[0] >= PENCE and tokens.kinds[at] == WORD


def currency_behind(tokens: Tokens, at: int, amount: Amount) -> tuple[str, int] | None:
    words = tokens.words
    at = _behind_dash(tokens, at)
    at += words[at : at + 1] in (["odd"], ["ish"])
    if at >= len(words):
        return None
    short = words[at - 1] in magnitudes() or tokens.kinds[at - 1] == NUMBER
    magnitude = words[at - 1] in magnitudes() or tokens.gaps[at + 1 : at + 2] == [""]
    if words[at] == "." and at + 1 < len(words) and tokens.gaps[at] == "" and short and magnitude:
        # "1,35 Mio. EUR"
        at += 1
    spelled = words[at] in ("pound", "pounds") and words[at + 1 : at + 2] != ["sterling"]
    if spelled and (are_sterling(words, at, amount) or _with_pence(tokens, at + 1)):
        return "GBP", at + 1
    start = at + 1 if words[at] in ("of", "de") else at
    found = currency_at(tokens, start, "words") or currency_at(tokens, start, "symbols")
    if found is None:
        return currency_apart(tokens, at)
    counted = words[at - 1] in ONES and len(words[start]) == CODE
    if counted and tokens.kinds[found[1] : found[1] + 1] == [NUMBER]:
        # "The price for all three EUR 329".
        return None
    # "500 $1,200": the sign belongs to the number behind it.
    glued = found[1] < len(words) and tokens.gaps[found[1]] == ""
    if glued and tokens.kinds[found[1]] == NUMBER and not are_glued_cents(tokens, found[1]):
        return None
    return found

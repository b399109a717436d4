"""Amounts of money: currency before or behind, magnitudes, ranges that share both."""

from specs.knowledge import wordset
from specs.language.amounts import Amount, amount_at, currency_at, magnitudes
from specs.language.headings import HEADING_ENDS, currency_apart, currency_far, currency_in_heading
from specs.language.money_ranges import is_time, money_range, upper_end
from specs.language.money_words import (
    CROWNS,
    LAKH,
    MINOR,
    NATIONS,
    SCALED,
    are_glued_cents,
    are_sterling,
    cents_behind,
    ends,
    lettered,
    note,
    spoken,
    spoken_cents,
    spoken_scale,
    times,
)
from specs.language.number_words import ONES
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens


def money_at(tokens: Tokens, at: int, *, comma_decimals: bool) -> Quantity | None:
    words = tokens.words
    found = currency_at(tokens, at, "symbols")
    if found is None and tokens.kinds[at] == WORD:
        found = currency_at(tokens, at, "words")
        if found is not None and tokens.gaps[found[1] : found[1] + 1] == ["-"]:
            # "The TL-500" is a model.
            found = None
    if found is not None:
        code, start = found
        if start < len(words) and words[start] == "." and start + 1 < len(words):
            start += 1
        return _prefixed(tokens, at, start, code, comma_decimals)
    if tokens.kinds[at] == NUMBER and at > 1 and words[at - 1] in HEADING_ENDS:
        heading = currency_in_heading(tokens, at)
        if heading is not None:
            return _prefixed(tokens, at, at, heading, comma_decimals)
    letters = lettered(tokens, at)
    if letters is not None:
        return _prefixed(tokens, at, at + 1, letters, comma_decimals)
    if words[at] in SCALED:
        code, scale = SCALED[words[at]]
        return times(_prefixed(tokens, at, at + 1, code, comma_decimals), scale)
    paper = note(tokens, at) if words[at] in ("a", "an") else None
    if paper is not None:
        return paper
    if tokens.kinds[at] == NUMBER or tokens.kinds[at] == WORD:
        return _suffixed(tokens, at, comma_decimals)
    return None


def is_name(tokens: Tokens, amount: Quantity) -> bool:
    """'AWG 12 wiring' and 'a Euro 6 diesel': a gauge and a class, and no money."""
    if amount.unit == "AWG":
        return amount.value <= THINNEST
    if amount.unit == "COP":
        # "COP 3.4": the coefficient of performance.
        return amount.value < FEWEST_PESOS
    return tokens.words[amount.first] == "euro" and amount.value <= CLEANEST


THINNEST, CLEANEST, FEWEST_PESOS = 40, 7, 1000


def _prefixed(
    tokens: Tokens, at: int, start: int, code: str, comma_decimals: bool
) -> Quantity | None:
    signed = start
    while start < min(signed + 2, len(tokens.words)) and tokens.words[start] in COMPARED:
        start += 1
    if start >= len(tokens.words) or tokens.kinds[start] != NUMBER:
        return None
    low = amount_at(tokens, start, comma_decimals=comma_decimals, money=True)
    if low is None:
        return None
    if code in SMALL_COINS and low.value < SMALL_COINS[code]:
        # "COP 3.5" of a heat pump is no money.
        return None
    if code == "INR" and tokens.words[low.last : low.last + 1] == ["l"]:
        # "₹45L": lakhs.
        low = Amount(low.value * LAKH, LAKH, low.last + 1)
    last = low.last
    high = upper_end(tokens, last, comma_decimals)
    if high is not None:
        named, end = _renamed(tokens, high.last, code)
        spanned = money_range(at, low, high, max(high.last, end), named)
        dashed = tokens.words[last] == "-" and tokens.gaps[last] == " "
        if spanned is not None or not (dashed or tokens.words[last] == "to"):
            return spanned
        # "Cut from £450 to £380", "EUR 2,180 - eight units".
    code, last_code = _renamed(tokens, last, code)
    # "EUR <= 2 950": the sign stands between.
    bound = COMPARED[tokens.words[signed]] if start > signed else "exact"
    return Quantity(
        at, max(last, last_code), low.value, code, "money", low.value, bound=bound,
        alternative=low.alternative,
    )  # fmt: skip


SMALL_COINS = {"COP": 50.0}
COMPARED = {"<": "max", "≤": "max", ">": "min", "≥": "min", "=": "exact", "~": "about"}


def _renamed(tokens: Tokens, last: int, code: str) -> tuple[str, int]:
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


def _suffixed(tokens: Tokens, at: int, comma_decimals: bool) -> Quantity | None:
    low = _bare(tokens, at, comma_decimals)
    if low is None:
        return None
    words, last = tokens.words, low.last
    if low.scale == 1 and words[last : last + 1] and words[last] in SCALED:
        code, scale = SCALED[words[last]]
        return times(Quantity(at, last + 1, low.value, code, "money", low.value), scale)
    minor = MINOR.get(words[last]) if last < len(words) else None
    if minor == "GBP" and words[last] == "p" and not words[at].isdigit():
        # "1.080p" is a resolution.
        return None
    if minor is not None and (len(words[last]) > 1 or tokens.gaps[last] == "") and low.value < 100:
        return Quantity(at, last + 1, low.value / 100, minor, "money", low.value / 100)
    behind = _currency_behind(tokens, last, low)
    far = currency_far(tokens, last) if behind is None else None
    if far is not None:
        behind = far, last
    if behind is None:
        unnamed = spoken(tokens, at, low)
        return _named_above(tokens, at, low, comma_decimals=comma_decimals) or unnamed
    code, end = _renamed(tokens, behind[1], behind[0])
    if (upper := upper_end(tokens, end, comma_decimals)) is not None:
        # "900 € - 1.100 €"
        again = _currency_behind(tokens, upper.last, upper)
        if again is not None and again[0] == code:
            spanned = money_range(at, low, upper, again[1], code)
            if spanned is not None or words[end : end + 1] != ["to"]:
                return spanned
    return _single(tokens, at, low, code, end)


def _named_above(tokens: Tokens, at: int, low: Amount, *, comma_decimals: bool) -> Quantity | None:
    """'550-600k EUR', '9 lakh to 11 lakh rupees': the currency behind the upper end."""
    scale = spoken_scale(tokens, low)
    high = upper_end(tokens, low.last, comma_decimals)
    if scale > 1:
        # "Seven or eight hundred bucks".
        high = amount_at(tokens, low.last + 1, comma_decimals=comma_decimals, money=True)
        low = Amount(low.value * scale, scale, low.last)
    if high is None:
        return None
    behind = _currency_behind(tokens, high.last, high)
    if behind is None:
        named = spoken(tokens, low.last, high)
        if named is None:
            return None
        behind = named.unit, named.last
    code, end = _renamed(tokens, behind[1], behind[0])
    return money_range(at, low, high, end, code)


def _single(tokens: Tokens, at: int, low: Amount, code: str, end: int) -> Quantity:
    words, last = tokens.words, low.last
    value, other = low.value, low.alternative
    if other is not None and other > value:
        value, other = other, value
    parted = tokens.kinds[end - 1] == WORD or are_glued_cents(tokens, end)
    cents = cents_behind(tokens, end) if parted else None
    if cents is not None and value == int(value):
        value, end = value + cents[0], cents[1]
    # "A hundred-odd euros", "99-ish euros".
    bound = "about" if words[last] in ("odd", "ish") else "exact"
    return Quantity(at, end, value, code, "money", value, alternative=other, bound=bound)


def _bare(tokens: Tokens, at: int, comma_decimals: bool) -> Amount | None:
    """An amount in front of its currency: '550k EUR', 'nineteen ninety-nine dollars'."""
    low = amount_at(tokens, at, comma_decimals=comma_decimals, money=False)
    if low is None:
        return None
    words, last = tokens.words, low.last
    short = low.scale == 1 and last < len(words) and words[last] in SHORT_MAGNITUDES
    if low.scale == 1 and words[last : last + 2] in (["l", "inr"], ["l", "rupees"]):
        # "2.5L INR": lakhs.
        return Amount(low.value * LAKH, LAKH, last + 1)
    pounds = words[last + 1 : last + 2] in (["pounds"], ["pound"])
    if short and (
        any(currency_at(tokens, last + 1, group) for group in ("words", "symbols"))
        or (words[last + 1 : last + 2] != [] and words[last + 1] in NATIONS)
        or (pounds and are_sterling(words, last + 1, Amount(low.value * 1_000, 1_000, last + 1)))
        or (tokens.gaps[last] == "" and currency_apart(tokens, last + 1) is not None)
    ):
        # The short magnitude counts because a currency follows.
        scale = magnitudes()[words[last]]
        return Amount(low.value * scale, scale, last + 1)
    if short and tokens.gaps[last] == "":
        # "9.5k-11k GBP"
        high = upper_end(tokens, last + 1, comma_decimals)
        if high is not None and _currency_behind(tokens, high.last, high) is not None:
            scale = magnitudes()[words[last]]
            return Amount(low.value * scale, scale, last + 1)
    whole = spoken_cents(tokens, at, low)
    priced = whole is not None and _currency_behind(tokens, whole.last, whole) is not None
    return whole if priced else low


SHORT_MAGNITUDES = frozenset({"k", "m", "mm", "b", "cr", "mn", "bn", "tn"})


CODE = 3
PENCE = 0.2
"""'Five pounds ten' may be ounces; 'five pounds fifty' is money."""


def _with_pence(tokens: Tokens, at: int) -> bool:
    cents = cents_behind(tokens, at)
    return cents is not None and cents[0] >= PENCE and tokens.kinds[at] == WORD


def _currency_behind(tokens: Tokens, at: int, amount: Amount) -> tuple[str, int] | None:
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

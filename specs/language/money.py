"""Amounts of money: currency before or behind, magnitudes, ranges that share both."""

from specs.language.amounts import Amount, amount_at, currency_at, magnitudes
from specs.language.changes import ends_changed
from specs.language.headings import HEADING_ENDS, currency_apart, currency_far, currency_in_heading
from specs.language.labels import ADJECTIVES
from specs.language.money_behind import currency_behind, renamed
from specs.language.money_ranges import fallen, money_range, scaled_as, upper_end
from specs.language.money_words import (
    LAKH,
    MINOR,
    NATIONS,
    SCALED,
    are_glued_cents,
    are_sterling,
    cents_behind,
    lettered,
    note,
    spoken,
    spoken_cents,
    spoken_scale,
    times,
)
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
        named, end = renamed(tokens, high.last, code)
        spanned = money_range(at, low, high, max(high.last, end), named)
        dashed = tokens.words[last] == "-" and tokens.gaps[last] == " "
        if spanned is None and tokens.words[last] == "to" and scaled_as(low, high) > high.value:
            return fallen(at, low, high, code)
        if spanned is not None or not (dashed or tokens.words[last] == "to"):
            return spanned
        # "Cut from £450 to £380", "EUR 2,180 - eight units".
    code, last_code = renamed(tokens, last, code)
    # "EUR <= 2 950": the sign stands between.
    bound = COMPARED[tokens.words[signed]] if start > signed else "exact"
    return Quantity(
        at, max(last, last_code), low.value, code, "money", low.value, bound=bound,
        alternative=low.alternative,
    )  # fmt: skip


SMALL_COINS = {"COP": 50.0}
COMPARED = {"<": "max", "≤": "max", ">": "min", "≥": "min", "=": "exact", "~": "about"}


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
    behind = currency_behind(tokens, last, low)
    far = currency_far(tokens, last) if behind is None else None
    if far is None and behind is None and last < len(words):
        later = _named_later(tokens, at, last, comma_decimals=comma_decimals)
        if later is not None:
            return later
    if far is not None:
        behind = far, last
    if behind is None:
        unnamed = spoken(tokens, at, low)
        return _named_above(tokens, at, low, comma_decimals=comma_decimals) or unnamed
    code, end = renamed(tokens, behind[1], behind[0])
    if (upper := upper_end(tokens, end, comma_decimals)) is not None:
        # "900 € - 1.100 €"
        again = currency_behind(tokens, upper.last, upper)
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
    falls = ends_changed(tokens.words, low.last)
    if falls:
        # "Cut from 3.1 to 2.6 million euros".
        high = amount_at(tokens, low.last + 1, comma_decimals=comma_decimals, money=True)
    if high is None:
        return None
    behind = currency_behind(tokens, high.last, high)
    if behind is None and falls:
        return None
    if behind is None:
        named = spoken(tokens, low.last, high)
        if named is None:
            return None
        behind = named.unit, named.last
    code, end = renamed(tokens, behind[1], behind[0])
    spanned = None if falls else money_range(at, low, high, end, code)
    fell = tokens.words[low.last] == "to" and scaled_as(low, high) > high.value
    return fallen(at, low, high, code) if falls or fell else spanned


def _named_later(tokens: Tokens, at: int, last: int, *, comma_decimals: bool) -> Quantity | None:
    """'1.4M but could flex to 1.6M USD': the currency stands with the later of two sums."""
    words, letter = tokens.words, tokens.quote(last, last + 1)
    if words[last + 1 : last + 2] != [] and words[last + 1] in ADJECTIVES:
        # "A 1.4M tall door".
        return None
    if letter != "M" or tokens.gaps[last] != "" or tokens.kinds[at] != NUMBER or last != at + 1:
        return None
    for place in range(last + 1, min(last + LATER, len(words) - 1)):
        if tokens.kinds[place] != NUMBER:
            if words[place] in PARTING:
                return None
            continue
        if tokens.quote(place + 1, place + 2) != letter or tokens.gaps[place + 1] != "":
            return None
        high = _bare(tokens, place, comma_decimals)
        behind = currency_behind(tokens, high.last, high) if high is not None else None
        low = amount_at(tokens, at, comma_decimals=comma_decimals, money=True)
        if behind is None or low is None:
            return None
        return Quantity(at, low.last, low.value, behind[0], "money", low.value)
    return None


LATER = 8
PARTING = frozenset(".;:!?\n")


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
        if high is not None and currency_behind(tokens, high.last, high) is not None:
            scale = magnitudes()[words[last]]
            return Amount(low.value * scale, scale, last + 1)
    whole = spoken_cents(tokens, at, low)
    priced = whole is not None and currency_behind(tokens, whole.last, whole) is not None
    return whole if priced else low


SHORT_MAGNITUDES = frozenset({"k", "m", "mm", "b", "cr", "mn", "bn", "tn"})

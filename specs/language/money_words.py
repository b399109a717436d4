"""Money whose currency is said in passing: 'a 3 million pound house', '2.9 crore', 'a tenner'."""

from specs.knowledge import wordset
from specs.language.amounts import Amount
from specs.language.numbers import number_at
from specs.language.quantity import Quantity
from specs.language.spoken_scales import shared_scale
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.words import function_words

COST_CUES = wordset("money", "cost_cues")
MASS_CUES = wordset("money", "mass_cues")
ENDINGS = wordset("money", "endings")
MINOR = {
    "pence": "GBP", "p": "GBP", "penny": "GBP", "cents": "USD", "cent": "USD", "¢": "USD",
    "paise": "INR",
}  # fmt: skip
THOUSAND, LAKH, CRORE = 1_000.0, 100_000.0, 10_000_000.0
INDIAN = frozenset({LAKH, CRORE})
HEAVIEST = 20_000
"""Pounds; more than that is money, unless a load is spoken of."""
NOTES = {"fiver": 5.0, "tenner": 10.0, "grand": 1_000.0}
# "$1,200 Canadian".
NATIONS = {"canadian": "CAD", "australian": "AUD", "us": "USD", "american": "USD", "aussie": "AUD",
           "kiwi": "NZD", "singapore": "SGD", "nz": "NZD", "au": "AUD", "aus": "AUD",
           "cdn": "CAD"}  # fmt: skip

# "6.500 kr. danish".
CROWNS = {"danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "icelandic": "ISK"}


LETTERED = {"r": "ZAR", "rm": "MYR", "tl": "TRY", "rp": "IDR"}
LARGE = frozenset({"million", "mil", "mln", "mn", "billion", "bn", "thousand", "juta"})


def lettered(tokens: Tokens, at: int) -> str | None:
    """The currency of 'R450 000', 'R14 million', 'RM 780k': capitals joined to thousands; 'R30'
    insulates, 'R16' is a wheel and 'rm 12' a room."""
    code = LETTERED.get(tokens.words[at])
    if code is None or tokens.kinds[at + 1 : at + 2] != [NUMBER]:
        return None
    source, start = tokens.text.source, tokens.span(at, at + 1)[0]
    if not source[start].isupper() or tokens.gaps[at + 1] == "-":
        # "The TL-500" is a model.
        return None
    figure, behind = tokens.words[at + 1], tokens.words[at + 2 : at + 3]
    if len(figure.replace(",", "").replace(".", "")) > 3 or (behind and behind[0] in LARGE):
        return code
    grouped = behind and len(behind[0]) == 3 and tokens.kinds[at + 2] == NUMBER
    short = behind and behind[0] in ("m", "k", "bn") and tokens.gaps[at + 2] == ""
    return code if grouped or short else None


# "2.4 MEUR", "TEUR 450", "3,4 mkr": the scale and the currency in one word.
SCALED = {
    f"{letter}{code.lower()}": (code, scale)
    for code in ("EUR", "SEK", "NOK", "DKK", "CHF", "USD", "GBP", "PLN")
    for letter, scale in (("m", 1_000_000.0), ("k", 1_000.0), ("t", 1_000.0))
} | {"mkr": ("SEK", 1_000_000.0), "tkr": ("SEK", 1_000.0), "kkr": ("SEK", 1_000.0)}


def times(amount: Quantity | None, scale: float) -> Quantity | None:
    if amount is not None:
        amount.scaled(scale)
        amount.number *= scale
        amount.alternative = None
    return amount


def note(tokens: Tokens, at: int) -> Quantity | None:
    """'under a tenner', 'no more than a grand'; 'a grand piano' costs nothing."""
    value = NOTES.get(tokens.words[at + 1]) if at + 1 < len(tokens.words) else None
    if value is None or not ends(tokens, at + 2):
        return None
    return Quantity(at, at + 2, value, "GBP", "money", value)


def are_sterling(words: list[str], at: int, amount: Amount) -> bool:
    """Pounds are a weight unless money is spoken of, or there are more than anything weighs."""
    front, behind = words[max(0, at - 7) : at], words[at + 1 : at + 5]
    if words[at + 1 : at + 2] in (["a"], ["per"], ["for"]) and RATES.intersection(behind[1:3]):
        # "Two hundred pounds a month", "300 pounds for the lot".
        return True
    for word in reversed(front):
        # "It weighs 60 pounds and costs 60 pounds": what is said last holds.
        if word in COST_CUES or word in MASS_CUES:
            return word in COST_CUES or not COST_CUES.isdisjoint(front)
    if COST_CUES.intersection(behind):
        return True
    # "Nine modules for eleven thousand pounds".
    bought = words[at - 1] == "thousand" and "for" in words[max(0, at - 7) : at]
    # "25 kg at most. Around 900 pounds": who weighs in kilograms pays in pounds.
    metric = amount.value >= PRICES and METRIC.intersection(words) and "lb" not in words
    dear = amount.value >= HEAVIEST or bought or metric
    return bool(dear) and MASS_CUES.isdisjoint((*front, *behind) if metric else behind)


METRIC = frozenset({"kg", "kilo", "kilos", "kilogram", "kilograms", "m", "cm", "mm", "m2", "sqm"})
PRICES = 20


RATES = wordset("money", "rates")


def spoken(tokens: Tokens, at: int, amount: Amount) -> Quantity | None:
    """'2.9 crore', 'sixty grand': scales that only money of one country is counted in."""
    words, last = tokens.words, amount.last
    indian = amount.scale in INDIAN or words[last - 1] in ("crore", "lakh")
    nation = NATIONS.get(words[last]) if last < len(words) else None
    if not (indian or nation) and words[last - 1] != "grand" and words[last : last + 1] != ["cr"]:
        return None
    priced = not COST_CUES.isdisjoint(words[max(0, at - 7) : at])
    if indian and (priced or ends(tokens, last)):
        return Quantity(at, last, amount.value, "INR", "money", amount.value)
    if (
        words[last : last + 1] == ["cr"]
        and amount.scale == 1
        and (priced or ends(tokens, last + 1))
    ):
        # "Around 14 Cr".
        value = amount.value * CRORE
        return Quantity(at, last + 1, value, "INR", "money", value)
    if nation and (priced or amount.value >= THOUSAND) and ends(tokens, last + 1):
        # "Budget 5,600 Canadian", "175k US".
        return Quantity(at, last + 1, amount.value, nation, "money", amount.value)
    if words[last - 1] == "grand" and ends(tokens, last):
        comma = words[last : last + 1] == [","]
        american = words[last + comma : last + comma + 1] in (["us"], ["american"])
        code, end = ("USD", last + comma + 1) if american else ("GBP", last)
        if words[last : last + 1] == ["in"] and words[last + 2 : last + 3] in (
            ["money"],
            ["dollars"],
        ):
            # "96 grand in Australian money".
            code = NATIONS.get(words[last + 1], code)
        return Quantity(at, end, amount.value, code, "money", amount.value)
    return None


def spoken_scale(tokens: Tokens, low: Amount) -> float:
    """'Fifteen to eighteen hundred dollars': the scale that the upper end names for both."""
    joint = tokens.words[low.last : low.last + 1]
    if low.scale != 1 or not joint or joint[0] not in JOINTS or low.last + 1 >= len(tokens.words):
        return 1.0
    return shared_scale(tokens, low.value, low.last + 1)


JOINTS = frozenset({"to", "or", "-", ",", "and"})


def cents_behind(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """'twelve euros fifty', '249 dollars 99', 'five pounds and ten pence': the part, its end."""
    words = tokens.words
    joined = words[at : at + 1] == ["and"]
    start = at + joined
    number = number_at(tokens, start) if start < len(words) else None
    if number is None or not 1 <= number.value <= 99 or number.value != int(number.value):
        return None
    if words[number.last : number.last + 1] != [] and words[number.last] in MINOR:
        return number.value / 100, number.last + 1
    two_digits = tokens.kinds[start] == WORD or len(words[start]) == 2
    if joined or number.value < 10 or not two_digits or not ends(tokens, number.last):
        return None
    return number.value / 100, number.last


def are_glued_cents(tokens: Tokens, at: int) -> bool:
    """'9€99': the sign stands where the decimal mark would."""
    if (
        at < 2
        or at >= len(tokens.words)
        or tokens.kinds[at] != NUMBER
        or len(tokens.words[at]) != 2
    ):
        return False
    glued = tokens.gaps[at] == tokens.gaps[at - 1] == ""
    return glued and tokens.kinds[at - 2] == NUMBER and tokens.words[at - 1] in "€£$"


def spoken_cents(tokens: Tokens, at: int, low: Amount) -> Amount | None:
    """'two hundred and forty-nine ninety-nine' in front of a currency."""
    last = low.last
    if low.scale != 1 or last >= len(tokens.words) or low.value < 1 or low.value != int(low.value):
        return None
    if tokens.kinds[at] != WORD or tokens.kinds[last] != WORD:
        return None
    number = number_at(tokens, last)
    if number is None or not 10 <= number.value <= 99 or number.value != int(number.value):
        return None
    return Amount(low.value + number.value / 100, 1.0, number.last)


def is_spoken_price(tokens: Tokens, quantity: Quantity, beside: float) -> bool:
    """'fifteen hundred quid, fifteen-fifty if it reclines': no span, but hundreds and tens."""
    low, high = quantity.low, quantity.high
    if quantity.kind != "count" or low is None or high is None or quantity.group >= 0:
        return False
    hyphen = tokens.gaps[quantity.last - 1] == "-" and tokens.kinds[quantity.first] == WORD
    if not hyphen or not 10 < low < 100 or not 10 <= high < 100:
        return False
    return beside / 2 < low * 100 + high < beside * 2


def set_spoken_price(quantity: Quantity, beside: Quantity) -> None:
    quantity.value = quantity.number = (quantity.low or 0.0) * 100 + (quantity.high or 0.0)
    quantity.kind, quantity.unit = beside.kind, beside.unit
    quantity.low = quantity.high = None
    quantity.bound, quantity.guessed = "exact", True


def ends(tokens: Tokens, at: int) -> bool:
    """Whether nothing stands at `at` that the number could count."""
    if at >= len(tokens.words) or tokens.kinds[at] == MARK:
        return True
    return tokens.words[at] in function_words() or tokens.words[at] in ENDINGS

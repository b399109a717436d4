"""Units left unsaid: '9 ft, or ten if it fits', 'over 5 but under 8 m', '2, 3 or 4 m'."""

from specs.knowledge import phraselist, wordset
from specs.language.bound_phrases import phrases_in_front
from specs.language.bounds_behind import phrase_behind
from specs.language.clauses import FULL_STOPS
from specs.language.counterparts import is_counterpart
from specs.language.money_words import is_spoken_price, set_spoken_price
from specs.language.parallels import is_parallel
from specs.language.quantity import Quantity
from specs.language.references import is_named
from specs.language.shared_behind import CONTRASTS, OF_PEOPLE, UNSHARED, alike, shares_behind
from specs.language.shared_magnitudes import share_scale
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.units import RECIPROCAL
from specs.language.words import function_words, lemma

FARTHEST = 10
COUNTS = 3
"""Counts in a row: '6 two-beds of 68 m2 and 2 three-beds of 92'."""
COUNTED = 3
"""'Five spans of 40 m and two of 28', 'over two floors of 120'."""
LEADS = wordset("ellipsis", "leads")
STATES = wordset("ellipsis", "states")
ENDINGS = wordset("ellipsis", "endings")


def share_units(tokens: Tokens, found: list[Quantity]) -> None:
    """Give bare numbers the unit of the amount beside them, where nothing else is counted."""
    for index in range(len(found) - 2, -1, -1):
        if _is_bare(found[index]) and shares_behind(tokens, found[index], found[index + 1]):
            _inherit(found[index], found[index + 1])
    for index in range(len(found) - 2) if "(" in tokens.vocabulary else ():
        _share_parts(tokens, found, index)
    for index in range(1, len(found)):
        quantity, other = found[index], found[index - 1]
        if _is_priced(tokens, found, index):
            # "$24.99 each, or four for $89".
            continue
        if other.kind == "money":
            _share_money(tokens, other, quantity)
        if quantity.group >= 0 and quantity.place == 0 and _goes_on(tokens, found, index):
            for side in found[index : index + quantity.size]:
                _inherit(side, other)
        lender = _lender(tokens, found, index) if _is_bare(quantity) else None
        if lender is not None:
            _inherit(quantity, lender)


PACKS = wordset("ellipsis", "packs")
STOOD_FOR = wordset("ellipsis", "stood_for")


def _lender(tokens: Tokens, found: list[Quantity], index: int) -> Quantity | None:
    """The amount before, of which the bare number at `index` takes the unit."""
    quantity, other = found[index], found[index - 1]
    if (
        index > 1
        and tokens.words[other.first] == "one"
        and tokens.words[other.first - 1] in STOOD_FOR
    ):
        # "It was 140 cm wide; the new one goes to 160".
        other = found[index - 2]
    if _is_share_of(tokens, quantity, other):
        return other
    if is_counterpart(
        tokens, quantity, other, _lead_start(tokens.words, quantity.first, other.end)
    ):
        return None if is_named(tokens, quantity.first) else other
    if not _ends(tokens, quantity) or is_named(tokens, quantity.first):
        # "20 weeks, see clause 14.2".
        return None
    if _counts_of(tokens, quantity, other) and index > 1:
        # "Five spans of 40 m and two of 28".
        before = next((q for q in found[index - 2 :: -1][:COUNTS] if q.kind != "count"), None)
        if before is None or before.kind in UNSHARED or not alike(quantity, before):
            return None
        return before if "." not in tokens.words[before.end : other.first] else None
    return other if _leads(tokens, quantity, other) else None


LEAST_SIDE = 10


def _goes_on(tokens: Tokens, found: list[Quantity], index: int) -> bool:
    """'132 cm, 47 x 62': sides without a unit at the end of their item, behind a length."""
    first, other = found[index], found[index - 1]
    sides = found[index : index + first.size]
    if other.kind != "length" or other.group >= 0 or any(side.kind != "count" for side in sides):
        return False
    if tokens.words[other.end : first.begin] != [","] or not all(alike(s, other) for s in sides):
        return False
    if any(side.number < LEAST_SIDE and side.number % 1 == 0 for side in sides):
        # "5.6 m long, 4x4".
        return False
    end = sides[-1].end
    return end >= len(tokens) or tokens.words[end] in (",", ";", ".", "\n")


def _share_parts(tokens: Tokens, found: list[Quantity], index: int) -> None:
    """'250 litres (fridge 180, freezer 70)': figures in a bracket that add up to the whole."""
    whole, words = found[index], tokens.words
    if words[whole.end : whole.end + 1] != ["("] or whole.kind in UNSHARED:
        return
    parts: list[Quantity] = []
    for part in found[index + 1 :]:
        if not _is_bare(part) or ")" in words[whole.end : part.first]:
            break
        parts.append(part)
    if len(parts) > 1 and sum(part.number for part in parts) == whole.number:
        for part in parts:
            _inherit(part, whole)


def _is_share_of(tokens: Tokens, quantity: Quantity, other: Quantity) -> bool:
    """'300 litres, of which 80 freezer': a part of what is measured, and no number of things."""
    words = tokens.words
    if words[quantity.first - 2 : quantity.first] != ["of", "which"] or other.kind in UNSHARED:
        return False
    money = other.kind == "money"
    near = quantity.first - other.end <= (2 * COUNTED if money else COUNTED)
    if money and not alike(quantity, other):
        return False
    behind = words[quantity.last] if quantity.last < len(words) else ""
    counted = behind.endswith("s") and behind not in function_words()
    return near and quantity.number < other.number and not counted


def _is_priced(tokens: Tokens, found: list[Quantity], index: int) -> bool:
    """Whether the figure counts what the price behind it buys: 'four for $89'."""
    if index + 1 >= len(found) or found[index + 1].kind != "money":
        return False
    return tokens.words[found[index].last : found[index + 1].first] == ["for"]


def _share_money(tokens: Tokens, other: Quantity, quantity: Quantity) -> None:
    """The currency and the magnitude that the sum in front names for both."""
    if quantity.kind == "money":
        _share_currency(tokens, other, quantity)
    elif is_spoken_price(tokens, quantity, other.value):
        set_spoken_price(quantity, other)
    elif _is_bare(quantity) and _ends(tokens, quantity):
        share_scale(tokens, other, quantity)


def _share_currency(tokens: Tokens, one: Quantity, two: Quantity) -> None:
    """'A grand, maybe eleven hundred euros': a grand is of what the amount beside it names."""
    for grand, other in ((one, two), (two, one)):
        named = tokens.words[other.last - 1] != "grand"
        signed = tokens.words[grand.first] in "£$€"
        if tokens.words[grand.last - 1] == "grand" and grand.unit == "GBP" and named and not signed:
            grand.unit, grand.written = other.unit, other.written


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.group < 0 and quantity.label is None


def _ends(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether nothing is counted behind: the clause ends or goes on with a small word."""
    at = quantity.end
    phrase = phrase_behind(tokens.words, at)
    if phrase is not None:
        at = phrase[1]
    if at >= len(tokens):
        return True
    word = tokens.words[at]
    if tokens.kinds[at] == MARK:
        return word in FULL_STOPS or word in (",", ")", ";", "-", "—", "?", "!")
    if word == "of":
        # "And four of them at least".
        return False
    ending = word in function_words() or word in ENDINGS or _is_state(tokens, at)
    return tokens.gaps[at] == " " and ending


def _is_state(tokens: Tokens, at: int) -> bool:
    """'12 kg empty, 18 loaded'; but '12 kg, 4 open shelves' counts."""
    if at >= len(tokens) or tokens.words[at] not in STATES:
        return False
    end = at + 1
    ends = end >= len(tokens) or tokens.kinds[end] != WORD or tokens.words[end] in ENDING_WORDS
    return ends or tokens.words[at] in CONDITIONS or tokens.words[end] in function_words()


CONDITIONS = frozenset({"if", "with", "without"})
ENDING_WORDS = ENDINGS | STATES


def _leads(tokens: Tokens, quantity: Quantity, other: Quantity) -> bool:
    """Whether `quantity` says more of what `other` measures."""
    words, first = tokens.words, quantity.first
    gap = words[other.end : first]
    if other.kind in UNSHARED or not alike(quantity, other) or len(gap) > FARTHEST:
        return False
    if words[quantity.last - 1] == "k" and other.kind != "money":
        # "2,500 lumens, 4K with HDR": a name.
        return False
    if gap[:1] == ["."] and gap[1:2] != [] and gap[1] in ("and", "or", "but", ",", ";"):
        # The stop of "74 sq.m."
        gap = gap[1:]
    start = _lead_start(words, first, other.end)
    if is_parallel(tokens, quantity, other, gap[: len(gap) - (first - start)] or gap):
        return True
    if any(word in FULL_STOPS and word != ":" for word in gap):
        return False
    if tokens.kinds[first] == NUMBER and not words[first].isdigit() and "." in words[first]:
        # Nobody counts by halves: "front 9.6 metres, side 7.2"; but "Bluetooth 5.3" is a name.
        named = (
            first == 0 or words[first - 1] == "/" or tokens.quote(first - 1, first)[:1].isupper()
        )
        return not named and quantity.number % 1 > 0 and other.kind != "money"
    if not gap:
        return False
    if _is_led(words, other, quantity, gap):
        return True
    if (gap[-1] in (",", "and", "/") or gap == ["of"]) and _is_state(tokens, quantity.last):
        # "12 kg empty, 18 loaded", "£350, four hundred if it is oak".
        return True
    return quantity.bound in ("max", "min", "about") and _is_bounded(tokens, other, quantity, start)


def _is_led(words: list[str], other: Quantity, quantity: Quantity, gap: list[str]) -> bool:
    """Whether the words between the two say that a second amount follows."""
    if gap in (["("], [","]) and quantity.low is not None and quantity.high is not None:
        # "18 mm thick (17 to 19 is fine)".
        return quantity.low <= other.number <= quantity.high and quantity.bound == "range"
    if tuple(gap[gap[0] == "," :]) in CONTRASTS or gap[-1] in LEADS:
        return True
    if len(gap) > 1 and gap[0] in ",(" and tuple(gap[1:]) in BEFORE:
        # "80 cm (was 90)".
        return True
    if gap == ["("] and other.kind == "money":
        # "Total 2,640 € (220 each)".
        return words[quantity.last : quantity.last + 1] in (["each"], ["apiece"])
    if gap == ["but"]:
        return words[other.first - 1] == "not"
    if gap[-1] == "to" and words[other.first - 1] == "from":
        # "Tapers from 60 cm to 35".
        return quantity.number < other.number
    several = len(gap) > 1 and (gap[-2] in OF_PEOPLE or lemma(gap[-2]) in PACKS)
    return gap[-1] in ("of", "at") and len(gap) > 1 and not several


def _is_bounded(tokens: Tokens, other: Quantity, quantity: Quantity, start: int) -> bool:
    """'9 ft, or ten at most'; 'rooms of 12 m2, plus a lobby of around 40': the bound from `start`
    stands between 'of' and its figure."""
    words, lead = tokens.words, start
    while lead > max(other.end, start - ADVERBS) and _leads_a_bound(tokens, lead - 1):
        # "40 kg, certainly under 45", "aim for 40 kg, don't exceed 45".
        lead -= 1
    if lead == other.end or words[lead - 1] in BREAKS:
        return lead == start or start < quantity.first
    if start == quantity.first:
        return False
    at = start if words[start] == "of" else start - 1
    sized = at > 0 and words[at] == "of" and words[at - 1] not in OF_PEOPLE
    return sized and tokens.kinds[at - 1] == WORD


ADVERBS = 3
FIRM = frozenset({"hard", "absolute", "never", "even", "better", "rather", "must", "do", "don't"})


def _leads_a_bound(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if tokens.kinds[at] != WORD or word in BREAKS:
        return False
    return word in FIRM or (word.endswith("ly") and len(word) > len("only")) or word in LEADS


BEFORE = phraselist("ellipsis", "other_states")
BREAKS = frozenset(["so", ",", "and", "but", "or", "(", ";", "-", "then"])


def _lead_start(words: list[str], first: int, least: int) -> int:
    """Where the bound in front of the number starts; `first` where it stands behind."""
    for size in range(min(5, first - least), 0, -1):
        if tuple(words[first - size : first]) in phrases_in_front():
            return first - size
    return first


def _counts_of(tokens: Tokens, quantity: Quantity, other: Quantity) -> bool:
    gap = tokens.words[other.last : quantity.first]
    joined = gap[-1:] in (["of"], ["at"]) and len(gap) <= COUNTED
    if len(gap) > 1 and lemma(gap[-2]) in PACKS and gap[0] == ",":
        # "Seat 46, stack of ten".
        return False
    return joined and other.kind == "count" and FULL_STOPS.isdisjoint(gap)


def _inherit(quantity: Quantity, other: Quantity) -> None:
    factor = other.value / other.number if other.number else 1.0
    quantity.kind, quantity.unit, quantity.written = other.kind, other.unit, other.written
    if other.written in RECIPROCAL:
        factor = other.value * other.number / quantity.number**2
    quantity.scaled(factor)
    quantity.guessed = True

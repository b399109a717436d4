"""Bounds in front of a quantity: 'under', 'no wider than', 'max. weight', 'not go over', '~'."""

from functools import cache

from specs.knowledge import wordset
from specs.language.bound_phrases import (
    FLIPPED,
    demands,
    only_denied,
    phrases_in_front,
    turned_phrases,
    wordlist,
)
from specs.language.bounds_behind import bound_behind
from specs.language.idle_bounds import is_idle
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.rejections import is_rejected
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.units import RECIPROCAL
from specs.language.words import function_words

REACH = 5
# Words that may stand between the bound and its number.
SKIPPED = frozenset(["(", ":", "=", "a", "an", "the", "of", "at", "$", "€", "£"])
SYMBOLS = {"<": "max", "≤": "max", ">": "min", "≥": "min", "~": "about"}
NEGATION_REACH = 6
COUPLINGS = frozenset([":", "=", "of", "is", "are", "be", "to", "should", "must", "a", "the", "("])
NOUNS_BETWEEN = 3
IS = frozenset(["is", "are", ":", "=", "should", "must"])


def set_bound(tokens: Tokens, quantity: Quantity, previous: Quantity | None = None) -> None:
    least = previous.end if previous is not None else 0
    front = _before(tokens, quantity.begin, least) or _before(tokens, quantity.first, least)
    if front in FLIPPED and (
        is_rejected(tokens, quantity) or _stays_denied(tokens, previous, quantity, front)
    ):
        front = FLIPPED[front]
    bound = (
        front
        or _headed(tokens, quantity.begin)
        or _limit_on(tokens, quantity)
        or bound_behind(tokens, quantity)
    )
    if bound is not None and not is_idle(tokens, quantity):
        bound = _of_kind(bound, quantity)
        if quantity.written in RECIPROCAL:
            # More miles to the gallon are fewer litres.
            bound = FLIPPED.get(bound, bound)
        quantity.bound = bound
        if bound == "max" and quantity.low is None:
            quantity.high = quantity.value
        elif bound == "min" and quantity.low is None:
            quantity.low = quantity.value


def _stays_denied(
    tokens: Tokens, previous: Quantity | None, quantity: Quantity, bound: str
) -> bool:
    """'It may not rise above 2 m or cost above $700': the negation holds for both."""
    if previous is None or previous.bound != FLIPPED[bound]:
        return False
    words = tokens.words
    gap = words[previous.end : quantity.first]
    if not gap or len(gap) > NEGATION_REACH or gap[gap[0] == "," :][:1] not in (["or"], ["nor"]):
        return False
    start = max(0, previous.begin - 2 * NEGATION_REACH)
    if gap[0] == "nor" and tuple(gap) in phrases_in_front():
        return False
    return gap[-1] in wordlist("turned") and any(
        word in wordlist("negators") for word in words[start : previous.begin]
    )


def _of_kind(bound: str, quantity: Quantity) -> str:
    """'8 s or faster' is a maximum, '8 km/h or faster' a minimum."""
    if bound in ("better", "worse"):
        less = quantity.kind in wordlist("less_is_better") and quantity.written not in RECIPROCAL
        less = less or (quantity.kind == "duration" and quantity.unit not in ("h", "min"))
        return "max" if less == (bound == "better") else "min"
    if bound in ("faster", "slower"):
        return "max" if (quantity.kind == "duration") == (bound == "faster") else "min"
    return bound


def _before(tokens: Tokens, first: int, least: int) -> str | None:
    words, end = tokens.words, _before_aside(tokens.words, first, least)
    if end > 2 and words[end - 1] == ":" and words[end - 2] == ")":
        # The bound in a bracket of its own: "weight (max): 40 kg".
        end -= 2
    while end > 0 and end > first - 2 and words[end - 1] in SKIPPED:
        if (words[end - 1],) in phrases_in_front():
            break
        end -= 1
    for stop in (first,) if end == first else (first, end):
        if stop < first and words[stop - 1 : stop + 1] in TOPICS and "mark" not in words[first:]:
            continue
        found = _phrase_before(tokens, stop)
        if found is not None and least and _is_of_previous(words, least, stop, first):
            return None
        if found is not None:
            return _whole(tokens, *found, stop)
        if stop > 1 and words[stop - 1] == "=" and words[stop - 2] in SYMBOLS:
            # "<= 45 dB", written with two signs.
            return SYMBOLS[words[stop - 2]]
        if stop and words[stop - 1] in SYMBOLS:
            # "240V~ 50 Hz": the sign of an alternating current stands with what is before it.
            if words[max(0, stop - 2) : stop] in (["-", ">"], ["=", ">"]):
                # An arrow.
                return None
            current = stop > 1 and tokens.gaps[stop - 1] == "" and tokens.gaps[first] == " "
            return None if current and words[stop - 1] == "~" else SYMBOLS[words[stop - 1]]
    return None


def _is_of_previous(words: list[str], least: int, stop: int, first: int) -> bool:
    """'10 desks minimum (14 max)': a bound in front of a bracket belongs to the figure before."""
    return "(" in words[stop:first] and BREAKS.isdisjoint(words[least:stop])


# "A talk about the 3-storey annex".
TOPICS = (["about", "the"], ["around", "the"], ["over", "the"], ["say", "the"])
SAID = frozenset(["say", "maybe", "roughly", "perhaps", "ideally", "about"])


def _before_aside(words: list[str], first: int, least: int) -> int:
    """'not exceeding, say, 15 t' and 'at a minimum, 90 cm': the comma parts nothing; but '250 km
    at the very least, 40 seats' has said it of the figure before, which ends at `least`."""
    if words[first - 1] != "," or first < 3:
        return first
    if words[first - 2] in SAID:
        return first - 3 if words[first - 3] == "," else first
    for at in range(first - 3, max(-1, first - 6), -1):
        if words[at] == "at":
            behind_figure = least and not BREAKS.intersection(words[least:at])
            return first if behind_figure else first - 1
    return first


@cache
def _closers() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in phrases_in_front()) | {"then"}


def _phrase_before(tokens: Tokens, stop: int) -> tuple[int, str] | None:
    """The longest phrase that ends in front of `stop`: where it starts, and its bound."""
    words, known = tokens.words, phrases_in_front()
    if stop < 1 or words[stop - 1] not in _closers():
        return None
    for size in range(min(REACH, stop), 0, -1):
        phrase = tuple(words[stop - size : stop])
        if phrase[-1] == "then" and size > 1:
            # "No wider then 80 cm": so it is often spelt.
            phrase = (*phrase[:-1], "than")
        bound = known.get(phrase)
        if bound is not None:
            start = stop - size
            if phrase == ("min",) and start and tokens.kinds[start - 1] == NUMBER:
                return None
            if phrase == ("max",) and _is_speed_sign(tokens, start):
                return None
            if phrase == ("c",) and tokens.gaps[start] == "-":
                # "USB-C 3.1" is no circa.
                return None
            return start, bound
    return None


def _is_speed_sign(tokens: Tokens, at: int) -> bool:
    """'V-max: 25 km/h' is what a vehicle does and no limit."""
    return at > 0 and tokens.words[at - 1] == "v" and tokens.gaps[at] in ("-", "")


def _whole(tokens: Tokens, start: int, bound: str, stop: int) -> str | None:
    """'no longer than about 3 m' is a limit; 'can't weigh more than 12 kg' turns it round."""
    if bound == "about":
        outer = _phrase_before(tokens, start)
        if (
            outer == (start - 1, "min")
            and tokens.words[start - 1] == "over"
            and _is_time(tokens, stop)
        ):
            # "Over about 20 months": during.
            return bound
        if outer is None or outer[1] == "about":
            return bound
        start, bound, stop = outer[0], outer[1], start
    phrase = tuple(tokens.words[start:stop])
    if phrase[0] == "nor":
        # "Not less than 3 nor more than 5 m": it denies by itself.
        return bound
    verb = phrase in only_denied()
    if (verb or phrase[-1] in wordlist("turned") or phrase in turned_phrases()) and wordlist(
        "negators"
    ).isdisjoint(phrase):
        at = start - 1
        while at >= max(0, start - NEGATION_REACH):
            if tokens.words[at] in wordlist("negators"):
                return FLIPPED[bound]
            # "May not vibrate above 72 dB": one verb may stand behind the negation.
            known = at and tokens.words[at - 1] in wordlist("negators")
            if tokens.words[at] not in wordlist("negated_fillers") and not known:
                break
            at -= 1
        if _is_subject_denied(tokens.words, start, phrase):
            return FLIPPED[bound]
    return bound if not verb or _is_demanded(tokens.words, start) else None


def _is_time(tokens: Tokens, at: int) -> bool:
    return any(word in TIMES for word in tokens.words[at : at + 3])


TIMES = frozenset({"days", "weeks", "months", "years", "hours", "minutes"})


def _is_subject_denied(words: list[str], start: int, phrase: tuple[str, ...]) -> bool:
    """'no leg may stick out further than 10 cm', 'none of the drawers should be over 8 kg'."""
    asked = not MODALS.isdisjoint(phrase)
    for at in range(start - 1, max(-1, start - SUBJECT_REACH), -1):
        if words[at] in BREAKS:
            return False
        asked = asked or words[at] in MODALS
        if asked and words[at] in DENIED_SUBJECTS:
            return True
    return False


SUBJECT_REACH = 9
BREAKS = wordset("bounds", "breaks") | frozenset(",;:.!?()")
MODALS = wordset("bounds", "modals")
DENIED_SUBJECTS = frozenset({"no", "none", "neither", "nothing", "nobody"})


def _is_demanded(words: list[str], start: int) -> bool:
    """'must top 200 km/h' is a minimum, 'a top 200 km/h' none."""
    return any(tuple(words[max(0, start - size) : start]) in demands() for size in (1, 2))


def _limit_on(tokens: Tokens, quantity: Quantity) -> str | None:
    """'the ceiling on price is 90 EUR', 'our limit for the whole weight would be 20 kg'."""
    words, at = tokens.words, quantity.first - 1
    while at > 0 and words[at] in EQUATED:
        at -= 1
    if at == quantity.first - 1:
        return None
    if words[at] == ",":
        # "The maximum for the wardrobe, given our ceiling, is 2.35 m".
        opens = [place for place in range(max(0, at - ASIDE), at) if words[place] == ","]
        at = opens[-1] - 1 if opens else at
    for place in range(at, max(0, at - NOUNS_BETWEEN), -1):
        if tokens.kinds[place] != WORD:
            return None
        if words[place] in ("on", "for"):
            low = words[place - 2 : place - 1] == ["lower"]
            return ("min" if low else "max") if words[place - 1] in LIMITS else None
    return None


ASIDE = 7
EQUATED = frozenset([":", "=", "is", "would", "will", "be", "was", "at", "sits", "stands"])
LIMITS = frozenset(["limit", "cap", "ceiling", "maximum"])


def _headed(tokens: Tokens, first: int) -> str | None:
    """'max weight 45 kg', 'a minimum seat depth of 50 cm': the head stands before a noun."""
    words, at = tokens.words, first - 1
    if at > 3 and words[at] == ":" and words[at - 1] == ")" and "(" in words[at - 4 : at - 1]:
        # "Max. weight (kg): 40".
        at = words.index("(", at - 4) - 1
    while at > 0 and at > first - 4 and words[at] in COUPLINGS:
        at -= 1
    for place in range(at, max(-1, at - NOUNS_BETWEEN - 1), -1):
        word = words[place]
        if tokens.kinds[place] != WORD or word in STARTS:
            return None
        for bound in ("max", "min"):
            if word in wordlist(f"heads_{bound}") and (place < at or words[at + 1] in IS):
                if _is_speed_sign(tokens, place):
                    return None
                behind_number = word == "min" and place and tokens.kinds[place - 1] == NUMBER
                return None if behind_number else bound
        if word in function_words():
            return None
    return None

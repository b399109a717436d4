"""Bounds in front of a quantity: 'under', 'no wider than', 'max. weight', 'not go over', '~'."""

from functools import cache

from specs.language.bound_denials import BREAKS, is_kept_away, is_modal_denied, is_subject_denied
from specs.language.bound_heads import headed, is_speed_sign
from specs.language.bound_leads import leading_bound
from specs.language.bound_phrases import (
    FLIPPED,
    demands,
    only_denied,
    phrases_in_front,
    turned_phrases,
    wordlist,
)
from specs.language.bound_superlatives import superlative_behind, superlative_in_front
from specs.language.bound_verbs import bound_of_verb
from specs.language.bounds_behind import bound_behind
from specs.language.idle_bounds import is_idle
from specs.language.quantity import Quantity
from specs.language.rejections import is_rejected
from specs.language.tokens import NUMBER, Tokens
from specs.language.units import RECIPROCAL

REACH = 5
# Words that may stand between the bound and its number.
SKIPPED = frozenset(["(", ":", "=", "a", "an", "the", "of", "at", "$", "€", "£"])
SYMBOLS = {"<": "max", "≤": "max", ">": "min", "≥": "min", "~": "about"}
NEGATION_REACH = 6


def set_bound(tokens: Tokens, quantity: Quantity, previous: Quantity | None = None) -> None:
    least = previous.end if previous is not None else 0
    front = _in_front(tokens, quantity, least)
    if front is not None and quantity.kind == "length" and _is_overhead(tokens.words, quantity):
        front = None
    if front is not None and previous is not None and _is_difference(tokens, previous, quantity):
        return
    if front == "max" and is_kept_away(tokens.words, quantity):
        front = "min"
    if front == "max" and quantity.kind == "speed" and _tops_out(tokens.words, quantity.first):
        return
    if front == "min" and _is_downwards(tokens.words, quantity):
        front = "max"
    if front in FLIPPED and (
        is_rejected(tokens, quantity) or _stays_denied(tokens, previous, quantity, front)
    ):
        front = FLIPPED[front]
    if front == "about":
        front = _firmer(tokens, quantity)
    bound = (
        front
        or headed(tokens, quantity.begin, least)
        or (quantity.begin < quantity.first and headed(tokens, quantity.first, least))
        or leading_bound(tokens, quantity)
        or bound_behind(tokens, quantity)
        or superlative_behind(tokens, quantity)
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


def _in_front(tokens: Tokens, quantity: Quantity, least: int) -> str | None:
    """The bound in front of the label that stands before the figure, or of the figure itself."""
    first, begin = quantity.first, quantity.begin
    front = _before(tokens, begin, least)
    return front if front is not None or begin == first else _before(tokens, first, least)


def _firmer(tokens: Tokens, quantity: Quantity) -> str:
    """'cap it at about £70', 'maybe £80 at a push': a limit that is hedged is one."""
    limit = bound_of_verb(tokens, quantity) or superlative_in_front(tokens, quantity)
    if limit is None and tokens.words[quantity.begin - 1] in UNSURE:
        limit = bound_behind(tokens, quantity)
    return limit if limit in ("max", "min") else "about"


UNSURE = frozenset({"maybe", "perhaps", "possibly", "probably"})


def _is_difference(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """'10 kg lighter than the 50 kg model', '10 cm short of 2 m': how far one is from the other."""
    if first.kind != second.kind or first.kind == "count" or first.end >= second.first:
        return False
    gap = tokens.words[first.end : second.first]
    compared = gap[1:2] == ["than"] and gap[0] not in ("more", "less", "over", "under")
    return len(gap) <= LONGEST_GAP and (compared or gap[:2] in (["short", "of"], ["shy", "of"]))


LONGEST_GAP = 4


def _is_overhead(words: list[str], quantity: Quantity) -> bool:
    """'The ceiling is 2.4 m': a room's, and no limit."""
    at = quantity.first - 1
    at -= words[at] in ("is", "of", "at", ":", "being")
    at -= words[at] in ("is", "sits")
    return at >= 0 and words[at] in ("ceiling", "ceiling's")


def _tops_out(words: list[str], first: int) -> bool:
    """'Tops out at 55 mph': what it does, as a top speed is."""
    return words[first - 1] == "at" and words[first - 2] == "out" and words[first - 3] in TOPPING


TOPPING = frozenset({"tops", "top", "topping", "topped"})


def _is_downwards(words: list[str], quantity: Quantity) -> bool:
    """'from 85 cm down'."""
    down = words[quantity.end : quantity.end + 1] in (["down"], ["downwards"], ["downward"])
    return down and words[quantity.first - 1] == "from"


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
def _closers() -> dict[str, set[str]]:
    """The last words of the phrases, and what stands before each; "" where it may stand alone."""
    found: dict[str, set[str]] = {}
    for phrase in phrases_in_front():
        found.setdefault(phrase[-1], set()).add(phrase[-2] if len(phrase) > 1 else "")
    # As "than" is often spelt; alone it bounds nothing.
    found.setdefault("then", set()).update(found["than"] - {""})
    return found


def _phrase_before(tokens: Tokens, stop: int) -> tuple[int, str] | None:
    """The longest phrase that ends in front of `stop`: where it starts, and its bound."""
    words, known = tokens.words, phrases_in_front()
    seconds = _closers().get(words[stop - 1]) if stop > 0 else None
    if seconds is None:
        return None
    if "" not in seconds and (stop == 1 or words[stop - 2] not in seconds):
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
            if phrase == ("min",) and tokens.gaps[start] == "" and tokens.words[start - 1] == "/":
                # "12 l/min at 3 bar".
                return None
            if phrase == ("max",) and is_speed_sign(tokens, start):
                return None
            if phrase == ("c",) and tokens.gaps[start] == "-":
                # "USB-C 3.1" is no circa.
                return None
            return start, bound
    return None


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
        if is_subject_denied(tokens.words, start, phrase) or (
            (phrase[-1] == "than" or tokens.words[start - 1] == "by")
            and is_modal_denied(tokens.words, start)
        ):
            return FLIPPED[bound]
    return bound if not verb or _is_demanded(tokens.words, start) else None


def _is_time(tokens: Tokens, at: int) -> bool:
    return any(word in TIMES for word in tokens.words[at : at + 3])


TIMES = frozenset({"days", "weeks", "months", "years", "hours", "minutes"})


def _is_demanded(words: list[str], start: int) -> bool:
    """'must top 200 km/h' is a minimum, 'a top 200 km/h' none."""
    return any(tuple(words[max(0, start - size) : start]) in demands() for size in (1, 2))

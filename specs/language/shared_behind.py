"""A unit that stands behind the last of several numbers: '2, 3 or 4 m', 'over 5 but under 8 m'."""

from specs.knowledge import phraselist, wordset
from specs.language.amounts import magnitudes
from specs.language.bound_phrases import phrases_in_front
from specs.language.parallels import is_next_side
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, Tokens

LEAST_DATA = 64
"""'In 128 and 256 GB'; fewer may count the things that hold it."""
UNLIKE = 25.0
"""Two amounts of one thing differ less than this: a number far from another is a count."""
UNSHARED = frozenset({"count", "ordinal", "decade"})
OF_PEOPLE = wordset("ellipsis", "of_people")
CONTRASTS = frozenset(tuple(phrase.split()) for phrase in wordset("ellipsis", "contrasts"))
LISTED = frozenset({"or", "nor", "/", "but", "&", "+"})
NOW = phraselist("ellipsis", "now")


def shares_behind(tokens: Tokens, quantity: Quantity, other: Quantity) -> bool:
    """'2, 3 or 4 m', 'more than 5 but less than 8 m': the unit stands with the last one."""
    if other.kind in UNSHARED or other.group >= 0:
        return False
    gap = tokens.words[quantity.last : other.first]
    if other.kind == "data" and gap in (["+"], ["/"]):
        # Memory and storage: "8/256 GB".
        return True
    if not alike(quantity, other):
        return False
    if gap == [","]:
        return other.guessed
    parted = gap[:1] in ([","], ["/"])
    bounded = {quantity.bound, other.bound} == {"min", "max"}
    if bounded and (parted or tuple(gap) in phrases_in_front()):
        # "Min. 2, max. 3 m", "min 80 max 120 cm"
        signed = len(gap) > 1 and gap[1] in "<>≤≥"
        return gap == ["/"] or signed or tuple(gap[parted:]) in phrases_in_front()
    if quantity.bound in ("max", "min") and is_next_side(tokens, quantity, other, gap):
        return True
    contrasted = tuple(gap) in CONTRASTS or tuple(gap[gap[:1] in ([","], [";"]) :]) in NOW
    if (
        contrasted
        or _is_sum(tokens, quantity, other, gap)
        or _is_led_alike(tokens, quantity, other, gap)
    ):
        return True
    if not gap or len(gap) > 5 or (gap[0] == "," and gap[1:2] != ["or"]):
        return False
    joint, rest = (gap[1], gap[2:]) if gap[0] == "," else (gap[0], gap[1:])
    bounded = quantity.bound in ("max", "min") and other.bound in ("max", "min")
    if other.kind == "data" and joint == "and" and not rest and quantity.number >= LEAST_DATA:
        return True
    if joint == "and" and not rest and _heads_a_list(tokens, quantity, other):
        return True
    if joint not in LISTED and not (joint == "and" and (bounded or other.guessed)):
        return joint == "and" and quantity.number != int(quantity.number) and not rest
    return not rest or (tuple(rest) in phrases_in_front() and joint != "/")


def _is_sum(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'45k, max 50k EUR'."""
    if other.kind != "money" or tokens.words[quantity.last - 1] not in magnitudes():
        return False
    return gap[:1] in ([","], ["("], ["or"]) and tuple(gap[1:]) in phrases_in_front()


def _is_led_alike(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'The roof is at 2.35, the gate at 2.4 m'."""
    if gap[:1] != [","] or gap[-1] not in LED or not 1 < len(gap) <= LONGEST_LED or "." in gap:
        return False
    small, large = sorted((quantity.number, other.number))
    return tokens.words[quantity.first - 1] == gap[-1] and large <= SAME_LIST * small


def _heads_a_list(tokens: Tokens, quantity: Quantity, other: Quantity) -> bool:
    """'two speeds: 900 and 1,500 rpm', 'beams of 4 and 6 m'."""
    words, first = tokens.words, quantity.first
    small, large = sorted((quantity.number, other.number))
    if large > SAME_LIST * small:
        return False
    if not first:
        return True
    counted = first > 1 and words[first - 2] in OF_PEOPLE
    if words[first - 1] == "," and first > 1:
        # "Comes in 80, 90 and 100 cm", "two rooms, 14 and 18 m2".
        several = words[first - 2].endswith("s") and large <= 2 * small
        if several or tokens.kinds[first - 2] == NUMBER:
            return True
    return words[first - 1] in LIST_HEADS and not counted


LED, LONGEST_LED = frozenset({"at", "is", "weighs", "measures", "stands"}), 5
SAME_LIST = 5.0
LIST_HEADS = frozenset({":", "of", "at", "both", "in", "sizes", "lengths", "widths", "heights"})


def alike(quantity: Quantity, other: Quantity) -> bool:
    small, large = sorted((quantity.number, other.number))
    return small > 0 and large < small * UNLIKE

"""One bound for several figures: 'max 60 x 40 cm', '3 baths and 5 beds, minimum on both'."""

from specs.knowledge import wordset
from specs.language.bounds_behind import phrase_behind
from specs.language.clauses import FULL_STOPS
from specs.language.labels import NOUNS as NOUNS_OF_SIDES
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens

ALL_OF = wordset("bounds", "all_of")
LOOSELY = frozenset(tuple(phrase.split()) for phrase in wordset("bounds", "loosely"))
LINKS = frozenset({"on", "for", "in", "of", "with"})
NOUNS = 5
"""Tokens between the last figure and the bound for all of them."""
FARTHEST = 8
"""Tokens between two figures that share one."""


def share_bounds(tokens: Tokens, found: list[Quantity]) -> None:
    _share_in_products(found)
    says_all = not ALL_OF.isdisjoint(tokens.vocabulary)
    for index in range(1, len(found)):
        bound = _for_all(tokens, found, index) if says_all else None
        bound = bound or _loosely(tokens, found, index)
        sides = _in_sides(tokens, found, index)
        if sides is not None:
            found[index].bound = sides
        if bound is None:
            continue
        found[index].bound = bound if found[index].bound == "exact" else found[index].bound
        for at in range(index - 1, -1, -1):
            if found[at].bound != "exact" or not _joined(tokens, found[at], found[at + 1]):
                break
            found[at].bound = bound


def _share_in_products(found: list[Quantity]) -> None:
    """'roughly 15 ft by 18', 'max 60 x 40 cm': what bounds the first side bounds them all."""
    first: Quantity | None = None
    for quantity in found:
        if quantity.group < 0:
            continue
        if first is None or first.group != quantity.group:
            first = quantity
        elif quantity.label is not None or first.label is not None:
            continue
        elif quantity.bound == "exact" and first.bound != "range":
            quantity.bound = first.bound
        elif first.bound == "exact" and quantity.place == quantity.size - 1:
            # "60 x 40 cm max"
            for side in found:
                if side.group == quantity.group and quantity.bound != "range":
                    side.bound = quantity.bound


def _joined(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    gap = tokens.words[first.end : second.begin]
    return len(gap) <= FARTHEST and FULL_STOPS.isdisjoint(gap)


def _for_all(tokens: Tokens, found: list[Quantity], index: int) -> str | None:
    """', minimum on both', ', max for each', ', both at most': behind the last of them."""
    words, start = tokens.words, found[index].end
    stop = found[index + 1].begin if index + 1 < len(found) else len(words)
    for at in range(start, min(start + NOUNS, stop)):
        if words[at] in FULL_STOPS:
            return None
        if words[at] != ",":
            continue
        behind = at + 1 + (words[at + 1 : at + 2] != [] and words[at + 1] in ALL_OF)
        phrase = phrase_behind(words, behind)
        if phrase is None:
            return None
        if behind > at + 1:
            return phrase[0]
        follows = words[phrase[1] : phrase[1] + 2]
        joint = len(follows) == 2 and follows[0] in LINKS and follows[1] in ALL_OF
        return phrase[0] if joint else None
    return None


def _in_sides(tokens: Tokens, found: list[Quantity], index: int) -> str | None:
    """'not exceeding 18 ft in length and 7 ft in width': the two sides are said alike."""
    first, second = found[index - 1], found[index]
    if first.bound not in ("max", "min") or first.kind != second.kind or second.bound != "exact":
        return None
    words = tokens.words
    gap, behind = words[first.last : second.first], words[second.last : second.last + 3]
    alike = gap[:1] == behind[:1] == ["in"] and gap[-1] in ("and", ",", "or") and len(gap) < NOUNS
    return first.bound if alike and not SIDES.isdisjoint(behind) else None


SIDES = NOUNS_OF_SIDES.keys()


def _loosely(tokens: Tokens, found: list[Quantity], index: int) -> str | None:
    """'5 ft wide and 2 ft deep, ish': what is said behind a comma is said of both sides."""
    first, second = found[index - 1], found[index]
    if second.bound != "about" or first.kind != second.kind:
        return None
    words, at = tokens.words, second.end
    if words[at : at + 1] != [","]:
        return None
    if "and" not in words[first.end : second.begin]:
        return None
    return "about" if any(tuple(words[at + 1 : at + 1 + len(p)]) == p for p in LOOSELY) else None

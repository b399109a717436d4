"""Words of a bound that bound nothing: 'made from 22 mm tube', 'over four floors'."""

from specs.knowledge import wordset
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, NUMBER, Tokens
from specs.language.words import function_words

# Who makes a thing "from 22 mm tube" sets no limit.
SOURCES = frozenset(["made", "cut", "built", "away", "distance", "measured", "formed", "machined"])
SPREAD_OVER = wordset("bounds", "spread_over")
OBSTACLES = wordset("bounds", "obstacles")
OVER_UNDER = wordset("bounds", "over_under")
DONE_OVER = wordset("bounds", "done_over")
ARTICLES = frozenset(["a", "an", "the", "our", "my", "your", "its", "their", "this", "that"])


def is_idle(tokens: Tokens, quantity: Quantity) -> bool:
    """'from 1,600 rpm', 'made from 22 mm tube', 'over four floors': no limits."""
    words, first = tokens.words, quantity.first
    if not first:
        return False
    if words[first - 1] == "from":
        behind = words[quantity.end : quantity.end + 2]
        if behind[:1] == ["to"] or behind == ["down", "to"]:
            # "Tapers from 60 cm to 35".
            return True
        if not SEEN.isdisjoint(words[max(0, first - 4) : first - 1]):
            # "A 100-inch picture from 2.5 m".
            return True
        if behind[:1] in (["away"], ["off"]):
            # "A picture from 2.8 m away".
            return True
        return quantity.kind == "rotation" or (first > 1 and words[first - 2] in SOURCES)
    if words[first - 1] == "inside" and quantity.label_last > quantity.last:
        # "Inside 46 wide": its inner side.
        return first < 2 or tokens.kinds[first - 2] == MARK
    if _is_of_obstacle(tokens, quantity) or _is_stacked(tokens, quantity):
        return True
    if words[first - 1] == "over" and quantity.kind == "duration":
        # "Spread over 18 months".
        return not DONE_OVER.isdisjoint(words[max(0, first - 4) : first - 1])
    if words[first - 1] == "over" and quantity.kind == "count":
        # "3 wide drawers over 2 narrow drawers": rows.
        behind = words[quantity.last : quantity.last + 3]
        row = [w for w in words[max(0, first - 4) : first - 1] if w in behind]
        if any(word.endswith("s") for word in row):
            return True
    counted = words[quantity.last] if quantity.last < len(words) else ""
    return words[first - 1] == "over" and quantity.kind == "count" and counted in SPREAD_OVER


def _is_stacked(tokens: Tokens, quantity: Quantity) -> bool:
    """'A hotel over a 60-bay car park', '12 flats above 3 shops': one thing lies on the other."""
    words, first = tokens.words, quantity.first
    if quantity.kind != "count" or first < 2:
        return False
    if words[first - 1] in ("a", "an", "the") and words[first - 2] in STACKS:
        return tokens.gaps[quantity.last : quantity.last + 1] == ["-"]
    if words[first - 1] not in STACKS or first < 3 or not words[first - 2].endswith("s"):
        return False
    counted = tokens.kinds[first - 3] == NUMBER or words[first - 3] in STARTS
    behind = words[quantity.last] if quantity.last < len(words) else ""
    return counted and behind.endswith("s") and words[first - 2] not in function_words()


SEEN = wordset("bounds", "seen")
STACKS = frozenset({"over", "above", "below", "under", "beneath"})


def _is_of_obstacle(tokens: Tokens, quantity: Quantity) -> bool:
    """'ducks under a 2 m barrier', 'slides beneath the 72 cm worktop'."""
    words, first = tokens.words, quantity.first
    if first < 2 or words[first - 1] not in ARTICLES or words[first - 2] not in OVER_UNDER:
        return False
    near = words[quantity.end : quantity.end + 3]
    return any(word in OBSTACLES for word in near)

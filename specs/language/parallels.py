"""Two amounts said alike, the unit once: '42 dB by day, 35 by night', 'frame 900 g, fork 400'."""

from specs.knowledge import wordset
from specs.language.bound_phrases import phrases_in_front
from specs.language.clauses import FULL_STOPS
from specs.language.labels import LETTERS
from specs.language.labels import NOUNS as SIDES
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.triggers import scope_words
from specs.language.words import function_words

PLACED = wordset("ellipsis", "placed")
TOTALS = wordset("ellipsis", "totals")
POSITIONS = wordset("ellipsis", "positions")
SUPERLATIVES = wordset("ellipsis", "superlatives")
JUDGED = wordset("ellipsis", "judged")
JUDGEMENTS = wordset("ellipsis", "judgements")
GAPPING = wordset("ellipsis", "gapping")
OF_PEOPLE = wordset("ellipsis", "of_people")
BREAKS = frozenset([",", ";", "and", "but", "while", "/", "—"])
EQUALS = frozenset([":", "=", "at", "is", "with"])
CLOSE = 5.0
"""Parts that share a verb differ less than this."""
NOUNS = 3


def is_parallel(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    if not gap or "\n" in gap:
        return False
    labelled = other.label_first == other.last
    whole = tokens.words[other.last : quantity.first] if labelled else []
    return (
        _placed(tokens, quantity, gap)
        or _for_another(tokens, quantity, other, gap)
        or (whole != [] and _placed(tokens, quantity, whole))
        or _judged(tokens, quantity, gap)
        or _positioned(gap)
        or _gapped(tokens, quantity, other, gap)
    )


def _placed(tokens: Tokens, quantity: Quantity, gap: list[str]) -> bool:
    """Both figures say where or when: '15 mm thick at the edge, 22 in the middle'."""
    if gap[-1] not in BREAKS or gap[0] not in PLACED or len(gap) < 2:
        return False
    if not FULL_STOPS.isdisjoint(gap[:-1]):
        return False
    behind = tokens.words[quantity.end : quantity.end + 4]
    return len(behind) > 1 and behind[0] in PLACED and TOTALS.isdisjoint(behind)


def _for_another(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'80 cm, 90 for the front one', '40 kg at most for the frame, 55 for the lot'."""
    behind = tokens.words[quantity.end : quantity.end + 2]
    if gap[-1] != "," or len(behind) < 2 or behind[0] != "for" or behind[1] not in THE:
        return False
    small, large = sorted((quantity.number, other.number))
    if small < FEWEST or large > NEAR * small:
        # "£40, 2 for the kids".
        return False
    return len(gap) == 1 or "for" in gap


FEWEST = 10.0
NEAR = 3.0
THE = frozenset({"the", "a", "an", "each", "its", "our", "my", "both"})


HOLDING = frozenset({"hold", "seat", "sleep", "fit", "house", "serve", "accommodate", "take"})


def is_next_side(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'w ≤ 60, d ≤ 55 cm', 'width max 60, depth max 55 cm': each bound, the unit at the end."""
    if other.kind != "length" or not 1 < len(gap) < LONG_SIDE or gap[0] not in (",", ";", "and"):
        return False
    if not any(
        _is_side(word) for word in tokens.words[max(0, quantity.first - 4) : quantity.first]
    ):
        return False
    return _is_side(gap[1]) and (gap[-1] in SIGNS or tuple(gap[2:]) in phrases_in_front())


def _is_side(word: str) -> bool:
    return word in SIDES or word in LETTERS


LONG_SIDE = 7
SIGNS = frozenset("<>≤≥=:")


def _judged(tokens: Tokens, quantity: Quantity, gap: list[str]) -> bool:
    """'3 m will do, 4 is better'."""
    behind = tokens.words[quantity.end : quantity.end + 2]
    thought = len(behind) > 1 and behind[0] in JUDGED and behind[1] in JUDGEMENTS
    return thought and gap[-1] in BREAKS


def _positioned(gap: list[str]) -> bool:
    """'front camera: 32 MP; main: 50'."""
    end = len(gap)
    while end > 1 and gap[end - 1] in EQUALS:
        end -= 1
    if end > 1 and gap[end - 1] in SUPERLATIVES:
        return True
    if end < 2 or gap[end - 1] not in POSITIONS:
        return False
    return gap[end - 2] in BREAKS or (gap[end - 2] in ("the", "a", "an") and end > 2)


def _gapped(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'the frame weighs 900 g, the fork 400': one verb, two things, and nothing is counted."""
    words, at = tokens.words, quantity.end
    if at < len(words) and tokens.kinds[at] != MARK:
        return False
    small, large = sorted((quantity.number, other.number))
    if gap[0] not in BREAKS or not 1 < len(gap) <= NOUNS + 1 or large > CLOSE * small:
        return False
    verbs = words[max(0, other.begin - 2) : other.begin]
    if GAPPING.isdisjoint(verbs) and not other.guessed:
        return False
    start = other.end + 1
    nouns = [w for w in gap[1:] if w not in ("the", "a", "its", "our", "my")]
    if not nouns or any(tokens.kinds[at] != WORD for at in range(start, quantity.first)):
        return False
    # What ends in an "s" is counted, and a number behind a class or a gate is its name.
    last = nouns[-1]
    named = (
        last in OF_PEOPLE
        or last in HOLDING
        or last in scope_words("designators")
        or last in function_words()
    )
    return not named and not last.endswith("s")

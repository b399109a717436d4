"""Comparisons that a denial some words before turns round: 'no leg may stick out further than'."""

from specs.knowledge import wordset
from specs.language.bound_phrases import wordlist
from specs.language.quantity import Quantity


def is_subject_denied(words: list[str], start: int, phrase: tuple[str, ...]) -> bool:
    """'no leg may stick out further than 10 cm', 'none of the drawers should be over 8 kg'."""
    asked = not MODALS.isdisjoint(phrase)
    for at in range(start - 1, max(-1, start - SUBJECT_REACH), -1):
        if words[at] in BREAKS:
            return False
        asked = asked or words[at] in MODALS
        if asked and words[at] in DENIED_SUBJECTS:
            return True
    return False


def is_modal_denied(words: list[str], start: int) -> bool:
    """'it cannot stand proud of the wall by more than 60 cm'."""
    for at in range(start - 1, max(-1, start - SUBJECT_REACH), -1):
        if (words[at] in BREAKS and words[at] != "with") or words[at] in DEMANDING:
            return False
        if words[at] in DENIED_MODALS or (words[at] == "not" and words[at - 1] in MODALS):
            return True
    return False


DENIED_MODALS = wordset("bounds", "denied_modals")
DEMANDING = frozenset({"need", "needs", "want", "wants", "has", "have"})
SUBJECT_REACH = 9
BREAKS = wordset("bounds", "breaks") | frozenset(",;:.!?()")
MODALS = wordset("bounds", "modals")
DENIED_SUBJECTS = frozenset({"no", "none", "neither", "nothing", "nobody"})


def is_kept_away(words: list[str], quantity: Quantity) -> bool:
    """'mustn't come within 3 m of the fence'."""
    first = quantity.first
    if words[first - 1] != "within" or words[quantity.end : quantity.end + 1] != ["of"]:
        return False
    return any(word in wordlist("negators") for word in words[max(0, first - 5) : first - 1])

"""Verbs that bound what follows, with words between: 'cap the build at €70k', 'may weigh 20 kg'."""

from specs.knowledge import wordset
from specs.language.labels import NOUNS
from specs.language.quantity import Quantity
from specs.language.tokens import WORD, Tokens
from specs.language.words import function_words

CAPPING = wordset("bounds", "capping")
LIMITING = wordset("bounds", "limiting")
KEEPING = wordset("bounds", "keeping")
KEPT = wordset("bounds", "kept_nouns").union(NOUNS)
ALLOWED = wordset("bounds", "allowed_verbs")
ALLOWING = wordset("bounds", "allowing")
HEDGES = frozenset({"about", "around", "roughly", "approximately", "say", "some"})
ARTICLES = frozenset({"a", "the", "our", "my", "your", "its", "this", "that", "each", "with"})
POLITE = frozenset({"please", "kindly", "also", "always", "strictly", "ideally"})
DEMANDS = frozenset({"must", "should", "shall", "to"})
REACH = 8
"""Tokens between the verb and its 'at': 'cap the cost of the whole house at'."""


def bound_of_verb(tokens: Tokens, quantity: Quantity) -> str | None:
    words, at = tokens.words, quantity.first - 1
    while at > 0 and words[at] in HEDGES:
        at -= 1
    if at < 1:
        return None
    if words[at] in ("at", "to"):
        return "max" if _is_capped(tokens, at) else None
    if words[at] == "clear":
        # "The passage has to clear 4.2 m"; "clear the 2.1 m barrier" has an article.
        return "min" if words[at - 1] in DEMANDS else None
    return "max" if at == quantity.first - 1 and _is_allowed(words, at) else None


def _is_capped(tokens: Tokens, to: int) -> bool:
    """'cap the price at', 'limit the noise to', 'keep our spend to'; but 'a screw cap at 4 cm'."""
    words, verbs = tokens.words, CAPPING if tokens.words[to] == "at" else LIMITING
    for at in range(to - 1, max(-1, to - REACH), -1):
        if tokens.kinds[at] != WORD:
            return False
        word = words[at]
        if word in verbs or (word in KEEPING and words[to] == "to" and words[to - 1] in KEPT):
            ahead = words[at - 1] if at else ""
            if at == 0 or tokens.kinds[at - 1] != WORD or ahead in POLITE:
                return True
            return ahead in function_words() and ahead not in ARTICLES
    return False


def _is_allowed(words: list[str], at: int) -> bool:
    """'may weigh 20 kg', 'is allowed to cost £90': as much, and no more."""
    if words[at] not in ALLOWED:
        return False
    if words[at - 1] == "may":
        return True
    return at > 1 and words[at - 1] == "to" and words[at - 2] in ALLOWING

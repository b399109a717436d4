"""Comparisons that are refused: 'anything over 25 kg is out' asks for 25 kg at most."""

from functools import cache

from specs.language.bound_phrases import wordlist
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, Tokens, tokenise

FARTHEST = 6
"""Tokens between the figure and what refuses it: '400 km of range would be a dealbreaker'."""
STOPS = frozenset(
    {
        "or",
        "otherwise",
        "else",
        "because",
        "since",
        "as",
        "so",
        "but",
        "if",
        "when",
        "that",
        "which",
        "while",
    }
)


def is_rejected(tokens: Tokens, quantity: Quantity) -> bool:
    words, start = tokens.words, quantity.end
    if "unless" in words[max(0, quantity.begin - FARTHEST) : quantity.begin]:
        # "Unless it's under 20 kg we can't use it".
        return False
    for at in range(start, min(start + FARTHEST, len(words))):
        if _refuses(words, at):
            return True
        if tokens.kinds[at] == MARK:
            # "Over 40 kg: no thanks", "over 3 m? Forget it".
            return words[at] in ",:?-—" and _refuses(words, at + 1)
        if words[at] in STOPS:
            return False
    return False


def _refuses(words: list[str], at: int) -> bool:
    if at >= len(words):
        return False
    known = _phrases().get(words[at], ())
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in known)


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in wordlist("rejections"):
        phrase = tuple(tokenise(form).words)
        found.setdefault(phrase[0], []).append(phrase)
    return found

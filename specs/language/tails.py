"""What may close a refusal without changing it: 'dropped too', 'none this time'."""

from specs.knowledge import phrases_from, wordset
from specs.language.tokens import MARK, Tokens

TAILS = phrases_from("tails", "words")
REASONS = wordset("tails", "reasons")
MOST = 3
"""Words of this sort that stand one behind another."""


def behind_tails(tokens: Tokens, at: int) -> int:
    """The token behind the words of this sort that start at `at`."""
    words, size = tokens.words, len(tokens)
    for _ in range(MOST):
        if at >= size or words[at] not in TAILS:
            return at
        for phrase in TAILS[words[at]]:
            if tuple(words[at : at + len(phrase)]) == phrase:
                at += len(phrase)
                break
        else:
            return at
    return at


def ends_clause(tokens: Tokens, at: int) -> bool:
    """Whether nothing but such words stands between `at` and the end of the clause."""
    at = behind_tails(tokens, at)
    if at >= len(tokens) or tokens.kinds[at] == MARK:
        return True
    return tokens.words[at] in REASONS

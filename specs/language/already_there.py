"""Clauses about what is or was there already, whatever their subject is called."""

from specs.language.others import others_scope
from specs.language.predecessors import (
    SUBJECTS,
    gone_scope,
    had_scope,
    held_scope,
    past_scope,
    worn_scope,
)
from specs.language.surroundings import place_scope, there_scope, writer_scope
from specs.language.tokens import Tokens

FIRST_WORDS = SUBJECTS | {"there", "there's", "theres"}
"""Of all clauses but those of a writer and of other owners, who are named in many ways."""


def scope_of_before(tokens: Tokens, at: int, sentence: list[int], start: int) -> int:
    """The end of such a clause, whose subject may have words in front; 0 where there is none."""
    if at == start and tokens.words[at] not in FIRST_WORDS:
        return writer_scope(tokens, start, sentence) or others_scope(tokens, start, sentence)
    return (
        writer_scope(tokens, start, sentence)
        or held_scope(tokens, start, sentence)
        or place_scope(tokens, at, sentence, start)
        or gone_scope(tokens, at, sentence, start)
        or past_scope(tokens, start, sentence)
        or worn_scope(tokens, start, sentence)
        or had_scope(tokens, start, sentence)
        or others_scope(tokens, start, sentence)
        or there_scope(tokens, start, sentence)
    )

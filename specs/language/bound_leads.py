"""Bounds of the clause that leads to a figure: 'our limit for it is 20 kg', 'cap it at €70k'."""

from specs.language.bound_heads import EQUATED, limit_on
from specs.language.bound_superlatives import EQUAL, superlative_in_front
from specs.language.bound_superlatives import HEDGES as HEDGED
from specs.language.bound_verbs import ALLOWED, HEDGES, bound_of_verb
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens

LAST_WORDS = EQUATED | EQUAL | HEDGED | HEDGES | ALLOWED | {"at", "to", "clear"}
"""What such a clause ends with; most figures have another word in front of them."""


def leading_bound(tokens: Tokens, quantity: Quantity) -> str | None:
    if not quantity.first or tokens.words[quantity.first - 1] not in LAST_WORDS:
        return None
    return (
        limit_on(tokens, quantity)
        or bound_of_verb(tokens, quantity)
        or superlative_in_front(tokens, quantity)
    )

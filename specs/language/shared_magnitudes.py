"""A magnitude that the sum in front names for both: 'twenty grand, thirty at the most'."""

from specs.language.amounts import magnitudes
from specs.language.bound_phrases import phrases_in_front
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens

FARTHEST = 3.0
"""The limit of a sum is no more than so many times the sum."""
LEAST = 1_000.0
GRAND = {"grand": 1_000.0}
JOINTS = frozenset({",", "(", "or", "maybe", "perhaps", "and"})


def share_scale(tokens: Tokens, other: Quantity, quantity: Quantity) -> None:
    """Make the bare limit `quantity` a sum of the scale and the currency of `other`."""
    if quantity.bound != "max" or quantity.first == other.last:
        return
    gap = tokens.words[other.last : quantity.first]
    while gap and gap[0] in JOINTS:
        gap = gap[1:]
    if gap and tuple(gap) not in phrases_in_front():
        return
    known = {**magnitudes(), **GRAND}
    scale = next((known[w] for w in tokens.words[other.first : other.last] if w in known), 0.0)
    small = quantity.number < LEAST <= scale
    if small and other.value < quantity.number * scale <= FARTHEST * other.value:
        quantity.number *= scale
        quantity.scaled(scale)
        quantity.kind, quantity.unit, quantity.guessed = "money", other.unit, True

"""How prompts are written: normal form, tokens, numbers, units, quantities, phrases and scope."""

from specs.language.quantities import quantities
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens, tokenise

__all__ = ["Quantity", "Tokens", "quantities", "tokenise"]

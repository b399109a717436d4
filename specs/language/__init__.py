"""How prompts are written: normal form, tokens, numbers, units, quantities, phrases and scope."""

from specs.language.document import Document, analyse
from specs.language.quantity import Quantity
from specs.language.statable import quantities
from specs.language.tokens import Tokens, tokenise

__all__ = ["Document", "Quantity", "Tokens", "analyse", "quantities", "tokenise"]

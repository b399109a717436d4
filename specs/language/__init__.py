"""How prompts are written: normal form, tokens, numbers, units, quantities, phrases and scope."""

from specs.language.document import Document, analyse
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens, tokenise


def quantities(text: str) -> list[Quantity]:
    """The quantities that a text states: no addresses, years, model or road numbers."""
    return [q for q in analyse(text).quantities if q.kind != "ordinal"]


__all__ = ["Document", "Quantity", "Tokens", "analyse", "quantities", "tokenise"]

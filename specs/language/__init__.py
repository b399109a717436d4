"""How prompts are written: normal form, tokens, numbers, units, quantities, phrases and scope."""

from specs.knowledge import wordset
from specs.language.document import Document, analyse
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens, tokenise


def quantities(text: str) -> list[Quantity]:
    """The quantities a spec may hold: no addresses, years or model numbers, no voltages or angles,
    and not the speeds that '0-60 in 5 s' spans."""
    return [q for q in analyse(text).quantities if q.kind not in NO_PLACE and not _is_sprint(q)]


# Kinds that the schema has no field for; they are read so that nothing else claims their numbers.
NO_PLACE = wordset("quantities", "no_place")
SPRINT_SPEEDS = frozenset({50, 60, 62, 100, 200})


def _is_sprint(quantity: Quantity) -> bool:
    return (
        quantity.low == 0
        and quantity.kind in ("count", "speed")
        and round(2 * quantity.number) in SPRINT_SPEEDS
    )


__all__ = ["Document", "Quantity", "Tokens", "analyse", "quantities", "tokenise"]

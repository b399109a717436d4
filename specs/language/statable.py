"""The quantities of a text that a spec may hold, as they count there."""

from dataclasses import replace

from specs.knowledge import wordset
from specs.language.document import analyse
from specs.language.quantity import Quantity
from specs.language.sprints import is_sprint
from specs.language.tokens import Tokens

# Kinds that the schema has no field for; they are read so that nothing else claims their numbers.
NO_PLACE = wordset("quantities", "no_place")
GROUND = frozenset({"g", "gf", "ground"})


def quantities(text: str) -> list[Quantity]:
    """The quantities a spec may hold: no addresses, years or model numbers, no voltages or angles,
    and not the speeds that '0-60 in 5 s' spans."""
    document = analyse(text)
    return [
        _with_ground(document.tokens, figure)
        for quantity in document.quantities
        if quantity.kind not in NO_PLACE and not is_sprint(quantity)
        if not _is_age(document.tokens, quantity)
        for figure in (quantity.replaced, quantity)
        if figure is not None
    ]


def _is_age(tokens: Tokens, quantity: Quantity) -> bool:
    """'A ten-year-old', 'the boiler is 30 years old'."""
    return quantity.kind == "duration" and tokens.words[quantity.last : quantity.last + 1] == [
        "old"
    ]


def _with_ground(tokens: Tokens, quantity: Quantity) -> Quantity:
    """'G+2' are three storeys (rule 6)."""
    words, at = tokens.words, quantity.first - 1
    if quantity.kind != "count" or at < 1 or words[at] not in ("+", "plus"):
        return quantity
    ground = at - 1 - (words[at - 1] in ("floor", "storey") and at > 1)
    if words[ground] not in GROUND:
        return quantity
    return replace(quantity, value=quantity.value + 1, number=quantity.number + 1)

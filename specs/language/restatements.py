"""One amount twice: '136 kg (300 lb)', '75 kW/102 PS', '6 ft or 183 cm', 'two (2)'."""

from specs.language.measures import MeasureReader
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.ranges import with_range
from specs.language.tokens import NUMBER

OPENERS = frozenset({"(", "/", "=", "or", "["})
SOFTENERS = frozenset(
    {"~", "about", "approx", "ca", "circa", "or", "=", "i", "e", "ie", "equals", ".", ",", "c"}
)
CLOSE = 0.035
"""People round when they convert."""
MOST_SOFTENERS = 4
# Behind a comma: "3 m, i.e. 10 ft".
AGAIN = frozenset({"i", "ie", "or", "equals"})


def without_restatement(reader: MeasureReader, quantity: Quantity) -> Quantity:
    """`quantity` with what says it again in another unit taken in."""
    words, at = reader.words, quantity.last
    if quantity.kind == "count":
        return _in_figures(reader, quantity)
    comma = words[at : at + 1] == [","] and words[at + 1 : at + 2] != []
    said_again = comma and words[at + 1] in AGAIN
    if at >= reader.size or not (said_again or words[at] in OPENERS):
        return quantity
    bracket = words[at] in ("(", "[")
    at += 1
    softened = at + MOST_SOFTENERS
    while at < min(softened, reader.size) and words[at] in SOFTENERS:
        at += 1
    if at >= reader.size or not (reader.tokens.kinds[at] == NUMBER or words[at] in STARTS):
        return quantity
    again = reader.measure(at)
    if again is not None and bracket and quantity.bound == "range":
        # "160-170 cm (63-67 in)".
        again = with_range(reader, again)
    if again is None or again.kind != quantity.kind or again.written == quantity.written:
        return quantity
    if abs(again.value - quantity.value) > CLOSE * abs(quantity.value):
        return quantity
    if bracket and words[again.last : again.last + 1] not in ([")"], ["]"]):
        return quantity
    quantity.last = again.last + bracket
    return quantity


def _in_figures(reader: MeasureReader, quantity: Quantity) -> Quantity:
    """'Twenty-four (24) classrooms': the number in a bracket is the same one."""
    words, at = reader.words, quantity.last
    if words[quantity.first].isdigit() or words[at : at + 1] != ["("]:
        return quantity
    if words[at + 2 : at + 3] == [")"] and words[at + 1] == f"{quantity.number:g}":
        quantity.last = at + 3
    return quantity

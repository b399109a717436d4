"""Heights that furniture can be set to: 'height 54-73 cm', 'adjustable 48-58 cm'."""

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.quantity import Quantity

SET_IN_HEIGHT = frozenset(
    {
        "chair",
        "stool",
        "desk",
        "table",
        "bench",
        "lectern",
        "piano_bench",
        "massage_table",
        "keyboard_stand",
    }
)
WIDER = 1.1
"""A height from 74 to 76 cm is a choice of the maker's; one from 54 to 73 is a range."""


def is_reach(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    return low is not None and high is not None and 0 < low * WIDER < high


ADJUSTS = wordset("dimensions", "adjusts")


def adjusts(doc: Document, quantity: Quantity) -> bool:
    """'Adjustable 48-58 cm': what a seat or a table top is set to, where nothing else is said."""
    ahead = doc.words[max(0, quantity.first - 3) : quantity.first]
    return quantity.label in (None, "height") and not ADJUSTS.isdisjoint(ahead)

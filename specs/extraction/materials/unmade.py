"""Words of stuff of which nothing is made there: tints, foam as an agent, trees that grow."""

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.phrases import Mention


def is_no_stuff(doc: Document, mention: Mention, phrase: str, following: str) -> bool:
    """What tints, foams or grows: the word behind says that nothing is made of it."""
    if phrase in TINTS and following in TINTED:
        # "Bronze mirror glass".
        return True
    if phrase == "foam" and (following in FOAMING or _is_poured(doc, mention.first)):
        return True
    if phrase in BANDS and following in BAND:
        # "A rehearsal hall for our brass band".
        return True
    # "In a pine forest".
    return following in GROWING and not GROWN.isdisjoint(e.name for e in mention.entries)


def _is_poured(doc: Document, at: int) -> bool:
    """'2,000 l water + 200 l foam' of a fire engine."""
    amount = doc.quantity_at[at - 1] if at else None
    return amount is not None and amount.kind == "volume"


BANDS = frozenset({"brass", "steel", "silver"})
BAND = frozenset({"band", "bands", "ensemble", "quintet"})
TINTS = frozenset({"bronze", "gold", "copper", "silver"})
TINTED = frozenset({"mirror", "mirrored", "glass", "tinted", "acrylic", "anodized", "anodised"})
FOAMING = wordset("materials", "foaming")
GROWING = wordset("materials", "growing")
GROWN = frozenset({"wood", "bamboo", "cork"})

"""What a prompt says beside the names of kinds: words, parts, rooms, the size of its figures."""

from math import log10

from specs.language.document import Document
from specs.language.lexicon import FEATURE, KIND, SPACE

SIZED = frozenset({"length", "area", "mass", "power", "volume", "money"})
"""Kinds of figures whose order of magnitude tells a house from a kettle."""
HALVES = 2
"""Steps of a power of ten."""


def clues(doc: Document) -> set[str]:
    """Names of kinds are left out: whether they are what is asked for is the question."""
    if not doc.clues:
        doc.clues = _clues(doc)
    return doc.clues


def _clues(doc: Document) -> set[str]:
    found: set[str] = set()
    unread = bytearray(len(doc.words))
    for mention in doc.mentions:
        named: dict[str, str] = {}
        for entry in mention.entries:
            named.setdefault(entry.table, entry.name)
        if KIND in named:
            unread[mention.first : mention.last] = b"\x01" * (mention.last - mention.first)
            continue
        if FEATURE in named:
            found.add(f"f:{named[FEATURE]}")
        if SPACE in named:
            found.add(f"s:{named[SPACE]}")
    tokens = zip(doc.lemmas, doc.quantity_at, unread, strict=True)
    found.update(
        [w for w, figure, kind in tokens if figure is None and not kind and w.isalpha() and w[1:]]
    )
    largest: dict[str, float] = {}
    for quantity in doc.quantities:
        if doc.is_free(quantity.first, quantity.last):
            largest[quantity.kind] = max(largest.get(quantity.kind, 0.0), quantity.value)
    for kind_of_figure, value in largest.items():
        found.add(f"q:{kind_of_figure}")
        if kind_of_figure in SIZED and value > 0:
            found.add(f"q:{kind_of_figure}:{round(log10(value) * HALVES)}")
    return found

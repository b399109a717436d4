"""How a text speaks: whether it asks for a thing or tells, offers, thanks, complains or teaches."""

from specs.extraction.weights import difference
from specs.language.document import Document
from specs.language.lexicon import FEATURE, MATERIAL
from specs.language.tokens import WORD

DESIGN, OTHER = "design", "other"
FIGURE = "#"
MOST = 6
"""More figures or materials say no more."""
FEW = 8
"""So many clues are worth half of what they say."""
OPENINGS = 2


def unlike_a_request(doc: Document) -> float:
    """How much more the text sounds like another one than like a request, as a logit."""
    found = manner(doc)
    return difference("requests", OTHER, DESIGN, found) * len(found) / (len(found) + FEW)


def manner(doc: Document) -> set[str]:
    """Words, pairs of words with figures as one, the opening, and how much is measured."""
    found: set[str] = set()
    before = ""
    for at, word in enumerate(doc.words):
        figure = doc.quantity_at[at] is not None
        if not figure:
            found.add(word)
        spoken = doc.lemmas[at] if doc.kinds[at] == WORD or not word[0].isdigit() else FIGURE
        spoken = FIGURE if figure else spoken
        if before:
            found.add(f"{before} {spoken}")
        before = spoken
    found.update(f"{at}:{word}" for at, word in enumerate(doc.words[:OPENINGS]))
    figures = sum(quantity.kind != "count" for quantity in doc.quantities)
    stuff = sum(any(e.table in (MATERIAL, FEATURE) for e in m.entries) for m in doc.mentions)
    found.update((f"figures:{min(figures, MOST)}", f"stuff:{min(stuff, MOST)}"))
    return found

"""How a text speaks: whether it asks for a thing or tells, offers, thanks, complains or teaches."""

from itertools import pairwise

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
    quantity_at = doc.quantity_at
    found = {word for word, figure in zip(doc.words, quantity_at, strict=True) if figure is None}
    tokens = zip(doc.lemmas, doc.kinds, quantity_at, strict=True)
    spoken = [
        lemma if figure is None and (kind == WORD or not lemma[0].isdigit()) else FIGURE
        for lemma, kind, figure in tokens
    ]
    found.update(map(" ".join, pairwise(spoken)))
    found.update([f"{at}:{word}" for at, word in enumerate(doc.words[:OPENINGS])])
    figures = sum([quantity.is_measured for quantity in doc.quantities])
    stuff = doc.naming(MATERIAL, FEATURE)
    found.update((f"figures:{min(figures, MOST)}", f"stuff:{min(stuff, MOST)}"))
    return found

"""A noun that 'something' or 'one' takes the place of: it tells the kind of what is asked for."""

from specs.language.document import Document
from specs.language.noun_phrases import phrase_start
from specs.language.phrases import Entry, Mention
from specs.language.successors import MAKES_WAY, names_stand_in
from specs.language.triggers import triggers


def has_stand_in(doc: Document, mention: Mention) -> bool:
    """'Replace my chair with something 45 cm wide', 'swap our old van for an electric one'."""
    at, sentence = mention.last, doc.sentence
    if not doc.aside[mention.first]:
        return False
    while at < len(doc) and doc.aside[at] and sentence[at] == sentence[mention.first]:
        at += 1
    if at >= len(doc) or doc.words[at] not in MAKES_WAY:
        return False
    entry = _trigger(doc, phrase_start(doc.tokens, mention.last))
    return entry is not None and names_stand_in(
        doc.tokens, at, entry, doc.mention_at, doc.quantity_at
    )


def _trigger(doc: Document, start: int) -> Entry | None:
    """The words of replacing whose object is the noun phrase at `start`, over an article."""
    for first in range(max(0, start - LONGEST), start):
        match = triggers().longest(doc.lemmas, first)
        if match is not None and match[1][0].table == "replaced" and start - match[0] <= 1:
            return match[1][0]
    return None


LONGEST = 4
"""Words of such a trigger, with the article behind it."""

"""Displays that are a part of the device named before them."""

from specs.extraction.kind.nouns import GENERAL
from specs.language.document import Document
from specs.language.lexicon import KIND
from specs.language.phrases import Mention


def its_screen(doc: Document, mention: Mention, category: str) -> float:
    """'A synthesizer, 49 keys, 5 in touch display': of the device that is named before."""
    ahead = doc.quantity_at[mention.first - 1] if mention.first else None
    if category != "monitor" or ahead is None or ahead.kind != "length":
        return 0.0
    before = (m for m in doc.mentions if m.last < ahead.first)
    devices = (e for m in before for e in m.entries if e.table == KIND)
    named = any(e.detail == "electronics" and e.name not in ("monitor", GENERAL) for e in devices)
    return -3.0 if named else 0.0

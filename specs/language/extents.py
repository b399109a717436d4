"""Phrases that say from where to where a figure goes: 'from nose to tail', 'across the beam'."""

from functools import cache

from specs.knowledge import wordset
from specs.language.phrases import Entry, Lexicon
from specs.language.words import lemma


@cache
def _extents() -> Lexicon:
    """'From nose to tail', 'across the beam': phrases that say which side a figure is."""
    found = Lexicon()
    for name, label in EXTENTS.items():
        found.add_all(wordset("labels", name), Entry("label", label))
    return found


LONGEST_EXTENT = 6
EXTENTS = {"end_to_end": "length", "side_to_side": "width", "top_to_bottom": "height"}


def extent_at(words: list[str], at: int) -> tuple[int, str] | None:
    """The end of a phrase that says from where to where, and the side it names."""
    if at >= len(words) or words[at] not in _extents().root.next:
        return None
    found = _extents().longest([lemma(word) for word in words[at : at + LONGEST_EXTENT]], 0)
    return (at + found[0], found[1][0].name) if found is not None else None

"""The word lists of refusal.yaml, and the phrases among them."""

from functools import cache

from specs.knowledge import listed, table
from specs.language.document import Document
from specs.language.phrases import Entry, Lexicon


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(listed(table("refusal")[name]))


@cache
def phrases(name: str) -> Lexicon:
    """The phrases of one list; where it has groups, each entry is named for its group."""
    data, found = table("refusal")[name], Lexicon()
    groups = data.items() if isinstance(data, dict) else [(name, data)]
    for group, forms in groups:
        found.add_all(listed(forms), Entry("sign", group))
    return found


def first_word(doc: Document) -> int:
    """The first word that is no greeting and no 'please'."""
    openers, last, at = words("openers"), len(doc.words) - 1, 0
    while at < last and (not doc.words[at][0].isalnum() or doc.words[at] in openers):
        at += 1
    return at

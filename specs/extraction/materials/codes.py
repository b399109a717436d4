"""Grades that are nothing but a number: 'body in 304', 'tube frame of 4130'."""

from functools import cache

from specs.extraction.materials.places import is_part
from specs.knowledge import table
from specs.language.document import Document
from specs.language.lexicon import MATERIAL
from specs.language.phrases import Entry, Mention
from specs.language.tokens import WORD

LINKS = frozenset({"in", "of", "from", ":", "=", "|", "grade", "type"})
YEARS = range(1900, 2100)


@cache
def _numbers() -> dict[str, str]:
    """The metal of each number that no year is written like."""
    codes = table("materials")["codes"].items()
    return {
        str(code): name
        for name, own in codes
        for code in own
        if str(code).isdigit() and int(code) not in YEARS
    }


def bare_codes(doc: Document) -> list[Mention]:
    found = []
    for quantity in doc.quantities:
        first, last = quantity.first, quantity.last
        name = _numbers().get(doc.words[first]) if quantity.kind == "count" else None
        if name is None or last - first != 1 or first < 2 or doc.mention_at[first] is not None:
            continue
        at = first - 1
        at -= doc.words[at] in ("grade", "type") and at > 1
        ends = last >= len(doc) or doc.kinds[last] != WORD or doc.words[last] in ("and", "with")
        if doc.words[at] in LINKS and is_part(doc, at - 1) and ends:
            code = doc.words[first]
            found.append(Mention(first, last, (Entry(MATERIAL, name, code),)))
    return found

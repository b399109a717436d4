"""Loads that no word for a load names: '40 kg of boy', 'limit 220 kg'."""

from functools import cache

from specs.knowledge import listed, table
from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.words import lemma


@cache
def _people() -> frozenset[str]:
    return frozenset(lemma(word) for word in listed(table("people")["people"]))


def of_people(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'Max. 40 kg of boy', '320 kg of blokes and bait'; 'takes a 120 kg uncle'."""
    at = quantity.end
    at += doc.words[at : at + 1] == ["of"]
    noun = "".join(doc.lemmas[at : at + 1])
    people = noun in _people() and noun not in ("head", "crew", "cover")
    return people and subject.design_type in ("vehicle", "furniture", "general")


def is_limit(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'18.2 kg, limit 220 kg': an item of its own, and of what one rides or sits on."""
    at = quantity.first - 1
    if at < 1 or doc.words[at] not in ("limit", "limits"):
        return False
    return doc.words[at - 1] in ",;.\n" and subject.design_type in ("vehicle", "furniture")

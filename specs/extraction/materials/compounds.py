"""Parts that another list knows by their material: 'ceramic grinder', 'rubber mats'."""

from specs.extraction.materials.places import is_part
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, FREE, KIND, MATERIAL, lexicon
from specs.language.phrases import Mention
from specs.language.subject import Subject

PARTS = wordset("materials", "compound_parts")


def parts_of_stuff(doc: Document, subject: Subject) -> list[Mention]:
    """The material in front of the part, as a mention of its own."""
    found: list[Mention] = []
    for mention in doc.mentions:
        first, last = mention.first, mention.last
        if last - first < 2 or mention.entry(MATERIAL) is not None:
            continue
        if doc.lemmas[last - 1] not in PARTS and not is_part(doc, last - 1):
            continue
        if (first < subject.last and subject.first < last) or not _is_wish(mention):
            continue
        for end, entries in lexicon().all_at(doc.lemmas, first, last - 1):
            if any(entry.table == MATERIAL for entry in entries):
                found.append(Mention(first, end, entries))
    return found


def _is_wish(mention: Mention) -> bool:
    return any(mention.entry(table) is not None for table in (FEATURE, FREE, KIND))

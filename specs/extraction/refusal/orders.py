"""Orders for something else than a thing: 'play the album', 'draft a contract for a house'."""

from specs.extraction.refusal.words import first_word, words
from specs.language.document import Document
from specs.language.lexicon import KIND
from specs.language.tokens import MARK, WORD

FARTHEST = 8


def other_act(doc: Document) -> str:
    """The opening verb of an order that no design answers, with its object: 'sell my car'.

    A determiner behind it shows that it is a verb: 'book shelf' and 'set of chairs' are nouns."""
    at = first_word(doc)
    if at + 1 >= len(doc.words) or doc.words[at] not in words("acts"):
        return ""
    if doc.words[at + 1] not in words("determiners") or doc.kinds[at + 2 : at + 3] == [MARK]:
        # "Schedule A - the vessel" heads a paper.
        return ""
    return doc.tokens.quote(at, at + 2)


def immaterial_object(doc: Document) -> str:
    """What an order is for where its head noun is no thing: 'a database schema', 'a logo'.

    The noun phrase ends at a preposition, a mark or a relative; a physical kind at its end ('a
    poster frame') makes it a thing again."""
    at = first_word(doc)
    if at >= len(doc.words) or doc.words[at] not in words("imperatives") | words("writing"):
        return ""
    if doc.words[at : at + 2] in TITLES:
        # "Design competition text: The city seeks a library".
        return ""
    first = at + 1
    while first < len(doc.words) and doc.words[first] in words("fillers"):
        first += 1
    end = first
    while (
        end < min(len(doc.words), first + FARTHEST)
        and doc.kinds[end] == WORD
        and doc.words[end] not in words("phrase_ends")
    ):
        end += 1
    if end == first or doc.lemmas[end - 1] not in words("immaterial"):
        return ""
    mention = doc.mention_at[end - 1]
    if mention is not None and mention.entry(KIND) is not None:
        return ""
    return doc.tokens.quote(first, end)


TITLES = tuple(["design", noun] for noun in ("competition", "contest", "brief", "statement"))

"""Where a material goes: the noun behind it, before it, or shared with its neighbour."""

from specs.extraction.materials.use_nouns import is_part_noun, use_noun
from specs.extraction.materials.uses_before import use_before
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import MATERIAL, use_names
from specs.language.noun_phrases import breaking_words
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words

ARTICLES = wordset("materials", "articles")

JOINED_USES = wordset("materials", "joined_uses")


def uses_of(doc: Document, subject: Subject, first: int, last: int) -> list[tuple[str, int, int]]:
    behind = _use_behind(doc, subject, last)
    if behind is not None:
        return behind
    before = use_before(doc, subject, first)
    if before is not None:
        return [before]
    shared = _use_of_list(doc, subject, first, last)
    return [shared] if shared is not None else []


def _use_behind(doc: Document, subject: Subject, last: int) -> list[tuple[str, int, int]] | None:
    """The noun phrase that goes on behind the material; None where none does."""
    size = len(doc)
    at = last
    if at < size and doc.words[at] in ("and", "or"):
        return None
    if at < size and doc.words[at] in ("for", "on", "over") and at + 1 < size:
        # "stainless steel for the worktops", "oak for the floors".
        start = at + 1
        while start < size and doc.words[start] in ARTICLES:
            start += 1
        use = use_noun(doc, subject, start)
        if use is None:
            return None
        named = doc.words[at + 1] in ("the", "all") or use[0] in use_names().values()
        return [use] if named else None
    if (
        at >= size
        or doc.kinds[at] != WORD
        or (doc.tokens.gaps[at] == "-" and doc.words[at] not in JOINED_USES)
    ):
        if at < size and doc.kinds[at] == WORD and doc.tokens.gaps[at] == "-":
            return (
                _use_behind(doc, subject, at + 1)
                if doc.words[at] in ("look", "based", "reinforced")
                else ([u] if (u := use_noun(doc, subject, at)) else None)
            )
        return None
    use = use_noun(doc, subject, at)
    if use is None:
        return None
    uses = [use]
    end = use[2]
    if (
        end + 1 < size
        and doc.words[end] in ("and", "&")
        and doc.mention_at[end + 1] is None
        and doc.kinds[end + 1] == WORD
    ):
        # "oak top and legs": one material in two places.
        other = use_noun(doc, subject, end + 1)
        if (
            other is not None
            and (
                other[2] >= size
                or doc.kinds[other[2]] == MARK
                or doc.words[other[2]] in breaking_words()
            )
            and is_part_noun(doc, other)
        ):
            uses.append(other)
    return uses


def _use_of_list(
    doc: Document, subject: Subject, first: int, last: int
) -> tuple[str, int, int] | None:
    """'glass and aluminium facade', 'facade in glass and aluminium': one place, two materials."""
    if last + 1 < len(doc) and doc.words[last] in ("and", "&", "+", "/"):
        at = last + 1
        while at < len(doc) and (doc.words[at] in describing_words()):
            at += 1
        other = doc.mention_at[at] if at < len(doc) else None
        if other is not None and other.entry(MATERIAL) is not None and other.first == at:
            behind = _use_behind(doc, subject, other.last)
            if behind and doc.words[other.last] not in ("for", "on"):
                return behind[0]
            if behind:
                return behind[0]
    if first >= 2 and doc.words[first - 1] in ("and", "&", "+", "/"):
        other = doc.mention_at[first - 2]
        if other is not None and other.entry(MATERIAL) is not None and other.last == first - 1:
            return use_before(doc, subject, other.first)
    return None

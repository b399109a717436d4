"""Design type and category: the head noun of what is asked for, not the first keyword."""

from dataclasses import replace

from specs.extraction.kind.evidence import by_clues, told_by_evidence, unnamed, weighed
from specs.extraction.kind.introductions import BESIDE
from specs.extraction.kind.nouns import BY_ROOM, GENERAL, home_by_rooms, kind_at_end
from specs.extraction.kind.purposes import by_purpose
from specs.extraction.kind.related import over_each_other, together
from specs.extraction.kind.scores import scored_kind
from specs.knowledge import vocabulary
from specs.language.document import Document
from specs.language.lexicon import FEATURE, KIND, MATERIAL, SPACE
from specs.language.phrases import Mention
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD

ASKED_FOR = 15.0
WEAK = 5.0
"""Below this a noun is only mentioned: 'our dorm rule'; what is said of the thing tells more."""

# What a prompt asks for stands among its first nouns; more of them is a text of another kind.
MOST_NOUNS = 200


def _says_building(kind: Subject, rooms: Subject) -> bool:
    """Whether a word asks for the building that the rooms speak of, or for another one."""
    if kind.design_type != "building":
        return False
    if kind.score >= ASKED_FOR:
        return True
    # "12 apartments": the room's own word says no more than the room does.
    return kind.category == rooms.category and kind.score > 0 and kind.first != rooms.first


def kinds(doc: Document) -> list[Subject]:
    """Every reading of what is asked for, the best first."""
    found: list[Subject] = []
    for mention in doc.mentions:
        if len(found) >= MOST_NOUNS:
            break
        entries = [e for e in mention.entries if e.table == KIND]
        if not entries:
            if mention.last - mention.first == 1 or _is_whole(mention):
                continue
            mention, entries = kind_at_end(doc, mention)
        if not entries or doc.is_negated(mention.first, mention.last):
            # "No AC": what is ruled out is not what is asked for, whatever else is unnamed.
            continue
        found.extend([scored_kind(doc, mention, entry) for entry in entries])
    rooms = home_by_rooms(doc)
    if rooms is not None and not any(_says_building(k, rooms) for k in found):
        found.append(rooms)
    if len({k.design_type for k in found}) > 1:
        found = weighed(doc, found)
    found.sort(key=lambda k: (-k.score, k.first))
    return found


def _is_whole(mention: Mention) -> bool:
    """Whether no part of a phrase means a thing of its own: 'cast iron' is no iron."""
    return mention.entry(FEATURE) is not None or mention.entry(MATERIAL) is not None


def read_kind(doc: Document, design_type: str | None = None) -> Subject | None:
    """The best reading; with `design_type` the best one of that type."""
    found = kinds(doc)
    if design_type is not None:
        found = [k for k in found if k.design_type == design_type]
    if not found:
        if design_type is not None:
            return None
        return by_purpose(doc, None) or unnamed(doc, found)
    best = together(doc, _specified(doc, found), found)
    purpose = by_purpose(doc, best) if design_type is None else None
    if purpose is not None:
        return purpose
    if design_type is None:
        other = unnamed(doc, found)
        if other is not None:
            return other
    if best.design_type == GENERAL or best.score < WEAK:
        best = told_by_evidence(doc, best)
    if best.category == GENERAL:
        best = by_clues(doc, best)
    rivals = [k.score for k in found if k.design_type != best.design_type]
    margin = best.score - max(rivals, default=best.score - 10)
    confidence = 0.95 if margin >= 4 else 0.8 if margin >= 1 else 0.6
    alternative = None
    if margin < 1:
        alternative = next(k.design_type for k in found if k.design_type != best.design_type)
    return Subject(
        best.design_type, best.category, best.first, best.last, best.score, confidence, alternative
    )


def _specified(doc: Document, found: list[Subject]) -> Subject:
    """'Research laboratory building', 'block of 24 flats': a general head takes its kind from the
    noun before it or behind its 'of'."""
    best = found[0]
    if best.category != GENERAL:
        return _in_bracket(doc, best, found)
    for other in found:
        if other.category == GENERAL or other.design_type != best.design_type:
            continue
        if other.last <= best.first and _joined(doc, other.last, best.first):
            return Subject(best.design_type, other.category, other.first, best.last, best.score)
        behind = [w for w in doc.words[best.last : other.first] if w not in ("a", "an", "the")]
        if (
            behind[:1] in (["of"], ["for"])
            and other.first - best.last <= 5
            and _near(doc, best.last, other.first)
        ) and (behind[0] == "of" or doc.lemmas[best.last - 1] in SHELLS):
            return Subject(best.design_type, other.category, best.first, other.last, best.score)
    if best.design_type != "building":
        return best
    if over_each_other(doc, found):
        return replace(best, category="mixed_use")
    named = _named_elsewhere(doc, best, found)
    return replace(best, category=named.category) if named else _by_rooms(doc, best)


SHELLS = frozenset({"building", "premise", "premises", "facility"})
"""Whose own word says nothing: 'building for a ballet school'."""


def _in_bracket(doc: Document, best: Subject, found: list[Subject]) -> Subject:
    """'Boules pavilion (community building, basically)': a kind of its own name is explained."""
    if best.category in vocabulary()["categories"].get(best.design_type, ()):
        return best
    for other in found:
        known = other.category in vocabulary()["categories"].get(best.design_type, ())
        if (
            other.design_type == best.design_type
            and other.category != GENERAL
            and known
            and 0 < other.first - best.last <= 2
            and "(" in doc.words[best.last : other.first]
        ):
            return replace(best, category=other.category)
    return best


NEAR = 7.0
"""How much lower than a 'hall' the kind may score that the prompt calls it elsewhere."""


def _named_elsewhere(doc: Document, best: Subject, found: list[Subject]) -> Subject | None:
    """'We imagine one long hall. It is a community centre in all but name.'"""
    for other in found:
        mention = doc.mention_at[other.first] if other.first < len(doc) else None
        if (
            other.design_type == best.design_type
            and other.category != GENERAL
            and other.score > 0
            and other.score >= best.score - NEAR
            and mention is not None
            and mention.entry(KIND) is not None
            and mention.entry(SPACE) is None
            and doc.is_free(mention.first, mention.last)
        ):
            return other
    return None


def _by_rooms(doc: Document, best: Subject) -> Subject:
    """A building that only its rooms say more of."""
    ahead = doc.mention_at[best.first - 1] if best.first else None
    room = ahead.entry(SPACE) if ahead is not None and ahead.last == best.first else None
    rooms = home_by_rooms(doc)
    if room is not None and room.name in BY_ROOM:
        # "Classroom pavilion".
        return replace(best, category=BY_ROOM[room.name])
    if rooms is not None:
        # "The new building takes 560 students in 22 classrooms".
        return replace(best, category=rooms.category)
    return best


def _joined(doc: Document, first: int, last: int) -> bool:
    return (
        all(doc.kinds[i] == WORD and doc.words[i] not in BESIDE for i in range(first, last))
        and last - first <= 2
    )


def _near(doc: Document, first: int, last: int) -> bool:
    return all(doc.kinds[i] != MARK for i in range(first, last))

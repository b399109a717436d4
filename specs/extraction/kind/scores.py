"""How likely a noun is what the prompt asks for."""

from itertools import pairwise

from specs.extraction.kind.introductions import LIGHT, introduction_score, opening_of
from specs.extraction.kind.nouns import (
    BY_ROOM,
    FARTHEST,
    GENERAL,
    category_of,
    is_compound,
    is_feature,
    is_kind,
)
from specs.knowledge import wordset
from specs.language.corrections import correction_ends
from specs.language.document import Document
from specs.language.lexicon import FEATURE, FREE, KIND, MATERIAL, SPACE
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words

LIGHT_NOUNS = wordset("kind", "light_nouns")

GENERIC_PENALTY = 3.0
STORIES = frozenset({"floor", "level"})


def scored_kind(doc: Document, mention: Mention, entry: Entry) -> Subject:
    design_type, category = entry.detail, category_of(doc, mention, entry)
    score = 10.0
    if doc.is_aside(mention.first, mention.last) or doc.is_negated(mention.first, mention.last):
        score -= 8 if _is_followed(doc, mention) else 20
    if category == GENERAL:
        score -= GENERIC_PENALTY if design_type != GENERAL else 1.5
    score += min(mention.last - mention.first, 3) * 0.4
    score -= doc.sentence[mention.first] * 0.8 + mention.first * 0.02
    score += _continued(doc, mention) + _needs_another(doc, mention) + _owned(doc, mention)
    if (
        doc.lemmas[mention.last - 1] in LIGHT_NOUNS
        and mention.first
        and is_kind(doc, mention.first - 1)
    ):
        score -= 5.0
    if (
        category == "bed"
        and mention.last - mention.first == 1
        and doc.quantity_at[mention.first - 1] is not None
        and mention.first
    ):
        # "4 bed house", "2 bed 1 bath": a count of bedrooms.
        score -= 9.0
    before = doc.mention_at[mention.first - 1] if mention.first else None
    if doc.lemmas[mention.first] in ENVELOPE and before is not None and _is_building(before):
        score -= 8.0
    if _is_given_up(doc, mention):
        score -= 8.0
    if design_type == "building" and doc.segment[mention.first] and _is_equipment(mention):
        score -= 3.0
    if doc.sentence[mention.first] and _is_fitting(mention, design_type):
        score -= 3.0
    score += _other_role(doc, mention, design_type)
    start, front = opening_of(doc, mention.first)
    score += introduction_score(doc, start, front)
    score += _is_label(doc, mention) + _is_really(doc, mention) + _is_each(doc, mention)
    if doc.segment[mention.first] == 0:
        score += 1.0
    if design_type == GENERAL and mention.last - mention.first == 1 and _is_part(doc, mention):
        score -= 4.0
    if design_type == "building" and _is_ambiguous(mention):
        score += 1.0 if _speaks_of_floors(doc) else -3.0
    return Subject(design_type, category, mention.first, mention.last, score)


def _other_role(doc: Document, mention: Mention, design_type: str) -> float:
    """For a noun that counts, names the paper, corrects another noun or is a part."""
    score = 0.0
    if _is_counted_room(doc, mention) or _is_content(doc, mention, design_type):
        score -= 6.0
    if _is_paper(doc, mention):
        score -= 9.0
    if _corrects(doc, mention):
        score += CORRECTED
    if doc.sentence[mention.first] and _is_own_part(doc, mention, design_type):
        score -= 3.0
    return score


def _is_followed(doc: Document, mention: Mention) -> bool:
    """'The old ferry carried 12 cars. For the new one we plan …': what follows is its like."""
    old = doc.words[mention.first - 1 : mention.first] in ([w] for w in PREDECESSORS)
    behind = doc.words[mention.last :]
    return old and any(pair in FOLLOWERS for pair in pairwise(behind))


PREDECESSORS = wordset("kind", "predecessors")
FOLLOWERS = frozenset({("new", "one"), ("next", "one"), ("its", "successor"), ("a", "replacement")})


def _is_stuff(mention: Mention) -> bool:
    return mention.entry(MATERIAL) is not None and mention.entry(KIND) is None


def _is_building(mention: Mention) -> bool:
    return any(entry.table == KIND and entry.detail == "building" for entry in mention.entries)


def _is_given_up(doc: Document, mention: Mention) -> bool:
    """'A hostel in the mill? No: …' and 'the tower that was planned at first': what surrounds the
    noun is about something else."""
    at = mention.last
    if at >= len(doc) or not doc.aside[at]:
        return False
    if mention.first and doc.aside[mention.first - 1]:
        return True
    while at < len(doc) and doc.aside[at] and doc.sentence[at] == doc.sentence[mention.first]:
        at += 1
    return doc.words[at - 1] == "?"


def _is_equipment(mention: Mention) -> bool:
    """'Bike store' in a list is what a house has."""
    return mention.entry(FEATURE) is not None


def _is_fitting(mention: Mention, design_type: str) -> bool:
    """'Wood stove yes', 'With a lantern': in a later sentence rather a part of a building."""
    others = {entry.detail for entry in mention.entries if entry.table == FREE} - {design_type}
    # "Oars as a fallback" of a skiff: a part of a vehicle too.
    return "building" in others or (design_type == GENERAL and "vehicle" in others)


def _is_counted_room(doc: Document, mention: Mention) -> bool:
    """'Three science labs' are rooms of the school, not a laboratory."""
    counted = doc.quantity_at[mention.first - 1] if mention.first else None
    if counted is None or counted.kind != "count" or counted.value < 2:
        return False
    last = mention.last - 1
    room = mention.entry(SPACE)
    if room is None or room.name in BY_ROOM:
        # "We would like 24 flats".
        return False
    return doc.words[last] != doc.lemmas[last]


def _is_content(doc: Document, mention: Mention, design_type: str) -> bool:
    """'46 bottles', 'makes 80 cups': what goes into the thing or comes out of it."""
    counted = doc.quantity_at[mention.first - 1] if mention.first else None
    if counted is None or counted.kind != "count" or counted.value < 2 or not mention.first:
        return False
    return design_type == GENERAL and doc.segment[mention.first] > 0


def _is_paper(doc: Document, mention: Mention) -> bool:
    """'Tender item 7: …': a bare word for the paper opens the prompt, no ship's tender."""
    if mention.first or mention.last > 1 or doc.lemmas[0] not in LIGHT or len(doc) < 2:
        return False
    return doc.lemmas[1] in PAPER_GOES_ON or doc.kinds[1] != WORD


PAPER_GOES_ON = wordset("kind", "paper_goes_on")
CORRECTED = 10.0
"""As much as opens a prompt and is asked for: what takes a noun's place weighs more than it."""


def _corrects(doc: Document, mention: Mention) -> bool:
    """'A washer — sorry, an autoclave', 'TV... no wait, just the stand': the later noun holds."""
    at = mention.first
    while at > 1 and doc.kinds[at - 1] == WORD and doc.words[at - 1] in BEFORE_CORRECTED:
        at -= 1
    if doc.words[at - 1 : at] in ([","], [":"]):
        at -= 1
    if not any(correction_ends(doc.tokens, first, at) for first in range(max(0, at - 3), at)):
        return False
    return any(is_kind(doc, i) for i in range(max(0, at - FARTHEST), at))


BEFORE_CORRECTED = wordset("kind", "before_corrected")


def _is_own_part(doc: Document, mention: Mention, design_type: str) -> bool:
    """'Camera quality?', 'Speaker volume' of a later sentence: a part of such a thing."""
    at = mention.last
    part = any(e.table == FEATURE for e in mention.entries) and design_type == "electronics"
    return part and at < len(doc) and doc.lemmas[at] in PART_QUALITIES


PART_QUALITIES = wordset("kind", "part_qualities")
PARTS = wordset("kind", "parts")


def _is_part(doc: Document, mention: Mention) -> bool:
    """'Walls in local limestone': a plural or a later word for what is also a thing of its own."""
    at = mention.first
    if doc.lemmas[at] not in PARTS:
        return False
    return doc.segment[at] > 0 or doc.words[at] != doc.lemmas[at]


def _is_ambiguous(mention: Mention) -> bool:
    """'Dog kennel', 'windmill': a building, or a thing that stands in a garden."""
    return len({entry.detail for entry in mention.entries if entry.table == KIND}) > 1


def _speaks_of_floors(doc: Document) -> bool:
    """Whether the prompt gives floor areas, storeys or counted rooms."""
    if any(quantity.kind == "area" for quantity in doc.quantities):
        return True
    if any(
        word == "story" or (at and word in STORIES and doc.quantity_at[at - 1] is not None)
        for at, word in enumerate(doc.lemmas)
    ):
        return True
    rooms = (m for m in doc.mentions if m.first and m.entry(SPACE) is not None)
    return any(doc.quantity_at[room.first - 1] is not None for room in rooms)


def _is_label(doc: Document, mention: Mention) -> float:
    """'Screen: 10.3 in' on a later line names a part and what follows about it."""
    labelled = doc.words[mention.last : mention.last + 1] == [":"]
    return -6.0 if labelled and doc.words[mention.first - 1 : mention.first] == ["\n"] else 0.0


def _is_each(doc: Document, mention: Mention) -> float:
    """'Each mattress is 185 x 70': what belongs to the thing, or one of several."""
    ahead = doc.words[mention.first - 1 : mention.first]
    return -4.0 if ahead in (["each"], ["every"]) else 0.0


REALLY = wordset("kind", "really")


def _is_really(doc: Document, mention: Mention) -> float:
    """'A bench to stand at (a table really)': what it is in the writer's own second words."""
    ahead = doc.words[max(0, mention.first - 2) : mention.first]
    behind = [word for word in doc.words[mention.last : mention.last + 2] if word != ","]
    said = ahead in (["(", "a"], ["(", "an"], ["-", "a"], ["—", "a"], [",", "a"])
    return 11.0 if said and behind and behind[0] in REALLY else 0.0


def _needs_another(doc: Document, mention: Mention) -> float:
    """'Our studio needs a table': the subject of the wish is not what is wished for."""
    at = mention.last
    end = min(len(doc), at + FARTHEST)
    while at < end and doc.sentence[at] == doc.sentence[mention.first] and doc.words[at] != ",":
        if doc.words[at] in NEEDS or doc.words[at - 1 : at + 1] in COULD_USE:
            behind = range(at + 1, min(at + 8, len(doc)))
            if any(is_kind(doc, i) and doc.sentence[i] == doc.sentence[at] for i in behind):
                return -6.0
        at += 1
    return 0.0


ENVELOPE = frozenset({"roof", "facade", "wing"})
PRICES = frozenset({"price", "cost", "budget", "rent", "fee", "value"})
NEEDS = wordset("kind", "needs")
COULD_USE = (["could", "use"], ["can", "use"], ["might", "use"])
OWNERS = frozenset({"my", "our", "his", "her", "their"})
HAS = frozenset({"has", "have", "had", "is", "was", "are", "were", "got", "lost"})


def _owned(doc: Document, mention: Mention) -> float:
    """'My flat has a narrow gap': what somebody has is hardly what is asked for."""
    first, last = mention.first, mention.last
    owned = first > 0 and doc.words[first - 1] in OWNERS
    return -9.0 if owned and doc.words[last : last + 1] and doc.words[last] in HAS else 0.0


def _continued(doc: Document, mention: Mention) -> float:
    """A noun behind makes this one its modifier: 'garage door', 'laptop stand'."""
    at = mention.last
    if at >= len(doc) or doc.kinds[at] != WORD:
        return 0.0
    end = phrase_end(doc.tokens, at)
    behind = doc.mention_at[at]
    if end == at or (behind is not None and behind.first == at and _is_stuff(behind)):
        # "Garden sundial bronze plate": the next item of a list without commas.
        return 0.0
    following = [
        i
        for i in range(at, end)
        if doc.words[i] not in describing_words() and not is_feature(doc, i)
    ]
    if not following:
        return 0.0
    if doc.lemmas[at] in PRICES:
        # "Shop price", "hotel budget": what is paid, or where.
        return -12.0
    if doc.lemmas[end - 1] in LIGHT_NOUNS and not is_compound(doc, end - 1):
        return -0.5
    if following[0] == at and doc.lemmas[at] in ENVELOPE:
        # "Bus station roof": what is asked for is a building all the same.
        return -0.5
    for i in following:
        other = doc.mention_at[i]
        if other is not None and other.entry(KIND) is not None:
            return -7.0
    return -0.5 if doc.words[end - 1] in LIGHT else -3.0

"""How likely a noun is what the prompt asks for."""

from specs.extraction.kind.bystanders import bystander_score
from specs.extraction.kind.introductions import (
    LIGHT,
    NAMES_OF_KIND,
    VALUED,
    introduction_score,
    opening_of,
)
from specs.extraction.kind.nouns import (
    FARTHEST,
    GENERAL,
    category_of,
    is_compound,
    is_feature,
    is_kind,
)
from specs.extraction.kind.replaced import has_stand_in
from specs.extraction.kind.roles import (
    is_ambiguous,
    is_building,
    is_equipment,
    is_fitting,
    is_followed,
    is_given_up,
    is_part,
    is_stuff,
    other_role,
)
from specs.extraction.kind.screens import its_screen
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import KIND, SPACE
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words

LIGHT_NOUNS = wordset("kind", "light_nouns")

GENERIC_PENALTY = 3.0
REQUESTED = 6.0
"""As much as a request in front of a noun."""
STORIES = frozenset({"floor", "level"})


def scored_kind(doc: Document, mention: Mention, entry: Entry) -> Subject:
    design_type, category = entry.detail, category_of(doc, mention, entry)
    first, last = mention.first, mention.last
    score = 10.0
    replaced = has_stand_in(doc, mention)
    if not doc.is_free(first, last):
        score -= 5 if replaced or is_followed(doc, mention) else 20
    if category == GENERAL:
        score -= GENERIC_PENALTY if design_type != GENERAL else 1.5
    score += min(last - first, 3) * 0.4
    score -= doc.sentence[first] * 0.8 + first * 0.02
    score += _continued(doc, mention) + _needs_another(doc, mention) + _owned(doc, mention)
    if doc.lemmas[last - 1] in LIGHT_NOUNS and first and is_kind(doc, first - 1):
        score -= 5.0
    score += _sleeps_nobody(doc, mention, category)
    before = doc.mention_at[first - 1] if first else None
    if before is not None and doc.lemmas[first] in ENVELOPE and is_building(before):
        score -= 8.0
    if not replaced and is_given_up(doc, mention):
        score -= 8.0
    if design_type == "building" and doc.segment[first]:
        score += _is_part_of_house(doc, mention, category)
    if doc.sentence[first] and is_fitting(mention, design_type):
        score -= 3.0
    score += other_role(doc, mention, design_type) + _is_torn_down(doc, mention)
    start, front = opening_of(doc, first)
    named = category != GENERAL
    score += REQUESTED if replaced else introduction_score(doc, start, front, named=named)
    score += its_screen(doc, mention, category)
    score += _is_label(doc, mention) + _is_really(doc, mention) + _is_each(doc, mention)
    score += _is_owed(doc, mention, design_type) + bystander_score(doc, mention)
    if doc.segment[first] == 0:
        score += 1.0
    if design_type == GENERAL and last - first == 1 and is_part(doc, mention):
        score -= 4.0
    if design_type == GENERAL and doc.words[first - 2 : first - 1] in BECOMING:
        # "The stairs have become a wall".
        score -= 16.0
    if design_type == "building" and is_ambiguous(mention):
        score += 1.0 if _speaks_of_floors(doc) else -3.0
    return Subject(design_type, category, first, last, score)


def _is_part_of_house(doc: Document, mention: Mention, category: str) -> float:
    """'Bike store' and 'two car garage' behind the first words: what the building has."""
    if is_equipment(mention):
        return -3.0
    if mention.entry(SPACE) is not None and doc.words[mention.first - 1] == ",":
        # "Pavilion 12 x 8 m, bar, two changing rooms": an item behind the building's own name.
        ahead = doc.mention_at[max(0, mention.first - FARTHEST) : mention.first]
        if any(
            other is not None
            and is_building(other)
            and other.entry(SPACE) is None
            and doc.sentence[other.first] == doc.sentence[mention.first]
            and doc.is_free(other.first, other.last)
            for other in ahead
        ):
            return -4.0
    return -1.5 if category == "garage" and mention.entry(SPACE) is not None else 0.0


def _sleeps_nobody(doc: Document, mention: Mention, category: str) -> float:
    """'4 bed house' counts bedrooms, and a 'load bed' is a lorry's."""
    if category != "bed" or not mention.first:
        return 0.0
    if doc.words[mention.first - 1] in BEDS_OF_NO_SLEEP:
        return -12.0
    counted = doc.quantity_at[mention.first - 1] is not None
    return -9.0 if counted and mention.last - mention.first == 1 else 0.0


BEDS_OF_NO_SLEEP = frozenset({"load", "truck", "cargo", "flower", "seed", "test", "river"})


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


def _is_torn_down(doc: Document, mention: Mention) -> float:
    """'Demolish existing 3-storey block': it makes way for what is asked for."""
    if TORN_DOWN.isdisjoint(doc.vocabulary):
        return 0.0
    at, first = mention.first, max(0, mention.first - 8)
    while at > first and doc.sentence[at - 1] == doc.sentence[mention.first]:
        at -= 1
        if doc.words[at] in TORN_DOWN:
            return -12.0
        if doc.words[at] in "," or doc.words[at] in ("and", "with", "for"):
            break
    return 0.0


TORN_DOWN = wordset("kind", "torn_down")


SHELL = frozenset({"wall", "roof", "floor", "window", "frame", "facade", "structure", "column"})


def _is_label(doc: Document, mention: Mention) -> float:
    """'Screen: 10.3 in' on a later line names a part and what follows about it."""
    if mention.first and doc.words[mention.first - 1] == "\n" and mention.last < len(doc.words):
        # "Exhibition hall 180 m2": a line of a schedule.
        quantity = doc.quantity_at[mention.last]
        if quantity is not None and quantity.kind == "area":
            return -6.0
    mark = doc.words[mention.last] if mention.last < len(doc.words) else ""
    if mark not in VALUED:
        return 0.0
    if not mention.first and doc.words[0] in NAMES_OF_KIND:
        # "Appliance: steam oven".
        return -9.0
    if not mention.first and doc.lemmas[0] in SHELL:
        # "Walls: brick, roof: tiles, new house of 140 m2".
        return -9.0
    ahead = doc.words[mention.first - 1] if mention.first else ""
    # "Restaurant=yes; pool=no": a list on one line.
    return -6.0 if ahead == "\n" or (mark == "=" and ahead in (";", ",", "|", "&")) else 0.0


def _is_owed(doc: Document, mention: Mention, design_type: str) -> float:
    """'I teach in a bright room, so the projector has to be strong': what it must be is said."""
    first, at = mention.first, mention.last
    ahead = doc.words[first - 1] if first else ""
    if design_type == GENERAL or ahead not in ("new", "the"):
        return 0.0
    if ahead == "new":
        # "A door let the cold in, so the new workshop gets sliding doors".
        return 3.0 if first > 2 and doc.words[first - 2] == "the" else 0.0
    if at >= len(doc.words):
        return 0.0
    return 3.0 if doc.words[at] in DUTIES or doc.words[at : at + 2] in TO_BE else 0.0


DUTIES = frozenset({"must", "should", "shall"})
TO_BE = (["has", "to"], ["have", "to"], ["needs", "to"], ["ought", "to"])


def _is_each(doc: Document, mention: Mention) -> float:
    """'Each mattress is 185 x 70': what belongs to the thing, or one of several."""
    ahead = doc.words[mention.first - 1] if mention.first else ""
    return -4.0 if ahead in ("each", "every") else 0.0


REALLY = wordset("kind", "really")
SOUGHT = (["i'm", "after"], ["we're", "after"], ["i", "want"], ["we", "want"], ["we", "need"])


def _is_really(doc: Document, mention: Mention) -> float:
    """'A bench to stand at (a table really)': what it is in the writer's own second words."""
    ahead = doc.words[max(0, mention.first - 2) : mention.first]
    if len(ahead) < 2 or ahead[1] not in ("a", "an"):
        return 0.0
    behind = [word for word in doc.words[mention.last : mention.last + 2] if word != ","]
    if ahead[1:] in (["a"], ["an"]) and doc.words[mention.last : mention.last + 2] in SOUGHT:
        # "It's a blender I'm after".
        return 5.0
    said = ahead in (["(", "a"], ["(", "an"], ["-", "a"], ["—", "a"], [",", "a"])
    return 11.0 if said and behind and behind[0] in REALLY else 0.0


def _needs_another(doc: Document, mention: Mention) -> float:
    """'Our studio needs a table': the subject of the wish is not what is wished for."""
    if NEEDING.isdisjoint(doc.vocabulary):
        return 0.0
    words, at = doc.words, mention.last
    end = min(len(words), at + FARTHEST)
    while at < end and doc.sentence[at] == doc.sentence[mention.first] and words[at] != ",":
        if words[at] in NEEDS or (words[at] == "use" and words[at - 1] in COULD):
            behind = range(at + 1, min(at + 8, len(words)))
            if any(is_kind(doc, i) and doc.sentence[i] == doc.sentence[at] for i in behind):
                return -6.0
        at += 1
    return 0.0


ENVELOPE = frozenset({"roof", "facade", "wing"})
PRICES = frozenset({"price", "cost", "budget", "rent", "fee", "value"})
NEEDS = wordset("kind", "needs")
COULD = frozenset({"could", "can", "might"})
NEEDING = NEEDS | {"use"}
OWNERS = frozenset({"my", "our", "his", "her", "their"})
HAS = frozenset({"has", "have", "had", "is", "was", "are", "were", "got", "lost"})


def _owned(doc: Document, mention: Mention) -> float:
    """'My flat has a narrow gap': what somebody has is hardly what is asked for."""
    first, last = mention.first, mention.last
    owned = first > 0 and doc.words[first - 1] in OWNERS
    if doc.words[first] == "flat" and doc.words[first - 1 : first] in LYING:
        # "Reclines flat": how it lies.
        return -15.0
    behind = doc.words[last] if last < len(doc.words) else ""
    if behind in OWNING and doc.words[last : last + 2] in THERE_ALREADY:
        # "Stool I have, so without stool".
        return -9.0
    return -9.0 if owned and behind in HAS else 0.0


BECOMING = (["become"], ["became"], ["becomes"], ["becoming"])
LYING = tuple([word] for word in sorted(wordset("kind", "lying")))
THERE_ALREADY = (["i", "have"], ["we", "have"], ["i", "own"], ["we", "own"], ["exists", "already"])
OWNING = frozenset(said[0] for said in THERE_ALREADY)


def _continued(doc: Document, mention: Mention) -> float:
    """A noun behind makes this one its modifier: 'garage door', 'laptop stand'."""
    at = mention.last
    if at >= len(doc.words) or doc.kinds[at] != WORD:
        return 0.0
    end = phrase_end(doc.tokens, at)
    behind = doc.mention_at[at]
    if end == at or (behind is not None and behind.first == at and is_stuff(behind)):
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

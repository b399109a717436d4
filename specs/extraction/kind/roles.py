"""What a noun is beside what is asked for: a part, content, a counted room, or a correction."""

from itertools import pairwise

from specs.extraction.kind.introductions import LIGHT
from specs.extraction.kind.nouns import BY_ROOM, FARTHEST, GENERAL, is_kind
from specs.knowledge import wordset
from specs.language.corrections import correction_ends
from specs.language.document import Document
from specs.language.lexicon import FEATURE, FREE, KIND, MATERIAL, SPACE
from specs.language.phrases import Mention
from specs.language.tokens import WORD

PREDECESSORS = wordset("kind", "predecessors")
FOLLOWERS = frozenset(
    [(word, "one") for word in ("new", "next", "another", "bigger", "larger", "better")]
    + [(word, noun) for word in ("its", "the", "a") for noun in ("successor", "replacement")]
    + [("successor", ":"), ("replacement", ":"), ("new", "ones")]
)
PAPER_GOES_ON = wordset("kind", "paper_goes_on")
CORRECTED = 10.0
"""As much as opens a prompt and is asked for: what takes a noun's place weighs more than it."""
OWNERS = frozenset({"my", "our", "his", "her", "their"})
BEFORE_CORRECTED = wordset("kind", "before_corrected")
PART_QUALITIES = wordset("kind", "part_qualities")
PARTS = wordset("kind", "parts")


def other_role(doc: Document, mention: Mention, design_type: str) -> float:
    """For a noun that counts, names the paper, corrects another noun or is a part."""
    score = 0.0
    counted = doc.quantity_at[mention.first - 1] if mention.first else None
    if (
        counted is not None
        and counted.kind == "count"
        and counted.value >= 2
        and (_is_room(doc, mention) or _is_content(doc, mention, design_type))
    ):
        score -= 6.0
    if _stands_on_it(doc, mention):
        score -= 12.0
    if _is_paper(doc, mention) or _becomes_another(doc, mention):
        score -= 9.0
    asked = "?" in doc.vocabulary
    if asked and _is_guessed(doc, mention):
        score -= CORRECTED
    elif _corrects(doc, mention) or (asked and _replaces_guess(doc, mention)):
        score += CORRECTED
    if is_building(mention) and _is_outcome(doc, mention):
        score += CORRECTED + 6.0
    if doc.sentence[mention.first] and _is_own_part(doc, mention, design_type):
        score -= 3.0
    return score


def is_followed(doc: Document, mention: Mention) -> bool:
    """'The old ferry carried 12 cars. For the new one we plan …', 'my gran's chair died. New one:':
    what follows is its like."""
    old = doc.words[mention.first - 1 : mention.first] in ([w] for w in PREDECESSORS)
    ahead = doc.words[max(0, mention.first - 3) : mention.first]
    if not old and not any(word in OWNERS or word.endswith("'s") for word in ahead):
        return False
    behind = doc.words[mention.last :]
    if doc.lemmas[mention.last - 1] in doc.lemmas[mention.last :]:
        # "Our mixer died. Wanted: a planetary mixer": named again.
        return False
    return any(pair in FOLLOWERS for pair in pairwise(behind))


def _becomes_another(doc: Document, mention: Mention) -> bool:
    """'Convert the barn into a home', 'garage conversion into an office': what it was."""
    at = mention.last
    if doc.words[at : at + 1] == ["conversion"]:
        return doc.words[at + 1 : at + 2] in (["into"], ["to"])
    behind = doc.words[at : at + BEFORE_CONVERTED]
    if not INTO.isdisjoint(behind) and any(pair in REBUILT for pair in pairwise(behind)):
        # "An old fire engine to be rebuilt as a camper".
        return True
    verbs = CHANGING.get(doc.words[at]) if at < len(doc.words) else None
    if verbs is None:
        return False
    ahead = doc.lemmas[max(0, mention.first - BEFORE_CONVERTED) : mention.first]
    return not verbs.isdisjoint(ahead)


def _is_outcome(doc: Document, mention: Mention) -> bool:
    """'Turn the chapel into a three-bedroom house': what the conversion is to give."""
    at = mention.first
    while at > 0 and mention.first - at < BEFORE_CONVERTED and doc.words[at] not in CHANGING:
        if doc.quantity_at[at] is None and doc.kinds[at] != WORD and doc.words[at] != "-":
            return False
        at -= 1
    verbs = CHANGING.get(doc.words[at])
    if verbs is None:
        return False
    ahead = doc.lemmas[max(0, at - BEFORE_CONVERTED - 3) : at]
    return not verbs.isdisjoint(ahead) or (doc.words[at] == "into" and "conversion" in ahead)


CONVERTING = frozenset(
    {"convert", "turn", "transform", "remodel", "adapt", "make", "converting", "turning",
     "transforming", "making"}
)  # fmt: skip
REUSING = frozenset(
    {"refurbish", "redevelop", "repurpose", "reuse", "remodel", "rework", "rebuild", "convert",
     "adapt", "refit", "renovate"}
)  # fmt: skip
CHANGING = {"into": CONVERTING | REUSING, "as": REUSING, "to": frozenset({"convert", "converting"})}
BEFORE_CONVERTED = 5
REBUILT = frozenset(
    {("rebuilt", "as"), ("rebuilt", "into"), ("converted", "into"), ("converted", "to"),
     ("turned", "into"), ("made", "into"), ("reborn", "as")}
)  # fmt: skip
INTO = frozenset(into for _, into in REBUILT)


def is_stuff(mention: Mention) -> bool:
    return mention.entry(MATERIAL) is not None and mention.entry(KIND) is None


def is_building(mention: Mention) -> bool:
    return "building" in [entry.detail for entry in mention.entries if entry.table == KIND]


def is_given_up(doc: Document, mention: Mention) -> bool:
    """'A hostel in the mill? No: …' and 'the tower that was planned at first': what surrounds the
    noun is about something else."""
    at = mention.last
    if at >= len(doc.words) or not doc.aside[at]:
        return False
    if mention.first and doc.aside[mention.first - 1]:
        return True
    while at < len(doc.words) and doc.aside[at] and doc.sentence[at] == doc.sentence[mention.first]:
        at += 1
    return doc.words[at - 1] == "?"


def is_equipment(mention: Mention) -> bool:
    """'Bike store' in a list is what a house has."""
    return mention.entry(FEATURE) is not None


def is_fitting(mention: Mention, design_type: str) -> bool:
    """'Wood stove yes', 'With a lantern': in a later sentence rather a part of a building."""
    others = {entry.detail for entry in mention.entries if entry.table == FREE} - {design_type}
    # "Oars as a fallback" of a skiff: a part of a vehicle too.
    return "building" in others or (design_type == GENERAL and "vehicle" in others)


def _is_room(doc: Document, mention: Mention) -> bool:
    """Of what is counted: 'three science labs' are rooms of the school, not a laboratory."""
    last = mention.last - 1
    room = mention.entry(SPACE)
    if room is None or room.name in BY_ROOM:
        # "We would like 24 flats".
        return False
    return doc.words[last] != doc.lemmas[last]


def _is_content(doc: Document, mention: Mention, design_type: str) -> bool:
    """Of what is counted: '46 bottles', 'makes 80 cups' go into the thing or come out of it."""
    return design_type == GENERAL and doc.segment[mention.first] > 0


def _is_paper(doc: Document, mention: Mention) -> bool:
    """'Tender item 7: …': a bare word for the paper opens the prompt, no ship's tender."""
    if mention.first or mention.last > 1 or doc.lemmas[0] not in LIGHT or len(doc.words) < 2:
        return False
    return doc.lemmas[1] in PAPER_GOES_ON or doc.kinds[1] != WORD


def _corrects(doc: Document, mention: Mention) -> bool:
    """'A washer — sorry, an autoclave', 'TV... no wait, just the stand': the later noun holds."""
    at = mention.first
    while at > 1 and doc.kinds[at - 1] == WORD and doc.words[at - 1] in BEFORE_CORRECTED:
        at -= 1
    ahead = doc.words[at - 1] if at else ""
    if ahead in (",", ":"):
        at -= 1
    elif ahead == "." and doc.words[at - 3 : at] in FORGOTTEN:
        # "Silo house for the mill... forget it. Only the flour mill".
        return any(is_kind(doc, i) for i in range(max(0, at - FARTHEST), at - 3))
    if not correction_ends(doc.tokens, at):
        return False
    return any(is_kind(doc, i) for i in range(max(0, at - FARTHEST), at))


FORGOTTEN = (
    ["forget", "it", "."], ["forget", "that", "."], ["scrap", "it", "."], ["scrap", "that", "."],
    ["scratch", "that", "."], ["no", "wait", "."], ["strike", "that", "."],
    ["wrong", "mail", "."], ["wrong", "email", "."], ["wrong", "file", "."], ["wrong", "chat", "."],
)  # fmt: skip


def _stands_on_it(doc: Document, mention: Mention) -> bool:
    """'The telly that will stand on it': a thing for which the other one is made."""
    at = mention.last
    if at >= len(doc.words) or doc.words[at] not in ("that", "which"):
        return False
    behind = doc.words[at + 1 : at + NEAR]
    return any(pair in ON_IT for pair in pairwise(behind))


ON_IT = frozenset(
    (place, it)
    for place in ("on", "in", "inside", "under", "into", "onto")
    for it in ("it", "them")
)


def _is_guessed(doc: Document, mention: Mention) -> bool:
    """'Sofa? No, an armchair': asked and refused, with another noun in its place."""
    at = mention.last + 1
    if at >= len(doc.words) or doc.words[mention.last] != "?":
        return False
    if doc.words[at] not in REFUSING:
        return False
    for behind in range(at + 1, min(at + NEAR, len(doc.words))):
        if doc.words[behind] in ENDING:
            return False
        if is_kind(doc, behind):
            return True
    return False


def _replaces_guess(doc: Document, mention: Mention) -> bool:
    """'A piano? Nah - a synthesizer': the noun that stands in the place of the refused one."""
    for at in range(mention.first - 1, max(1, mention.first - NEAR), -1):
        if doc.words[at] in ENDING or is_kind(doc, at):
            return False
        if doc.words[at] in REFUSING and doc.words[at - 1] == "?":
            return at > 1 and is_kind(doc, at - 2)
    return False


REFUSING = frozenset({"no", "nah", "nope", "not", "rather", "never"})
ENDING = frozenset(".;?!\n")
NEAR = 7
"""Tokens between a refusal and what is wanted in place of the refused."""


def _is_own_part(doc: Document, mention: Mention, design_type: str) -> bool:
    """'Camera quality?', 'Speaker volume' of a later sentence: a part of such a thing."""
    at = mention.last
    part = design_type == "electronics" and mention.entry(FEATURE) is not None
    return part and at < len(doc.words) and doc.lemmas[at] in PART_QUALITIES


def is_part(doc: Document, mention: Mention) -> bool:
    """'Walls in local limestone': a plural or a later word for what is also a thing of its own."""
    at = mention.first
    if doc.lemmas[at] not in PARTS:
        return False
    return doc.segment[at] > 0 or doc.words[at] != doc.lemmas[at]


def is_ambiguous(mention: Mention) -> bool:
    """'Dog kennel', 'windmill': a building, or a thing that stands in a garden."""
    if len(mention.entries) == 1:
        return False
    return len({entry.detail for entry in mention.entries if entry.table == KIND}) > 1

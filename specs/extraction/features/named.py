"""Features and parts that the lexicons know by name."""

from functools import cache

from specs.extraction.features.feature import Feature, fits, is_head
from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import (
    FEATURE,
    FREE,
    KIND,
    MATERIAL,
    SPACE,
    item_words,
    lexicon,
    said,
    snake,
)
from specs.language.noun_phrases import breaking_words, phrase_end, phrase_start
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words

PLACES = wordset("features", "places")
KEPT = wordset("features", "kept_in_name")


@cache
def _whole() -> frozenset[str]:
    return frozenset(table("features")["whole"])


def named_feature(doc: Document, subject: Subject, mention: Mention) -> Feature | None:
    name = _known_name(doc, subject, mention)
    if name is None:
        free = _free_part(mention, subject.design_type)
        if free is None or is_head(mention, subject) or _has_place(doc, mention):
            return None
        if _is_modifier(doc, mention) or _is_place(doc, mention):
            return None
        first = _with_modifier(doc, subject, mention)
        name = snake(doc.tokens.quote(first, mention.last))
        if doc.tokens.phrase(mention.first, mention.last) in said(subject.design_type):
            first, name = mention.first, free.name
        return Feature(name or free.name, Evidence(first, mention.last, 0.85))
    if is_head(mention, subject) and name not in KEPT_IN_HEAD:
        return None
    if building_part_stands(doc, subject, mention) or _surrounds(doc, mention, name):
        return None
    if _is_material(doc, mention, name):
        return None
    if name in _whole() and not _of_the_whole(doc, subject, mention):
        return None
    building = subject.design_type == "building"
    if name == "wheelchair_access" and not building and _is_place(doc, mention):
        # "for a wheelchair user" says for whom.
        return None
    if _is_only_item(doc, mention, name):
        return None
    if name == "cushioned" and _has_place(doc, mention):
        # "Foam cushions" say what the cushions are of.
        return None
    return Feature(_lamps(doc, subject, mention, name), Evidence(mention.first, mention.last, 0.95))


def _free_part(mention: Mention, design_type: str) -> Entry | None:
    for entry in mention.entries:
        if entry.table == FREE and entry.detail == design_type:
            return entry
    return None


def _surrounds(doc: Document, mention: Mention, name: str) -> bool:
    """'A tea house in a botanical garden': where the whole stands."""
    if name not in GROUNDS:
        return False
    start = phrase_start(doc.tokens, mention.first)
    return start > 1 and doc.words[start - 1] in ("a", "an") and doc.words[start - 2] in STANDS


GROUNDS = frozenset({"garden", "courtyard", "playground", "parking", "terrace"})
STANDS = frozenset({"in", "inside", "within", "behind", "beside"})


def _is_material(doc: Document, mention: Mention, name: str) -> bool:
    """'Plastic ABS body' is of a plastic and says nothing of brakes."""
    if name == "abs_brakes" and doc.lemmas[mention.last : mention.last + 1] in ABS_PARTS:
        return True
    return mention.entry(MATERIAL) is not None and any(doc.taken[mention.first : mention.last])


def _known_name(doc: Document, subject: Subject, mention: Mention) -> str | None:
    for entry in mention.entries:
        if entry.table == FEATURE and fits(entry, subject):
            if not _suits(entry, subject):
                # The humidity sensor of a fan dries no laundry.
                return snake(doc.tokens.quote(mention.first, mention.last))
            return entry.name
    return None


def _suits(entry: Entry, subject: Subject) -> bool:
    return subject.category in _of_categories().get(entry.name, (subject.category,))


@cache
def _of_categories() -> dict[str, frozenset[str]]:
    return {name: frozenset(of) for name, of in table("features")["categories"].items()}


def _is_only_item(doc: Document, mention: Mention, name: str) -> bool:
    """'Monitor arms', 'a hook in the arms': a word that is a wish only as an item of its own."""
    if doc.tokens.phrase(mention.first, mention.last) not in item_words().get(name, ()):
        return False
    start = phrase_start(doc.tokens, mention.first)
    ahead = doc.words[start - 1] if start else ""
    opens = not ahead or doc.kinds[start - 1] == MARK or ahead in ITEM_OPENERS
    plain = all(doc.words[i] in describing_words() for i in range(start, mention.first))
    return not (opens and plain)


ITEM_OPENERS = wordset("features", "item_openers")


def _has_place(doc: Document, mention: Mention) -> bool:
    """Whether something else read the words; 'brass label holders' are asked for and of brass."""
    return any(doc.taken[i] and not doc.places[i] for i in range(mention.first, mention.last))


ABS_PARTS = tuple([word] for word in sorted(wordset("features", "abs_parts")))
NO_HEAD = frozenset({"drone", "trailer", "boat", "aircraft"})
"""Vehicles whose lamps are no headlamps."""


def _lamps(doc: Document, subject: Subject, mention: Mention, name: str) -> str:
    if name != "led_headlights" or subject.category not in NO_HEAD:
        return name
    said = any("head" in word for word in doc.words[mention.first : mention.last])
    return name if said else "led_lights"


def building_part_stands(doc: Document, subject: Subject, mention: Mention) -> bool:
    """'Must not disturb the old gym', 'the existing garage': there already."""
    ahead = doc.words[max(0, mention.first - 2) : mention.first]
    return subject.design_type == "building" and ahead[:1] == ["the"] and ahead[-1] in STANDING


STANDING = frozenset({"old", "existing", "current", "former"})


def feature_inside(doc: Document, subject: Subject, mention: Mention) -> Feature | None:
    """'a 5 cu ft convection oven' of a range: the feature inside another kind's name."""
    if mention.last - mention.first < 2 or mention.entry(KIND) is None or is_head(mention, subject):
        return None
    inner = [
        (mention.first, lexicon().all_at(doc.lemmas, mention.first, mention.last - 1)),
        (mention.last - 1, lexicon().all_at(doc.lemmas, mention.last - 1, mention.last)),
    ]
    for first, last, entries in ((f, last, e) for f, found in inner for last, e in found):
        for entry in entries:
            inside = entry.name == "convection" or entry.name not in _whole()
            if (
                entry.table == FEATURE
                and inside
                and entry.name in KEPT_IN_HEAD
                and fits(entry, subject)
            ):
                return Feature(entry.name, Evidence(first, last, 0.7))
    return None


def features_of_head(doc: Document, subject: Subject) -> list[Feature]:
    """'bluetooth speaker' and 'heat pump dryer' are kinds, and ask for the feature by name."""
    found = []
    for at in range(subject.first, subject.last):
        for last, entries in lexicon().all_at(doc.lemmas, at, subject.last):
            for entry in entries:
                own = entry.name == subject.category
                kept = entry.table == FEATURE and entry.name in KEPT_IN_HEAD and not own
                if kept and fits(entry, subject) and _suits(entry, subject):
                    found.append(Feature(entry.name, Evidence(at, last, 0.9)))
    if subject.last <= subject.first or doc.lemmas[subject.last - 1] not in _implying():
        return found
    # "E bike" implies a motor; "balance bike" only ends in the same letters.
    phrase = " " + " ".join(doc.lemmas[subject.first : subject.last])
    for name, endings in _implied().items():
        if phrase.endswith(endings) and fits(Entry(FEATURE, name), subject):
            found.append(Feature(name, Evidence(subject.first, subject.last, 0.9)))
    return found


@cache
def _implied() -> dict[str, tuple[str, ...]]:
    """How the name of a kind ends that implies a feature, by the feature."""
    implied = table("features")["implied"].items()
    return {name: tuple(f" {kind}" for kind in listed(kinds)) for name, kinds in implied}


@cache
def _implying() -> frozenset[str]:
    """The last words of these names."""
    return frozenset(kind.split()[-1] for kinds in _implied().values() for kind in kinds)


# Part of a kind's own name and still a wish: "heat pump dryer", "sofa bed", "folding bike".
KEPT_IN_HEAD = wordset("features", "kept_in_head")


def _is_modifier(doc: Document, mention: Mention) -> bool:
    """A known part in front of another noun: 'basket liner', 'kitchen table'."""
    at = mention.last
    if at >= len(doc.words) or doc.kinds[at] != WORD:
        return False
    end = phrase_end(doc.tokens, at)
    while end > at and (doc.words[end - 1] in TRAILING):
        # "LED strip inside", "ladder fixed": where it is, and how.
        end -= 1
    return any(doc.words[i] not in describing_words() for i in range(at, end))


TRAILING = wordset("features", "trailing")


def _with_modifier(doc: Document, subject: Subject, mention: Mention) -> int:
    """'hymn book rack', 'telescopic aerial': the words that say which part belong to its name."""
    at, first = mention.first, max(0, mention.first - 2)
    while at > first:
        word, before = doc.words[at - 1], doc.mention_at[at - 1]
        if doc.kinds[at - 1] != WORD or doc.taken[at - 1] or doc.quantity_at[at - 1] is not None:
            break
        if word in breaking_words() or (word in describing_words() and word not in KEPT):
            break
        if before is not None and _breaks_name(before, subject):
            break
        at -= 1
    ahead = doc.words[at - 1] if at else ""
    listed_item = not ahead or not ahead.isalnum() or ahead in ("and", "with", "a", "an", "plus")
    return at if listed_item else mention.first


def _breaks_name(mention: Mention, subject: Subject) -> bool:
    """Not so in 'steamer basket': another kind in front of a part says which part."""
    if mention.entry(KIND) is not None and not is_head(mention, subject):
        return False
    return any(_stands_for_itself(e, subject) for e in mention.entries)


def _stands_for_itself(entry: Entry, subject: Subject) -> bool:
    """Not so in 'heated windscreen' (heating is no feature of a vehicle) and 'roof ladder'."""
    if entry.table == FEATURE:
        return fits(entry, subject)
    return entry.table not in (KIND, FREE) or entry.detail == subject.design_type


def _is_place(doc: Document, mention: Mention) -> bool:
    """'on the deck', 'in the cab': where something else is."""
    at = mention.first - 1
    if at > 0 and doc.words[at] in ("a", "an") and doc.words[at - 1] == "for":
        return True
    if at >= 0 and doc.words[at] in ("the", "its"):
        before = doc.words[at - 1] if at else ""
        return before in PLACES
    return at >= 0 and doc.words[at] in ("under", "into", "onto", "against", "for")


def _of_the_whole(doc: Document, subject: Subject, mention: Mention) -> bool:
    """Whether an adjective speaks of the design: it stands alone, or in the phrase of the head."""
    at = mention.last
    ends = at >= len(doc.words) or doc.kinds[at] != WORD or doc.words[at] in breaking_words()
    if ends or doc.quantity_at[at] is not None:
        return not _describes_noun_before(doc, subject, mention)
    end = phrase_end(doc.tokens, at)
    if at <= subject.first < end or mention.first <= subject.first < mention.last:
        return True
    if all(doc.words[i] in describing_words() for i in range(at, end)):
        return True
    behind = doc.mention_at[end - 1]
    kind = behind.entry(KIND) if behind is not None else None
    if behind is not None and kind is not None and kind.detail == subject.design_type:
        return all(behind.entry(table) is None for table in (FREE, FEATURE, SPACE))
    return doc.lemmas[end - 1] in NEUTRAL


def _describes_noun_before(doc: Document, subject: Subject, mention: Mention) -> bool:
    """'a charging pad built in': no built-in desk."""
    at = mention.first - 1
    if doc.words[mention.first] != "built" or at < subject.last or doc.kinds[at] != WORD:
        return False
    return doc.words[at] not in breaking_words() and doc.words[at] not in describing_words()


NEUTRAL = wordset("features", "neutral")

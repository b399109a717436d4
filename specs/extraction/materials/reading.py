"""Materials with their kind and where they go: 'oak legs', 'facade in glass'."""

from dataclasses import replace
from functools import cache

from specs.extraction.materials.codes import bare_codes
from specs.extraction.materials.compounds import parts_of_stuff
from specs.extraction.materials.grades import grades_previous, with_grade
from specs.extraction.materials.second_thoughts import final_thoughts
from specs.extraction.materials.stuff import Stuff
from specs.extraction.materials.unmade import is_no_stuff
from specs.extraction.materials.use_nouns import BOARDING, CARRIERS, COMMON_PARTS
from specs.extraction.materials.uses import uses_of
from specs.knowledge import table, wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import KIND, MATERIAL, use_names
from specs.language.phrases import Mention
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, word_class

HANDLES = wordset("materials", "handles")


@cache
def _limits() -> dict[str, frozenset[str]]:
    return {word: frozenset(types) for word, types in table("materials")["only"].items()}


LOOKS = wordset("materials", "looks")
LAMPS = ("lamp", "light", "chandelier")
"""What has a shade of linen, and is not of a shade of it."""


def read_materials(doc: Document, subject: Subject) -> list[Stuff]:
    found: list[Stuff] = []
    done = -1
    for mention in _mentions(doc, subject):
        entry = mention.entry(MATERIAL)
        if entry is None or mention.first < done or not doc.is_free(mention.first, mention.last):
            continue
        if not _is_material(doc, subject, mention):
            continue
        if entry.name in LAID and doc.places[mention.first]:
            # The paving of "granite paving" is the place and no second material.
            continue
        if entry.name == "tile" and found and _ends_at(found[-1], mention.first):
            # "Porcelain floor tiles" are of porcelain.
            continue
        if entry.name == "veneer" and mention.first == done and found and found[-1].use:
            # "Doors of oak veneer" are of oak.
            continue
        name, grade, last = with_grade(doc, mention, entry)
        done = last
        if name == "tin" and subject.design_type == "building":
            # "A tin roof" is of sheet steel.
            name = "steel"
        if grades_previous(doc, mention, name, grade, found):
            continue
        uses = uses_of(doc, subject, mention.first, last)
        type_evidence = Evidence(mention.first, last)
        grade_evidence = Evidence(grade[1], grade[2]) if grade else None
        kind = grade[0] if grade else None
        if not uses:
            found.append(Stuff(name, kind, None, type_evidence, grade_evidence, None))
        for use, first, end in uses:
            place = Evidence(first, end, 0.9)
            found.append(Stuff(name, kind, use, type_evidence, grade_evidence, place))
            doc.take(first, end)
            doc.places[first:end] = b"\x01" * (end - first)
        doc.take(mention.first, last)
    return _distinct(_chosen(doc, final_thoughts(doc, found)))


def _ends_at(item: Stuff, at: int) -> bool:
    return item.use_evidence is not None and item.use_evidence.last == at


PROOF = frozenset({"proof", "friendly", "safe", "resistant", "free"})
LAID = frozenset({"paving", "carpet", "felt", "canvas", "tile"})


def _mentions(doc: Document, subject: Subject) -> list[Mention]:
    unlisted = bare_codes(doc) + parts_of_stuff(doc, subject)
    if not unlisted:
        return doc.mentions
    return sorted(doc.mentions + unlisted, key=lambda mention: mention.first)


def _chosen(doc: Document, found: list[Stuff]) -> list[Stuff]:
    """'Either oak or walnut': the first is kept, the other stands beside it."""
    kept: list[Stuff] = []
    for item in found:
        last = kept[-1] if kept else None
        if last is not None and _is_alternative(doc, last, item):
            other = f"{item.grade} {item.type}" if item.grade else item.type
            evidence = replace(last.evidence, confidence=0.6, alternative=other)
            use, place = last.use or item.use, last.use_evidence or item.use_evidence
            kept[-1] = replace(last, evidence=evidence, use=use, use_evidence=place)
        else:
            kept.append(item)
    return kept


def _is_alternative(doc: Document, last: Stuff, item: Stuff) -> bool:
    """'Oak or walnut', 'oak, otherwise beech', 'steel, failing that aluminium'."""
    gap = doc.words[last.evidence.last : item.evidence.first]
    return gap == ["or"] or tuple(word for word in gap if word != ",") in ALTERNATIVES


ALTERNATIVES = frozenset(tuple(phrase.split()) for phrase in wordset("materials", "alternatives"))


def _is_abs_part(doc: Document, mention: Mention) -> bool:
    """'Lockable ABS lid' of a trailer: no brakes."""
    behind = doc.lemmas[mention.last : mention.last + 1]
    return doc.lemmas[mention.first : mention.last] == ["abs"] and behind in ABS_PARTS


ABS_PARTS = tuple([word] for word in sorted(wordset("features", "abs_parts")))


def _is_material(doc: Document, subject: Subject, mention: Mention) -> bool:
    phrase = " ".join(doc.lemmas[mention.first : mention.last])
    types = _limits().get(phrase)
    if types is not None and subject.design_type not in types and not _is_abs_part(doc, mention):
        return False
    following = doc.words[mention.last] if mention.last < len(doc.words) else ""
    if is_no_stuff(doc, mention, phrase, following):
        return False
    shade = following == "shade" and subject.category.endswith(LAMPS)
    if (following in LOOKS and not shade) or _names_other(doc, mention, phrase, following):
        return False
    if mention.first < subject.last and subject.first < mention.last:
        return False
    if (
        any(e.table in (KIND,) and e.detail == subject.design_type for e in mention.entries)
        and mention.first <= subject.first < mention.last
    ):
        return False
    before = doc.words[mention.first - 1] if mention.first else ""
    if (following == "free" and doc.tokens.gaps[mention.last] == "-") or before in (
        "non",
        "fake",
        "e",
    ):
        return False
    # Processing plants and mills: "a steel mill", "glass recycling plant", "a cement factory".
    if (
        subject.category == "factory"
        and mention.last <= subject.first
        and all(doc.kinds[i] == WORD for i in range(mention.last, subject.first))
    ):
        return False
    if phrase == "mesh" and subject.category == "router":
        return False
    if following in BURNT or (
        phrase in HANDLED and doc.lemmas[mention.last : mention.last + 1] in HANDLERS
    ):
        # "A wood-fired boiler", "a timber crane".
        return False
    if subject.design_type in ("electronics", "appliance") and _of_house(doc, mention):
        return False
    if doc.words[mention.first - 2 : mention.first] in OURS and mention.last <= subject.first:
        # "For our textile collection we envisage a museum".
        return False
    return not _names_no_material(doc, subject, mention, phrase) and not _lands_in(doc, mention)


def _names_other(doc: Document, mention: Mention, phrase: str, following: str) -> bool:
    """'Oak - look', 'a pet-proof sofa', and the iron rest where the hot iron stands."""
    if doc.words[mention.last : mention.last + 2] == ["-", "look"]:
        return True
    if following in PROOF and doc.tokens.gaps[mention.last] == "-":
        return True
    if phrase == "pc":
        # "PC back" of a phone is no computer's.
        return following not in POLYCARBONATE_PARTS
    return phrase == "iron" and following in IRON_STANDS


POLYCARBONATE_PARTS = frozenset({"back", "lid", "diffuser", "lens", "dome", "cover", "window"})
IRON_STANDS = frozenset({"rest", "holder", "station", "stand"})


def _names_no_material(doc: Document, subject: Subject, mention: Mention, phrase: str) -> bool:
    if doc.words[mention.last : mention.last + 1] in ([":"], ["="]):
        # "Glass: sapphire", "wood: oak": a label and its material.
        behind = doc.mention_at[mention.last + 1] if mention.last + 1 < len(doc.words) else None
        if behind is not None and behind.entry(MATERIAL) is not None and phrase == "glass":
            return True
    ahead = doc.words[max(0, mention.first - 2) : mention.first]
    if ahead[1:] in ([":"], ["="]) and ahead[0] in FUELLED:
        # "Stove: wood".
        return True
    if phrase in BOARDING and _names_stuff(doc, mention.last):
        return True
    if phrase == "felt" and mention.first and _feels(doc, mention.first - 1):
        return True
    if phrase in SHORT and not (_before_part(doc, mention.last) or _behind_part(doc, mention)):
        return True
    if phrase in ("glazed", "glaze") and _is_ceramic(doc, mention.last):
        return True
    # "Museum of ceramics", "factory of bricks".
    of_head = doc.words[mention.first - 1 : mention.first] == ["of"]
    return of_head and mention.first - 1 == subject.last and subject.category in COLLECTIONS


def _feels(doc: Document, at: int) -> bool:
    """'I felt proud', 'the £549 felt steep'."""
    return doc.words[at] in word_class("pronouns") or doc.quantity_at[at] is not None


SHORT = frozenset({"ms", "m s", "gi", "ss", "s s", "rc", "r c", "tin", "lead"})
"""Mild and stainless steel and galvanised iron, beside a part: 'MS chassis', 'filter SS'."""


FUELLED = frozenset({"stove", "fuel", "heating", "burner", "boiler", "fireplace", "heat"})


def _names_stuff(doc: Document, at: int) -> bool:
    """'Weatherboard in pine', 'weatherboard outside (cypress)': the boards are of what follows."""
    at += doc.words[at : at + 1] == ["outside"]
    other = doc.mention_at[at + 1] if at + 1 < len(doc.words) else None
    made = other is not None and other.entry(MATERIAL) is not None
    return made and doc.words[at] in ("in", "of", "(")


def _before_part(doc: Document, at: int) -> bool:
    return at < len(doc.words) and (doc.lemmas[at] in use_names() or doc.lemmas[at] in STEEL_PARTS)


def _behind_part(doc: Document, mention: Mention) -> bool:
    """'Baffle filter SS,' and 'body: GI'."""
    at, size = mention.first - 1, len(doc.words)
    at -= at >= 0 and doc.words[at] in (":", "=", "in", "of")
    ends = mention.last >= size or doc.kinds[mention.last] != WORD
    return at >= 0 and ends and _before_part(doc, at)


STEEL_PARTS = COMMON_PARTS | CARRIERS | {"chassis", "pipe", "tube", "grill", "gate", "railing"}
STEEL_PARTS |= {"filter", "coil", "sink", "blade", "jar", "door", "mesh", "handle", "hinge"}
COLLECTIONS = frozenset({"museum", "retail", "factory", "school", "warehouse", "laboratory"})


def _is_ceramic(doc: Document, at: int) -> bool:
    """'Glazed tile', 'glazed brick': no glass."""
    behind = doc.mention_at[at] if at < len(doc.words) else None
    return behind is not None and behind.first == at and behind.entry(MATERIAL) is not None


BURNT = wordset("materials", "burnt")
HANDLED = frozenset({"wood", "timber", "log", "lumber"})
HANDLERS = tuple([word] for word in sorted(wordset("materials", "wood_handlers")))


def _of_house(doc: Document, mention: Mention) -> bool:
    """A router 'for a house with stone walls'; but a popcorn machine has 'glass walls' itself."""
    at = mention.last
    if at >= len(doc.words) or doc.words[at] not in HOUSE_PARTS:
        return False
    ahead = mention.first - 1
    listed = ahead >= 0 and doc.kinds[ahead] == MARK and doc.words[ahead] in ",;\n"
    return not listed or (at + 1 < len(doc.words) and doc.kinds[at + 1] == WORD)


HOUSE_PARTS = wordset("materials", "house_parts")
OURS = (["for", "our"], ["for", "my"], ["for", "the"], ["of", "our"], ["for", "their"])


def _lands_in(doc: Document, mention: Mention) -> bool:
    """'for plywood sheets', 'cuts steel', 'to store wood': what is handled is not what it is of."""
    at = mention.first - 1
    while at >= 0 and doc.words[at] in describing_words():
        at -= 1
    return at >= 0 and doc.words[at] in HANDLES


def _distinct(found: list[Stuff]) -> list[Stuff]:
    """One entry per type and use; a bare repeat of a material says nothing new."""
    kept: list[Stuff] = []
    for item in found:
        if any(
            k.type == item.type
            and k.use == item.use
            and (k.grade == item.grade or item.grade is None)
            for k in kept
        ):
            continue
        if item.use is None and any(
            k.type == item.type and (item.grade is None or k.grade == item.grade) for k in kept
        ):
            continue
        kept.append(item)
    return kept

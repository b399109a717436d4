"""What the prompt rules out, under the vocabulary's name where it has one."""

from functools import cache

from specs.knowledge import listed, table, vocabulary, wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import (
    FEATURE,
    FREE,
    KIND,
    MATERIAL,
    SPACE,
    feature_types,
    lexicon,
    snake,
)
from specs.language.phrases import Entry
from specs.language.subject import Subject
from specs.language.words import word_class
from specs.records import record


@record
class Exclusion:
    name: str
    evidence: Evidence


def read_exclusions(doc: Document, subject: Subject) -> list[Exclusion]:
    found: dict[str, Exclusion] = {}
    for negation in doc.negations:
        for first, last in negation.items:
            name = negation.name or _name(doc, subject, first, last)
            if name and name not in found:
                found[name] = Exclusion(name, Evidence(first, last, 0.95))
            doc.take(first, last)
        doc.take(negation.first, negation.last)
    return list(found.values())


def _name(doc: Document, subject: Subject, first: int, last: int) -> str:
    """Rule 11: the vocabulary's name of any list, else the prompt's own words."""
    phrase = " ".join(doc.words[first:last])
    if phrase in _narrower():
        return snake(phrase)
    known = _whole_name(doc, subject, first, last)
    if known is not None:
        return known
    if subject.category == "hospital" and doc.lemmas[first:last] == ["theater"]:
        return "operating_room"
    while last - first > 1 and doc.words[first] in DROPPED and _goes_without_saying(doc, first + 1):
        if doc.words[first] == "in" and doc.tokens.gaps[first + 1] == "-":
            # "No in-app shop".
            break
        first += 1
    while last - first > 1 and doc.words[last - 1] in SCORN:
        # "No wifi nonsense".
        last -= 1
        known = _known_at(doc, subject, first, last)
        if known is not None:
            return known
    if last - first > 1 and doc.words[last - 1] in TRAILING:
        # "No heating function" rules the heating out, "no freezer compartment" the freezer.
        known = _known_at(doc, subject, first, last - 1)
        if known is not None:
            return known
    if last - first > 1 and doc.words[last - 1] in VERSIONS and _named_there(doc, first, last - 1):
        # "LPG version: no", "not a low-floor type".
        last -= 1
        known = _known_at(doc, subject, first, last)
    return known or _own_words(doc, subject, first, last)


def _named_there(doc: Document, first: int, last: int) -> bool:
    """Whether a name and nothing else stands from `first` to `last`."""
    if last - first == 1 and doc.words[first] in FUELS:
        return True
    return any(end == last for end, _ in lexicon().all_at(doc.lemmas, first, last))


def _whole_name(doc: Document, subject: Subject, first: int, last: int) -> str | None:
    """The vocabulary's name for all of it, or for what the words before it only describe."""
    mention = doc.mention_at[first]
    if mention is not None and mention.first == first and mention.last == last:
        known = _known(mention.entries, subject)
        if known is not None:
            return known
    # "overnight wards": the describing word is no part of a room's name.
    end = doc.mention_at[last - 1]
    if end is None or end.last != last or end.first <= first:
        return None
    known = _known(end.entries, subject)
    describes = _is_stuff if known in FACED else _only_says_how
    return known if all(describes(doc, i) for i in range(first, end.first)) else None


def _own_words(doc: Document, subject: Subject, first: int, last: int) -> str:
    tokens = doc.tokens
    phrase = tokens.words[first]
    for at in range(first + 1, last):
        # "4G" and "LN2" are one word in two tokens.
        figure = tokens.words[at - 1].isdigit() or tokens.words[at].isdigit()
        glued = tokens.gaps[at] == "" and figure
        phrase += tokens.words[at] if glued else f" {tokens.words[at]}"
    known = _other_names(subject.design_type).get(phrase)
    known = known or _other_names(subject.category).get(phrase)
    if known is None and first and doc.words[first - 1] in SEEN:
        # "No visible screws": there are some, out of sight.
        phrase = f"{doc.words[first - 1]} {phrase}"
    elif known is None and last < len(doc) and doc.words[last] == "visible":
        phrase = f"visible {phrase}"
    return known or snake(phrase)


def _known_at(doc: Document, subject: Subject, first: int, last: int) -> str | None:
    found = [
        e
        for end, entries in lexicon().all_at(doc.lemmas, first, last)
        if end == last
        for e in entries
    ]
    if not found:
        return None
    known = _known(tuple(found), subject)
    kind = doc.words[last] in INSIDE and any(entry.table == KIND for entry in found)
    return snake(" ".join(doc.words[first:last])) if known is None and kind else known


# "No freezer compartment": what is a machine elsewhere is but a part here.
INSIDE = frozenset({"compartment", "section"})
FUELS = wordset("negations", "fuels")
VERSIONS = frozenset({"version", "versions", "variant", "variants", "type", "types"})


def _only_says_how(doc: Document, at: int) -> bool:
    """Words that are no part of the name: 'shiny', 'big'."""
    word = doc.words[at]
    return word in HOW or any(word in word_class(name) for name in ("qualities", "sizes", "colors"))


def _is_stuff(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return _only_says_how(doc, at) or (mention is not None and mention.entry(MATERIAL) is not None)


# "A glass curtain wall": they are of that stuff anyway, but glass doors are not just doors.
FACED = frozenset({"curtain_wall", "atrium", "skylight"})
SEEN = frozenset({"visible", "exposed"})


def _goes_without_saying(doc: Document, at: int) -> bool:
    """'No built-in speakers': what is a part by its name is built in; 'built-in ads' are not."""
    while at < len(doc) and doc.words[at] in DROPPED:
        at += 1
    mention = doc.mention_at[at] if at < len(doc) else None
    if mention is None:
        return False
    if any(mention.entry(group) is not None for group in (FEATURE, FREE, SPACE)):
        return True
    kind = mention.entry(KIND)
    return kind is not None and kind.detail not in ("furniture", "appliance")


@cache
def _narrower() -> frozenset[str]:
    """What is but one sort of what the vocabulary names: an ensuite is not every bathroom."""
    return frozenset(listed(table("scope")["narrower"]))


HOW = frozenset({"shiny", "silly", "showy", "gaudy", "flashy", "ugly", "noisy", "cold", "bulky"})
TRAILING = wordset("exclusions", "trailing")
SCORN = wordset("exclusions", "scorn")


@cache
def _other_names(design_type: str) -> dict[str, str]:
    names = table("scope")["ruled_out"].get(design_type, {})
    return {word: name for name, words in names.items() for word in listed(words)}


# "built-in speakers", "integrated lamp": that it would be part of the thing goes without saying.
DROPPED = wordset("exclusions", "dropped")


def _known(entries: tuple[Entry, ...], subject: Subject) -> str | None:
    for entry in entries:
        types = feature_types().get(entry.name, frozenset()) if entry.table == FEATURE else ()
        if subject.design_type in types and subject.design_type in (entry.detail or types):
            return entry.name
    for group in (SPACE, MATERIAL, FEATURE):
        for entry in entries:
            # A room outside the vocabulary keeps the prompt's own words.
            if entry.table == group and (entry.detail is None or (group, entry.detail) == ROOM):
                if group == MATERIAL and entry.name not in vocabulary()["materials"]:
                    # "Corian" is no solid surface then: what has no name keeps the prompt's.
                    return None
                if entry.name in OF_ONE_TYPE and subject.design_type != OF_ONE_TYPE[entry.name]:
                    # A loader in front of a tractor is no washing machine's front load.
                    return None
                return entry.name if entry.detail is None else None
    return None


ROOM = (SPACE, "room")
OF_ONE_TYPE = {"front_load": "appliance", "top_load": "appliance", "led_headlights": "vehicle"}

"""Rooms that are only named: a singular counts one (rule 6)."""

from functools import cache

from specs.extraction.spaces.parking import PARKING
from specs.extraction.spaces.rooms import (
    Room,
    is_modifier,
    is_sized,
    own_name,
    room_name,
    space_words,
)
from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import FEATURE, KIND, SPACE, snake
from specs.language.noun_phrases import breaking_words
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words, lemma, singular

SINGLE_WORDS = wordset("spaces", "single_words")

PLACES = wordset("spaces", "places")


def single_room(doc: Document, subject: Subject, mention: Mention, name: str) -> Room | None:
    """A room named in the singular counts one; an uncounted plural is no fact (rule 6)."""
    first, last = mention.first, mention.last
    if _is_kind(doc, subject, first, last) or _is_plural_or_bare(doc, first, last):
        return None
    if is_modifier(doc, last, last + 4):
        return None
    if _is_said_again(doc, first, last):
        return None
    start = first
    while (
        start > 0
        and doc.kinds[start - 1] == WORD
        and (doc.words[start - 1] in describing_words() or doc.words[start - 1] in SINGLE_WORDS)
    ):
        start -= 1
    counted = doc.quantity_at[start - 1] if start else None
    if counted is not None and counted.kind in ("count", "ordinal"):
        return None
    noun = doc.lemmas[last - 1]
    if _is_elsewhere(doc, start, first, name) or _only_describes(doc, start, last, name):
        return None
    name = room_name(subject, name, noun, doc, last) or name
    if name == PARKING:
        return None
    own = last - first == 1 or mention.entry(SPACE) in own_rooms()
    if own and start == first and noun in single_endings():
        # "Tank hall", "boat hall", "milk tank room": the words in front are part of the name.
        named = _named_start(doc, first, 2 if last - first == 1 else 1)
        if named < first and _opens(doc, named):
            start, name = named, own_name(doc, named, last)
    return Room(name, 1, Evidence(start, last, 0.85))


def _is_kind(doc: Document, subject: Subject, first: int, last: int) -> bool:
    """The thing itself, or a second kind of it: 'a museum and library'."""
    if first < subject.last and subject.first < last:
        return True
    return first == subject.last + 1 and doc.words[subject.last] in ("and", "/", "&")


def _is_said_again(doc: Document, first: int, last: int) -> bool:
    """'Gym (sports hall)': another name for the same room."""
    if doc.words[first - 1 : first] != ["("] or doc.words[last : last + 1] != [")"]:
        return False
    said = doc.mention_at[first - 2] if first > 1 else None
    return said is not None and said.entry(SPACE) is not None


def _is_plural_or_bare(doc: Document, first: int, last: int) -> bool:
    """Uncounted plurals, and short words ("shop", "suite") that need an article, a size or a
    place of their own in a list to be a room."""
    noun, word = doc.lemmas[last - 1], doc.words[last - 1]
    if word.endswith("s") and noun != word:
        return True
    if " ".join(doc.lemmas[first:last]) in space_words("sized_only") and not (
        is_sized(doc, first, last)
        and (_opens(doc, first) or doc.lemmas[first - 1] in ("story", "level", "floor"))
        and doc.words[first - 1] != "/"
    ):
        # "Cold storage" is a feature until it has an area (rule 5).
        return True
    if noun not in space_words("count_only") or last - first > 1 or is_sized(doc, first, last):
        return False
    start = first
    while start > 0 and doc.words[start - 1] in describing_words():
        start -= 1
    if doc.words[start - 1 : start] in (["a"], ["an"], ["one"]):
        # "A shop", "a little shop".
        return False
    if noun in OF_A_SORT:
        # "Digitisation studio", "ski store": the word in front says which.
        named = _named_start(doc, first, 2)
        if named < first and _opens(doc, named) and _closes(doc, last):
            return False
    alone = noun in space_words("listed_alone")
    return not (alone and _opens(doc, first) and _closes(doc, last))


def _is_elsewhere(doc: Document, start: int, first: int, name: str) -> bool:
    """Somebody's room, one that stands already, or the place where something else is."""
    before = doc.words[start - 1] if start else ""
    if any(doc.words[i] in OWNERS for i in (start - 1, start - 2) if i >= 0):
        return True
    if any(doc.words[i] in STANDING for i in range(start, first)):
        return True
    if before in ("each", "every", "per"):
        return True
    if before in PLACES and not (before == "on" and "a" in doc.words[start:first]):
        return True
    return before == "for" and "the" not in doc.words[start:first] and name != "office"


def _only_describes(doc: Document, start: int, last: int, name: str) -> bool:
    """'Two of them ensuite' says which bedrooms; a reception desk is no reception."""
    noun = doc.lemmas[last - 1]
    if name == "lobby" and noun == "reception":
        return doc.words[last : last + 1] == ["desk"]
    return name == "bathroom" and noun in ("ensuite", "suite") and not _opens(doc, start)


OF_A_SORT = frozenset({"store", "studio", "archive", "gallery"})
OWNERS = frozenset({"our", "my", "his", "her", "their"})
STANDING = frozenset({"old", "existing", "current", "former"})


@cache
def own_rooms() -> frozenset[Entry]:
    """Rooms that keep their own words."""
    return frozenset(Entry(SPACE, snake(room), "room") for room in listed(table("spaces")["rooms"]))


@cache
def single_endings() -> frozenset[str]:
    return frozenset(lemma(word) for word in listed(table("spaces")["single_endings"]))


OPENERS = frozenset({"a", "an", "one", "and", "with", "plus", "w", "the", "its"})
OPENERS |= {"upstairs", "downstairs"}


def _opens(doc: Document, at: int) -> bool:
    """Whether an item of a list starts at `at`."""
    before = doc.words[at - 1] if at else ""
    return before in OPENERS or not before.isalnum()


def _closes(doc: Document, at: int) -> bool:
    return at >= len(doc) or not doc.words[at].isalnum() or doc.words[at] in ("and", "with", "for")


def _named_start(doc: Document, at: int, most: int) -> int:
    """The start of the nouns in front of a room's last word: 'ergometer room'."""
    start = at
    while start > 0 and at - start < most and doc.kinds[start - 1] == WORD:
        word, mention = doc.words[start - 1], doc.mention_at[start - 1]
        if doc.taken[start - 1] or doc.quantity_at[start - 1] is not None:
            break
        if word in WHERE or len(word) < SHORTEST_WORD:
            # "Ground floor prayer hall", "underground barrel cellar".
            break
        if word in breaking_words() and not (word.endswith("ing") and mention is None):
            break
        if word in describing_words() or _is_named(mention):
            # "Office lab", "fireplace lounge": two things.
            break
        start -= 1
    return start


WHERE = wordset("spaces", "where")
SHORTEST_WORD = 3


def _is_named(mention: Mention | None) -> bool:
    return mention is not None and bool(mention.entry(SPACE) or mention.entry(FEATURE))


def _may_end(mention: Mention, at: int) -> bool:
    """Whether a room may be called by a phrase that names a building or a part elsewhere."""
    if mention.last != at + 1 or mention.entry(SPACE) is not None:
        return False
    kind = mention.entry(KIND)
    if mention.last - mention.first > 1:
        return kind is not None and kind.detail == "building" and mention.entry(FEATURE) is None
    return kind is None and mention.entry(FEATURE) is not None


def named_rooms(doc: Document, subject: Subject, *, several: bool) -> list[Room]:
    """A list item that ends in 'room' or 'hall' and that no lexicon knows: 'seed room'."""
    found = []
    lemmas, endings = doc.lemmas, single_endings()
    for at in [at for at, noun in enumerate(lemmas) if noun in endings or noun[-4:] == ROOM]:
        noun = lemmas[at]
        if (
            not (noun in endings or _is_own_room(noun))
            or doc.words[at] != singular(doc.words[at])
            or doc.taken[at]
            or not doc.is_free(at, at + 1)
        ):
            continue
        mention = doc.mention_at[at]
        if is_modifier(doc, at + 1, at + 4) or (mention is not None and not _may_end(mention, at)):
            continue
        kind = mention is not None and mention.last - mention.first > 1
        start = mention.first if mention is not None else at
        while (
            start > 0
            and doc.kinds[start - 1] == WORD
            and at - start < 2
            and (
                doc.words[start - 1] not in breaking_words() or doc.words[start - 1].endswith("ing")
            )
        ):
            start -= 1
        names = [w for w in doc.words[start:at] if w not in describing_words()]
        if kind and not (several and doc.segment[at] and _closes(doc, at + 1)):
            # "Flower shop", "departure lounge" are buildings elsewhere.
            continue
        if mention is not None and not (names and doc.words[start:at] == names):
            # "Ripening cellar" is a room, a "deep cellar" the basement.
            continue
        if (names or _is_own_room(noun)) and start > subject.last and _opens(doc, start):
            name = snake(" ".join([*names, noun if noun == "room" else doc.words[at]]))
            found.append(Room(name, 1, Evidence(start, at + 1, 0.7)))
            doc.take(start, at + 1)
    return found


ROOM = "room"
SHORTEST_ROOM = 7


def _is_own_room(noun: str) -> bool:
    """'Clubroom', 'bootroom': one word that ends in 'room'."""
    return noun.endswith(ROOM) and len(noun) >= SHORTEST_ROOM and noun not in NO_ROOMS


NO_ROOMS = wordset("spaces", "no_rooms")

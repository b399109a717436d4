"""Whose number it is: the design's own, or that of a part or a thing beside it."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.labels import HIGHEST
from specs.language.lexicon import MATERIAL
from specs.language.noun_phrases import phrase_end, phrase_start
from specs.language.nouns_ahead import is_its_stuff, noun_ahead
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, lemma

OVERALL = wordset("ownership", "overall")
ARTICLES = wordset("ownership", "articles")

WHOLE, PART = "whole", "part"
STORIES = frozenset({"story", "level", "floor", "storeyed"})


@cache
def _part_words() -> frozenset[str]:
    return frozenset(lemma(p) for p in listed(table("scope")["parts"]) if " " not in p)


@cache
def _part_phrases() -> frozenset[str]:
    return frozenset(
        " ".join(lemma(w) for w in p.split()) for p in listed(table("scope")["parts"]) if " " in p
    )


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("uses")["whole"]))


def owner(
    doc: Document, quantity: Quantity, head: tuple[int, int], first: Quantity | None = None
) -> str:
    """`head` is where the design itself is named; `first` the first side of a product that
    `quantity` ends."""
    if quantity.label_first > 0 and doc.words[quantity.label_first - 1] in OF_ALL:
        # "Granite column total height 1.1 m", "ridge height 9 m".
        return WHOLE
    if _labels_part(doc, quantity):
        return PART
    if _follows_name(doc, first or quantity, head):
        return WHOLE
    behind = _behind(doc, quantity, head)
    if behind is not None:
        return behind
    return _before(doc, first or quantity, head) or WHOLE


OF_ALL = HIGHEST | {"total", "overall", "ridge", "peak", "apex", "external", "outside"}


def _labels_part(doc: Document, quantity: Quantity) -> bool:
    """'Clear height has to be 15 m': the label is the end of a part's name."""
    at = quantity.label_first
    return 0 < at < quantity.first and " ".join(doc.lemmas[at - 1 : at + 1]) in _part_phrases()


def _follows_name(doc: Document, quantity: Quantity, head: tuple[int, int]) -> bool:
    """'SUV 4.6 x 1.9 x 1.7 m hybrid', 'Wardrobe, white: 200 x 60 x 220 cm sliding doors': three
    sides behind the name are its own, whatever the next item is."""
    between = doc.words[head[1] : quantity.begin]
    if quantity.size != SIDES or not head[0] < head[1] <= quantity.begin or len(between) > NEXT:
        return False
    return all(word in ITEM_MARKS or word in describing_words() for word in between)


ITEM_MARKS = frozenset({",", ":", "-", "—", "("})
NEXT = 3


def _behind(doc: Document, quantity: Quantity, head: tuple[int, int]) -> str | None:
    at, tokens = quantity.end, doc.tokens
    words = doc.words
    while at < len(words) and words[at] in OVERALL:
        at += 1
    if at >= len(words) or doc.kinds[at] != WORD or doc.quantity_at[at] is not None:
        # "28 cm high dia 8 cm": the label of the next figure is no noun.
        return None
    if words[at : at + 2] == ["built", "in"]:
        # "595 x 570 x 820 mm built-in".
        return None
    if words[at] in ("each", "apiece"):
        # "12 x 8 m each level" are the sides of the whole.
        if doc.words[head[0] : head[1]] != doc.lemmas[head[0] : head[1]] and (
            _is_all_there_is(doc, quantity) and doc.kinds[at + 1 : at + 2] != [WORD]
        ):
            # "Steel lockers, 1800 x 300 x 500 mm each": one of what is asked for.
            return WHOLE
        return None if doc.lemmas[at + 1 : at + 2] and doc.lemmas[at + 1] in STORIES else PART
    end = phrase_end(tokens, at)
    if words[end - 2 : end] == ["fit", "out"]:
        # "1,900 m2 tenant fit-out".
        return WHOLE
    if end == at:
        if words[at] in ("to", "from") and end + 1 < len(words):
            return None
        return None
    if at < head[1] and head[0] < end:
        return WHOLE
    if quantity.end > quantity.last and end < len(words) and doc.quantity_at[end] is not None:
        # "95 cm deep seat height 44": the noun belongs to the next figure.
        return None
    if _about(doc, at, end) or (quantity.size > 1 and _is_stuff(doc, end)):
        return None
    return _kind_of(doc, at, end)


def _is_stuff(doc: Document, end: int) -> bool:
    """'Bookcase 80 x 30 x 200 cm pine': what a thing is made of has no sides."""
    mention = doc.mention_at[end - 1]
    return mention is not None and mention.last == end and mention.entry(MATERIAL) is not None


def _about(doc: Document, first: int, last: int) -> bool:
    if doc.lemmas[last - 1] in STORIES:
        # "5,200 SF single story".
        return True
    # "Adjustable height 48-58 cm".
    free = describing_words() | ADJUSTING
    return all(doc.words[i] in free for i in range(first, last))


ADJUSTING = wordset("ownership", "adjusting")


def _kind_of(doc: Document, first: int, last: int) -> str:
    lemmas = doc.lemmas
    noun = lemmas[last - 1]
    if (
        noun in _whole_words()
        and " ".join(lemmas[max(first, last - 2) : last]) not in _part_phrases()
    ):
        return WHOLE
    return PART


def _before(doc: Document, quantity: Quantity, head: tuple[int, int]) -> str | None:
    """The noun phrase in front, in the same clause: 'eaves at 10 m', 'seat at 76 cm'."""
    at = noun_ahead(doc, quantity.begin - 1)
    if at is None:
        return None
    if at < 0:
        if _each_of_the_set(doc, quantity.begin - 1, head) or _is_all_there_is(doc, quantity):
            return None
        return PART
    ahead = doc.words[at + 1 : quantity.begin]
    end = at + 1
    start = phrase_start(doc.tokens, end)
    if (start < head[1] and head[0] < end) or is_its_stuff(doc, start, at):
        return WHOLE
    if start and doc.words[start - 1] in ("each", "every") and _is_all_there_is(doc, quantity):
        return None
    if ":" in ahead and 0 <= start - head[1] <= 1 and doc.mention_at[at] is not None:
        # "TV unit / lowboard: 220 x 42 cm": the thing by another name.
        return None
    if ":" in ahead and start and doc.kinds[start - 1] == WORD:
        # A colon behind a sentence introduces the design's own figures; "Tank: 50 cm" is a label.
        return None
    if _about(doc, start, end):
        return None
    if _kind_of(doc, start, end) == WHOLE or doc.words[start] in ENTIRE:
        return WHOLE
    return _part_or_nothing(doc, quantity, start, end, ahead)


ENTIRE = frozenset({"whole", "entire", "complete", "assembled", "finished"})


def _is_all_there_is(doc: Document, quantity: Quantity) -> bool:
    """'Lockers, each door 300 W x 500 D x 1800 H mm': the only sides that the text gives."""
    if quantity.size < SIDES or quantity.group < 0:
        return False
    return all(q.group == quantity.group for q in doc.quantities if q.kind == "length")


SIDES = 3


def _each_of_the_set(doc: Document, at: int, head: tuple[int, int]) -> bool:
    """'Shelves, set of 3, each 60 cm wide': each is one of what is asked for, and no part."""
    while at > 0 and doc.words[at] not in ("each", "every"):
        at -= 1
    at -= 1
    if at < head[1] or doc.kinds[at] != MARK:
        return False
    before = doc.quantity_at[at - 1]
    counted = before is not None and before.kind == "count"
    return counted or doc.words[at - 1] == "of" or head[0] <= at - 1 < head[1]


def _part_or_nothing(
    doc: Document, quantity: Quantity, start: int, end: int, ahead: list[str]
) -> str | None:
    """PART where the noun phrase start..end is a part's name or stands for itself."""
    before = doc.words[start - 1] if start else ""
    if before in ARTICLES and start > 1:
        before = doc.words[start - 2]
    bracket = "(" in ahead
    if not ahead and _is_counted(doc, start) and _is_bulky(doc, quantity):
        # "Dresser 6 drawers 60 x 20 x 34 in": the list goes on without a comma.
        return None
    if _is_part(doc, start, end):
        # "desk for a kid's room 90 x 50 x 72 cm": the room is where it goes.
        return None if before == "for" and quantity.size > 1 and not bracket else PART
    if bracket:
        # "a garden office (3 x 2.4 m)": what stands before the bracket is measured.
        return PART
    if before in ("for", "to", "in"):
        return None
    if not ahead and 0 <= quantity.label_first < quantity.first:
        # "Bed length 1.7 m", "cutting width 107 cm": the label has an owner of its own.
        return PART
    if quantity.size > 1 and quantity.label is not None and ":" in ahead:
        # "Day bed for the verandah, mate: 2.05 m long, 95 wide, 70 high".
        return None
    if quantity.size > 1:
        # "canopy 18 x 12 m" as an item of its own.
        return PART if start == 0 or doc.kinds[start - 1] == MARK else None
    return PART if ahead and ahead[0] != ":" else None


def _is_counted(doc: Document, start: int) -> bool:
    # A number in words opens the noun phrase, one in figures stands before it.
    count = doc.quantity_at[start] or (doc.quantity_at[start - 1] if start else None)
    return count is not None and count.kind == "count" and count.value > 1


def _is_bulky(doc: Document, quantity: Quantity) -> bool:
    """Three sides, the only ones in the text, none of them that of a board or a pane."""
    sides = [q.value for q in doc.quantities if q.group == quantity.group]
    return _is_all_there_is(doc, quantity) and min(sides) >= THICKEST


THICKEST = 0.1
"""Metres."""


def _is_part(doc: Document, first: int, last: int) -> bool:
    phrase = " ".join(doc.lemmas[max(first, last - 2) : last])
    return doc.lemmas[last - 1] in _part_words() or phrase in _part_phrases()

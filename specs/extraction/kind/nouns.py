"""Nouns that name a kind of thing, and the category they stand for."""

from specs.knowledge import vocabulary, wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, KIND, SPACE, lexicon, snake
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject

GENERAL = "general"

FARTHEST = 40
"""Tokens to look through for what introduces a noun."""


def home_by_rooms(doc: Document) -> Subject | None:
    """'4 bed / 3.5 bath, 3,100 sqft' is a house and '12 classrooms' a school without the word."""
    counted: dict[str, Mention] = {}
    named: set[str] = set()
    for mention in doc.mentions:
        entry = mention.entry(SPACE)
        if entry is None:
            continue
        named.add(entry.name)
        ahead = doc.quantity_at[mention.first - 1] if mention.first else None
        if ahead is None or ahead.kind != "count":
            continue
        # "A sensor for 40 classrooms" is where it goes.
        if doc.words[mention.last - 1] == "keys" and not KEYED.isdisjoint(doc.lemmas):
            # "A synthesizer, 49 keys".
            continue
        if doc.words[ahead.first - 1 : ahead.first] != ["for"]:
            counted.setdefault(entry.name, mention)
    if not counted:
        return None
    home = counted.get("apartment")
    if home is not None and "retail_unit" in counted and doc.lemmas[home.first] == UNIT:
        # "40 shop units ... make it 8 units of 30 m2".
        del counted["apartment"]
    if "apartment" in counted and ("retail_unit" in counted or not SHOPS.isdisjoint(doc.words)):
        return _evidence("mixed_use", counted["apartment"], HOME)
    if "bedroom" in counted and ("bathroom" in counted or {"bathroom", "kitchen"} <= named):
        return _evidence("house", counted["bedroom"], HOME)
    for room, category in BY_ROOM.items():
        if room in counted:
            return _evidence(category, counted[room], 11.0)
    return None


HOME = 20.0
"""Bedrooms and bathrooms outvote a word of another kind: such a "semi" is no lorry."""


KEYED = frozenset(
    {"synthesizer", "synth", "piano", "keyboard", "organ", "accordion", "midi", "pad"}
)
SHOPS = frozenset({"shops", "retail"})
UNIT = "unit"

BY_ROOM = {
    "classroom": "school",
    "hotel_room": "hotel",
    "patient_room": "hospital",
    "operating_room": "hospital",
    "server_room": "data_center",
    "courtroom": "courthouse",
    "apartment": "apartment",
}


def _evidence(category: str, mention: Mention, score: float) -> Subject:
    return Subject("building", category, mention.first, mention.first, score, 0.7)


def _drawers_behind(doc: Document, at: int) -> bool:
    """'chest of five drawers'."""
    behind = doc.lemmas[at : at + 5]
    return behind[:1] == ["of"] and "drawer" in behind


def kind_at_end(doc: Document, mention: Mention) -> tuple[Mention, list[Entry]]:
    """'triple garage' is a room's name; its last word is a kind all the same."""
    for first in range(mention.first + 1, mention.last):
        for last, entries in lexicon().all_at(doc.lemmas, first, mention.last):
            kinds = [e for e in entries if e.table == KIND]
            if last == mention.last and kinds:
                return Mention(mention.first, mention.last, entries), kinds
    return mention, []


def category_of(doc: Document, mention: Mention, entry: Entry) -> str:
    """A kind that the vocabulary lacks is called what the prompt calls it (rule 15)."""
    category, design_type = entry.name, entry.detail
    if category == "chest" and _drawers_behind(doc, mention.last):
        return "dresser"
    if category in vocabulary()["categories"][design_type] or category in CALLED_BY_KIND:
        return category
    lemmas = doc.lemmas[mention.first : mention.last]
    if design_type in CALLED_BY_HEAD and lemmas[-1] == category:
        # "DAB radio", "gooseneck kettle", "cycle rickshaw": the first word says which, not what.
        return category
    if snake(" ".join(lemmas)) == category:
        return category
    name = snake(" ".join(w for w in lemmas if w not in OF_NO_NAME))
    if name.startswith(f"{category}_") or ("_" in category and name.endswith(f"_{category}")):
        # "Sous vide stick", "undersink water chiller": the kind's own name is in the phrase.
        return category
    return name or category


CALLED_BY_KIND = wordset("kind", "called_by_kind")
CALLED_BY_HEAD = ("electronics", "appliance", "vehicle")

# Words in front of a kind that say how it is, not what it is.
OF_NO_NAME = wordset("kind", "of_no_name")


def is_compound(doc: Document, at: int) -> bool:
    """Whether a light noun is the end of a kind's own name: 'espresso machine'."""
    mention = doc.mention_at[at]
    return mention is not None and mention.last - mention.first > 1 and is_kind(doc, at)


def is_feature(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return (
        mention is not None and mention.entry(FEATURE) is not None and mention.entry(KIND) is None
    )


def is_kind(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return mention is not None and mention.entry(KIND) is not None

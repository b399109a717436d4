"""Nouns whose number is a metric of the thing: gears, shelves, drawers, burners, seats."""

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.subject import Subject

TIERED = wordset("counts", "tiered")
COOKING = frozenset({"cooktop", "oven", "grill", "barbecue"})

# Counted nouns by metric, and the design types where they are one.
NOUNS: dict[str, tuple[str, frozenset[str]]] = {
    "gear": ("gears", frozenset({"vehicle"})),
    "spd": ("gears", frozenset({"vehicle"})),
    "speed": ("gears", frozenset({"vehicle"})),
    "shelf": ("shelves", frozenset({"furniture", "appliance", "general"})),
    "tier": ("shelves", frozenset({"furniture", "general"})),
    "drawer": ("drawers", frozenset({"furniture", "appliance", "general", "vehicle"})),
    "burner": ("burners", frozenset({"appliance", "general"})),
    "zone": ("burners", frozenset({"appliance"})),
    "ring": ("burners", frozenset({"appliance"})),
    "hob": ("burners", frozenset({"appliance"})),
    "setting": ("place_settings", frozenset({"appliance"})),
    "belt": ("seats", frozenset({"vehicle"})),
    "place": ("seats", frozenset({"vehicle"})),
    "gearbox": ("gears", frozenset({"vehicle"})),
    "seater": ("seats", frozenset({"vehicle", "furniture", "building", "general"})),
    "seat": ("seats", frozenset({"vehicle", "furniture", "building", "general"})),
    "berth": ("occupancy", frozenset({"vehicle", "building", "furniture"})),
    "sleeper": ("occupancy", frozenset({"vehicle", "furniture"})),
    "couchette": ("occupancy", frozenset({"vehicle"})),
}


def counts_noun(doc: Document, subject: Subject, noun: str, place: int, at: int) -> bool:
    """Whether a number that ends before `at` counts the noun at `place`."""
    if noun in ("speed", "spd"):
        # "6-speed", "8 speed gearbox"; not "3 speed settings" of an appliance.
        return place == at
    if noun in ("zone", "ring", "hob"):
        return subject.category in COOKING and place <= at + 2
    if noun == "setting":
        bare = place == at and subject.category == "dishwasher"
        return bare or (place > at and doc.lemmas[place - 1] == "place")
    if noun == "seat":
        following = doc.words[place + 1] if place + 1 < len(doc) else ""
        if place + 1 < len(doc) and doc.quantity_at[place + 1] is not None and place > at:
            # "Four coaches seat 32 children": the verb, with a figure of its own.
            return False
        return following not in ("height", "width", "depth", "belts", "belt") and place - at <= 2
    if noun == "gearbox":
        # "A 24/24 gearbox", no "two gearboxes".
        return place == at and doc.words[place] == noun and doc.words[place - 2] == "/"
    if noun in ("belt", "place"):
        # "Seven belts", "four-place"; not "three-point belts".
        return place == at
    if noun == "tier" and subject.category not in TIERED:
        return False
    return place - at <= 3

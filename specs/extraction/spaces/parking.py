"""Places for cars: 'parking for 45 cars', '410 stalls' of a car park, '24 underground bays'."""

from specs.extraction.spaces.rooms import Room
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import FEATURE, SPACE
from specs.language.noun_phrases import phrase_end
from specs.language.quantity import Quantity

PARKING_WORDS = wordset("spaces", "parking_words")

PARKING = "parking_space"

CARS = wordset("spaces", "cars")

# "24 underground bays": nothing else stands there in bays.
BELOW = wordset("spaces", "where_cars_stand")


SHOWN = (["on", "display"], ["on", "show"], ["for", "sale"])
"""'Showroom with 15 cars on display': those are what it is about."""


def parked_cars(doc: Document, quantity: Quantity, *, car_park: bool) -> list[Room]:
    """`car_park` says that the building is one: what it counts in bays and stalls is for cars."""
    return _cars(doc, quantity, car_park=car_park) or _places(doc, quantity)


def _places(doc: Document, quantity: Quantity) -> list[Room]:
    """'90 spaces of parking', '90 spaces parking', '24 underground bays'."""
    at = quantity.last
    if doc.lemmas[at] in CARS:
        last = at + 1 + (doc.words[at + 1 : at + 2] == ["of"])
        if doc.words[last : last + 1] == ["parking"]:
            return [Room(PARKING, int(quantity.value), Evidence(quantity.first, last + 1))]
        return []
    last = at
    while last < len(doc) and doc.words[last] in BELOW:
        last += 1
    if at < last < len(doc) and doc.lemmas[last] in CARS:
        return [Room(PARKING, int(quantity.value), Evidence(quantity.first, last + 1))]
    return []


def _cars(doc: Document, quantity: Quantity, *, car_park: bool) -> list[Room]:
    """'parking for 45 cars', 'garage for 480 cars', '350 spaces' of a car park."""
    at = quantity.last
    end = phrase_end(doc.tokens, at, min(len(doc), at + 4))
    if doc.words[end : end + 2] in SHOWN:
        return []
    before = doc.words[max(0, quantity.first - 7) : quantity.first]
    charged = any(
        (mention := doc.mention_at[i]) is not None and mention.entry(FEATURE) is not None
        for i in range(at, end)
    )
    # "620 spaces, 30 EV charging bays": some of them are fitted out.
    near = (
        (car_park and not charged)
        or any(w in PARKING_WORDS for w in before)
        or any(doc.lemmas[i] in ("parking", "car") for i in range(at, end))
    )
    for place in range(at, end):
        if doc.lemmas[place] in CARS:
            if doc.lemmas[place] in ("car", "vehicle", "automobile"):
                if doc.lemmas[place + 1 : place + 2] in (["garage"], ["carport"]):
                    return [Room("garage", 1, Evidence(quantity.first, place + 2))]
                if "bike" in doc.words[at:place] or _in_garage(doc, quantity):
                    return []
                first = _parking_word(doc, quantity.first)
                return [Room(PARKING, int(quantity.value), Evidence(first, place + 1))]
            if near:
                return [Room(PARKING, int(quantity.value), Evidence(quantity.first, place + 1))]
    if (
        quantity.first > 1
        and doc.words[quantity.first - 1] == "for"
        and doc.words[quantity.first - 2] in ("parking", "park", "carpark")
    ) and end == at:
        return [
            Room(PARKING, int(quantity.value), Evidence(quantity.first - 2, quantity.last, 0.85))
        ]
    return []


def _in_garage(doc: Document, quantity: Quantity) -> bool:
    """'A garage for two cars' beside other rooms is one garage."""
    at = quantity.first - 2
    if at < 1 or doc.words[at + 1] != "for":
        return False
    mention = doc.mention_at[at]
    entry = mention.entry(SPACE) if mention is not None else None
    return entry is not None and entry.name == "garage" and quantity.value <= GARAGE


GARAGE = 4
"""Cars that a house's garage holds."""


def _parking_word(doc: Document, first: int) -> int:
    if (
        first > 1
        and doc.words[first - 1] == "for"
        and doc.words[first - 2] in ("parking", "park", "space")
    ):
        return first - 2
    return first

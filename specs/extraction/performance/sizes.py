"""Range, screens, wheels, capacities and loads."""

from specs.extraction.borne import is_carried, is_lifted, is_most_borne, is_per_part, other_masses
from specs.extraction.performance.devices import pieces
from specs.extraction.performance.loads import is_limit, of_people
from specs.extraction.performance.metrics import Metric, cue_near, metric
from specs.extraction.performance.screens import read_rims, read_screen, right_behind
from specs.knowledge import wordset
from specs.language.cues import Cue
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.lexicon import FREE, MATERIAL
from specs.language.quantity import Quantity
from specs.language.subject import Subject

SIDES = wordset("performance", "sides")

TON_OF_COOLING = 3.516852842


def read_length(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.group >= 0 or quantity.label in SIDES:
        return None
    cue = cue_near(doc, subject, quantity)
    role = cue.role if cue else None
    if role is not None and role.startswith("-"):
        # "A tablet of 12.4 inches to fit in a bag".
        return (
            read_screen(doc, subject, quantity, None) if right_behind(subject, quantity) else None
        )
    if quantity.written in ("kilometre", "mile", "nautical_mile"):
        if role is None and subject.category == "bicycle" and not _is_driven(doc):
            # "Lisbon to Almaty, some 11,000 km": a tour, not what a bicycle reaches.
            return None
        if role == "range" or (role is None and subject.design_type in ("vehicle", "general")):
            return metric(
                "range",
                quantity.value / 1000,
                measured(quantity, factor=1 / 1000, confidence=0.95 if role else 0.7),
            )
        return None
    far = subject.category == "drone" and quantity.value >= FAR
    if role == "range" and (far or subject.category in ON_AIR):
        return metric("range", quantity.value / 1000, measured(quantity, factor=1 / 1000))
    if (
        role == "wheel_size"
        and subject.design_type in ("vehicle", "general")
        and cue is not None
        and cue.cost <= 2.7
    ):
        return metric("wheel_size", quantity.value / 0.0254, measured(quantity, factor=1 / 0.0254))
    return read_screen(doc, subject, quantity, role) or read_rims(doc, subject, quantity)


FAR = 500
ON_AIR = frozenset({"baby_monitor", "walkie_talkie", "marine_radio", "intercom"})
"""How far their signal reaches is said in metres."""


def read_volume(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity)
    role = cue.role if cue else None
    if _hauls_water(doc, subject, quantity):
        return metric("capacity", quantity.value * 1000, measured(quantity, factor=1000))
    if (air := _air(doc, quantity)) is not None:
        return air
    if subject.design_type == "building" or (role is not None and role.startswith("-")):
        return None
    litres = quantity.value * 1000 * pieces(doc, quantity)
    if subject.category == "aircraft" and quantity.value > ENVELOPE:
        # The gas of a balloon.
        return None
    if subject.design_type == "vehicle":
        tank = cue is not None and doc.lemmas[cue.last - 1] == "tank"
        if cue is not None and "water" in doc.words[cue.first : cue.last]:
            return None
        if _engine_size(doc, quantity, subject) and not tank:
            return None
        if role == "capacity" and tank and _is_cargo(doc, subject, cue):
            return metric("capacity", litres, measured(quantity, factor=1000))
        if role == "fuel_tank" or (role == "capacity" and tank):
            return metric("fuel_tank", litres, measured(quantity, factor=1000))
        return metric(
            "capacity", litres, measured(quantity, factor=1000, confidence=0.95 if role else 0.75)
        )
    if (
        role == "volume" and subject.design_type == "electronics"
    ) or subject.design_type == "electronics":
        return None
    if role == "fuel_tank":
        return metric("fuel_tank", litres, measured(quantity, factor=1000))
    return metric(
        "capacity", litres, measured(quantity, factor=1000, confidence=0.95 if role else 0.85)
    )


ENVELOPE = 300.0
"""Cubic metres; no freighter's hold takes as many that anybody describes."""


def _hauls_water(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'Fire engine, 3,000 L of water': its load, not what its people drink."""
    of_water = doc.words[quantity.last : quantity.last + 2] in (["of", "water"], ["water", ","])
    named = not WATER_CARRIERS.isdisjoint(doc.lemmas[subject.first : subject.last])
    return of_water and named and subject.category == "truck"


def _air(doc: Document, quantity: Quantity) -> Metric | None:
    """'Shifts 720 cubic feet of air a minute'."""
    words, last = doc.words, quantity.last
    if words[last : last + 2] != ["of", "air"] or words[last + 2 : last + 3] not in AN:
        return None
    hours = PER_HOUR.get("".join(words[last + 3 : last + 4]))
    if hours is None:
        return None
    return metric("airflow", quantity.value * hours, measured(quantity, factor=hours))


AN = (["a"], ["an"], ["per"], ["every"], ["each"], ["/"])
PER_HOUR = {"minute": 60.0, "min": 60.0, "hour": 1.0, "h": 1.0, "second": 3600.0}
WATER_CARRIERS = frozenset({"fire", "water", "bowser", "tender", "pumper", "tanker"})


def _is_driven(doc: Document) -> bool:
    """Whether a motor or a battery is spoken of."""
    return any(q.kind in ("energy", "power", "torque") for q in doc.quantities) or any(
        word.startswith(("electric", "ebike", "pedelec", "motor", "batter", "assist"))
        or (word == "e" and doc.tokens.gaps[at + 1 : at + 2] == ["-"])
        for at, word in enumerate(doc.words)
    )


CARGO = frozenset({"grain", "slurry", "seed", "product", "liquid", "cargo"})


def _is_cargo(doc: Document, subject: Subject, cue: Cue | None) -> bool:
    """The tank of a tanker or a sprayer drone holds what it carries, not what it burns."""
    named = cue is not None and any(word in CARGO for word in doc.lemmas[cue.first : cue.last])
    tanker = any("tanker" in word for word in doc.lemmas[subject.first : subject.last])
    sprays = subject.category == "truck" and not WATER_CARRIERS.isdisjoint(
        doc.lemmas[subject.first : subject.last]
    )
    return named or tanker or sprays or subject.category in ("drone", "sprayer")


def _engine_size(doc: Document, quantity: Quantity, subject: Subject) -> bool:
    """'a 2.0-litre saloon': so few litres are cylinders."""
    return quantity.written == "litre" and quantity.value < 0.009


def read_mass(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity)
    role = cue.role if cue else None
    if subject.category == "air_conditioner" and quantity.written == "short_ton":
        tons = quantity.number
        return metric(
            "cooling_capacity",
            tons * TON_OF_COOLING,
            measured(quantity, factor=TON_OF_COOLING / 907.18474),
        )
    if (role is not None and role.startswith("-")) or subject.design_type == "building":
        return None
    if subject.category in ("washing_machine", "dryer") and subject.design_type == "appliance":
        if role != "weight" and quantity.value <= 30:
            return metric("load", quantity.value, measured(quantity))
        return None
    if role == "load" and subject.design_type == "appliance":
        # A clothes airer takes laundry too.
        return metric("load", quantity.value, measured(quantity))
    if role in (None, "weight") and _outweighs(doc, subject, quantity):
        # "Office chair, castors, 150 kg": a person weighs that, no chair does.
        return metric("payload", quantity.value, measured(quantity, confidence=0.75))
    if is_per_part(doc, quantity) and any(
        _is_total(doc.words[other.end : other.end + 2]) for other in other_masses(doc, quantity)
    ):
        return None
    if role is None and (
        of_people(doc, subject, quantity)
        or is_lifted(doc, subject, quantity)
        or is_most_borne(doc, subject, quantity)
        or (subject.design_type == "furniture" and _is_borne(doc, subject, quantity))
    ):
        return metric("payload", quantity.value, measured(quantity, confidence=0.85))
    if role is None and subject.design_type == "furniture" and quantity.value >= HEAVIEST_OF_ALL:
        # "Loft bed, 300 kg".
        return metric("payload", quantity.value, measured(quantity, confidence=0.75))
    if role == "payload" and cue is not None and _is_parts_load(doc, subject, cue):
        return None
    if (
        role == "payload"
        or (role is None and _up_to(doc, subject, quantity))
        or (role in (None, "weight") and is_limit(doc, subject, quantity))
    ):
        return metric("payload", quantity.value, measured(quantity))
    return None


SEATS = frozenset({"chair", "stool"})
HEAVIEST = 90.0
HEAVIEST_OF_ALL = 200.0
"""Kilograms; hardly any piece of furniture weighs as much."""


def _is_parts_load(doc: Document, subject: Subject, cue: Cue) -> bool:
    """'A front loader lifting 550 kg', 'winch that pulls 4 t': the part does, not the whole."""
    at = cue.first - 1
    while at > 0 and doc.words[at] in ("that", "which", "for", "can", "to"):
        at -= 1
    part = doc.mention_at[at] if at >= subject.last else None
    return (
        part is not None
        and subject.design_type in ("vehicle", "furniture")
        and part.entry(FREE) is not None
        and doc.words[cue.first] in LIFTS
    )


def _is_borne(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'15 kg of books', '300 lb limit', '60 kg at least': nobody asks furniture to be heavy
    without a word of weight."""
    behind = doc.words[quantity.end : quantity.end + 2]
    if behind in (["on", "it"], ["on", "top"]):
        return True
    if _is_total(behind):
        # "160 kg total" of a workbench and nothing else is what it weighs.
        shelves = not SHELVES.isdisjoint(doc.lemmas[subject.first : subject.last])
        return shelves or len(other_masses(doc, quantity)) > 0
    if behind[:1] == ["of"] and len(behind) > 1 and not _is_stuff(doc, quantity.end + 1):
        return True
    if behind[:1] in (["per"], ["/"]) and len(behind) > 1:
        # "Per bench" of workbenches.
        named = doc.lemmas[subject.first : subject.last]
        return any(word.endswith(doc.lemmas[quantity.end + 1]) for word in named)
    if (
        quantity.bound == "max"
        and quantity.value >= BORNE
        and not WORKTOPS.isdisjoint(doc.lemmas[subject.first : subject.last])
    ):
        # "Desk, 80 kg max".
        return True
    return quantity.bound == "min" or behind[:1] == ["limit"]


RIDDEN = frozenset({"bicycle", "scooter"})


def _outweighs(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """Whether it must be a load: 150 kg of a chair; 'max 80 kg on the rack, 200 kg in total' of a
    bicycle."""
    if quantity.value < HEAVIEST:
        return False
    if subject.category in RIDDEN:
        several = sum(q.kind == "mass" for q in doc.quantities) > 1
        return several and _is_total(doc.words[quantity.end : quantity.end + 2])
    carried = any(is_carried(doc, other) for other in other_masses(doc, quantity))
    return subject.category in SEATS and not carried


BORNE = 60.0
SHELVES = frozenset({"shelf", "bookshelf", "bookcase", "shelving", "rack"})
WORKTOPS = SHELVES | {"desk", "workbench"}


def _is_total(behind: list[str]) -> bool:
    """'75 kg per shelf, 375 kg overall'."""
    return behind[:1] in (["overall"], ["total"], ["altogether"]) or behind == ["in", "total"]


def _is_stuff(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return doc.words[at] in ("weight", "mass") or (
        mention is not None and mention.entry(MATERIAL) is not None
    )


LIFTS = wordset("performance", "lifts")


BEARS = frozenset({"supports", "holds", "carries", "bears", "takes", "support", "hold", "carry"})


def _up_to(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'office chair, up to 150 kg': what it bears; a weight is 'under' or 'at most'."""
    ahead = doc.words[max(0, quantity.first - 2) : quantity.first]
    if ahead != ["up", "to"]:
        return False
    # "Stand, supports an instrument of up to 6 kg".
    bears = any(word in BEARS for word in doc.words[max(0, quantity.first - 8) : quantity.first])
    scales = "scale" in doc.lemmas[subject.first : subject.last]
    return bears or scales or subject.design_type in ("furniture", "vehicle")

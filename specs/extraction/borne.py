"""What a mass says of a thing that bears: 'max 75 kg, 13.7 kg', '10 kg a tier'."""

from specs.knowledge import wordset
from specs.language.cues import cue_of
from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.subject import Subject

PARTS = wordset("performance", "bearing_parts")
PER = (["per"], ["a"], ["an"], ["each"], ["every"], ["/"])
MAX = frozenset({"max", "maximum"})
HEAVY = 60.0
"""Kilograms; what a piece of furniture bears at most, rather than what it may weigh."""
TONS = frozenset({"metric_ton", "short_ton", "ton", "long_ton"})
LIFTERS = frozenset({"forklift", "pallet_truck", "stacker", "telehandler", "crane", "reach_truck"})
RIGHT_BEHIND = 3


def is_per_part(doc: Document, quantity: Quantity) -> bool:
    """'10 kg a tier', '50 kg per shelf': of one part, not of the whole."""
    end = quantity.end
    return doc.words[end : end + 1] in PER and PARTS.issuperset(
        doc.lemmas[end + 1 : end + 2] or ("",)
    )


def other_masses(doc: Document, quantity: Quantity) -> list[Quantity]:
    return [q for q in doc.quantities if q.kind == "mass" and q is not quantity]


def is_most_borne(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'Max 75 kg', 'rack of 15 kg, weighs 2 kg' of a piece of furniture: no weight of its own."""
    if subject.design_type != "furniture" or is_per_part(doc, quantity):
        return False
    others = other_masses(doc, quantity)
    if MAX.isdisjoint(
        [*doc.words[quantity.first - 1 : quantity.first], *doc.words[quantity.end :][:1]]
    ):
        return any(_is_weighed(doc, other) for other in others)
    return quantity.value >= HEAVY or any(other.value < quantity.value for other in others)


def _is_weighed(doc: Document, quantity: Quantity) -> bool:
    cue = cue_of(doc, quantity)
    return cue is not None and cue.role == "weight" and cue.cost <= RIGHT_BEHIND


def is_carried(doc: Document, quantity: Quantity) -> bool:
    """Whether a word says of this mass that it is borne."""
    cue = cue_of(doc, quantity)
    return cue is not None and cue.role == "payload" and cue.cost <= RIGHT_BEHIND


def is_lifted(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'Electric forklift, 1.6 t': what it lifts is in its name."""
    return (
        subject.category in LIFTERS
        and quantity.written in TONS
        and (quantity.end <= subject.first or quantity.first - subject.last <= RIGHT_BEHIND)
    )


def is_force(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'Log splitter 7 t, 46 kg': tonnes of a machine that weighs kilograms are its force."""
    return (
        subject.design_type == "appliance"
        and quantity.written in TONS
        and any(other.written not in TONS for other in other_masses(doc, quantity))
    )

"""Single lengths: which side each is, and whose."""

from specs.extraction.dimensions.alone import (
    ends_item,
    in_use,
    is_ball,
    is_folded,
    is_only_length,
    is_top,
    stands_alone,
    stands_for_whole,
)
from specs.extraction.dimensions.equal import equal_sides
from specs.extraction.dimensions.products import building_sides, product_sides
from specs.extraction.dimensions.rooms import is_of_its_place, is_of_room
from specs.extraction.dimensions.side import STANDING, Side
from specs.extraction.dimensions.thickness import thickness_side
from specs.extraction.dimensions.upright import is_upright
from specs.extraction.reach import SET_IN_HEIGHT, adjusts, is_reach
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import measured, tidy
from specs.language.ownership import PART, WHOLE, owner
from specs.language.quantity import Quantity
from specs.language.subject import Subject

TOWERS = wordset("dimensions", "towers")
RISING = wordset("dimensions", "rising")
LONG = frozenset({"table", "bed", "bench"})
WIDE = frozenset({"sofa", "cabinet", "dresser", "sideboard"})

ACROSS = wordset("dimensions", "across")


def single_sides(doc: Document, subject: Subject, lengths: list[Quantity]) -> list[Side]:
    found: list[Side] = []
    groups: dict[int, list[Quantity]] = {}
    verdicts: dict[int, str] = {}
    building = subject.design_type == "building"
    for index, quantity in enumerate(lengths):
        if quantity.group >= 0:
            groups.setdefault(quantity.group, []).append(quantity)
            continue
        if building and is_of_room(doc, subject, quantity.begin):
            verdicts[index] = PART
            continue
        equal = equal_sides(doc, subject, quantity)
        if equal:
            found.extend(equal)
            verdicts[index] = WHOLE
            continue
        if is_folded(doc, quantity) and any(q.size >= THREE for q in lengths):
            verdicts[index] = PART
            continue
        verdict = owner_of(doc, quantity, subject, lengths, index, verdicts)
        verdicts[index] = verdict
        if verdict == WHOLE:
            side = _single(doc, subject, quantity)
            if side is not None:
                found.append(side)
    for group in in_use(doc, list(groups.values()), found):
        if subject.design_type == "furniture" and _is_of_fitting(group, found):
            continue
        if (is_of_room if building else is_of_its_place)(doc, subject, group[0].begin):
            continue
        whole = owner(doc, group[-1], subject.head, group[0]) == WHOLE
        only = len(groups) == 1
        if whole or (
            only and (is_top(doc, subject, group) or stands_for_whole(doc, subject, group))
        ):
            found.extend(product_sides(doc, subject, group))
    return building_sides(found) if building else found


THREE = 3
SMALL = 0.2
"""A plate, a grommet: no side of it is a fifth of a side that the text gives for the whole."""


def _is_of_fitting(group: list[Quantity], found: list[Side]) -> bool:
    """'Bench, 1.2 m long … a plaque on the back rail, 150 x 50 mm'."""
    longest = max((side.value for side in found), default=0.0)
    return len(group) == 2 and all(q.value <= SMALL * longest for q in group)


def owner_of(
    doc: Document,
    quantity: Quantity,
    subject: Subject,
    lengths: list[Quantity],
    index: int,
    verdicts: dict[int, str],
) -> str:
    """A second measure after 'and' belongs to what the first one belongs to."""
    if index and doc.words[quantity.begin - 1 : quantity.begin] == ["and"]:
        previous = lengths[index - 1]
        if previous.end == quantity.begin - 1 and index - 1 in verdicts:
            return verdicts[index - 1]
    behind = doc.words[quantity.end : quantity.end + 1]
    if subject.category in BUILT_IN and quantity.label is None and behind and behind[0] in SORTS:
        return WHOLE
    if quantity.label is None and is_ball(doc, quantity):
        return WHOLE
    return owner(doc, quantity, subject.head)


def _single(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
    name = quantity.label
    if name is None:
        name = _unlabelled(doc, subject, quantity)
        if name is None:
            return None
    elif name == "thickness":
        name = thickness_side(doc, subject, quantity)
    elif name == "depth" and subject.design_type in ("vehicle",):
        return None
    elif name == "span" and subject.category in ("aircraft", "drone"):
        name = "width"
    elif name == "span" and "fan" in subject.category:
        name = "diameter"
    elif name == "span":
        # "Footbridge, span seven metres".
        name = "length"
    if name == "diameter":
        name = _diameter(doc, subject, quantity)
    if name is None:
        return None
    # "To hide behind a shed 2 m high: …": perhaps the shed's, where a later figure says the same.
    beside = quantity.begin > 0 and doc.aside[quantity.begin - 1]
    return Side(name, tidy(quantity.value), measured(quantity, confidence=0.8 if beside else 0.95))


def _diameter(doc: Document, subject: Subject, quantity: Quantity) -> str | None:
    """The side that a figure across is; None where only the base is round."""
    if subject.design_type == "building":
        return "width" if _is_second(doc, quantity) else "diameter"
    if doc.words[quantity.first - 1 : quantity.first] in STANDS_ON:
        return None
    deep = subject.design_type in ORDERED and _has_depth(doc, quantity)
    return "width" if deep else "diameter"


ORDERED = frozenset({"furniture", "appliance", "electronics"})
STANDS_ON = (["base"], ["foot"], ["plate"], ["blade"], ["stem"], ["hose"])
"""'Tower fan, base 30 cm in diameter': round only where it stands."""


def _has_depth(doc: Document, quantity: Quantity) -> bool:
    """'1.9 m across, 32 cm deep': what has a depth is not round."""
    across = doc.words[quantity.last : quantity.last + 1] == ["across"]
    return across and any(q.label == "depth" for q in doc.quantities)


def _is_second(doc: Document, quantity: Quantity) -> bool:
    """'30 m in length, 15 m across': what has a length is not round."""
    across = doc.words[quantity.last : quantity.last + 1] == ["across"]
    return across and any(q.label == "length" for q in doc.quantities)


def _unlabelled(doc: Document, subject: Subject, quantity: Quantity) -> str | None:
    """A bare length in front of the thing: '19 ft fishing boat', '46 mm round case'."""
    end = quantity.end
    rising = doc.words[max(0, quantity.first - 2) : quantity.first]
    if subject.design_type == "building" and any(word in RISING for word in rising):
        return "height"
    near = doc.words[end : end + 3]
    if near[:1] == ["overall"] and subject.design_type in ("vehicle", "general"):
        # "86 cm overall".
        return "length"
    if near[:1] == ["overall"] and subject.design_type == "building":
        # "5.6 m to the gutter, 7.1 m overall".
        ahead = doc.words[max(0, quantity.first - 5) : quantity.first]
        return None if EDGES.isdisjoint(ahead) else "height"
    if near[:1] == ["overall"] and subject.category in SEATS:
        # "Seat height 75 cm, 98 cm overall".
        return "height"
    if (
        is_ball(doc, quantity)
        or any(w in ACROSS for w in near)
        or any(w in ACROSS for w in doc.words[max(0, quantity.first - 2) : quantity.first])
    ):
        return "diameter"
    before_head = quantity.end <= subject.first and all(
        doc.kinds[i] == "w" for i in range(quantity.end, subject.first)
    )
    if not before_head:
        return _by_place(doc, subject, quantity)
    if any(doc.words[i] in TOWERS for i in range(quantity.end, min(subject.last + 2, len(doc)))):
        return "height"
    if subject.design_type in ("vehicle", "building"):
        return "length"
    if subject.design_type == "general":
        return "length"
    if subject.design_type == "furniture":
        return "length" if subject.category in LONG else "width"
    return "width"


def _by_place(doc: Document, subject: Subject, quantity: Quantity) -> str | None:
    """'smartwatch with a 46 mm case': a watch case is measured across."""
    near = doc.words[quantity.end : quantity.end + 3]
    case = "case" in near or doc.words[quantity.first - 1] == "case"
    if subject.category == "smartwatch" and case:
        return "diameter"
    ceiling_fan = "ceiling" in doc.words[subject.first : subject.last] and "fan" in subject.category
    if ceiling_fan and quantity.written in ("inch", "centimetre") and quantity.value >= 0.5:
        return "diameter"
    if (
        subject.design_type == "vehicle"
        and quantity.value >= 2
        and (
            # "Articulated tram 30 m, 2.4 m wide": right behind the name, or an item of a list.
            quantity.first == subject.last
            or _of_subject(doc, subject, quantity)
            or stands_alone(doc, quantity)
        )
    ):
        return "length"
    flat = subject.category in FLAT or _is_behind_pair(doc, subject, quantity)
    if flat and _is_thickness(doc, quantity):
        return "height"
    if subject.category in BUILT_IN and _is_module(doc, quantity):
        return "width"
    if subject.category in SET_IN_HEIGHT and is_reach(quantity) and adjusts(doc, quantity):
        return "height"
    if is_upright(doc, subject) and quantity.value >= TALL and stands_alone(doc, quantity):
        # "Coat stand, cast iron foot, 178 cm, 8 hooks".
        return None if any(q.label == "height" for q in doc.quantities) else "height"
    named = quantity.first == subject.last and ends_item(doc, quantity.end)
    if subject.design_type == "furniture" and (named or is_only_length(doc, quantity)):
        # "Bench for a tram stop, 1.8 m", "vanity, wall hung, 120 cm".
        return (
            "length" if subject.category in LONG else "width" if subject.category in WIDE else None
        )
    if subject.design_type == "general" and is_only_length(doc, quantity):
        # "Fishing rod, 2.7 metres".
        towers = any(word in TOWERS for word in doc.words[subject.first : subject.last])
        return "height" if towers else "length"
    if subject.design_type == "building" and quantity.value >= HIGH:
        tower = any(word in TOWERS for word in doc.words[subject.first : subject.last])
        if tower and stands_alone(doc, quantity):
            # "Residential tower: 38 storeys / 131 m".
            return "height"
    return None


def _is_behind_pair(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'64 x 20 cm, 6 mm': how thick a flat thing is."""
    at = quantity.first - 1
    pair = doc.quantity_at[at - 1] if at > 0 and doc.words[at] == "," else None
    flat = pair is not None and pair.group >= 0 and pair.size < THREE
    return flat and subject.design_type == "electronics" and subject.category not in STANDING


SEATS = frozenset({"stool", "chair", "bar_stool", "armchair"})
EDGES = frozenset({"gutter", "gutters", "eaves", "eave", "wallplate", "ridge", "springing"})
TALL = 0.9
"""Metres; what stands upright is no shorter."""
BUILT_IN = wordset("dimensions", "built_in")
SORTS = wordset("dimensions", "sorts")
MODULE = (0.28, 1.25)
"""Metres; kitchens are built in widths from 30 to 120 cm."""


def _is_module(doc: Document, quantity: Quantity) -> bool:
    """'Range hood, 90 cm', 'gas range, 30 in': the one bare figure where no width is given."""
    if not MODULE[0] <= quantity.value <= MODULE[1]:
        return False
    ahead = doc.words[quantity.first - 1 : quantity.first]
    behind = doc.words[quantity.last : quantity.last + 1]
    # "Slimline 45 cm", "60 cm electric".
    sort = bool(ahead and ahead[0] in SORTS) or bool(behind and behind[0] in SORTS)
    if not sort and not stands_alone(doc, quantity):
        return False
    others = (q for q in doc.quantities if q is not quantity)
    # "110 cm, 91 cm tall and 60 deep": sides with their labels leave the width free.
    return not any(q.label == "width" or (q.group >= 0 and not q.label) for q in others)


def _of_subject(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'A lobster boat of 12.8 metres', 'a launch of about 7 m'."""
    between = doc.words[subject.last : quantity.first]
    return between[:1] == ["of"] and all(word in ABOUT for word in between)


ABOUT = frozenset({"of", "about", "around", "roughly", "some", "approximately", "nearly", "only"})
HIGH = 25.0
"""Metres; what a tower's one bare figure measures when it is no smaller."""


FLAT = wordset("dimensions", "flat")
THIN = (0.003, 0.045)
"""Metres; the thickness of a device that lies flat."""


def _is_thickness(doc: Document, quantity: Quantity) -> bool:
    """'e-reader, 390 g, 7 mm', '12.1 mm folded': the one bare figure in millimetres."""
    if quantity.written != "millimetre" or not THIN[0] <= quantity.value <= THIN[1]:
        return False
    return stands_alone(doc, quantity)

"""Which side a thickness is: of a tablet its height, of a television its depth, of a top none."""

from specs.extraction.dimensions.side import STANDING
from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.subject import Subject


def thickness_side(doc: Document, subject: Subject, quantity: Quantity) -> str | None:
    if subject.design_type == "building" or _has_all_sides(doc, subject):
        # Of a wall or a slab; "110 x 60 x 42 cm, travertine top, thickness 20 mm".
        return None
    # Where another figure is the height, the thickness is what is left.
    labels = {q.label for q in doc.quantities if q is not quantity}
    if {"height", "depth"} <= labels:
        # "Slimmer than 24 cm, 43 deep, 35 high".
        return "width"
    portable = "portable" in doc.words[max(0, subject.first - 2) : subject.last + 1]
    stands = subject.category in STANDING and not portable
    return "depth" if stands or "height" in labels else "height"


def _has_all_sides(doc: Document, subject: Subject) -> bool:
    """Whether a product or labels give the three sides of a piece of furniture."""
    if subject.design_type not in ("furniture", "appliance"):
        return False
    sizes = {q.size for q in doc.quantities if q.group >= 0 and (q.kind == "length" or q.guessed)}
    if any(size >= 3 for size in sizes):
        return True
    pair = 2 in sizes
    labels = {q.label for q in doc.quantities}
    across = len(labels & {"width", "depth", "length"}) > 1
    return "height" in labels and (pair or across)

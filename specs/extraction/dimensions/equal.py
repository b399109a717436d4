"""One figure for several sides: 'a 12 cm cube', '40 cm each side', '45 cm square'."""

from specs.extraction.dimensions.products import ORDERS
from specs.extraction.dimensions.side import Side
from specs.knowledge import phraselist
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.quantity import Quantity
from specs.language.subject import Subject

CUBES = frozenset({"cube", "cubed", "cubic"})
PER_SIDE = phraselist("dimensions", "per_side")


def equal_sides(doc: Document, subject: Subject, quantity: Quantity) -> list[Side]:
    """The sides that the figure measures; none where it measures one."""
    if quantity.label is not None or quantity.group >= 0:
        return []
    at, order = quantity.last, ORDERS[subject.design_type]
    if doc.words[at : at + 1] == ["square"] and (rest := _thick(doc, at + 1)) is not None:
        # "9.9 cm square by 2.2 cm".
        last = Side(order[2], tidy(rest.value), measured(rest, confidence=0.9))
        return [*_sides(order[:2], quantity, at + 1), last]
    if doc.words[at : at + 1] == ["square"] and _ends(doc, subject, at + 1):
        # "12 cm square, 2.8 cm deep" hangs on a wall.
        hangs = order[1] == "depth" and any(q.label == "depth" for q in doc.quantities)
        return _sides(("width", "height") if hangs else order[:2], quantity, at + 1)
    if doc.lemmas[at : at + 1] and doc.lemmas[at] in CUBES:
        end = at + 1 + (doc.words[at + 1 : at + 2] == ["ish"])
        if _ends(doc, subject, end):
            return _sides(order, quantity, end)
    for phrase in PER_SIDE:
        end = at + len(phrase)
        if tuple(doc.words[at:end]) == phrase:
            upright = any(q.label == "height" for q in doc.quantities)
            return _sides(order[:2] if upright else order, quantity, end)
    return []


def _thick(doc: Document, at: int) -> Quantity | None:
    """The length without a label behind 'square by', 'square x'."""
    if doc.words[at : at + 1] == [] or doc.words[at] not in ("by", "x", "×"):
        return None
    rest = doc.quantity_at[at + 1] if at + 1 < len(doc) else None
    return rest if rest is not None and rest.kind == "length" and rest.label is None else None


def _ends(doc: Document, subject: Subject, at: int) -> bool:
    """'45 cm square, oak' and '45 cm square side table', not '45 cm square legs'."""
    return at >= len(doc) or doc.kinds[at] != "w" or at <= subject.first or not _names(doc, at)


def _names(doc: Document, at: int) -> bool:
    return doc.words[at] not in ("of", "in", "and", "with", "or", "for", "by", "overall", "made")


def _sides(names: tuple[str, ...], quantity: Quantity, last: int) -> list[Side]:
    evidence = measured(quantity, confidence=0.9)
    evidence = Evidence(
        evidence.first, max(evidence.last, last), evidence.confidence, evidence.bound,
        evidence.low, evidence.high, evidence.alternative,
    )  # fmt: skip
    return [Side(name, tidy(quantity.value), evidence) for name in names]

"""A metric with its evidence, and the cue that is near enough to name it."""

from specs.knowledge import vocabulary
from specs.language.cues import Cue, cue_of
from specs.language.document import Document
from specs.language.facts import Evidence, tidy
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.records import Number, record

NEAR = 4.0


@record
class Metric:
    metric: str
    value: Number
    unit: str
    evidence: Evidence


def metric(name: str, value: float, evidence: Evidence) -> Metric:
    return Metric(name, tidy(value), vocabulary()["performance"][name]["unit"], evidence)


TOTALS = (["total"], ["altogether"], ["overall"], ["combined"])
IN_ALL = (["in", "total"], ["in", "sum"], ["in", "all"], ["all", "told"])


def is_total(doc: Document, quantity: Quantity) -> bool:
    """'120 W total', '160 hp in sum'."""
    behind = doc.words[quantity.end : quantity.end + 2]
    return behind[:1] in TOTALS or behind in IN_ALL


def cue_near(doc: Document, subject: Subject, quantity: Quantity, near: float = NEAR) -> Cue | None:
    cue = cue_of(doc, quantity)
    if cue is None or cue.cost > near:
        return None
    if (
        (cue.role.startswith("-") or cue.role == "range")
        and cue.first < subject.last
        and subject.first < cue.last
    ):
        # "Water bottle 750 ml": the thing's own name says nothing against its number.
        return None
    return cue

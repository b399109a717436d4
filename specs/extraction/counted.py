"""A count as it was read."""

from specs.language.facts import Evidence, measured, tidy
from specs.language.quantity import Quantity
from specs.records import Number, record


@record
class Count:
    metric: str
    value: Number
    evidence: Evidence


def counted(metric: str, quantity: Quantity, first: int, last: int) -> Count:
    evidence = measured(quantity)
    evidence = Evidence(
        min(first, quantity.first), max(last, quantity.last), evidence.confidence, evidence.bound,
        evidence.low, evidence.high, evidence.alternative,
    )  # fmt: skip
    return Count(metric, tidy(quantity.value), evidence)

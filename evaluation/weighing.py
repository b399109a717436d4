"""What findings cost: each criterion's share of the whole, every point lost placed on a finding."""

from collections.abc import Mapping, Sequence
from math import floor
from operator import itemgetter, sub

from evaluation.criterion import Assessment, Finding, Severity
from evaluation.notes import Note, finding
from evaluation.numbers import shown
from evaluation.rubric import Rubric
from specs.records import record

# By criterion, in the order of the report. A criterion that does not apply has None.
Assessed = Mapping[str, Assessment | None]


Priced = tuple[Finding, float]
_points = itemgetter(1)
SEVERITIES = tuple(Severity)


@record
class Weighed:
    """`priced` are the findings, the gravest first, with their points of the total."""

    total: float
    scores: Mapping[str, float | None]
    shares: Mapping[str, float]
    priced: Sequence[Priced]


def weigh(assessed: Assessed, rubric: Rubric) -> Weighed:
    shares = rubric.shares(tuple([name for name, own in assessed.items() if own is not None]))
    scores: dict[str, float | None] = {}
    placed: list[Finding] = []
    losses: list[float] = []
    for name, answer in assessed.items():
        if answer is None:
            scores[name] = None
            continue
        scores[name] = answer.shown
        if answer.findings:
            placed += answer.findings
            losses += answer.losses(shares[name])
    # In hundredths of a point, so that the parts sum to the whole exactly.
    cents = _shared_out(losses)
    total = (10_000 - sum(cents)) / 100
    priced = _gravest_first([(f, lost / 100) for f, lost in zip(placed, cents, strict=True)])
    if priced and priced[0][0].severity is Severity.ERROR and total > rubric.error_cap:
        priced, total = _capped(priced, total, rubric), rubric.error_cap
    return Weighed(total, scores, shares, priced)


def _gravest_first(priced: list[Priced]) -> list[Priced]:
    priced.sort(key=_points, reverse=True)
    return [entry for severity in SEVERITIES for entry in priced if entry[0].severity is severity]


def _shared_out(losses: list[float]) -> list[int]:
    """Whole hundredths that sum to the rounded sum: the largest remainders are rounded up."""
    whole = [*map(floor, losses)]
    missing = round(sum(losses)) - sum(whole)
    if missing > 0:
        # Of equal remainders the first.
        remainders = list(map(sub, whole, losses))
        for index in sorted(range(len(losses)), key=remainders.__getitem__)[:missing]:
            whole[index] += 1
    return whole


def _capped(priced: list[Priced], total: float, rubric: Rubric) -> list[Priced]:
    """The errors, what they take by capping the score, and the rest."""
    errors = [entry for entry in priced if entry[0].severity is Severity.ERROR]
    first = errors[0][0]
    points = round(total - rubric.error_cap, 2)
    note = Note("CAP", first.pointer, "", shown(rubric.error_cap), shown(total))
    cap = finding(first.criterion, note, points=points)
    return [*errors, (cap, points), *priced[len(errors) :]]

"""Holding a thing against the rules: what comes out is breaches, for the criteria to price."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from evaluation.criterion import Finding, Severity
from evaluation.numbers import expectation, shown
from evaluation.rules.checks import CHECKS
from evaluation.rules.quantities import quantity_named
from evaluation.rules.quantities.measure import Quantity
from evaluation.rules.rule import Check, Rule
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import KNOWN, Verdict, verdicts_at


@dataclass(frozen=True, slots=True)
class Penalties:
    """Criterion points that one breach of each severity costs."""

    error: float
    warning: float
    advice: float

    def of(self, severity: Severity) -> float:
        return float(getattr(self, severity.value))


def breaches(rule: Rule, thing: Thing, penalties: Penalties) -> Sequence[Finding]:
    return breaches_of(rule, penalties)(thing)


def breaches_of(rule: Rule, penalties: Penalties) -> Callable[..., Sequence[Finding]]:
    """How things are held against the rule. It is nothing to a rule what of them is assumed."""
    judge: Check = _nothing
    if rule.quantity is not None:
        judge = partial(_out_of_range, quantity_named(rule.quantity))
    elif rule.check is not None:
        judge = CHECKS[rule.check]

    def broken(thing: Thing, is_assumed: object = None) -> Sequence[Finding]:
        found = tuple(judge(thing, rule))
        # Mostly there is nothing.
        return [_finding(rule, verdict, thing, penalties) for verdict in found] if found else ()

    return broken


def _nothing(thing: Thing, rule: Rule) -> Iterable[Verdict]:
    return ()


def _out_of_range(quantity: Quantity, thing: Thing, rule: Rule) -> Iterable[Verdict]:
    """The gravest limit that the rule's quantity breaks."""
    measure = quantity(thing)
    if measure is None or (case := rule.case_for(thing)) is None:
        return ()
    for severity, low, high, _ in case.bounds:
        if (low is None or measure.value >= low) and (high is None or measure.value <= high):
            continue
        return verdicts_at(
            thing,
            measure.figures,
            severity,
            expectation(low, high, rule.unit),
            shown(measure.value, rule.unit),
        )
    return ()


def _finding(rule: Rule, verdict: Verdict, thing: Thing, penalties: Penalties) -> Finding:
    cost = rule.cost if rule.cost is not None else penalties.of(verdict.severity)
    message = rule.says.format(
        actual=verdict.actual,
        expected=verdict.expected,
        name=verdict.name,
        place=verdict.place,
        kind=thing.kind(),
        known=KNOWN[verdict.severity],
    )
    return Finding(
        rule=rule.id,
        criterion=rule.criterion,
        severity=verdict.severity,
        pointer=verdict.pointer,
        points=cost * verdict.times,
        message=message[:1].upper() + message[1:],
        expected=verdict.expected,
        actual=verdict.actual,
        source=rule.source,
    )

"""Fidelity: every fact the prompt states is in the spec, and nothing contradicts it."""

from collections.abc import Sequence
from functools import partial

from evaluation.criteria.unit import NOTHING, IsAssumed, Looking, Unit
from evaluation.criterion import Finding, Repair, Severity
from evaluation.differing import values_at
from evaluation.facts import Fact, facts_of
from evaluation.notes import Note, finding
from evaluation.outcomes import Outcome
from evaluation.rules.thing import Thing
from specs.draft import Reading

CRITERION = "fidelity"
# Below this a fact may have been misread: it is then worth a question, never an error.
SURE = 0.8
# To say the opposite of a prompt is worse than to leave a fact out.
CONTRADICTION = 2.0


def units(reading: Reading) -> tuple[Unit, ...]:
    """A prompt that states nothing is matched by anything."""
    facts = facts_of(reading)
    whole = sum(fact.weight for fact in facts)
    return tuple(_unit(fact, whole) for fact in facts)


def _unit(fact: Fact, whole: float) -> Unit:
    unit = partial(_unmet, fact, whole)
    return Looking(unit, values_at(fact.looked_at)) if fact.looked_at else unit


def _unmet(fact: Fact, whole: float, thing: Thing, is_assumed: IsAssumed) -> Sequence[Finding]:
    outcomes = fact.compare(thing.spec)
    if not outcomes:
        return NOTHING
    found = []
    for outcome in outcomes:
        points = 100 * fact.weight / whole * (CONTRADICTION if outcome.contradicts else 1.0)
        found.append(_finding(fact.confidence, outcome, points * outcome.share))
    return found


def _finding(confidence: float, outcome: Outcome, points: float) -> Finding:
    sure = confidence >= SURE
    return finding(
        CRITERION,
        Note(outcome.rule, outcome.pointer, outcome.name, outcome.expected, outcome.actual),
        points=points if sure else points * confidence,
        severity=Severity.ERROR if outcome.contradicts and sure else Severity.WARNING,
        repairs=(Repair(outcome.action, outcome.advice, outcome.patch),) if outcome.patch else (),
    )

"""Fidelity: every fact the prompt states is in the spec, and nothing contradicts it."""

from evaluation.criterion import Assessment, Finding, Repair, Severity, assessment
from evaluation.facts import facts_of
from evaluation.notes import Note, finding
from evaluation.outcomes import Outcome
from evaluation.rules.thing import Thing
from specs.draft import Reading

CRITERION = "fidelity"
# Below this a fact may have been misread: it is then worth a question, never an error.
SURE = 0.8
# To say the opposite of a prompt is worse than to leave a fact out.
CONTRADICTION = 2.0


def fidelity(thing: Thing, reading: Reading | None) -> Assessment | None:
    """None without a prompt. A prompt that states nothing is matched by anything."""
    if reading is None:
        return None
    facts = facts_of(reading)
    whole = sum(fact.weight for fact in facts)
    findings = []
    for fact in facts:
        for outcome in fact.compare(thing.spec):
            points = 100 * fact.weight / whole * (CONTRADICTION if outcome.contradicts else 1.0)
            findings.append(_finding(fact.confidence, outcome, points * outcome.share))
    return assessment(findings)


def _finding(confidence: float, outcome: Outcome, points: float) -> Finding:
    sure = confidence >= SURE
    return finding(
        CRITERION,
        Note(outcome.rule, outcome.pointer, outcome.name, outcome.expected, outcome.actual),
        points=points if sure else points * confidence,
        severity=Severity.ERROR if outcome.contradicts and sure else Severity.WARNING,
        repairs=(Repair(outcome.action, outcome.advice, outcome.patch),) if outcome.patch else (),
    )

"""Rules as units: what feasibility and consistency share."""

from collections.abc import Sequence
from functools import partial

from evaluation.criteria.unit import IsAssumed, Looking, Unit
from evaluation.criterion import Finding
from evaluation.differing import values_at
from evaluation.rules.breach import Penalties, breaches
from evaluation.rules.checks import LOOKED_AT
from evaluation.rules.quantities import looked_at
from evaluation.rules.rule import Rule, rules_for
from evaluation.rules.thing import Thing


def rule_units(
    criterion: str, penalties: Penalties, design_type: str, category: str
) -> tuple[Unit, ...]:
    rules = rules_for(criterion, design_type, category)
    return tuple(_unit(rule, penalties) for rule in rules)


def _unit(rule: Rule, penalties: Penalties) -> Unit:
    unit = partial(_broken, rule, penalties)
    paths: tuple[str, ...] = ()
    if rule.check is not None:
        paths = LOOKED_AT.get(rule.check, ())
    elif rule.quantity is not None and not any(case.when for case in rule.cases):
        paths = looked_at(rule.quantity)
    return Looking(unit, values_at(paths)) if paths else unit


def _broken(
    rule: Rule, penalties: Penalties, thing: Thing, is_assumed: IsAssumed
) -> Sequence[Finding]:
    return breaches(rule, thing, penalties)

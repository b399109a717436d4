"""Rules as units: what feasibility and consistency share."""

from evaluation.criteria.unit import Looking, Unit
from evaluation.differing import values_at
from evaluation.rules.breach import Penalties, breaches_of
from evaluation.rules.checks import LOOKED_AT
from evaluation.rules.quantities import looked_at
from evaluation.rules.rule import Rule, conditions_look_at, rules_for


def rule_units(
    criterion: str, penalties: Penalties, design_type: str, category: str
) -> tuple[Unit, ...]:
    rules = rules_for(criterion, design_type, category)
    return tuple(_unit(rule, penalties) for rule in rules)


def _unit(rule: Rule, penalties: Penalties) -> Unit:
    unit = breaches_of(rule, penalties)
    paths = _looked_at(rule)
    return Looking(unit, values_at(paths)) if paths else unit


def _looked_at(rule: Rule) -> tuple[str, ...]:
    """Nothing where it is not known beforehand."""
    if rule.check is not None:
        return LOOKED_AT.get(rule.check, ())
    paths = looked_at(rule.quantity) if rule.quantity is not None else ()
    for case in rule.cases:
        asked = conditions_look_at(case.when)
        if asked is None:
            return ()
        paths += asked
    return paths

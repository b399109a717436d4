"""Rules as units: what feasibility and consistency share."""

from collections.abc import Sequence
from functools import partial

from evaluation.criteria.unit import IsAssumed, Unit
from evaluation.criterion import Finding
from evaluation.rules.breach import Penalties, breaches
from evaluation.rules.rule import Rule, rules_for
from evaluation.rules.thing import Thing


def rule_units(
    criterion: str, penalties: Penalties, design_type: str, category: str
) -> tuple[Unit, ...]:
    rules = rules_for(criterion, design_type, category)
    return tuple(partial(_broken, rule, penalties) for rule in rules)


def _broken(
    rule: Rule, penalties: Penalties, thing: Thing, is_assumed: IsAssumed
) -> Sequence[Finding]:
    return breaches(rule, thing, penalties)

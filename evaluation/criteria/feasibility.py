"""Feasibility: physics, codes, ergonomics and the known extremes of each kind."""

from evaluation.criteria.breaches import rule_units
from evaluation.criteria.unit import Unit
from evaluation.rubric import Rubric

CRITERION = "feasibility"


def units(rubric: Rubric, design_type: str, category: str) -> tuple[Unit, ...]:
    return rule_units(CRITERION, rubric.penalties, design_type, category)

"""Feasibility: physics, codes, ergonomics and the known extremes of each kind."""

from evaluation.criterion import Assessment, assessment
from evaluation.rubric import Rubric
from evaluation.rules.breach import findings
from evaluation.rules.thing import Thing

CRITERION = "feasibility"


def feasibility(thing: Thing, rubric: Rubric) -> Assessment:
    return assessment(findings(thing, CRITERION, rubric.penalties))

"""Consistency: figures that belong together agree, and nothing ruled out is present."""

from evaluation.criterion import Assessment, assessment
from evaluation.rubric import Rubric
from evaluation.rules.breach import findings
from evaluation.rules.thing import Thing

CRITERION = "consistency"


def consistency(thing: Thing, rubric: Rubric) -> Assessment:
    return assessment(findings(thing, CRITERION, rubric.penalties))

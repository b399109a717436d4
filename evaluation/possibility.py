"""What about a spec cannot be: the errors of feasibility and consistency, without a score.

The LLM engine asks (see specs.generation.llm.feasibility) before it adds what a model suggests.
"""

from evaluation.criterion import Severity
from evaluation.rubric import first_rubrics
from evaluation.rules.breach import breaches
from evaluation.rules.rule import rules_for
from evaluation.rules.thing import Thing
from specs.design import DesignSpec
from specs.generation.llm.feasibility import Impossible

CRITERIA = ("feasibility", "consistency")


class RulesOfThePossible:
    def __init__(self) -> None:
        self._rubrics = first_rubrics()

    def impossible(self, spec: DesignSpec) -> list[Impossible]:
        thing, penalties = Thing(spec), self._rubrics[spec.design_type].penalties
        return [
            Impossible(rule=found.rule, pointer=found.pointer, message=found.message)
            for criterion in CRITERIA
            for rule in rules_for(criterion, spec.design_type, spec.category)
            for found in breaches(rule, thing, penalties)
            if found.severity is Severity.ERROR
        ]

"""The edit that a language model makes: what the FeedbackAgent proposes, as a design."""

from collections.abc import Sequence

from evaluation.criterion import Finding
from feedback.agent import FeedbackAgent
from rl.judging import Case
from rl.operators import Design
from specs.draft import Draft


class FeedbackRewriter:
    """An rl.agent.Rewriter: what is wrong by the findings is put to the model by `agent`."""

    def __init__(self, agent: FeedbackAgent) -> None:
        self.agent = agent

    def __call__(self, design: Design, case: Case, findings: Sequence[Finding]) -> Design | None:
        """None as well where there is no prompt that the model could be held to."""
        reading = case.facts.reading
        if reading is None or not case.prompt:
            return None
        better = self.agent.propose(
            Draft(design.spec, design.provenance, design.assumptions),
            prompt=case.prompt,
            stated=Draft(reading.spec, reading.provenance),
            items=self.agent.signal(findings=findings),
        )
        if better is None:
            return None
        return Design(better.spec, better.provenance, better.assumptions)

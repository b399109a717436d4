"""The optional judge: asked only where it is switched on and the caller may still spend on it."""

from accounts.errors import BudgetSpent
from accounts.journal import DATABASE_AWAY
from accounts.services import budget_check
from evaluation import wiring
from evaluation.judge import Verdict
from evaluation.scoring import Scorecard
from specs.design import DesignSpec
from specs.errors import NotADesign
from specs.models import Spec


def spec_judge(
    *, card: Scorecard, prompt: str | None, spec: Spec, principal: str
) -> Verdict | None:
    """None where no judge is configured, or where what it costs cannot be charged now."""
    judge = wiring.judge()
    if judge is None:
        return None
    try:
        budget_check(principal=principal or "nobody")
    except (BudgetSpent, *DATABASE_AWAY):
        return None
    verdict = judge.judge(card.document.spec, _stated(prompt))
    if spec.model and spec.model == verdict.model:
        return verdict.warned(
            "own_judge", "The model that judges is the one that generated the spec."
        )
    return verdict


def _stated(prompt: str | None) -> DesignSpec | None:
    if not prompt:
        return None
    try:
        return wiring.read_prompt(prompt).spec
    except NotADesign:
        return None

"""Questions about evaluations and rubrics that take a thought."""

from evaluation.selectors.evaluations import (
    criterion_scores,
    evaluation_for_report,
    evaluations_for_detail,
    evaluations_for_list,
    evaluations_matching,
    evaluations_visible_to,
    latest_evaluation_of,
)
from evaluation.selectors.rubrics import (
    UnknownRubric,
    next_version,
    rubric_named,
    rubrics_current,
)
from evaluation.selectors.summaries import Summary, summary_of

__all__ = [
    "Summary",
    "UnknownRubric",
    "criterion_scores",
    "evaluation_for_report",
    "evaluations_for_detail",
    "evaluations_for_list",
    "evaluations_matching",
    "evaluations_visible_to",
    "latest_evaluation_of",
    "next_version",
    "rubric_named",
    "rubrics_current",
    "summary_of",
]

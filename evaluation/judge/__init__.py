"""A language model as an optional judge beside the five criteria.

It is asked for points on fixed questions and nothing else; the score and whether it passes are
reckoned here. The weight of its score in the total is 0, so that the same spec, prompt and rubric
keep the same score whatever a model says.
"""

from evaluation.judge.judge import Judge
from evaluation.judge.verdict import Verdict

__all__ = ["Judge", "Verdict"]

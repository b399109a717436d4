from evaluation.models.evaluation import Evaluation
from evaluation.models.rubric import Rubric

__all__ = ["Evaluation", "Rubric"]

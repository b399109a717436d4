"""Use cases: the only writers of `evals` and `rubrics`."""

from evaluation.services.batches import (
    MAX_ITEMS,
    Batch,
    BatchItem,
    ItemFailure,
    batch_evaluate,
    batch_judge,
    batch_store,
)
from evaluation.services.evaluations import document_evaluate, evaluation_prune, spec_evaluate
from evaluation.services.rubrics import RubricConflict, rubric_add, rubrics_seed

__all__ = [
    "MAX_ITEMS",
    "Batch",
    "BatchItem",
    "ItemFailure",
    "RubricConflict",
    "batch_evaluate",
    "batch_judge",
    "batch_store",
    "document_evaluate",
    "evaluation_prune",
    "rubric_add",
    "rubrics_seed",
    "spec_evaluate",
]

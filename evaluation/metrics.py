"""Counts and scores of evaluations, as Prometheus reads them."""

from prometheus_client import Counter, Histogram

EVALUATIONS = Counter(
    "p2j_evaluations_total", "Evaluations made.", ["design_type", "grade", "source"]
)
SCORES = Histogram(
    "p2j_evaluation_score",
    "Scores of evaluations.",
    ["design_type"],
    buckets=(10, 20, 30, 40, 49, 60, 70, 80, 90, 95, 100),
)
EVALUATOR_SECONDS = Histogram(
    "p2j_evaluator_seconds",
    "Time of EvaluatorAgent for one spec.",
    buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.25, 1),
)

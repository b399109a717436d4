"""Questions about what people said. Blindness is decided in `blind` and nowhere else."""

from feedback.selectors.blind import (
    comparisons_visible_to,
    hidden_from,
    hidden_specs,
    items_hidden_from,
    quick_feedback_visible_to,
    ratings_open,
    ratings_visible_to,
    reviews_wait_for,
)
from feedback.selectors.comparisons import comparison_held, comparison_of, votes_on
from feedback.selectors.logs import hidg_logs_matching, hidg_logs_visible_to, hidg_week
from feedback.selectors.predictions import predicted_rating, reward_model_current
from feedback.selectors.queue import (
    lease_held_by,
    lease_of,
    queue_counts,
    review_items,
    review_of,
    reviewers_of,
)
from feedback.selectors.ratings import agreement_report, opinions_on, rating_summary
from feedback.selectors.training import judgements, preference_pairs, rated_specs

__all__ = [
    "agreement_report",
    "comparison_held",
    "comparison_of",
    "comparisons_visible_to",
    "hidden_from",
    "hidden_specs",
    "hidg_logs_matching",
    "hidg_logs_visible_to",
    "hidg_week",
    "items_hidden_from",
    "judgements",
    "lease_held_by",
    "lease_of",
    "opinions_on",
    "predicted_rating",
    "preference_pairs",
    "queue_counts",
    "quick_feedback_visible_to",
    "rated_specs",
    "rating_summary",
    "ratings_open",
    "ratings_visible_to",
    "review_items",
    "review_of",
    "reviewers_of",
    "reviews_wait_for",
    "reward_model_current",
    "votes_on",
]

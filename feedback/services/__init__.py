"""Use cases: the only writers of what people say."""

from feedback.services.comparisons import comparison_choose, comparison_next, comparison_open
from feedback.services.corrections import correction_add
from feedback.services.feedback import feedback_log_add
from feedback.services.journal import hidg_log_journal, rating_journal
from feedback.services.leases import (
    lease_extend,
    lease_next,
    lease_release,
    lease_submit,
    lease_take,
    leases_expire,
)
from feedback.services.logs import feedback_log_prune, hidg_log_add, hidg_log_prune
from feedback.services.ratings import RatingValues, quick_feedback_give, rating_submit
from feedback.services.reviews import (
    queue_fill,
    review_accept,
    review_add,
    review_return,
    spec_decide,
)
from feedback.services.reward import reward_model_fit

__all__ = [
    "RatingValues",
    "comparison_choose",
    "comparison_next",
    "comparison_open",
    "correction_add",
    "feedback_log_add",
    "feedback_log_prune",
    "hidg_log_add",
    "hidg_log_journal",
    "hidg_log_prune",
    "lease_extend",
    "lease_next",
    "lease_release",
    "lease_submit",
    "lease_take",
    "leases_expire",
    "queue_fill",
    "quick_feedback_give",
    "rating_journal",
    "rating_submit",
    "review_accept",
    "review_add",
    "review_return",
    "reward_model_fit",
    "spec_decide",
]

from feedback.models.comparison import Comparison
from feedback.models.correction import Correction
from feedback.models.logs import FeedbackLog, HidgLog
from feedback.models.rating import QuickFeedback, Rating
from feedback.models.review import ReviewItem, ReviewLease
from feedback.models.reward import RewardModel

__all__ = [
    "Comparison",
    "Correction",
    "FeedbackLog",
    "HidgLog",
    "QuickFeedback",
    "Rating",
    "ReviewItem",
    "ReviewLease",
    "RewardModel",
]

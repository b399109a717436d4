"""What can go wrong when people judge, by name; `config.api.errors` knows the statuses."""

from typing import Any


class FeedbackError(Exception):
    """Base of the expected failures; `code` is stable and part of the API.

    `todo` says what the person can do about it.
    """

    code = "feedback_error"
    todo = ""

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__(f"{detail} {self.todo}".strip())
        self.extra = extra


class TooFewRatings(FeedbackError):
    code = "too_few_ratings"


class OwnSpec(FeedbackError):
    code = "own_spec"
    todo = "Someone else has to judge it."


class RatingFinal(FeedbackError):
    """A rating given in a blind review stays as it is: the others' can be seen after it."""

    code = "rating_final"


class LeaseLost(FeedbackError):
    code = "lease_lost"
    todo = (
        "Ask for the next review; what you had written is not stored, so keep it and send it again."
    )


class WrongState(FeedbackError):
    """The item has moved on: somebody else decided, or nobody has reviewed it yet."""

    code = "wrong_state"
    todo = "Read the item again to see where it stands."


class EntryExists(FeedbackError):
    code = "entry_exists"


class NotComparable(FeedbackError):
    code = "not_comparable"


class NothingChanged(FeedbackError):
    code = "nothing_changed"

"""What can go wrong with learning, by name; `config.api.errors` knows the statuses."""


class LearningError(Exception):
    """Base of the expected failures; `code` is stable and part of the API."""

    code = "learning_error"


class PolicyMismatch(LearningError):
    """Stored weights that do not fit this code's features, operators or rubric, or are damaged."""

    code = "policy_mismatch"


class NothingToLearnFrom(LearningError):
    """Training was asked for without a single usable prompt."""

    code = "nothing_to_learn_from"


class UnknownPointer(LearningError):
    """A lock on a place that the spec does not have."""

    code = "unknown_pointer"

    def __init__(self, pointer: str) -> None:
        super().__init__(f"The spec has nothing at {pointer!r}.")
        self.pointer = pointer


class NotPromotable(LearningError):
    """The gate, or its missing votes, keeps a candidate from becoming the current policy."""

    code = "not_promotable"

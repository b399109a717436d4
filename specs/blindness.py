"""Whose scores a caller must not know yet: the question is stated here and answered further up."""

from typing import TYPE_CHECKING, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from django.db.models import Exists

    from accounts.principals import Principal


class Blindness(Protocol):
    """Whether the caller must not see the scores of a spec yet, as a condition on rows that name
    it in the column `spec`; None where nothing is hidden."""

    def __call__(self, principal: "Principal", spec: str) -> "Exists | None": ...


def blindness() -> Blindness:
    """What SCORE_BLINDNESS names; without it every score that may be seen is seen."""
    path = getattr(settings, "SCORE_BLINDNESS", "")
    hidden: Blindness = import_string(path) if path else nothing_hidden
    return hidden


def nothing_hidden(principal: "Principal", spec: str) -> None:
    return None

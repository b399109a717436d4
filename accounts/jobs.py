"""What a job runs: a plain protocol, so that the app that owns a call also owns its work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


class JobCancelled(Exception):
    """Raised inside the work when its owner has cancelled, or when the lease was lost."""


@dataclass(frozen=True, slots=True)
class JobResult:
    """`result` is shown by the job itself; `result_url` leads to what was made."""

    result_url: str = ""
    result: dict[str, Any] = field(default_factory=dict)


class Progress(Protocol):
    """Call it between steps: it renews the lease, and raises JobCancelled where work must end."""

    def __call__(self, done: int, total: int, message: str = "") -> None: ...


Effect = Callable[[], JobResult]


class JobHandler(Protocol):
    """Does the slow part and returns the effect, which is run once, inside the transaction that
    marks the job as succeeded. A job that is run again after a killed worker so has one effect.
    """

    def __call__(
        self, parameters: Mapping[str, Any], *, owner: Any, progress: Progress
    ) -> Effect: ...

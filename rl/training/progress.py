"""What a training run returns and how it reports on the way."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from rl.policy import LinearPolicy


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One batch. `gain` is the mean return in tens of points; `entropy` in nats; `stops` the share
    of episodes that ended by choice; `held_out` whatever the caller measured, if asked."""

    episodes: int
    gain: float
    steps: float
    stops: float
    entropy: float
    held_out: float | None = None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Training:
    policy: LinearPolicy
    curve: tuple[CurvePoint, ...]
    episodes: int
    settings: dict[str, Any]

    @property
    def steps(self) -> int:
        """Edits tried in all."""
        before = (0, *(point.episodes for point in self.curve))
        return round(
            sum(
                point.steps * (point.episodes - start)
                for point, start in zip(self.curve, before, strict=False)
            )
        )


# Asked after each batch with the episodes so far and the policy; None where it is not the time.
Checkpoint = Callable[[int, LinearPolicy], float | None]
# Asked before each batch: a cancelled job says False.
KeepGoing = Callable[[], bool]


def no_checkpoint(episodes: int, policy: LinearPolicy) -> float | None:
    return None


def always() -> bool:
    return True

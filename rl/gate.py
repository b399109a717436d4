"""The gate: a candidate replaces the current policy only when it is better on held-out prompts,
when an independent referee does not disagree, and when people agree if their taste is in use."""

from dataclasses import asdict, dataclass
from math import comb
from typing import Any

from rl.statistics import lower_bound, mean_interval
from rl.world import FloatArray


@dataclass(frozen=True, slots=True)
class GateSettings:
    least_prompts: int = 100  # fewer cannot tell a point of difference from chance
    alpha: float = 0.05  # divided by the tries since the last promotion
    least_votes: int = 40  # blind votes, asked for when a reward model is in use
    vote_risk: float = 0.1  # of the one-sided sign test on the votes
    alarm: float = 0.5  # points that the referee's score may fall before the alarm
    alarm_with_taste: float = 4.0  # people may well give up some of the evaluator's points


@dataclass(frozen=True, slots=True)
class Votes:
    """Blind side-by-side votes on held-out prompts; ties count for nobody."""

    for_candidate: int = 0
    for_current: int = 0

    @property
    def count(self) -> int:
        return self.for_candidate + self.for_current

    @property
    def luck(self) -> float:
        """How likely at least so many votes for the candidate are when people see no difference:
        the one-sided sign test."""
        ways = sum(comb(self.count, k) for k in range(self.for_candidate, self.count + 1))
        return float(ways / 2**self.count)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One number per held-out prompt, in the same order: what each policy gained by the judge it
    was trained on, and the final score by a referee whose rubric training never saw."""

    current: FloatArray
    candidate: FloatArray
    current_referee: FloatArray
    candidate_referee: FloatArray


@dataclass(frozen=True, slots=True)
class Decision:
    promote: bool
    reasons: tuple[str, ...]
    prompts: int
    difference: float
    low: float
    high: float
    bound: float
    referee_difference: float
    votes: Votes

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def decide(
    evidence: Evidence,
    *,
    votes: Votes,
    taste_in_use: bool,
    tries: int = 1,
    settings: GateSettings | None = None,
    seed: int = 0,
) -> Decision:
    """`tries` counts the candidates compared since the last promotion, this one included."""
    settings = settings or GateSettings()
    differences = evidence.candidate - evidence.current
    interval = mean_interval(differences, seed=seed)
    bound = lower_bound(differences, alpha=settings.alpha / max(1, tries), seed=seed)
    referee = float((evidence.candidate_referee - evidence.current_referee).mean())
    reasons = []
    if len(differences) < settings.least_prompts:
        reasons.append(f"{len(differences)} held-out prompts; {settings.least_prompts} are needed")
    if bound <= 0:
        reasons.append(f"not surely better: the lower bound of the difference is {bound:.2f}")
    if referee < -(settings.alarm_with_taste if taste_in_use else settings.alarm):
        # Better by its own judge and worse by another rubric: it has found a loophole.
        reasons.append(f"alarm: the held-out rubric finds it worse by {-referee:.2f} points")
    if taste_in_use and votes.count < settings.least_votes:
        reasons.append(f"{votes.count} blind votes; {settings.least_votes} are needed")
    elif taste_in_use and votes.luck >= settings.vote_risk:
        reasons.append(
            f"people do not surely prefer it: {votes.for_candidate} of {votes.count} votes"
        )
    return Decision(
        promote=not reasons,
        reasons=tuple(reasons),
        prompts=len(differences),
        difference=interval.value,
        low=interval.low,
        high=interval.high,
        bound=bound,
        referee_difference=referee,
        votes=votes,
    )

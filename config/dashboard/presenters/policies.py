"""Policy versions: how they learnt, and what the gate said of them."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from config.dashboard.charts import Chart, Series, grouped, line_chart
from rl.models import PolicyVersion
from specs import words

JSON = dict[str, Any]
# So many batches in one point that what they were of evens out.
MOST_POINTS = 24


@dataclass(frozen=True, slots=True)
class PolicyRow:
    id: uuid.UUID
    name: str
    algorithm: str
    status: str
    status_word: str
    episodes: str
    difference: str
    interval: str
    prompts: str
    verdict: str
    reasons: tuple[str, ...]
    trained_on: str
    created_at: dt.datetime
    promoted_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class PolicySheet:
    row: PolicyRow
    charts: tuple[Chart, ...]


def policy_rows(policies: Iterable[PolicyVersion]) -> list[PolicyRow]:
    return [policy_row(policy) for policy in policies]


def policy_row(policy: PolicyVersion) -> PolicyRow:
    report: JSON = policy.report or {}
    known = "difference" in report
    return PolicyRow(
        id=policy.pk,
        name=str(policy.pk)[:13],
        algorithm=policy.get_algorithm_display(),
        status=policy.status,
        status_word=policy.get_status_display(),
        episodes=words.number(policy.episodes),
        difference=words.signed(report["difference"]) if known else "",
        interval=interval(report),
        prompts=words.counted(report.get("prompts", 0), "held-out prompt") if known else "",
        verdict=verdict(report),
        reasons=tuple(str(reason) for reason in report.get("reasons", ())),
        trained_on=f"evaluator and taste {policy.reward_model}"
        if policy.reward_model
        else "evaluator alone",
        created_at=policy.created_at,
        promoted_at=policy.promoted_at,
    )


def interval(report: JSON) -> str:
    if "low" not in report or "high" not in report:
        return ""
    return f"{words.signed(report['low'])} to {words.signed(report['high'])}"


def verdict(report: JSON) -> str:
    if "promote" not in report:
        return "not compared yet"
    return "better" if report["promote"] else "not promoted"


def policy_sheet(policy: PolicyVersion) -> PolicySheet:
    return PolicySheet(policy_row(policy), learning_charts(policy.curve))


def _mean(values: Iterable[float | None]) -> float | None:
    """Of those that were measured."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def learning_charts(curve: Sequence[JSON]) -> tuple[Chart, ...]:
    """Gain and entropy each on a scale of its own; one axis for both would mean nothing.

    Batches are of different prompts, some harder than others, so several are shown as one mean.
    """
    groups = grouped(curve, MOST_POINTS)
    x = [words.number(group[-1]["episodes"]) for group in groups]

    def values(name: str) -> list[float | None]:
        return [_mean(point.get(name) for point in group) for group in groups]

    gain = [Series("gain in training", values("gain"))]
    if any(value is not None for value in values("held_out")):
        gain.append(Series("gain on held-out prompts", values("held_out")))
    return (
        line_chart("Mean gain in tens of points", x_name="Episodes", x=x, series=gain),
        line_chart(
            "Entropy of the choices, in nats",
            x_name="Episodes",
            x=x,
            series=[Series("entropy", values("entropy"))],
        ),
        line_chart(
            "Edits in an episode",
            x_name="Episodes",
            x=x,
            series=[Series("edits", values("steps"))],
        ),
    )

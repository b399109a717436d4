"""What the recent runs of an agent say about it. Plain arithmetic over rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    duration_ms: float
    ok: bool
    error: str
    version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AgentStatus:
    """`state` is idle without runs, failing when the last run failed, else ok."""

    state: str
    runs: int
    success_rate: float | None
    p50_ms: float | None
    p95_ms: float | None
    last_error: str | None
    last_run: datetime | None
    version: str | None


def status_of(runs: list[Run]) -> AgentStatus:
    """`runs` newest first."""
    if not runs:
        return AgentStatus("idle", 0, None, None, None, None, None, None)
    durations = sorted(run.duration_ms for run in runs)
    return AgentStatus(
        state="ok" if runs[0].ok else "failing",
        runs=len(runs),
        success_rate=round(sum(run.ok for run in runs) / len(runs), 4),
        p50_ms=percentile(durations, 50),
        p95_ms=percentile(durations, 95),
        last_error=next((run.error for run in runs if not run.ok), None),
        last_run=runs[0].at,
        version=runs[0].version or None,
    )


def percentile(ordered: list[float], percent: int) -> float:
    """Nearest rank: a value that really occurred."""
    rank = -(-percent * len(ordered) // 100)
    return ordered[max(rank, 1) - 1]

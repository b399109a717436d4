"""Runs of agents, as they really went."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from prometheus_client import Histogram

from accounts.models import AgentRun
from accounts.pruning import delete_in_batches

RUN_SECONDS = Histogram(
    "p2j_agent_seconds",
    "Time of one run of an agent, and whether it went well.",
    ["agent", "ok"],
    buckets=(0.0005, 0.001, 0.005, 0.01, 0.05, 0.25, 1, 5, 20, 60),
)


@contextmanager
def agent_run(agent: str, *, version: str = "") -> Iterator[AgentRun]:
    """Time one run. Yields its row, unsaved: the service saves it in its own transaction.

    A run that fails is stored here, since nothing else of it is. An expected refusal (an error
    with a `code`, such as not_a_design) is a run that went well, and is left to be unstored.
    """
    run = AgentRun(agent=agent, version=version, ok=True, duration_ms=0.0)
    started = time.perf_counter()
    try:
        yield run
    except Exception as problem:
        run.duration_ms = _since(started)
        if not hasattr(problem, "code"):
            run.ok, run.error = False, type(problem).__name__
            _observe(run)
            run.save(force_insert=True)
        raise
    run.duration_ms = _since(started)
    _observe(run)


def _observe(run: AgentRun) -> None:
    RUN_SECONDS.labels(run.agent, str(run.ok).lower()).observe(run.duration_ms / 1000)


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 3)


def agent_run_prune(*, before: datetime, dry_run: bool = False) -> int:
    stale = AgentRun.objects.filter(created_at__lt=before)
    return delete_in_batches(stale, dry_run=dry_run)

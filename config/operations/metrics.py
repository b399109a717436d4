"""`/metrics`: the same figures whichever worker answers."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import prometheus_client
import psutil
from django.db import DatabaseError, connections
from prometheus_client import REGISTRY, CollectorRegistry, Gauge, Metric, multiprocess
from prometheus_client.registry import Collector

from accounts.choices import JobStatus
from accounts.journal import journal
from accounts.selectors import job_counts
from config.env import shared_metrics
from specs.cache import count_entries
from specs.wiring import llm_state

# The library's multiprocess mode exports no process figures, so these are our own, per process.
CPU_SECONDS = Gauge(
    "p2j_process_cpu_seconds", "CPU time of each process.", multiprocess_mode="liveall"
)
MEMORY_BYTES = Gauge(
    "p2j_process_resident_memory_bytes", "Memory of each process.", multiprocess_mode="liveall"
)
CONNECTIONS = Gauge(
    "p2j_database_connections", "Open database connections.", multiprocess_mode="livesum"
)
MODEL_LEFT_ALONE = Gauge(
    "p2j_llm_breaker_open",
    "1 for each process that leaves the language model's endpoint alone.",
    multiprocess_mode="livesum",
)
# From the table, so that the jobs of workers on other machines count as well.
JOBS = Gauge("p2j_jobs", "Jobs in the table.", ["status"], multiprocess_mode="mostrecent")
JOURNAL_PENDING = Gauge(
    "p2j_journal_pending",
    "Records in files that wait for the database.",
    multiprocess_mode="mostrecent",
)
# Of dead processes too: since when the counters count.
STARTED = Gauge("p2j_started_seconds", "When the first process started.", multiprocess_mode="min")
STARTED.set(time.time())


class SharedFigures(Collector):
    """What all processes counted that share the folder, read anew at each scrape."""

    def collect(self) -> Iterator[Metric]:
        forget_the_dead(shared_metrics())
        reader: Any = multiprocess.MultiProcessCollector(None)  # type: ignore[no-untyped-call]
        yield from reader.collect()


def registry() -> CollectorRegistry:
    """The figures of all processes; of this one where there is no shared folder."""
    if not shared_metrics():
        return REGISTRY
    shared = CollectorRegistry()
    shared.register(SharedFigures())
    return shared


def exposition() -> bytes:
    """The Prometheus text."""
    process_figures()
    count_jobs()
    return prometheus_client.generate_latest(registry())


def process_figures() -> None:
    """Each process can only say of itself what it uses."""
    # Looked up anew: a worker of Celery is a fork of the process that imported this.
    process = psutil.Process()
    times = process.cpu_times()
    CPU_SECONDS.set(times.user + times.system)
    MEMORY_BYTES.set(process.memory_info().rss)
    CONNECTIONS.set(sum(1 for each in connections.all(initialized_only=True) if each.connection))
    JOURNAL_PENDING.set(journal().pending())
    MODEL_LEFT_ALONE.set(llm_state()["status"] == "down")
    count_entries()


def forget_the_dead(folder: str) -> None:
    """What ended processes used is used no more; what they counted stays counted."""
    for path in Path(folder).glob("gauge_live*_*.db"):
        pid = path.stem.rsplit("_", 1)[1]
        if not psutil.pid_exists(int(pid)):
            path.unlink(missing_ok=True)


def count_jobs() -> None:
    """The last figures stay while the database is away: the others are still worth scraping."""
    try:
        counts = job_counts()
    except DatabaseError:
        return
    for status in JobStatus.values:
        JOBS.labels(status).set(counts.get(status, 0))

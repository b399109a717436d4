"""`/metrics`: the same figures whichever worker answers."""

import prometheus_client
import psutil
from django.db import DatabaseError, connections
from prometheus_client import CollectorRegistry, Gauge, multiprocess

from accounts.choices import JobStatus
from accounts.journal import journal
from accounts.selectors import job_counts
from config.env import has_shared_metrics
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
_process = psutil.Process()


def exposition() -> bytes:
    """The Prometheus text of all processes; of this one where there is no shared folder."""
    times = _process.cpu_times()
    CPU_SECONDS.set(times.user + times.system)
    MEMORY_BYTES.set(_process.memory_info().rss)
    CONNECTIONS.set(sum(1 for each in connections.all(initialized_only=True) if each.connection))
    JOURNAL_PENDING.set(journal().pending())
    count_jobs()
    MODEL_LEFT_ALONE.set(llm_state()["status"] == "down")
    if has_shared_metrics():
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return prometheus_client.generate_latest(registry)
    return prometheus_client.generate_latest()


def count_jobs() -> None:
    """The last figures stay while the database is away: the others are still worth scraping."""
    try:
        counts = job_counts()
    except DatabaseError:
        return
    for status in JobStatus.values:
        JOBS.labels(status).set(counts.get(status, 0))

"""Processor time of the service and of what the database does for it, on this machine."""

from collections.abc import Iterator

import psutil

from tests.faults.service import Service


def seconds(service: Service, database: str) -> dict[str, float]:
    """So far, by who used it; a database on another machine counts nothing."""
    return {
        "service": sum(used(process) for process in of_service(service)),
        "PostgreSQL": sum(used(process) for process in backends(database)),
    }


def of_service(service: Service) -> Iterator[psutil.Process]:
    for started in service.processes:
        process = psutil.Process(started.pid)
        yield from (process, *process.children(recursive=True))


def backends(database: str) -> Iterator[psutil.Process]:
    for process in psutil.process_iter(["cmdline"]):
        if any(f" {database} " in part for part in process.info["cmdline"] or ()):
            yield process


def used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)

"""Prints requests a second of both endpoints, round by round, and their ratio. Needs wrk.

DATABASE_URL=... REDIS_URL=... python -m tests.bench
"""

# ruff: noqa: T201 - a command prints

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from config.env import env
from tests.faults.service import Service, database, environment, free_port

ROUNDS, SECONDS = 4, 8
SCRIPT = Path(__file__).with_name("post.lua")


def main() -> int:
    if shutil.which("wrk") is None:
        print("wrk is missing. On Debian: apt-get install wrk", file=sys.stderr)
        return 1
    url, redis = env.str("DATABASE_URL"), env.str("REDIS_URL")
    with database(url) as name, tempfile.TemporaryDirectory() as folder:
        port = free_port()
        settings = {
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "DATABASE_URL": url.rsplit("/", 1)[0] + f"/{name}",
            "REDIS_URL": redis.rsplit("/", 1)[0] + "/12",
            "WORKERS": "2",
        }
        service = Service(port, environment(Path(folder), port, **settings))
        try:
            service.manage("migrate", "--verbosity", "0")
            service.key = service.manage("create_api_key", "bench")
            service.start("manage.py", "serve")
            service.wait_until_ready()
            compare(service)
        finally:
            service.stop()
    return 0


def compare(service: Service) -> None:
    rates: dict[str, list[float]] = {"/bench/insert": [], "/generate": []}
    load(service, "/generate", 3)
    for _ in range(ROUNDS):
        # In turns: what else the machine does then falls on both.
        for path, found in rates.items():
            found.append(load(service, path, SECONDS))
    for path, found in rates.items():
        print(f"{path:16} {statistics.median(found):8.0f} requests/s   rounds {found}")
    bare, generate = (statistics.median(found) for found in rates.values())
    print(f"ratio of /generate to the bare insert: {generate / bare:.2f}")


def load(service: Service, path: str, seconds: int) -> float:
    command = [
        *("wrk", "--threads", "2", "--connections", "8", "--duration", f"{seconds}s"),
        *("--latency", "--script", str(SCRIPT), "--header", f"X-API-Key: {service.key}"),
        f"http://127.0.0.1:{service.port}{path}",
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        print(said)
        raise SystemExit("some answers were errors")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])


if __name__ == "__main__":
    sys.exit(main())

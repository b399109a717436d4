"""Prints requests a second and processor time of each endpoint, and their ratios. Needs wrk.

DATABASE_URL=... REDIS_URL=... python -m tests.bench
"""

# ruff: noqa: T201 - a command prints

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from config.env import env
from tests.bench.processes import seconds
from tests.bench.prompts import ordinary_prompts, unlike_any_other, write_bodies
from tests.faults.service import Service, database, environment, free_port

ROUNDS, SECONDS = 4, 8
SCRIPT = Path(__file__).with_name("post.lua")
GENERATE = "/generate"
# The plainest that stores as much: a stock DRF view, whose caller brings the design along.
STOCK = "/bench/insert-design"
# The least that stores something: with the service's callers, and without any.
LEAST = ("/bench/insert", "/bench/open-insert")


@dataclass
class Measured:
    """Of each round: requests a second, and milliseconds of processor time for one request."""

    rates: list[float] = field(default_factory=list)
    costs: list[dict[str, float]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(self.rates)

    def cost(self, who: str) -> float:
        return median(cost[who] for cost in self.costs)


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
            # The bench's own table, which has no migrations and refers to the service's.
            service.manage("migrate", "--run-syncdb", "--verbosity", "0")
            service.key = service.manage("create_api_key", "bench")
            service.start("manage.py", "serve")
            service.wait_until_ready()
            report(compare(service, name, Path(folder)))
        finally:
            service.stop()
    return 0


def compare(service: Service, name: str, folder: Path) -> dict[str, Measured]:
    prompts = [{"prompt": unlike_any_other(prompt)} for prompt in ordinary_prompts()]
    asked = write_bodies(folder / "prompts.jsonl", prompts)
    brought = write_bodies(folder / "designs.jsonl", (designed(service, each) for each in prompts))
    bodies = dict.fromkeys((*LEAST, GENERATE), asked) | {STOCK: brought}
    found = {path: Measured() for path in (*LEAST, STOCK, GENERATE)}
    for path in found:
        load(service, path, 2, bodies[path])
    for _ in range(ROUNDS):
        # In turns: what else the machine does then falls on all of them.
        for path, measured in found.items():
            before = seconds(service, name)
            requests, rate = load(service, path, SECONDS, bodies[path])
            after = seconds(service, name)
            measured.rates.append(rate)
            measured.costs.append({w: (after[w] - before[w]) * 1000 / requests for w in after})
    return found


def designed(service: Service, body: dict[str, str]) -> dict[str, Any]:
    """What `/generate` makes of a prompt, as a client would bring it."""
    answer = service.call("POST", GENERATE, body).body
    return {**body, "spec": answer["spec"], "provenance": answer["provenance"]}


def report(found: dict[str, Measured]) -> None:
    lengths = [len(prompt) for prompt in ordinary_prompts()]
    print(f"{len(lengths)} prompts, {median(lengths):.0f} characters in the median")
    for path, measured in found.items():
        costs = ", ".join(f"{who} {measured.cost(who):.2f} ms" for who in measured.costs[0])
        print(f"{path:20} {measured.rate:6.0f} requests/s   {costs}   rounds {measured.rates}")
    generate = found[GENERATE]
    for path in (*LEAST, STOCK):
        bare = found[path]
        costs = [sum(each.cost(who) for who in each.costs[0]) for each in (bare, generate)]
        print(
            f"{GENERATE} to {path}: ratio {generate.rate / bare.rate:.2f}, "
            f"by processor time {costs[0] / costs[1]:.2f}"
        )


def load(service: Service, path: str, duration: int, bodies: Path) -> tuple[int, float]:
    """Requests answered, and how many a second."""
    command = [
        *("wrk", "--threads", "2", "--connections", "8", "--duration", f"{duration}s"),
        *("--latency", "--script", str(SCRIPT), "--header", f"X-API-Key: {service.key}"),
        *(f"http://127.0.0.1:{service.port}{path}", "--", str(bodies)),
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        print(said)
        raise SystemExit("some answers were errors")
    requests = re.search(r"(\d+) requests in", said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert requests, said
    assert rate, said
    return int(requests[1]), float(rate[1])


if __name__ == "__main__":
    sys.exit(main())

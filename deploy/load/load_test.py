"""Load on a running service: 50 users for a minute, or 1,000 with --comprehensive.

    API_KEY=... python deploy/load/load_test.py --host http://127.0.0.1:8000
Raise the service's limits for it: RATE_LIMIT_PROTECTED=1000000/minute.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

LOCUSTFILE = Path(__file__).with_name("locustfile.py")
# The promises of the classic service, reported beside what was measured.
CLASSIC_MEAN_MS = 200
CLASSIC_PER_MINUTE = 1000


def main() -> int:
    arguments = parse()
    users, rate, seconds = (1000, 200, 30) if arguments.comprehensive else (50, 25, 60)
    seconds = arguments.seconds or seconds
    command = [
        *(sys.executable, "-m", "locust", "--locustfile", str(LOCUSTFILE), "--headless"),
        *("--users", str(arguments.users or users), "--spawn-rate", str(rate)),
        *("--run-time", f"{seconds}s", "--host", arguments.host, "--json"),
        *("--exit-code-on-error", "0", "--loglevel", "ERROR"),
    ]
    finished = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if finished.returncode:
        return finished.returncode
    return report(json.loads(finished.stdout), seconds)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="http://127.0.0.1:8000")
    parser.add_argument("--comprehensive", action="store_true", help="1,000 users for 30 s")
    parser.add_argument("--users", type=int)
    parser.add_argument("--seconds", type=int)
    return parser.parse_args()


def report(rows: list[dict], seconds: int) -> int:
    print(f"{'call':38} {'n':>7} {'failed':>7} {'mean ms':>8} {'p50':>6} {'p95':>6}")
    total = failed = 0
    spent = 0.0
    for row in sorted(rows, key=lambda row: row["name"]):
        n, bad = row["num_requests"], row["num_failures"]
        mean = row["total_response_time"] / n if n else 0
        p50, p95 = (percentile(row["response_times"], q) for q in (0.50, 0.95))
        call = f"{row['method']} {row['name']}"
        print(f"{call:38} {n:7} {bad:7} {mean:8.1f} {p50:6.0f} {p95:6.0f}")
        total, failed, spent = total + n, failed + bad, spent + row["total_response_time"]
    mean, per_minute = spent / max(total, 1), total / seconds * 60
    print(f"\n{total} requests, {failed} failed")
    print(f"mean {mean:.1f} ms (classic promise: under {CLASSIC_MEAN_MS} ms)")
    print(f"{per_minute:.0f} requests a minute (classic promise: {CLASSIC_PER_MINUTE} or more)")
    return 1 if failed else 0


def percentile(times: dict[str, int], share: float) -> float:
    """Of locust's rounded histogram: milliseconds → how many."""
    seen, wanted = 0, share * sum(times.values())
    for milliseconds, count in sorted((float(t), n) for t, n in times.items()):
        seen += count
        if seen >= wanted:
            return milliseconds
    return 0.0


if __name__ == "__main__":
    sys.exit(main())

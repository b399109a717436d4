"""How long reading takes: median and 99th percentile per prompt, and the cold start."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time

LONG_PROMPT_WORDS = 120
COLD_START = """
import time
start = time.perf_counter()
import specs.generation.rules
print(time.perf_counter() - start)
"""


def timings(
    prompts: Sequence[str], engine: Callable[[str], object], repeats: int = 3
) -> list[float]:
    """Sorted milliseconds of processor time per prompt; a first round warms the caches."""
    short = [prompt for prompt in prompts if len(prompt.split()) <= LONG_PROMPT_WORDS]
    found: list[float] = []
    for round_number in range(repeats + 1):
        for prompt in short:
            start = process_time()
            engine(prompt)
            if round_number:
                found.append((process_time() - start) * 1_000)
    return sorted(found)


def import_seconds() -> float:
    """In a fresh interpreter; the engine's own code alone."""
    done = subprocess.run(  # noqa: S603 - our own interpreter with a constant program
        [sys.executable, "-c", COLD_START], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def report(found: list[float]) -> str:
    at = min(len(found) - 1, int(len(found) * 0.99))
    return f"median {median(found):.2f} ms, p99 {found[at]:.2f} ms over {len(found)} readings"

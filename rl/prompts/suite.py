"""Three splits by hash: what is trained on, what is tuned on, and what is only measured on."""

import hashlib
import json
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import chain

from rl.operators.typical import Knowledge
from rl.prompts.generator import DATA, generated


class Split(StrEnum):
    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


# Tenths of the prompts, by the first digits of their hash.
SHARES = {Split.TRAIN: range(6), Split.VALIDATION: range(6, 8), Split.TEST: range(8, 10)}
# The generator's seed belongs to the frozen suite: another one makes another suite.
SUITE_SEED = 20


def digest(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])


def split_of(prompt: str) -> Split:
    tenth = digest(prompt) % 10
    return next(split for split, tenths in SHARES.items() if tenth in tenths)


@cache
def own_prompts() -> tuple[str, ...]:
    """The project's own corpus, written by people for the reading rules."""
    lines = (DATA / "own.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def prompts(split: Split, tables: Knowledge, *, seed: int = SUITE_SEED) -> Iterator[str]:
    """Those of the corpus that fall into the split, then generated ones without end."""
    seen: set[str] = set()
    for prompt in chain(own_prompts(), generated(tables, seed)):
        if prompt not in seen and split_of(prompt) is split:
            seen.add(prompt)
            yield prompt

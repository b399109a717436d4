"""The frozen suite: prompts that nothing was tuned on, whatever the splits were used for.

Half are prompts that people wrote for the reading rules after the operators were done, half come
from the generator with a seed of their own. What training, tuning or an earlier table may have met
is left out. To be measured on, never to be looked at: whoever tunes on it makes a new one, with
another salt and other prompts.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import islice

from rl.operators.typical import Knowledge
from rl.prompts.generator import DATA, generated
from rl.prompts.suite import SUITE_SEED, digest, own_prompts

SALT = "frozen-2"
FROZEN_SEED = 7919
# So much of the splits' stream of generated prompts counts as met.
MET = 5000


@cache
def written_prompts() -> tuple[str, ...]:
    """By people, in an order by lot that the salt draws."""
    lines = (DATA / "frozen.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(sorted(map(json.loads, lines), key=lambda prompt: digest(f"{SALT}:{prompt}")))


def frozen_prompts(tables: Knowledge) -> Iterator[str]:
    """One written prompt, one generated, in turn; generated ones alone once the others are used
    up. None twice."""
    met = {*own_prompts(), *islice(generated(tables, SUITE_SEED), MET)}
    written = iter(written_prompts())
    drawn = generated(tables, FROZEN_SEED)
    while True:
        for source in (written, drawn):
            prompt = next((text for text in source if text not in met), None)
            if prompt is not None:
                met.add(prompt)
                yield prompt

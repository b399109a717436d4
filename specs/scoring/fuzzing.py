"""Mutated prompts: words dropped, doubled and swapped, numbers and odd characters put in."""

import random
from collections.abc import Iterator

from specs.draft import Reading
from specs.pointers import leaves
from specs.provenance import Source
from specs.schema import violations

ODD = (
    "½",
    "²",
    "“",
    "\u00a0",
    "é",
    "e\u0301",
    "﷽",
    "\u200b",
    "１２",
    "٣",
    "🛋",
    "|",
    "\t",
    "ﬃ",
    "ß",
    "'",
    '"',
    "±",
    "−",
)
SEPARATORS = (" ", ", ", "; ", ". ", "\n", " - ", " x ", " no ", " or ", " and ", ": ", " | ")
NUMBERS = (
    "0",
    "3",
    "2.5",
    "1,250",
    "1.250,5",
    "10-12",
    "999999999",
    "½",
    "1/2",
    "3 x 4",
    "12'6\"",
    "$5k",
    "-7",
)
MOST_CHANGES = 6


def mutations(prompts: list[str], count: int, seed: int) -> Iterator[str]:
    draw = random.Random(seed)  # noqa: S311 - repeatable test data, nothing secret
    for _ in range(count):
        words = draw.choice(prompts).split(" ")
        for _ in range(draw.randint(1, MOST_CHANGES)):
            _change(words, prompts, draw)
        yield " ".join(words)


def _change(words: list[str], prompts: list[str], draw: random.Random) -> None:
    at = draw.randrange(len(words)) if words else 0
    kind = draw.randrange(8)
    if kind == 0 and len(words) > 1:
        del words[at]
    elif kind == 1 and words:
        words.insert(at, words[at])
    elif kind == 2 and len(words) > 1:
        other = draw.randrange(len(words))
        words[at], words[other] = words[other], words[at]
    elif kind == 3:
        words.insert(at, draw.choice(NUMBERS))
    elif kind == 4:
        words.insert(at, draw.choice(SEPARATORS).strip() or "\n")
    elif kind == 5 and words and words[at]:
        place = draw.randrange(len(words[at]))
        words[at] = words[at][:place] + draw.choice(ODD) + words[at][place:]
    elif kind == 6:
        words.insert(
            at, chr(draw.choice((draw.randrange(32, 0x2FFF), draw.randrange(0x1F300, 0x1F9FF))))
        )
    else:
        tail = draw.choice(prompts).split(" ")
        cut = draw.randrange(len(tail))
        words[at:at] = tail[cut : cut + 4]


def faults(prompt: str, reading: Reading) -> list[str]:
    """What a reading must never have: an invalid spec, a span that says something else."""
    document = reading.spec.as_json()
    found = [str(violation) for violation in violations(document)]
    populated = {at for at, _ in leaves(document)} - {"/schema_version"}
    if populated != set(reading.provenance):
        found.append(f"origins differ: {populated ^ set(reading.provenance)}")
    for at, origin in reading.provenance.items():
        if origin.source is Source.PROMPT and prompt[origin.start : origin.end] != origin.text:
            found.append(f"wrong span: {at}")
    found += [f"wrong span: {u.text}" for u in reading.unmet if prompt[u.start : u.end] != u.text]
    return found

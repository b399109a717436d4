"""Texts that are made to be slow to read, and how the time grows with the length of a prompt."""

from collections.abc import Callable, Iterable
from time import process_time

LONGEST = 10_000
LENGTHS = (100, 1_000, 10_000)

# After RELIABILITY 3.7: what regexes, scopes, lists and lookups could stumble over.
HOSTILE = {
    "letters": "a" * LONGEST,
    "digits": "1" * LONGEST,
    "groups": "1," * 5_000,
    "spaces": " " * LONGEST,
    "brackets": "(" * LONGEST,
    "quotes": '"' * LONGEST,
    "words and digits": "word " * 1_000 + "1" * 4_990 + "floors",
    "bait": ("a" * 24 + "! ") * 380,
    "negations": "no a, b or " * 900,
    "marks": "-" * LONGEST,
    "fractions": "1/2 " * 2_500,
    "fraction signs": "½" * LONGEST,
    "heads": "house " * 1_666,
    "places": "near the " * 1_100,
    "sizes": "a desk 2 m wide " * 625,
}


def milliseconds(read: Callable[[str], object], text: str, rounds: int = 3) -> float:
    """Processor time of the fastest of some readings: what else the machine does is left out."""
    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        read(text)
        best = min(best, process_time() - start)
    return best * 1_000


def hostile_times(read: Callable[[str], object]) -> dict[str, float]:
    """Milliseconds for each of the texts, the slowest first."""
    found = {name: milliseconds(read, text) for name, text in HOSTILE.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def growth(read: Callable[[str], object], prompts: Iterable[str]) -> dict[int, float]:
    """Milliseconds at each length, for prompts strung together and cut there."""
    text = ""
    for prompt in prompts:
        if len(text) >= LENGTHS[-1]:
            break
        text += prompt + "\n"
    return {length: milliseconds(read, text[:length], rounds=5) for length in LENGTHS}

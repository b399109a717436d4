"""The phrases of `bounds.yaml`, as tuples of tokens."""

from functools import cache

from specs.knowledge import listed, table
from specs.language.tokens import tokenise

FLIPPED = {"max": "min", "min": "max"}
Phrases = dict[tuple[str, ...], str]


@cache
def phrases_in_front() -> Phrases:
    return _phrases("before")


@cache
def phrases_behind() -> Phrases:
    return _phrases("behind")


@cache
def wordlist(name: str) -> frozenset[str]:
    return frozenset(listed(table("bounds")[name]))


def _phrases(side: str) -> Phrases:
    return {
        tuple(tokenise(form).words): bound
        for bound, forms in table("bounds")[side].items()
        for form in listed(forms)
    }

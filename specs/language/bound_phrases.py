"""The phrases of `bounds.yaml`, as tuples of tokens."""

from functools import cache

from specs.knowledge import listed, table
from specs.language.tokens import tokenise

FLIPPED = {
    "max": "min",
    "min": "max",
    "better": "worse",
    "worse": "better",
    "faster": "slower",
    "slower": "faster",
}
Phrases = dict[tuple[str, ...], str]
OPPOSITE = {"more": "max", "less": "min"}


@cache
def phrases_in_front() -> Phrases:
    found = _phrases("before")
    for direction, bound in OPPOSITE.items():
        for word in listed(table("bounds")["comparatives"][direction]):
            found.setdefault(_key(f"{word} than"), FLIPPED[bound])
            for denial in DENIALS:
                found.setdefault(_key(f"{denial} {word} than"), bound)
    for relation, forms in table("bounds")["relative"].items():
        found.update((_key(form), relation) for form in listed(forms) if form.endswith(" than"))
    for verbs, relation in (("passing", "min"), ("missing", "max")):
        for verb in listed(table("bounds")[verbs]):
            found.setdefault(_key(verb), relation)
    return found


DENIALS = ("no", "not", "never", "not any", "hardly", "nowhere")


@cache
def phrases_behind() -> Phrases:
    found = _phrases("behind")
    for direction, bound in OPPOSITE.items():
        for word in listed(table("bounds")["comparatives"][direction]):
            found.setdefault(_key(f"or {word}"), FLIPPED[bound])
            for degree in listed(table("bounds")["degrees"]):
                found.setdefault(_key(f"or {degree} {word}"), FLIPPED[bound])
            for wish in listed(table("bounds")["wishes"]):
                found.setdefault(_key(f"{wish} {word}"), FLIPPED[bound])
    for relation, forms in table("bounds")["relative"].items():
        found.update((_key(form), relation) for form in listed(forms) if not form.endswith(" than"))
    return found


@cache
def only_denied() -> frozenset[tuple[str, ...]]:
    """Verbs that bound a figure only where they are denied or demanded: 'mustn't pass 2 m'."""
    verbs = (verb for name in ("passing", "missing") for verb in listed(table("bounds")[name]))
    return frozenset(_key(verb) for verb in verbs) - frozenset(_phrases("before"))


@cache
def turned_phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(_key(form) for form in listed(table("bounds")["turned_phrases"]))


@cache
def demands() -> frozenset[tuple[str, ...]]:
    return frozenset(_key(form) for form in listed(table("bounds")["demands"]))


@cache
def wordlist(name: str) -> frozenset[str]:
    return frozenset(listed(table("bounds")[name]))


def _key(form: str) -> tuple[str, ...]:
    return tuple(tokenise(form).words)


def _phrases(side: str) -> Phrases:
    return {
        _key(form): bound
        for bound, forms in table("bounds")[side].items()
        for form in listed(forms)
    }

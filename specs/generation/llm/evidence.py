"""Whether the prompt itself speaks for what a model adds: the words of a name, or the number."""

import re
from collections.abc import Sequence
from functools import cached_property

from specs.generation.llm import coerce
from specs.generation.llm.names import Names
from specs.language.units import factors_to

# A number with what follows it; the prompt is at most 10,000 characters, each read once.
NUMBER = re.compile(r"(?<![\w.])(\d{1,15}(?:[.,]\d{1,15}){0,5})")
WORD = re.compile(r"[^\W_]+")
TOLERANCE = 0.01
Span = tuple[int, int]


class Evidence:
    """What one prompt's text supports."""

    def __init__(self, prompt: str, names: Names, claimed: Sequence[Span] = ()) -> None:
        """`claimed` are the parts of the prompt that state something else for certain."""
        self.prompt = prompt
        self._names = names
        self._claimed = claimed

    @cached_property
    def _lower(self) -> str:
        # Case folding may change lengths; lower-casing character by character may not.
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.prompt)

    @cached_property
    def _words(self) -> dict[str, Span]:
        found: dict[str, Span] = {}
        for match in WORD.finditer(self._lower):
            found.setdefault(_stem(match.group()), match.span())
        return found

    @cached_property
    def _numbers(self) -> list[tuple[float, Span]]:
        found = []
        for match in NUMBER.finditer(self._lower):
            for value in _readings(match.group()):
                found.append((value, match.span()))
        return found

    def of_name(self, name: str) -> Span | None:
        """Where the prompt says `name` or one of its other names, all words of it."""
        for spelling in (name, *self._names.aliases.get(name, ())):
            if (span := self.of_phrase(spelling)) is not None:
                return span
        return None

    def of_phrase(self, phrase: str) -> Span | None:
        words = [_stem(word) for word in WORD.findall(phrase.lower().replace("_", " "))]
        spans = [self._words.get(word) for word in words]
        if not spans or any(span is None for span in spans):
            return None
        known = [span for span in spans if span is not None]
        return min(start for start, _ in known), max(end for _, end in known)

    def of_pair(self, name: str, what: str) -> Span | None:
        """Where the prompt says `what` right behind one of the names: "a steel roof"."""
        for spelling in (name, *self._names.aliases.get(name, ())):
            words = [*WORD.findall(spelling.lower().replace("_", " ")), *WORD.findall(what.lower())]
            together = r"[\W_]+".join(re.escape(word) for word in words)
            if found := re.search(rf"(?<!\w){together}", self._lower):
                return found.span()
        return None

    def of_number(self, value: float, unit: str) -> Span | None:
        """Where a number stands that is `value` in `unit`, in whatever unit the prompt uses.

        A number that is something else already does not speak for a second thing.
        """
        factors = {1.0, *factors_to(unit)}
        for said, span in self._numbers:
            if self._is_free(span) and any(_close(said * factor, value) for factor in factors):
                return span
        return None

    def _is_free(self, span: Span) -> bool:
        return not any(start < span[1] and span[0] < end for start, end in self._claimed)


def negated(text: str) -> bool:
    said = re.findall(r"[\w']+", text.lower())
    return not set(coerce.tables()["negations"]).isdisjoint(said)


def meaningful(phrase: str) -> set[str]:
    words = WORD.findall(phrase.lower().replace("_", " "))
    return {_stem(word) for word in words if word not in coerce.tables()["small_words"]}


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _close(said: float, value: float) -> bool:
    return abs(said - value) <= TOLERANCE * abs(value)


def _readings(digits: str) -> set[float]:
    """1,200 is 1200 or 1.2, depending on who writes; both count as said."""
    found = set()
    for text in (digits.replace(",", ""), digits.replace(".", "").replace(",", "."), digits):
        try:
            found.add(float(text))
        except ValueError:
            continue
    return found

"""Tokens of a prompt: numerals, words and marks, each with its place in the original."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from specs.knowledge import wordset
from specs.language.normalise import Text, normalise
from specs.language.words import MOST_KNOWN, forms

# Every alternative starts with another kind of character and none nests a repetition, so the time
# is linear in the text whatever it holds.
TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:(?:'\d{3}(?!\d))+(?:\.\d+)?)?"
    # "40ftx60ft": the sign of multiplication is glued to the unit.
    r"|(?<=\d)(?:mm|cm|ft|in|m)(?=x\d)"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*|\n"
    r"|(?<![\w.])\.\d+(?!\.?\d)|[^\s\w]|_"
)
NUMBER, WORD, MARK = "n", "w", "p"
# Units that take a power: "m2", "ft3".
POWERED = wordset("tokens", "powered")
# Abbreviations whose full stop ends no sentence.
SHORT = wordset("tokens", "short")
# Those that never end one.
NEVER_LAST = wordset("tokens", "never_last")


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry per token. `gaps[i]` is what stands before token i: nothing
    (`""`), a hyphen, or white space."""

    text: Text
    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    numbers: dict[int, Any] = field(default_factory=dict)
    """What `number_at` has read, by token: every reader of quantities asks anew."""
    amounts: dict[int, Any] = field(default_factory=dict)
    """The same of `amount_at`."""
    vocabulary: frozenset[str] = frozenset()
    """Every word once: most rules look for words that most texts lack."""

    def __len__(self) -> int:
        return len(self.words)

    def places(self, wanted: AbstractSet[str]) -> list[int]:
        """Where one of the words stands."""
        # Asked this way round, the keys of a dictionary are as quick as a set.
        if wanted.isdisjoint(self.vocabulary):
            return []
        return [at for at, word in enumerate(self.words) if word in wanted]

    def reworded(self) -> None:
        """To be called by who changes words."""
        self.vocabulary = frozenset(self.words)
        self.numbers.clear()
        self.amounts.clear()

    def cut(self, first: int, last: int) -> None:
        """Keep the tokens first..last-1 alone."""
        for each in (self.words, self.lemmas, self.kinds, self.gaps, self.starts, self.ends):
            del each[last:]
            del each[:first]
        self.gaps[0] = " "
        self.reworded()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the original of the tokens first..last-1."""
        return self.text.span(self.starts[first], self.ends[last - 1])

    def quote(self, first: int, last: int) -> str:
        start, end = self.span(first, last)
        return self.text.source[start:end]

    def phrase(self, first: int, last: int) -> str:
        """The tokens' words, as the engine reads them, joined by spaces."""
        return " ".join(self.words[first:last])


# As many as the longest prompt has characters: only one of signs that stand for several, such as
# "½", has more, and what comes then is not read.
MOST_TOKENS = 10_000


def tokenise(source: str) -> Tokens:
    text = normalise(source)
    tokens = Tokens(text)
    plain = text.plain
    words, kinds, gaps = tokens.words, tokens.kinds, tokens.gaps
    starts, ends, lemmas = tokens.starts, tokens.ends, tokens.lemmas
    previous, gap, size, quoted = 0, " ", len(plain), False
    for match in islice(TOKEN.finditer(plain), MOST_TOKENS):
        start, end = match.span()
        word = plain[start:end]
        if start > previous:
            gap = " "
        # Most tokens were seen before, and nothing is special about them.
        seen = _SEEN.get(word) or _see(word)
        if seen is not None:
            written, lemma, kind = seen
            words.append(written)
            lemmas.append(lemma)
            kinds.append(kind)
            gaps.append(gap)
            starts.append(start)
            ends.append(end)
            previous, gap = end, ""
            continue
        first = word[0]
        if first in "-_" and start == previous and end < size and words:
            following = plain[end]
            if (
                (kinds[-1] != MARK or words[-1] in "\"')")
                and following.isalnum()
                and (plain[start - 1].isalnum() or plain[start - 1] in "\"')")
            ):
                gap, previous = "-", end
                continue
        if first.isdigit() or (first == "." and end > start + 1):
            if (
                gap == ""
                and (word == "2" or word == "3")
                and words
                and kinds[-1] == WORD
                and words[-1] in POWERED
                and not (len(words) > 1 and words[-1] == "in" and gaps[-1] == " ")
            ):
                words[-1] += word
                lemmas[-1] = words[-1]
                ends[-1] = previous = end
                gap = ""
                continue
            kind = NUMBER
        else:
            if (
                first == "."
                and gap == ""
                and words
                and words[-1] in SHORT
                and _abbreviates(text, end, words[-1])
            ):
                previous, gap = end, ""
                continue
            if first == "'":
                if gap == "" and not quoted and _is_of_many(plain, end, words, kinds):
                    previous = end
                    continue
                quoted = gap == " " and plain[end : end + 1].isalnum()
            kind = MARK
            if first == "&" and gap == " " and plain[end : end + 1] == " ":
                # "Between 9 & 11 million"; the sign of "R&D" is part of a name.
                word, kind = "and", WORD
        words.append(word)
        lemmas.append(word)
        kinds.append(kind)
        gaps.append(gap)
        starts.append(start)
        ends.append(end)
        previous, gap = end, ""
    tokens.vocabulary = frozenset(words)
    return tokens


# What each word and each plain mark becomes: itself as it is read, its lemma and its kind.
_SEEN: dict[str, tuple[str, str, str]] = {}
NOT_PLAIN = frozenset("-_.'&")
"""Marks whose neighbours say what they are."""


def _see(token: str) -> tuple[str, str, str] | None:
    """What a token is wherever it stands; None for numerals and for marks that are not plain."""
    first = token[0]
    if first.isalpha():
        seen = (*forms(token), WORD)
    elif first.isdigit() or first in NOT_PLAIN:
        return None
    else:
        seen = (token, token, MARK)
    if len(_SEEN) > MOST_KNOWN:
        _SEEN.clear()
    _SEEN[token] = seen
    return seen


def _is_of_many(plain: str, end: int, words: list[str], kinds: list[str]) -> bool:
    """'Judges' offices': the apostrophe of a plural that owns what follows."""
    return (
        words != []
        and kinds[-1] == WORD
        and len(words[-1]) > 3
        and words[-1].endswith("s")
        and plain[end : end + 1] == " "
        and plain[end : end + 3].lstrip(" ")[:1].isalpha()
    )


def _abbreviates(text: Text, end: int, word: str) -> bool:
    """Whether the stop at `end` belongs to the word: the sentence goes on behind it."""
    rest = text.plain[end : end + 3].lstrip(" ")
    if rest[:1].isalpha() and word in NEVER_LAST:
        return True
    if not rest or rest[0] == "\n":
        return False
    if word == "no":
        # "Curtain wall no. heat pump yes" ends a sentence; "no. 5" and "no. of beds" do not.
        # "Pickup: no. 290 euros" answers a label.
        ahead = text.plain[: max(0, end - len(word) - 1)].rstrip(" ")
        answers = ahead[-1:] in (":", "=", "?")
        if rest[0].isdigit():
            return not answers and not _is_amount(text.plain, end)
        return rest[:2].lower() == "of"
    if rest[0].isalpha():
        place = text.plain.index(rest[0], end)
        place = place if text.starts is None else text.starts[place]
        return not text.source[place].isupper()
    return rest[0].isdigit() or rest[0] in ",;:)=x×-"


LONGEST_NUMERAL = 16
AMOUNT = re.compile(r"[\d\s.,']+")
UNIT = re.compile(r"[€$£₹]|[a-z]+")


def _is_amount(plain: str, at: int) -> bool:
    """'Stackable no. 27 kg', 'touchscreen no. 199 euro': a price or a weight has no number."""
    numeral = AMOUNT.match(plain, at, at + LONGEST_NUMERAL)
    unit = UNIT.match(plain, numeral.end()) if numeral is not None else None
    return unit is not None and unit.group() in UNITS


UNITS = wordset("tokens", "units_of_amounts")

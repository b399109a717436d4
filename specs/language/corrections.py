"""Second thoughts: '30 flats - make that 28', '3 ploughs... scratch that, 4 ploughs'."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.changes import with_changes
from specs.language.clauses import FULL_STOPS
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Entry, Lexicon
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.unmeant import denies, is_denied

FARTHEST = 12
"""Tokens between a figure and the one that corrects it."""


@cache
def correction_cues() -> Lexicon:
    found = Lexicon()
    found.add_all(listed(table("scope")["corrections"]), Entry("correction", "correction"))
    return found


def correction_ends(tokens: Tokens, last: int) -> bool:
    """Whether words that take back what was said before them end in front of `last`."""
    cues, lemmas = correction_cues(), tokens.lemmas
    if not last or lemmas[last - 1] not in cues.closers:
        return False
    for first in range(max(0, last - LONGEST_CUE), last):
        found = cues.longest(lemmas, first)
        if found is not None and found[0] == last:
            return True
    return False


LONGEST_CUE = 3
"""Tokens of the words that take a noun back."""


def corrected_figures(
    tokens: Tokens, found: list[Quantity]
) -> tuple[list[Quantity], dict[int, int], list[tuple[int, int]]]:
    """The figures that hold, where a figure's correction ends (by its first token), and what is
    taken back."""
    kept: list[Quantity] = []
    amended: dict[int, int] = {}
    taken_back: list[tuple[int, int]] = []
    for quantity in with_changes(tokens, found):
        first = kept[-1] if kept else None
        if first is not None and is_denied(tokens, first, quantity):
            taken_back.append((quantity.begin - 1, quantity.end))
            continue
        if first is not None and denies(tokens, first, quantity):
            taken_back.append((first.begin - 1, quantity.begin))
            kept[-1] = quantity
            continue
        cue = -1
        if first is not None:
            start = amended.get(first.first, first.end)
            cue = _cue_between(tokens, first, quantity, start)
        if first is None or cue < 0:
            kept.append(quantity)
        elif _stands_alone(tokens, first, quantity):
            taken_back.append((first.begin, quantity.begin))
            kept[-1] = _settled(tokens, quantity)
        elif _counts(tokens, quantity) and _counted_with(tokens, kept):
            # "6 of 30 m2, make that 8 units": the number goes with its size.
            taken_back.append((kept[-2].begin, quantity.begin))
            kept[-2:] = [quantity]
        else:
            _replace(tokens, first, quantity)
            amended[first.first] = quantity.last
            taken_back.append((cue, quantity.last))
    return kept, amended, taken_back


def _cue_between(tokens: Tokens, first: Quantity, second: Quantity, start: int) -> int:
    """Where the words from `start` on take the first figure back; -1 where none does."""
    gap = range(start, second.begin)
    if not 0 < len(gap) <= FARTHEST or first.group >= 0 or second.ordinal or not second.value:
        # "65 m2. No 0" takes nothing back: no thing has a size of nothing.
        return -1
    if first.kind != second.kind and second.kind != "count" and not _is_bare(tokens, first):
        return -1
    if first.label and second.label and first.label != second.label:
        # "110 cm wide, no deeper than 55": another side.
        return -1
    words, lemmas, stop, cues = tokens.words, tokens.lemmas, gap.stop, correction_cues()
    for at in gap:
        cue = cues.longest(lemmas, at)
        if cue is not None and cue[0] <= stop:
            if _rules_out(tokens, cue[0], stop):
                # "A café... actually no café. 400k": no figure is taken back.
                return -1
            return at
        word = words[at]
        if word == "no" and at + 2 >= stop and _denies_alone(tokens, at, second):
            return at
        if word == "?" and at + 1 == stop and _is_settled(tokens, second):
            return at
        if word == "?" and at == first.end and words[at + 1] in DOUBTING:
            # "1,050 W? that's the mains model - this one 420 W".
            return at
    return -1


def _denies_alone(tokens: Tokens, at: int, second: Quantity) -> bool:
    """'Two floors, no, three'."""
    words, end = tokens.words, second.end
    if tokens.kinds[at - 1] != MARK or words[at - 1] in ":=":
        # "Frost-free: no. 530 EUR" answers a label.
        return False
    # "Seats ten, no longer than 2 m" takes nothing back.
    bounds = "than" in words[at + 1 : at + COMPARISON]
    return not (bounds or (end < len(words) and words[end] in ALIKE))


def _rules_out(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a cue that ends in "no" goes on with what is ruled out, to the end of a sentence."""
    if tokens.words[at - 1] != "no" or at >= end or tokens.kinds[at] != WORD:
        return False
    noun = phrase_end(tokens, at, end)
    return noun > at and any(word in FULL_STOPS for word in tokens.words[noun:end])


COMPARISON = 4
ALIKE = frozenset({"alike", "same", "identical"})
"""'Forty rooms, no two alike'."""
DOUBTING = frozenset({"that's", "thats", "that", "this", "it's", "too", "surely"})
SETTLED = wordset("corrections", "settled")


def _is_settled(tokens: Tokens, second: Quantity) -> bool:
    """'72 rooms? 84 keys finally': an answer that says it is the last word."""
    end = phrase_end(tokens, second.end, second.end + 3)
    return SETTLED.intersection(tokens.words[second.end : end + 1]) != frozenset()


def _is_bare(tokens: Tokens, first: Quantity) -> bool:
    """'110, no wait, 120 cm': nothing is counted, so that the unit is still to come."""
    return first.kind == "count" and tokens.kinds[first.end : first.end + 1] == [MARK]


def _stands_alone(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """Whether the correction says all of it again: '… 4 ploughs', '… 12 h playback'."""
    if second.kind != "count":
        return True
    return first.kind == "count" and _counts(tokens, second)


def _counts(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a noun stands behind the number."""
    at = quantity.end
    if at >= len(tokens) or tokens.kinds[at] != WORD or tokens.words[at] in breaking_words():
        return False
    return quantity.kind == "count" and phrase_end(tokens, at) > at


def _counted_with(tokens: Tokens, kept: list[Quantity]) -> bool:
    """Whether the last figure is the size of what the one before it counts: '6 of 30 m2'."""
    if len(kept) < 2 or kept[-2].kind != "count" or kept[-1].kind == "count":
        return False
    gap = tokens.words[kept[-2].end : kept[-1].begin]
    return gap[-1:] in (["of"], ["at"], ["@"]) and len(gap) <= 3


def _replace(tokens: Tokens, first: Quantity, second: Quantity) -> None:
    factor = first.value / first.number if first.number else 1.0
    first.value, first.number = second.number * factor, second.number
    second = _settled(tokens, second)
    first.low, first.high, first.bound = second.low, second.high, second.bound


def _settled(tokens: Tokens, quantity: Quantity) -> Quantity:
    """'10 weeks, hmm, call it 12' is no estimate; 'no, about 12' is one."""
    called = tokens.words[quantity.begin - 1 : quantity.begin] in (["it"], ["say"])
    if quantity.bound == "about" and called:
        quantity.bound = "exact"
    return quantity

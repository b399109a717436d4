"""Numbers in words: 'two hundred and fifty', 'half a million', 'two and three quarters'."""

from typing import NamedTuple

from specs.knowledge import wordset
from specs.language.tokens import NUMBER, Tokens
from specs.language.units import unit_at


class Number(NamedTuple):
    value: float
    last: int
    """The token behind the number."""
    alternative: float | None = None
    """The other reading where the separators allow two."""


ONES = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "threescore": 60, "fourscore": 80,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip
GROUPS = {"dozen": 12, "doz": 12, "dz": 12, "pair": 2, "score": 20, "couple": 2}
SETS = {"brace": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5, "sextet": 6, "gross": 144}
"""Of things only: 'a trio of lifts'."""
BAKERS = frozenset({"baker's", "bakers"})
PARTS = {
    "half": 1 / 2, "halves": 1 / 2, "quarter": 1 / 4, "quarters": 1 / 4, "third": 1 / 3,
    "thirds": 1 / 3, "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "sixths": 1 / 6,
    "eighth": 1 / 8, "eighths": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
    "sixteenth": 1 / 16, "sixteenths": 1 / 16,
}  # fmt: skip
TWINS = {"twin": 2, "dual": 2, "triple": 3, "quad": 4}
"""In front of a figure: 'twin 24-inch screens'."""
SINGLY = frozenset({"story", "storey", "storeys", "storied", "seater", "bedroom", "berth", "seat"})
STARTS = frozenset({*ONES, *TENS, *SCALES, *GROUPS, *PARTS, *TWINS, "single"})
ARTICLES = frozenset({"a", "an", "one"})
JOINS = frozenset({"and", "&"})
# The others are ordinals too: "the third floor".
BARE_PARTS = frozenset({"half", "quarter"})
# "A few hundred euros" names no amount.
VAGUE = frozenset({"few", "several", "many"})
DENOMINATORS = wordset("numbers", "denominators")


def words_at(tokens: Tokens, at: int) -> Number | None:
    words = tokens.words
    following = words[at + 1] if at + 1 < len(words) else ""
    if (words[at] in SCALES or words[at] in GROUPS) and at and words[at - 1] in VAGUE:
        return None
    if words[at] in TWINS:
        numeral = tokens.kinds[at + 1 : at + 2] == [NUMBER] and tokens.gaps[at + 1] == " "
        return Number(TWINS[words[at]], at + 1) if numeral else None
    if words[at] == "single":
        # "A single-storey house".
        return Number(1, at + 1) if following in SINGLY else None
    if words[at] in PARTS:
        return _part_at(words, at) if _is_share(words, at) else None
    if words[at] in ARTICLES and words[at] != "one":
        if following in PARTS:
            return _part_at(words, at + 1) if _is_share(words, at + 1) else None
        if following in BAKERS and words[at + 2 : at + 3] == ["dozen"]:
            return Number(13, at + 3)
        if following in SETS and words[at + 2 : at + 3] == ["of"]:
            return Number(SETS[following], at + 3)
        return _sum_at(tokens, at + 1) if following in SCALES or following in GROUPS else None
    joined = following in PARTS and tokens.gaps[at + 1] == "-"
    spoken = following in PARTS and _is_share(words, at + 1, spoken=True)
    if words[at] in ONES and (joined or spoken):
        # "Three-quarter-inch", "two thirds of a metre".
        share = _part_at(words, at + 1)
        return Number(share.value * ONES[words[at]], share.last)
    return _hundreds_at(tokens, at) or _sum_at(tokens, at)


def _hundreds_at(tokens: Tokens, at: int) -> Number | None:
    """'two-fifty', 'one-seventy-five': spoken hundreds, which hyphens join."""
    words, gaps = tokens.words, tokens.gaps
    if not 1 <= ONES.get(words[at], 0) <= 9 or words[at + 1 : at + 2] == []:
        return None
    tens = TENS.get(words[at + 1])
    if tens is None or gaps[at + 1] != "-":
        return None
    value, last = ONES[words[at]] * 100 + tens, at + 2
    if last < len(words) and gaps[last] == "-" and 1 <= ONES.get(words[last], 0) <= 9:
        value, last = value + ONES[words[last]], last + 1
    if value % 100 == CENTS or words[last : last + 1] in (["five"], ["hundred"], ["thousand"]):
        # "Four-ninety-nine" is a price with its cents.
        return None
    return Number(value, last)


CENTS = 99


def fraction_behind(tokens: Tokens, at: int) -> Number | None:
    """'and a half', 'and three quarters', 'and 3/4' behind a whole number."""
    words = tokens.words
    if at + 1 >= len(words) or words[at] not in JOINS:
        return None
    word, following = words[at + 1], words[at + 2] if at + 2 < len(words) else ""
    if word == "half":
        return Number(0.5, at + 2)
    if word in ARTICLES and following in PARTS:
        return Number(PARTS[following], at + 3)
    if word in ONES and following in PARTS and following != "half":
        return Number(ONES[word] * PARTS[following], at + 3)
    if tokens.kinds[at + 1] == NUMBER:
        return numeral_fraction(tokens, at + 1)
    return None


def numeral_fraction(tokens: Tokens, at: int) -> Number | None:
    """A fraction of its own: 1/2 inch."""
    words, kinds, gaps = tokens.words, tokens.kinds, tokens.gaps
    if (
        at + 2 < len(words)
        and words[at + 1] == "/"
        and kinds[at + 2] == NUMBER
        and gaps[at + 1] == gaps[at + 2] == ""
        and words[at].isdigit()
        and words[at + 2] in DENOMINATORS
        and len(words[at]) <= 2
    ):
        above, below = int(words[at]), int(words[at + 2])
        # "Min/max weight 4/6 kg" names two.
        mixed = at > 0 and kinds[at - 1] == NUMBER
        if above > 1 and not mixed and words[at + 3 : at + 4] and words[at + 3] in TIMES:
            # "3/4 weeks" are three or four.
            return None
        if above > 1 and below - above <= 2 and not mixed and _is_counted(words, at + 3):
            # "A 6/8 seater", "5/6 rooms".
            return None
        if below >= SMALLEST and words[at + 3 : at + 4] and words[at + 3] in BYTES:
            # "4/64 GB": memory and storage.
            return None
        if above < below and not MINMAX.issubset(words[max(0, at - 6) : at]):
            return Number(above / below, _behind_fraction(tokens, at + 3))
    return None


def _behind_fraction(tokens: Tokens, at: int) -> int:
    """The end of '3/4 of an' acre and of '5/8ths of an' inch."""
    words = tokens.words
    end = at + (words[at : at + 1] in (["ths"], ["th"], ["rds"]) and tokens.gaps[at] == "")
    of_one = words[end : end + 2] in (["of", "a"], ["of", "an"])
    return end + 2 if of_one and unit_at(words, end + 2) is not None else end


def _is_counted(words: list[str], at: int) -> bool:
    word = words[at] if at < len(words) else ""
    if word in COUNTED:
        return True
    return len(word) > 3 and word.endswith("s") and unit_at(words, at) is None


COUNTED = frozenset({"seater", "berth", "person", "man", "bed"})
SMALLEST = 8
"""Gigabytes of storage beside the memory; 1/2 TB is a half."""
BYTES = frozenset({"gb", "tb", "mb", "gig", "gigs"})
TIMES = frozenset({"days", "weeks", "months", "years", "hours", "minutes"})
MINMAX = frozenset({"min", "/", "max"})


def multiplied(words: list[str], number: Number) -> Number:
    """'3 hundred', 'a couple of thousand', '2 dozen'."""
    value, last = number.value, number.last
    while last < len(words) and words[last] in MULTIPLES:
        value, last = value * MULTIPLES[words[last]], last + 1
    return Number(value, last, number.alternative if last == number.last else None)


MULTIPLES = {"hundred": 100, "dozen": 12, "doz": 12, "dz": 12, "dozens": 12, "score": 20}


def _is_share(words: list[str], at: int, *, spoken: bool = False) -> bool:
    """Whether a part of something is meant and no ordinal: 'a third of', 'three eighths inch'."""
    if words[at] in BARE_PARTS and not spoken:
        return True
    following = words[at + 1 : at + 2]
    if spoken and following != [] and following[0] in SHARED:
        # "Three quarters full".
        return True
    return following == ["of"] or unit_at(words, at + 1) is not None


SHARED = frozenset(
    {"full", "empty", "width", "height", "length", "size", "scale", "done", "glazed"}
)


def _sum_at(tokens: Tokens, at: int) -> Number | None:
    """Ones, tens and scales that add up, from left to right."""
    words = tokens.words
    total, current, last, seen, scale = 0.0, 0.0, at, False, 1.0
    while last < len(words):
        word = words[last]
        if word in ONES or word in TENS:
            step = ONES.get(word, TENS.get(word, 0))
            if seen and not _joins(current, step):
                break
            current += step
            scale = 1.0
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current, scale = total + current, 0.0, float(SCALES[word])
        elif word in GROUPS:
            return _group_at(words, last, total + (current or 1))
        elif word == "point" and seen and words[last + 1 : last + 2] and words[last + 1] in ONES:
            # "two point five".
            digits, last = "", last + 1
            while last < len(words) and words[last] in ONES and ONES[words[last]] < 10:
                digits, last = digits + str(ONES[words[last]]), last + 1
            return Number(total + current + float(f"0.{digits or 0}"), last)
        else:
            share = fraction_behind(tokens, last) if seen else None
            if share is not None:
                # "A million and a half" is half a million more.
                return Number(total + current + share.value * scale, share.last)
            if not (seen and _and_joins(words, last)):
                break
        seen = True
        last += 1
    return Number(total + current, last) if seen else None


def _group_at(words: list[str], at: int, count: float) -> Number:
    """'a dozen', 'three dozen', 'a couple of hundred', 'a pair of'."""
    value, last = count * GROUPS[words[at]], at + 1
    last += words[last : last + 1] == ["of"]
    while last < len(words) and words[last] in SCALES:
        value, last = value * SCALES[words[last]], last + 1
    return Number(value, last)


def _and_joins(words: list[str], at: int) -> bool:
    """'two hundred and fifty'."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return words[at] == "and" and words[at - 1] in SCALES and (behind in ONES or behind in TENS)


def _joins(current: float, step: int) -> bool:
    """Whether 'twenty' + 'five' or 'hundred' + 'five' make one number; 'two five' does not."""
    if current == 0:
        return True
    if current % 100 == 0:
        return True
    return current % 10 == 0 and step < 10


def _part_at(words: list[str], at: int) -> Number:
    """'half a million', 'half an hour', 'a quarter of an acre', 'quarter acre'."""
    value, last = PARTS[words[at]], at + 1
    if words[last : last + 2] in (["of", "a"], ["of", "an"], ["of", "one"]):
        last += 2
    elif words[last : last + 1] in (["a"], ["an"]):
        last += 1
    while last < len(words) and words[last] in SCALES:
        value, last = value * SCALES[words[last]], last + 1
    if words[last : last + 1] == ["dozen"]:
        value, last = value * 12, last + 1
    return Number(value, last)

"""Numbers as people write them: numerals of every grouping style, fractions and words."""

from typing import NamedTuple

from specs.knowledge import wordset
from specs.language.tokens import NUMBER, Tokens

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip
SHARE_WORDS = {
    "quarters": "quarter",
    "quarter": "quarter",
    "thirds": "third",
    "third": "third",
    "halves": "half",
}
GROUPS = {"dozen": 12, "pair": 2, "score": 20, "couple": 2}
FRACTIONS: dict[tuple[str, ...], float] = {("and", "a", "half"): 0.5, ("and", "a", "quarter"): 0.25}
PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
STARTS = frozenset({*ONES, *TENS, *SCALES, *GROUPS, *PARTS})
ARTICLES = frozenset({"a", "an", "one"})


class Number(NamedTuple):
    value: float
    last: int
    """The token behind the number."""
    alternative: float | None = None
    """The other reading where the separators allow two."""


def numeral(text: str, *, comma_decimals: bool = False) -> tuple[float, float | None] | None:
    """The value of a numeral, and its other reading if it has one; None for '1.2.3'."""
    text = text.replace("'", "")
    commas, points = text.count(","), text.count(".")
    if not commas and not points:
        # A number of more digits than this is no measure, and float("9" * 400) is infinite.
        return (float(text), None) if len(text) <= MAX_DIGITS else None
    if len(text) > MAX_DIGITS:
        return None
    if commas and points:
        return _mixed(text)
    mark, count = (",", commas) if commas else (".", points)
    groups = text.split(mark)
    grouped = _grouped(groups)
    if count > 1:
        return (float("".join(groups)), None) if grouped else None
    joined, decimal = float("".join(groups)), float(".".join(groups))
    if not grouped:
        return decimal, None
    if mark == ",":
        return joined, None
    return (joined, decimal) if comma_decimals else (decimal, joined)


MAX_DIGITS = 18


def _mixed(text: str) -> tuple[float, float | None] | None:
    """Both marks: the last one is the decimal mark."""
    decimal = "," if text.rfind(",") > text.rfind(".") else "."
    group = "." if decimal == "," else ","
    if text.count(decimal) > 1:
        return None
    whole, fraction = text.split(decimal)
    groups = whole.split(group)
    if not _grouped(groups):
        return None
    return float(f"{''.join(groups)}.{fraction}"), None


def _grouped(groups: list[str]) -> bool:
    """Groups of three; or the Indian way, twos before a last three."""
    head, *rest = groups
    if not rest or len(rest[-1]) != 3 or head == "0" or len(head) > 3:
        return False
    middle = rest[:-1]
    return all(len(part) == 3 for part in middle) or (
        len(head) <= 2 and all(len(part) == 2 for part in middle)
    )


def writes_comma_decimals(tokens: Tokens) -> bool:
    """Whether another numeral of the text shows that its comma is a decimal mark."""
    for word, kind in zip(tokens.words, tokens.kinds, strict=True):
        if kind == NUMBER:
            comma, point = word.rfind(","), word.rfind(".")
            if comma > point >= 0 or word.count(".") > 1:
                return True
            if (
                comma >= 0
                and point < 0
                and word.count(",") == 1
                and len(word) - comma - 1 in (1, 2)
            ):
                return True
    return False


def number_at(tokens: Tokens, at: int, *, comma_decimals: bool = False) -> Number | None:
    if tokens.kinds[at] == NUMBER:
        return _numeral_at(tokens, at, comma_decimals)
    if tokens.words[at] in STARTS or tokens.words[at] in ARTICLES:
        return _words_at(tokens, at)
    return None


def _numeral_at(tokens: Tokens, at: int, comma_decimals: bool) -> Number | None:
    words, kinds, gaps = tokens.words, tokens.kinds, tokens.gaps
    size = len(words)
    # A fraction of its own: 1/2 inch.
    bare = _fraction(tokens, at)
    if bare is not None:
        return bare
    read = numeral(words[at], comma_decimals=comma_decimals)
    if read is None:
        return None
    value, other = read
    last = at + 1
    if words[at].isdigit():
        # 35 000, 1 250 000: groups of exactly three digits behind a short head.
        grouped = words[at]
        if len(grouped) <= 3 and grouped[0] != "0":
            while (
                last < size
                and kinds[last] == NUMBER
                and gaps[last] == " "
                and len(words[last].split(",")[0].split(".")[0]) == 3
                and (last + 1 == size or kinds[last + 1] != NUMBER or gaps[last + 1] == " ")
            ):
                digits = words[last]
                grouped += digits
                last += 1
                if not digits.isdigit():
                    break
        if last > at + 1:
            read = numeral(grouped.replace(",", "."))
            return Number(read[0], last) if read else None
        # 2 1/2, 2-1/2: a whole number with a fraction.
        if last < size and kinds[last] == NUMBER and gaps[last] in (" ", "-"):
            part = _fraction(tokens, last)
            if part is not None and part.value < 1:
                return Number(value + part.value, part.last)
    if words[last : last + 3] == ["and", "a", "half"]:
        return Number(value + 0.5, last + 3)
    if words[last : last + 1] == ["dozen"]:
        return Number(value * GROUPS["dozen"], last + 1)
    return Number(value, last, other)


def _fraction(tokens: Tokens, at: int) -> Number | None:
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
        if above < below:
            return Number(above / below, at + 3)
    return None


DENOMINATORS = wordset("numbers", "denominators")


def _words_at(tokens: Tokens, at: int) -> Number | None:
    """Number words: 'two hundred and fifty', 'half a million', 'one and a half', 'a dozen'."""
    words = tokens.words
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in PARTS:
        return _part_at(words, at)
    if words[at] in ARTICLES and words[at] != "one":
        if following in PARTS:
            return _part_at(words, at + 1)
        return _sum_at(words, at + 1) if following in SCALES or following in GROUPS else None
    if (
        words[at] in ONES
        and following in SHARE_WORDS
        and (tokens.gaps[at + 1] == "-" or words[at + 2 : at + 3] == ["of"])
    ):
        # "three-quarter-inch", "two-thirds of a metre".
        share = _part_at([*words[: at + 1], SHARE_WORDS[following], *words[at + 2 :]], at + 1)
        return Number(share.value * ONES[words[at]], share.last)
    return _sum_at(words, at)


def _sum_at(words: list[str], at: int) -> Number | None:
    """Ones, tens and scales that add up, from left to right."""
    total, current, last, seen = 0.0, 0.0, at, False
    while last < len(words):
        word = words[last]
        if word in ONES or word in TENS:
            step = ONES.get(word, TENS.get(word, 0))
            if seen and not _joins(current, step):
                break
            current += step
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0.0
        elif word in GROUPS:
            of = words[last + 1 : last + 2] == ["of"]
            return Number(total + (current or 1) * GROUPS[word], last + 1 + of)
        elif word == "point" and seen and words[last + 1 : last + 2] and words[last + 1] in ONES:
            # "two point five".
            digits, last = "", last + 1
            while last < len(words) and words[last] in ONES and ONES[words[last]] < 10:
                digits, last = digits + str(ONES[words[last]]), last + 1
            return Number(total + current + float(f"0.{digits or 0}"), last)
        elif seen and words[last : last + 3] == ["and", "three", "quarters"]:
            return Number(total + current + 0.75, last + 3)
        else:
            share = FRACTIONS.get(tuple(words[last : last + 3]), 0.0) if seen else 0.0
            if share:
                return Number(total + current + share, last + 3)
            if not (seen and _and_joins(words, last)):
                break
        seen = True
        last += 1
    return Number(total + current, last) if seen else None


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
    if words[last : last + 2] in (["of", "a"], ["of", "an"]):
        last += 2
    elif words[last : last + 1] in (["a"], ["an"]):
        last += 1
    while last < len(words) and words[last] in SCALES:
        value, last = value * SCALES[words[last]], last + 1
    if words[last : last + 1] == ["dozen"]:
        value, last = value * 12, last + 1
    return Number(value, last)

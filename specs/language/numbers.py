"""Numbers as people write them: numerals of every grouping style, with fractions and words."""

from specs.knowledge import wordset
from specs.language.number_words import (
    ARTICLES,
    JOINS,
    MULTIPLES,
    STARTS,
    Number,
    fraction_behind,
    multiplied,
    numeral_fraction,
    words_at,
)
from specs.language.tokens import NUMBER, WORD, Tokens


def numeral(text: str, *, comma_decimals: bool = False) -> tuple[float, float | None] | None:
    """The value of a numeral, and its other reading if it has one; None for '1.2.3'."""
    if text.isdecimal():
        # A number of more digits than this is no measure, and float("9" * 400) is infinite.
        return (float(text), None) if len(text) <= MAX_DIGITS else None
    text = text.replace("'", "")
    commas, points = text.count(","), text.count(".")
    if not commas and not points:
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
MONEY_WORDS = wordset("tokens", "units_of_amounts")


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
    if not rest or len(rest[-1]) != 3 or head in ("", "0") or len(head) > 3:
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
    known, key = tokens.numbers, 2 * at + comma_decimals
    if key in known:
        read: Number | None = known[key]
        return read
    if tokens.kinds[at] == NUMBER:
        read = _numeral_at(tokens, at, comma_decimals)
    elif tokens.words[at] in STARTS or tokens.words[at] in ARTICLES:
        read = words_at(tokens, at)
    else:
        read = None
    known[key] = read
    return read


def _numeral_at(tokens: Tokens, at: int, comma_decimals: bool) -> Number | None:
    words, last = tokens.words, at + 1
    word, behind = words[at], words[last] if last < len(words) else ""
    if behind == "/":
        bare = numeral_fraction(tokens, at)
        if bare is not None:
            return bare
    read = numeral(word, comma_decimals=comma_decimals)
    if read is None:
        return None
    value, other = read
    if behind == "e" and _is_power(tokens, last):
        return Number(value * 10 ** int(words[last + 1]), last + 2)
    if behind and tokens.kinds[last] == NUMBER and word.isdigit():
        grouped = _spaced_groups(tokens, at)
        if grouped is not None:
            read = numeral(grouped[0].replace(",", "."))
            return Number(read[0], grouped[1]) if read else None
        # 2 1/2, 2-1/2: a whole number with a fraction.
        if tokens.gaps[last] in (" ", "-"):
            part = numeral_fraction(tokens, last)
            if part is not None and part.value < 1:
                return Number(value + part.value, part.last)
    share = fraction_behind(tokens, last) if behind in JOINS else None
    if share is not None:
        return Number(value + share.value, share.last)
    number = Number(value, last, other)
    return multiplied(words, number) if behind in MULTIPLES else number


def _is_power(tokens: Tokens, at: int) -> bool:
    """'6.3e6': the power of ten that a figure is multiplied by."""
    glued = tokens.gaps[at] == "" and tokens.gaps[at + 1 : at + 2] == [""]
    power = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return glued and power.isdigit() and len(power) == 1


def _spaced_groups(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """35 000, 1 250 000: groups of exactly three digits behind a short head."""
    words, kinds, gaps, size = tokens.words, tokens.kinds, tokens.gaps, len(tokens.words)
    grouped, last = words[at], at + 1
    if len(grouped) > 3 or grouped[0] == "0":
        return None
    if at and gaps[at] == "" and kinds[at - 1] == WORD and len(words[at - 1]) > 1:
        # "LiFePO4 540 Wh", "Cat6 100 m": the first figure ends a name.
        name = words[at - 1]
        if name not in MONEY_WORDS:
            return None
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
    return (grouped, last) if last > at + 1 else None

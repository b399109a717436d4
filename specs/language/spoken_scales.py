"""Scales said once for both ends: 'seven or eight hundred', 'six to seven hundred thousand'."""

from specs.language.number_words import ONES, SCALES, TENS
from specs.language.tokens import NUMBER, Tokens

MOST = 100
WIDEST = 4.0
"""'Two to four hundred' spans hundreds; 'two to nine hundred' may say two things."""
MULTIPLES = {
    **SCALES, "grand": 1_000, "lakhs": 100_000, "lac": 100_000, "lacs": 100_000,
    "crores": 10_000_000,
}  # fmt: skip


def shared_scale(tokens: Tokens, low: float, high: int) -> float:
    """What the bare number `low` is multiplied by, to be of the scale that the number at token
    `high` names; 1 where both are whole by themselves."""
    words, at, size = tokens.words, high, len(tokens)
    head = 0.0
    if tokens.kinds[at] == NUMBER:
        head, at = float(words[at]) if words[at].replace(".", "", 1).isdigit() else 0.0, at + 1
        if at < size and words[at] == "k" and tokens.gaps[at] == "":
            # "A budget of 80-90k".
            return _shared(1_000.0, low, head)
    else:
        while at < size and (words[at] in ONES or words[at] in TENS):
            head, at = head + ONES.get(words[at], TENS.get(words[at], 0)), at + 1
    scale = 1.0
    while at < size and words[at] in MULTIPLES:
        scale, at = scale * MULTIPLES[words[at]], at + 1
    return _shared(scale, low, head)


def _shared(scale: float, low: float, head: float) -> float:
    return scale if 0 < low < min(MOST, head) and head <= WIDEST * low else 1.0

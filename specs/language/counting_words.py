"""Numbers of a schedule: '12 no.', '8 nos', '5 off', and '(3) bays' in front of its noun."""

from specs.knowledge import wordset
from specs.language.quantity import Quantity
from specs.language.tokens import WORD, Tokens
from specs.language.words import function_words

UNITS = wordset("counting", "units")
LIST_STARTS = wordset("counting", "list_starts") | frozenset(",;:-+&/(")
ENDS = frozenset({")", ",", ";", "\n", "+", "/", "-", "—", "|", ".", "]"})


def take_in_counting_words(tokens: Tokens, found: list[Quantity]) -> None:
    """Let a count span the word or the brackets that only say that it counts."""
    for quantity in found:
        if quantity.kind != "count" or quantity.group >= 0 or quantity.label is not None:
            continue
        end = _behind(tokens, quantity.last)
        if end > quantity.last:
            quantity.last = end
        elif _stands_in_brackets(tokens, quantity):
            quantity.first, quantity.last = quantity.first - 1, quantity.last + 1


def _behind(tokens: Tokens, at: int) -> int:
    """The end of 'no.', 'nos', 'off' behind a number; `at` where none stands there."""
    words = tokens.words
    if at >= len(words) or words[at] not in UNITS:
        return at
    end = at + 1
    dotted = words[end : end + 1] == ["."] and tokens.gaps[end] == ""
    if dotted and end + 1 < len(words):
        # "12 no. bungalows" goes on; "16 no." in front of a mark has ended.
        return end + 1 if words[end + 1] in ENDS or words[at] == "no" else end
    ends = end >= len(words) or words[end] in ENDS
    if words[at] in ("no", "off", "ea"):
        # "Bedrooms 3 no garage", "20 off the price".
        return end if ends else at
    return end


def _stands_in_brackets(tokens: Tokens, quantity: Quantity) -> bool:
    """'(3) apparatus bays', 'and (8) bunk rooms': a noun follows, and none stands in front."""
    words, first, last = tokens.words, quantity.first, quantity.last
    if first < 2 or last + 1 >= len(words):
        return False
    if words[first - 1] != "(" or words[last] != ")" or tokens.kinds[last + 1] != WORD:
        return False
    if words[last + 1] in function_words() or words[first - 2] not in LIST_STARTS:
        return False
    # "(2) Frame: steel" is a heading with its number.
    after = last + 1
    while after < len(words) and tokens.kinds[after] == WORD:
        after += 1
    return after >= len(words) or words[after] != ":"

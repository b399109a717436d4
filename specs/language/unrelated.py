"""Numbers that measure nothing: addresses, years, telephone and model numbers, slips."""

from specs.knowledge import wordset
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.triggers import scope_words

LOOSE_DESIGNATORS = wordset("scope", "loose_designators")

ROAD_LETTERS = wordset("scope", "road_letters")

UNRELATED = wordset("scope", "unrelated")


def unrelated_numbers(
    tokens: Tokens, found: list[Quantity], mention_at: list[Mention | None]
) -> list[Quantity]:
    """Give addresses, years, telephone and model numbers a kind of their own."""
    words, _gaps = tokens.words, tokens.gaps
    for index, quantity in enumerate(found):
        if quantity.kind == "count" and quantity.group < 0:
            before = words[quantity.first - 1] if quantity.first else ""
            behind = words[quantity.last] if quantity.last < len(words) else ""
            if _is_year(quantity, words, before, behind):
                quantity.kind = "year"
            elif (
                before in scope_words("designators")
                and quantity.bound == "exact"
                and _names(tokens, quantity, before)
            ):
                quantity.kind = "name"
            elif before in scope_words("months") or behind in scope_words("months"):
                quantity.kind = "date"
            elif _is_address(tokens, quantity):
                quantity.kind = "address"
            elif _is_phone(tokens, quantity, found, index):
                quantity.kind = "phone"
    found = [q for q in found if q.kind not in UNRELATED]
    return _without_corrected(words, found)


def _without_corrected(words: list[str], found: list[Quantity]) -> list[Quantity]:
    """'299 PLN? no sorry, 1.299 PLN': the second figure takes the place of the first."""
    kept: list[Quantity] = []
    for quantity in found:
        if kept and kept[-1].kind == quantity.kind:
            between = words[kept[-1].last : quantity.first]
            if len(between) <= 7 and (
                "sorry" in between
                or "scratch" in between
                or between[-2:] == ["i", "mean"]
                or ("no" in between and "wait" in between)
                or "correction" in between
            ):
                kept.pop()
        kept.append(quantity)
    return kept


def _names(tokens: Tokens, quantity: Quantity, before: str) -> bool:
    if before in ROAD_LETTERS:
        # "I-65", "A40": a letter names a road only when it is joined to its number.
        return tokens.gaps[quantity.first] in ("", "-")
    return (
        before not in LOOSE_DESIGNATORS
        or tokens.gaps[quantity.first] == "-"
        or quantity.last >= len(tokens)
        or tokens.kinds[quantity.last] == MARK
    )


def _is_year(quantity: Quantity, words: list[str], before: str, behind: str) -> bool:
    figure = words[quantity.first]
    if not (figure.isdigit() and len(figure) == 4 and 1700 <= int(figure) <= 2100):
        return False
    if before in YEAR_CUES or before in scope_words("months"):
        return True
    return behind in YEAR_NOUNS or (
        not behind[:1].isalpha() and before not in ("for", "seats", "holds")
    )


YEAR_CUES = wordset("scope", "year_cues")

YEAR_NOUNS = wordset("scope", "year_nouns")


def _is_address(tokens: Tokens, quantity: Quantity) -> bool:
    """A number, then one to three capitalised words of which the last names a street."""
    at, size = quantity.last, len(tokens)
    if quantity.low is not None:
        return False
    text = tokens.text
    steps = 0
    while at < size and steps < 4 and tokens.kinds[at] == WORD:
        place = tokens.span(at, at + 1)[0]
        if not text.source[place].isupper():
            return False
        if tokens.words[at] in scope_words("street") and (
            steps or tokens.words[at] in ("ne", "nw", "se", "sw", "broadway")
        ):
            return True
        at += 1
        steps += 1
    return False


def _is_phone(tokens: Tokens, quantity: Quantity, found: list[Quantity], index: int) -> bool:
    figure = tokens.words[quantity.first]
    before = tokens.words[max(0, quantity.first - 3) : quantity.first]
    if len(figure) >= 3 and figure.isdigit() and any(w in PHONE_CUES for w in before):
        return True
    gap = tokens.gaps[quantity.first]
    previous = tokens.words[quantity.first - 1] if quantity.first else ""
    return gap == "-" and previous.isdigit() and len(previous) >= 3 and len(figure) >= 3


PHONE_CUES = wordset("scope", "phone_cues")

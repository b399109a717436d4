"""Figures named only to say that they are not meant: '140 cm (not 160)', 'not 160 but 140'."""

from specs.knowledge import wordset
from specs.language.bound_phrases import wordlist
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens


def is_denied(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """'140 cm wide (not 160)', '4 m long, not 5': the second figure is what it is not."""
    words, at, end = tokens.words, second.begin - 1, first.end
    if at - end > FARTHEST:
        return False
    gap = words[end : second.first]
    if tuple(gap[gap[:1] == [","] :]) in CONTRASTS:
        return first.group < 0 and second.group < 0 and second.kind in (first.kind, "count")
    if not end < at or words[at] != "not" or words[at - 1] not in DENIAL_LEADS:
        return False
    near = at - end <= DENIAL_REACH and first.group < 0 and second.group < 0
    return near and second.bound == "exact" and second.kind in (first.kind, "count")


def denies(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """'not 160 cm but 140'."""
    start, stop = first.end, second.begin
    if stop - start > NO_MORE_REACH:
        return False
    words, at = tokens.words, first.begin - 1
    gap = words[start:stop]
    if first.group < 0 and second.kind == first.kind and _is_no_more(words, first, gap):
        return True
    contrast = gap[-1:] == ["but"] and len(gap) <= 2 and at >= 0 and words[at] == "not"
    return contrast and first.group < 0 and second.kind in (first.kind, "count")


def _is_no_more(words: list[str], first: Quantity, gap: list[str]) -> bool:
    """'the budget isn't £20k any more, it's £26k'."""
    if len(gap) > NO_MORE_REACH or NO_MORE.isdisjoint(gap):
        return False
    given_up = gap[:2] in (["any", "more"], ["any", "longer"]) or gap[:1] == ["anymore"]
    return given_up and not NOT.isdisjoint(words[max(0, first.begin - 3) : first.begin])


NO_MORE = frozenset({"more", "longer", "anymore"})
NO_MORE_REACH = 6
NOT = frozenset({"isn't", "not", "aren't", "ain't", "no", "wasn't", "won't"})
CONTRASTS = frozenset(tuple(phrase.split()) for phrase in wordset("ellipsis", "contrasts"))
DENIAL_LEADS = frozenset([",", "(", "-", "—", ";", "and", "but"])
DENIAL_REACH = 4
FARTHEST = max(DENIAL_REACH, *map(len, CONTRASTS))


def is_refusal(tokens: Tokens, quantity: Quantity) -> bool:
    """'750 kilos, not one more', 'and not one inch longer': the one is no figure of its own."""
    words, first = tokens.words, quantity.first
    cent = quantity.kind == "money" and quantity.number == CENT
    if not first or words[first - 1] not in ("no", "not", "never"):
        return False
    if quantity.number != 1 and not cent:
        return False
    behind = words[quantity.last : quantity.last + 3]
    refused = wordlist("over") | wordlist("under")
    whole = cent or words[first] == "one"
    return any(word in refused for word in behind) and (whole or "than" not in behind)


CENT = 0.01

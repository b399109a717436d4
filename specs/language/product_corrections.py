"""Second thoughts about several sides at once: '160 x 80 cm - no, make that 180 x 90', '12 x 8 m
instead of 15 x 10'."""

from dataclasses import replace

from specs.language.corrections import FARTHEST, correction_cues
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, Tokens
from specs.language.unmeant import CONTRASTS, DENIAL_LEADS


def corrected_products(
    tokens: Tokens, found: list[Quantity]
) -> tuple[list[Quantity], list[tuple[int, int]]]:
    """The figures without the sides that another product replaces, and what is taken back."""
    taken_back: list[tuple[int, int]] = []
    if sum(quantity.group >= 0 and quantity.place == 0 for quantity in found) < PAIR:
        return found, taken_back
    kept: list[Quantity] = []
    for quantity in found:
        previous = kept[-1] if kept else None
        if previous is None or not _is_next(previous, quantity):
            kept.append(quantity)
            continue
        if quantity.place == 0:
            said = _relation(tokens, previous, quantity)
            if said == WITHDRAWN:
                old = [q for q in kept if q.group == previous.group]
                taken_back.append((old[0].begin, quantity.begin))
                kept = [q for q in kept if q.group != previous.group]
                quantity = _in_unit_of(previous, quantity)
                kept.append(quantity)
                continue
            if said == DENIED:
                sides = [q for q in found if q.group == quantity.group]
                taken_back.append((previous.end, sides[-1].end))
                continue
        kept.append(quantity)
    groups = {q.group: q for q in kept if q.group >= 0 and q.place == 0}
    refused = {q.group for q in found if q.group >= 0 and q.place == 0 and q.group not in groups}
    return [
        _in_unit_of(groups[q.group], q) if q.group in groups else q
        for q in kept
        if q.group not in refused
    ], taken_back


PAIR = 2
DENIED, WITHDRAWN = "denied", "withdrawn"


def _is_next(previous: Quantity, quantity: Quantity) -> bool:
    both = previous.group >= 0 and quantity.group >= 0 and previous.group != quantity.group
    return both and previous.size == quantity.size and quantity.kind in (previous.kind, "count")


def _relation(tokens: Tokens, first: Quantity, second: Quantity) -> str | None:
    words, lemmas = tokens.words, tokens.lemmas
    gap = words[first.end : second.begin]
    if not gap or len(gap) > FARTHEST:
        return None
    plain = gap[gap[:1] == [","] :]
    if tuple(plain) in CONTRASTS or (
        gap[-1] == "not" and gap[0] in DENIAL_LEADS and len(gap) <= PAIR
    ):
        return DENIED
    for at in range(first.end, second.begin):
        cue = correction_cues().longest(lemmas, at)
        if cue is not None and cue[0] <= second.begin:
            return WITHDRAWN
        alone = words[at] == "no" and tokens.kinds[at - 1] == MARK and words[at - 1] not in ":="
        if alone and second.begin in (at + 1, at + PAIR):
            return WITHDRAWN
    return None


def _in_unit_of(first: Quantity, second: Quantity) -> Quantity:
    """'180 x 90' without a unit is in that of what it replaces."""
    if first.kind == "count" or second.kind != "count" or not first.number:
        return second
    factor = first.value / first.number
    return replace(
        second, kind=first.kind, unit=first.unit, written=first.written,
        value=second.number * factor,
    )  # fmt: skip

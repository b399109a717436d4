"""What the words around say of the design type and the category, by weights learnt from prompts.

`manage.py learn_kinds` writes the table (`learnt_kinds.json`); what it was learnt from and how well
it does where it has not looked stands in it."""

from collections.abc import Collection, Iterable
from math import exp, log

from specs.extraction.weights import scores

FLOOR = -4.0
"""What the words hardly speak for is not ruled out by them."""


FEW = 4
"""So many clues are worth half of what they say; those of thirty words nearly all of it."""


def leanings(found: Collection[str]) -> dict[str, float]:
    """The logarithm of how likely each design type is, by the clues alone."""
    worth = len(found) / (len(found) + FEW)
    logits = {name: score * worth for name, score in scores("types", found).items()}
    top = max(logits.values())
    rest = log(sum(exp(score - top) for score in logits.values())) + top
    return {name: max(FLOOR, score - rest) for name, score in logits.items()}


def likely_category(design_type: str, found: Iterable[str]) -> tuple[str, float]:
    """The likeliest category of a design type, and how likely it is."""
    logits = scores(design_type, found)
    best = max(logits, key=lambda name: logits[name])
    return best, 1.0 / sum(exp(score - logits[best]) for score in logits.values())

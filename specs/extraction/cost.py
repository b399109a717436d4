"""The price or budget: one amount with its currency."""

from itertools import pairwise

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.quantity import Quantity
from specs.records import Number, record

NOT_A_PRICE = wordset("cost", "not_a_price")

# An amount behind one of these was paid for something else, or before.
FORMER = wordset("cost", "former")
PER = frozenset(["per", "/"])
RATES = wordset("cost", "rates")
WANTED = wordset("cost", "wanted")


@record
class Price:
    amount: Number
    currency: str
    evidence: Evidence


def read_cost(doc: Document) -> Price | None:
    amounts = [q for q in doc.quantities if q.kind == "money"]
    best: Quantity | None = None
    best_score = -100.0
    for quantity in amounts:
        score = _score(doc, quantity)
        if score > best_score:
            best, best_score = quantity, score
    if best is None or best_score < 0:
        return _pounds(doc)
    doc.take(best.first, best.last)
    apiece = _apiece_behind(doc, best)
    if apiece is not None:
        return Price(tidy(apiece.value), best.unit, measured(apiece, confidence=0.85))
    evidence = measured(best, confidence=0.97 if len(amounts) == 1 else 0.85)
    return Price(tidy(best.value), best.unit, evidence)


def _apiece_behind(doc: Document, total: Quantity) -> Quantity | None:
    """'Total 14,700 EUR i.e. 490 each': the currency is said once, and each is the cost."""
    for at in range(total.last, min(len(doc.words), total.last + SUMMED)):
        quantity = doc.quantity_at[at]
        if quantity is not None:
            bare = quantity.kind == "count" and quantity.value < total.value
            each = doc.words[quantity.last : quantity.last + 1] in (["each"], ["apiece"])
            return quantity if bare and each and not doc.is_aside(at, quantity.last) else None
        if doc.words[at] not in THAT_IS:
            return None
    return None


SUMMED = 6
THAT_IS = frozenset({"i.e", "i", "e", "ie", ".", "=", "so", "or", "thus", "makes", "(", ",", "is"})
"""Between the price of all and that of each."""


def _pounds(doc: Document) -> Price | None:
    """'…, no plastic, 45 pounds', '… 5,500 pounds, by Advent': the last figure of a metric text
    that names no other price."""
    if not doc.quantities or any(q.kind == "money" for q in doc.quantities):
        return None
    last = doc.quantities[-1]
    spelled = doc.words[last.last - 1] in ("pounds", "pound") and last.written == "pound"
    metric = any(q.written in METRIC for q in doc.quantities[:-1])
    ends = last.last >= len(doc.words) or doc.words[last.last] in (".", "\n", ";", ",")
    if not (spelled and metric and ends) or any(doc.taken[last.first : last.last]):
        return None
    doc.take(last.first, last.last)
    return Price(tidy(last.number), "GBP", Evidence(last.first, last.last, 0.6))


METRIC = frozenset({"centimetre", "millimetre", "metre", "kilogram", "gram", "litre", "millilitre"})


def _score(doc: Document, quantity: Quantity) -> float:
    words = doc.words
    before = _clause_before(doc, quantity.first)
    if _is_former(before) or doc.is_aside(quantity.first, quantity.last):
        return -10.0
    behind = words[quantity.last : quantity.last + 4]
    if behind[:2] == ["short", "of"] or before[-2:] == ["short", "of"]:
        # "A million short of NOK 9m, meaning NOK 8m": two figures of a sum.
        return -5.0
    if behind[:1] and behind[0] in PER and len(behind) > 1 and behind[1] in RATES:
        return -5.0
    if behind[:2] in (
        ["a", "month"],
        ["a", "year"],
        ["a", "night"],
        ["a", "week"],
        ["an", "hour"],
        ["a", "day"],
        ["each", "month"],
    ):
        return -5.0
    if behind[:1] and behind[0] in NOT_A_PRICE:
        return -5.0
    parted = behind[:2] == ["of", "the"] or behind == ["raised", "so", "far", "of"]
    if parted and _is_money_near(doc, quantity):
        # "Grant covers €5,000 of the €6,800".
        return -4.0
    if behind[:1] == ["for"] and _of_another(words, quantity.last + 1):
        return -5.0
    each = 3.0 if _is_apiece(words, quantity.last) else 0.0
    return 5.0 + each + (2.0 if any(w in WANTED for w in before) else 0.0) - quantity.first * 0.001


def _is_money_near(doc: Document, quantity: Quantity) -> bool:
    """Whether an amount follows of which this one is a part."""
    ahead = range(quantity.last, min(len(doc.words), quantity.last + 7))
    near = [found for at in ahead if (found := doc.quantity_at[at]) is not None]
    return any(found.kind == "money" for found in near)


ANOTHER = wordset("cost", "another")
APIECE = wordset("cost", "apiece")


def _of_another(words: list[str], at: int) -> bool:
    """'$3,400 for the original': the price of the thing that this one is made after."""
    return not ANOTHER.isdisjoint(words[at : at + 3])


def _is_apiece(words: list[str], at: int) -> bool:
    """'£38.50 each', 'Rs 2,450 per piece': the cost, whatever the order comes to."""
    while at < len(words) and words[at] in ("/", "per", "a", "(", "-", "+", "vat"):
        at += 1
    return at < len(words) and words[at] in APIECE


def _is_former(before: list[str]) -> bool:
    """Paid before, or by somebody else: 'the last one was', 'my mate's came in at', 'rival:'."""
    if before[:1] == ["sold"] and len(before) == 2:
        # "Sold at €79": what the shop will ask.
        return False
    if not FORMER.isdisjoint(before):
        return True
    if OWNERS.isdisjoint(before):
        return False
    theirs = any(own in OWNERS and who.endswith(("'s", "s'")) for own, who in pairwise(before))
    return theirs and LIMITS.isdisjoint(before)


LIMITS = frozenset({"limit", "budget", "cap", "max", "maximum", "ceiling", "allowance"})
OWNERS = frozenset({"my", "our", "his", "her", "their"})


def _clause_before(doc: Document, first: int) -> list[str]:
    start = first
    while start > 0 and first - start < 9:
        word = doc.words[start - 1]
        labelled = word == ":" and start == first
        if (word in ".;,!?\n:()" and not labelled) or word in ("and", "but", "so"):
            break
        start -= 1
    return doc.words[start:first]

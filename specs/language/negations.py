"""What a prompt rules out: no X, without a Y or Z, a pool is not wanted, basement: none."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.contrasts import contrasted
from specs.language.denials import (
    MARKS,
    denied,
    left_out,
    neither_is,
)
from specs.language.echoes import echoed
from specs.language.excluded import excluded_items
from specs.language.negation import Negation
from specs.language.noun_phrases import phrase_end
from specs.language.other_things import replaced, unlike_others
from specs.language.phrases import Entry, Mentions
from specs.language.privatives import free_of, less
from specs.language.quantity import Quantities
from specs.language.removals import DONE, ORDERS, is_abstract, removed
from specs.language.replies import answered
from specs.language.retractions import kept_after_all
from specs.language.subjects import items_before
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.triggers import Trigger


def negations(
    tokens: Tokens,
    triggers: dict[int, Trigger],
    mention_at: Mentions,
    away: bytearray,
    quantity_at: Quantities,
) -> list[Negation]:
    """What is ruled out; tokens that only qualify a figure are added to `away`."""
    found: list[Negation] = []
    behind = 0
    for at, (last, entries) in triggers.items():
        if at < behind or away[at]:
            continue
        mention = mention_at[at]
        if mention is not None and (mention.first < at or mention.last > at + 1):
            behind = mention.last
            continue
        trigger = last, entries[0]
        if trigger[1].table not in TABLES:
            continue
        beside = _on_neither_side(tokens, at, last, mention_at)
        if beside is not None:
            found.append(beside)
            behind = beside.last
        else:
            behind = _opened(tokens, at, trigger, mention_at, away, quantity_at, found)
    found.extend(free_of(tokens, mention_at, away))
    found.extend(denied(tokens, mention_at, away))
    found.extend(less(tokens, mention_at, away))
    found.extend(left_out(tokens, mention_at, away))
    found.extend(contrasted(tokens, mention_at, away))
    found.extend(removed(tokens, mention_at, away, quantity_at))
    found.extend(answered(tokens, mention_at, away, quantity_at))
    found.extend(neither_is(tokens, mention_at, away, found))
    found.extend(echoed(tokens, mention_at, away, found))
    found.extend(unlike_others(tokens, mention_at, quantity_at))
    found.extend(replaced(tokens, mention_at, away))
    found = kept_after_all(tokens, found)
    return _once(found)


def _once(found: list[Negation]) -> list[Negation]:
    """Without those that rule out by other words what another one rules out."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for negation in found:
        if not seen.issuperset(negation.items):
            kept.append(negation)
            seen.update(negation.items)
    return kept


NOT = frozenset({"not", "never", "don't", "dont", "cannot", "can't", "cant"})
EXCEPTING = frozenset({"except", "minus"})
WAVED_ASIDE = frozenset({"forget", "never", "skip", "spare"})
SUPPORTS = wordset("exclusions", "supports")
QUALIFIERS = frozenset({"without", "w", "excl", "excluding"})
TABLES = frozenset({"open", "known", "idioms", "behind", "dismissed"})


def _opened(
    tokens: Tokens,
    at: int,
    trigger: tuple[int, Entry],
    mention_at: Mentions,
    away: bytearray,
    quantity_at: Quantities,
    found: list[Negation],
) -> int:
    """Follow the trigger at `at`; the token to go on from."""
    last, entry = trigger
    word, size = tokens.words[at], len(tokens)
    if word in QUALIFIERS and at and quantity_at[at - 1] is not None:
        return _qualified(tokens, at, last, away)
    if word == "no" and at and last < size and tokens.words[last] in MARKS:
        # "Basement no, lift yes": read as the value of a label.
        return last
    if entry.table in ("behind", "dismissed"):
        return _backwards(tokens, at, trigger, mention_at, away, quantity_at, found)
    if entry.table == "idioms" or _is_exception(word, at, found):
        return last
    if last < size and tokens.words[last] in ORDERS and tokens.words[last - 1] in NOT:
        # "Don't skip the sunroof" wants it.
        return last + 1
    known = entry.table == "known" and not _is_clause(tokens, at, last)
    if known and tokens.words[last - 1] == "on" and tokens.words[last : last + 1] != []:
        # "Not on wheels".
        known = tokens.words[last] not in SUPPORTS
    ruled_out = quantity_at[last] if known and last < size else None
    if ruled_out is not None:
        # "Not on two floors": the number is ruled out.
        away[last : ruled_out.last] = b"\x01" * (ruled_out.last - last)
    listed = last > at + 1 and not known and _says_all(tokens, at)
    items = excluded_items(
        tokens, last, mention_at, quantity_at, known=known, both=word != "no", listed=listed
    )
    if word in WAVED_ASIDE:
        # "Forget the price", "never mind the colour".
        items = [item for item in items if not is_abstract(tokens, item)]
    elif not items and last == at + 1:
        items = _whole_clause(tokens, at, last)
    if not items or _is_bound(tokens, items[-1][1], quantity_at):
        return last
    if _is_withdrawn(tokens, items[-1][1]):
        return items[-1][1]
    found.append(Negation(at, last, tuple(items), known))
    return max(last, items[-1][1])


def _is_exception(word: str, at: int, found: list[Negation]) -> bool:
    """'No metal parts except stainless screws': those are wanted."""
    items = found[-1].items if word in EXCEPTING and found else ()
    return len(items) > 0 and items[-1][1] == at


def _says_all(tokens: Tokens, at: int) -> bool:
    """'We can do without televisions, air conditioning and haste.': what a whole sentence lists."""
    if tokens.words[at] in NO_VERBS:
        return False
    first = at
    while first > 0 and at - first < 3 and tokens.kinds[first - 1] != MARK:
        first -= 1
    return first == 0 or tokens.words[first - 1] in FULL_STOPS


NO_VERBS = frozenset(
    {"no", "not", "without", "w", "instead", "rather", "minus", "except", "nothing"}
)


def _is_withdrawn(tokens: Tokens, at: int) -> bool:
    """'No lift? - yes, a lift': the prompt asks itself, and says yes."""
    if tokens.words[at : at + 1] != ["?"]:
        return False
    at += 1
    while at < len(tokens) and tokens.kinds[at] == MARK and tokens.words[at] != "\n":
        at += 1
    return at < len(tokens) and tokens.words[at] in AFFIRMING


AFFIRMING = frozenset({"yes", "yeah", "yep", "sure", "actually", "ok", "okay", "fine", "well"})


def _backwards(
    tokens: Tokens,
    at: int,
    trigger: tuple[int, Entry],
    mention_at: Mentions,
    away: bytearray,
    quantity_at: Quantities,
    found: list[Negation],
) -> int:
    """What stands before the trigger at `at` is ruled out, or was thought of and given up."""
    if at and tokens.words[at - 1] in DONE:
        # "Drawers struck off the list": the participle rules them out.
        return trigger[0]
    last = trigger[0]
    if last == at + 2 and tokens.words[at] in ("is", "are") and _is_outside(tokens, last):
        # "The gym is out in the garden".
        return last
    if at > 2 and tokens.words[at - 1] in ("and", "but", ",") and tokens.words[at - 2] in CHOICES:
        # "A barcode reader is optional and declined".
        at -= 2
    items = items_before(tokens, at, mention_at)
    if trigger[1].table == "dismissed":
        # "Travertine is too dear": no exclusion, and not wanted either; nor is a figure.
        figure = quantity_at[at - 1] if at else None
        if figure is not None:
            away[figure.begin : at] = b"\x01" * (at - figure.begin)
        for item in items:
            away[item[0] : item[1]] = b"\x01" * (item[1] - item[0])
        return last
    items = [item for item in items if not any(away[item[0] : item[1]])]
    if items:
        found.append(Negation(at, last, tuple(items)))
    elif tokens.words[at : at + 2] == ["not", "built"]:
        # "37 kg, not built in": nothing stands before it, so that it says how the thing is.
        return _opened(tokens, at, (at + 1, NOT_KNOWN), mention_at, away, quantity_at, found)
    return last


def _on_neither_side(tokens: Tokens, at: int, last: int, mention_at: Mentions) -> Negation | None:
    """'Arms on neither side', 'sockets at neither end'."""
    if tokens.words[at] != "neither" or not at or tokens.words[last : last + 1] not in SIDES:
        return None
    end = at - 1 if tokens.words[at - 1] in PLACED else at
    items = items_before(tokens, end, mention_at)
    return Negation(end, last + 1, tuple(items)) if items else None


NOT_KNOWN = Entry("known", "known")


CHOICES = frozenset({"optional", "considered", "discussed", "offered", "proposed", "quoted"})
SIDES = (["side"], ["sides"], ["end"], ["ends"], ["edge"], ["face"], ["flank"], ["corner"])
PLACED = frozenset({"on", "at", "in", "to", "from"})


def _is_outside(tokens: Tokens, last: int) -> bool:
    return tokens.words[last - 1] == "out" and tokens.words[last : last + 1] in OUTSIDE


OUTSIDE = (["in"], ["on"], ["at"], ["there"], ["near"], ["back"], ["front"])


def _is_bound(tokens: Tokens, at: int, quantity_at: Quantities) -> bool:
    """'No fan noise over 28 dB' bounds the noise."""
    over = at + 1 < len(tokens) and tokens.words[at] in BOUNDING
    return over and quantity_at[at + 1] is not None


BOUNDING = frozenset({"over", "above", "beyond", "exceeding", "past", "under", "below"})


def _whole_clause(tokens: Tokens, at: int, last: int) -> list[tuple[int, int]]:
    """'Nothing wireless.', 'NOT gas', 'not knock-to-open please': all that a clause says."""
    words, gaps = tokens.words, tokens.gaps
    if at and tokens.kinds[at - 1] != MARK:
        return []
    end = last
    while end < len(tokens) and tokens.kinds[end] == WORD and words[end] not in POLITE:
        end += 1
    if not 0 < end - last <= LONGEST_CLAUSE:
        return []
    if end < len(tokens) and tokens.kinds[end] == WORD and words[end] not in POLITE:
        return []
    joined = end - last > 1 and all(gaps[i] == "-" for i in range(last + 1, end))
    if words[at] == "nothing":
        return [(last, end)] if end - last == 1 and words[last] in NOTHING_OF else []
    fuel = end - last == 1 and words[last] in FUELS
    return [(last, end)] if words[at] == "not" and (joined or fuel) else []


POLITE = frozenset({"please", "pls", "thanks", "thank"})
LONGEST_CLAUSE = 4
FUELS = wordset("negations", "fuels")
NOTHING_OF = wordset("negations", "nothing_of")


def _is_clause(tokens: Tokens, at: int, last: int) -> bool:
    """'Not a crawler.', 'not curved,': a clause that only says what the thing is not."""
    words, size = tokens.words, len(tokens)
    if words[at] != "not" or last != at + 1 or last >= size:
        return False
    if at and words[at - 1] not in CLAUSE_OPENS:
        return False
    article = words[last] in ("a", "an")
    if words[last].endswith("ed") and words[last] not in IDLE:
        # "Not curved."
        return last + 1 >= size or words[last + 1] in MARKS
    end = phrase_end(tokens, last + article)
    if end >= size or words[end] in MARKS or words[end] in CLAUSE_OPENS:
        return article and last + 1 < end <= last + 4 and words[end - 1] not in IDLE
    return False


CLAUSE_OPENS = frozenset(".,;:!\n(—-")
IDLE = wordset("negations", "idle")


def _qualified(tokens: Tokens, at: int, last: int, away: bytearray) -> int:
    """'32 g without the strap' says what was weighed."""
    noun = last + (tokens.words[last : last + 1] in (["the"], ["its"], ["a"], ["any"]))
    end = phrase_end(tokens, noun)
    for place in range(at, end):
        away[place] = 1
    return max(last, end)


__all__ = ["Negation", "negations"]

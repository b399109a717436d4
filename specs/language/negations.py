"""What a prompt rules out: no X, without a Y or Z, a pool is not wanted, basement: none."""

from dataclasses import dataclass

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.triggers import scope_words, trigger_at, triggers
from specs.language.words import describing_words, word_class

LABEL_FILLERS = wordset("scope", "label_fillers")

LONGEST_NOUN = 5


@dataclass(frozen=True, slots=True)
class Negation:
    """`items` are the token ranges of the excluded things; `known` allows only known names."""

    first: int
    last: int
    items: tuple[tuple[int, int], ...]
    known: bool = False


def negations(
    tokens: Tokens,
    mention_at: list[Mention | None],
    away: bytearray,
    quantity_at: list[Quantity | None],
) -> list[Negation]:
    """What is ruled out; tokens that only qualify a figure are added to `away`."""
    found: list[Negation] = []
    at, size = 0, len(tokens)
    first_words = triggers().root.next
    while at < size:
        mention = mention_at[at]
        if tokens.lemmas[at] not in first_words or away[at]:
            at += 1
        elif mention is not None and (mention.first < at or mention.last > at + 1):
            at = mention.last
        else:
            trigger = trigger_at(tokens, at)
            if trigger is None or trigger[1].table not in TABLES:
                at += 1
                continue
            at = _opened(tokens, at, trigger, mention_at, away, quantity_at, found)
    found.extend(_free_of(tokens, mention_at, away))
    found.extend(_denied(tokens, mention_at, away))
    return found


TABLES = frozenset({"open", "known", "idioms", "behind"})


def _opened(
    tokens: Tokens,
    at: int,
    trigger: tuple[int, Entry],
    mention_at: list[Mention | None],
    away: bytearray,
    quantity_at: list[Quantity | None],
    found: list[Negation],
) -> int:
    """Follow the trigger at `at`; the token to go on from."""
    last, entry = trigger
    word, size = tokens.words[at], len(tokens)
    if word == "without" and at and quantity_at[at - 1] is not None:
        return _qualified(tokens, at, last, away)
    if word == "no" and at and last < size and tokens.words[last] in MARKS:
        # "Basement no, lift yes": read as the value of a label.
        return last
    if entry.table == "behind":
        item = _item_before(tokens, at, mention_at)
        if item is not None and not any(away[item[0] : item[1]]):
            found.append(Negation(at, last, (item,)))
        return last
    if entry.table == "idioms":
        return last
    known = entry.table == "known"
    ruled_out = quantity_at[last] if known and last < size else None
    if ruled_out is not None:
        # "Not on two floors": the number is ruled out.
        away[last : ruled_out.last] = b"\x01" * (ruled_out.last - last)
    items = _items(tokens, last, mention_at, quantity_at, known=known, both=word != "no")
    if not items:
        return last
    found.append(Negation(at, last, tuple(items), known))
    return max(last, items[-1][1])


def _qualified(tokens: Tokens, at: int, last: int, away: bytearray) -> int:
    """'32 g without the strap' says what was weighed."""
    noun = last + (tokens.words[last : last + 1] in (["the"], ["its"], ["a"], ["any"]))
    end = phrase_end(tokens, noun)
    for place in range(at, end):
        away[place] = 1
    return max(last, end)


DENIALS = tuple(tuple(phrase.split()) for phrase in wordset("negations", "denials"))
DENIAL_STARTS = frozenset(denial[0] for denial in DENIALS)

MARKS = frozenset(",.;:!?\n)(")


def _denied(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'Basement: none', 'wifi=no', 'basement no, lift yes': a label with a denial as its value."""
    words, size = tokens.words, len(tokens)
    found = []
    for at in range(1, size):
        if words[at] not in DENIAL_STARTS:
            continue
        for denial in DENIALS:
            end = at + len(denial)
            if words[at] != denial[0] or tuple(words[at:end]) != denial:
                continue
            if end < size and words[end] not in MARKS:
                continue
            label = at - 1
            colon = words[label] in (":", "=", "-", "?")
            if colon:
                label -= 1
            elif mention_at[label] is None or denial[0] not in (
                "no",
                "none",
                "definitely",
                "absolutely",
            ):
                continue
            item = _label(tokens, label, mention_at)
            if item is not None and not any(away[item[0] : item[1]]):
                found.append(Negation(at, end, (item,)))
            break
    return found


def _label(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> tuple[int, int] | None:
    """The noun phrase at the start of the line or clause that ends at `at`."""
    first = at
    while first >= 0 and tokens.words[first] not in MARKS and tokens.kinds[first] == WORD:
        first -= 1
    first += 1
    while first <= at and tokens.words[first] in LABEL_FILLERS:
        first += 1
    mention = mention_at[first] if first <= at else None
    end = (
        mention.last
        if mention is not None and mention.first == first
        else phrase_end(tokens, first)
    )
    return (first, min(end, at + 1)) if first < min(end, at + 1) else None


def _items(
    tokens: Tokens,
    at: int,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
    *,
    known: bool,
    both: bool,
) -> list[tuple[int, int]]:
    """The excluded noun phrases: 'a basement, garage or pool' has three."""
    words, size = tokens.words, len(tokens)
    items: list[tuple[int, int]] = []
    if at < size and words[at] == ":":
        at += 1
    while at < size:
        if words[at] == "/" and items:
            at += 1
        item = _item(tokens, at, mention_at, quantity_at, known=known)
        if item is None:
            break
        items.append(item)
        at = item[1]
        if at >= size:
            break
        if (
            words[at] in ("or", "nor")
            or (words[at] == "/" and tokens.kinds[at + 1 : at + 2] == [WORD])
            or (words[at] == "and" and both and _list_goes_on(tokens, at + 1, mention_at))
        ):
            at += 1
        elif words[at] == "," and _or_follows(tokens, at + 1):
            at += 1
            if words[at] in ("or", "nor", "and"):
                at += 1
        else:
            break
        if at < size and words[at] in ("no", "without"):
            break
    return items


def _list_goes_on(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> bool:
    """'without a basement and garage': the second noun ends the clause and is not counted."""
    if at >= len(tokens) or tokens.kinds[at] != WORD or tokens.words[at] in breaking_words():
        return False
    end = phrase_end(tokens, at)
    return end >= len(tokens) or tokens.words[end] in FULL_STOPS or tokens.words[end] == ","


def _or_follows(tokens: Tokens, at: int) -> bool:
    """A list of short phrases that ends with 'or': 'no X, Y or Z'."""
    words, size = tokens.words, len(tokens)
    if at < size and words[at] in ("or", "nor"):
        return True
    run = 0
    while at < size:
        word = words[at]
        if word in ("or", "nor"):
            return run > 0
        if word == ",":
            run = 0
        elif tokens.kinds[at] != WORD or word in breaking_words() or run >= 3:
            return False
        else:
            run += 1
        at += 1
    return False


def _item(
    tokens: Tokens,
    at: int,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
    *,
    known: bool,
) -> tuple[int, int] | None:
    words, size, stops = tokens.words, len(tokens), scope_words("stops")
    while at < size and words[at] in scope_words("fillers"):
        if mention_at[at] is not None and mention_at[at].first == at:  # type: ignore[union-attr]
            break
        at += 1
    start = at
    while at < size and at - start < LONGEST_NOUN:
        mention = mention_at[at]
        if mention is not None and mention.first == at:
            at = mention.last
            continue
        if at > start and mention_at[at - 1] is not None and words[at].endswith("ing"):
            break
        if tokens.kinds[at] == NUMBER and at + 1 < size and quantity_at[at] is not None:
            break
        if tokens.kinds[at] != WORD or words[at] in stops or words[at] in ("or", "nor", "and"):
            break
        if words[at] in word_class("determiners") or words[at] in word_class("pronouns"):
            break
        at += 1
    if at == start:
        return None
    if known:
        return _known_part(start, at, mention_at)
    if all(
        words[i] in describing_words()
        and words[i] not in word_class("colors")
        and mention_at[i] is None
        for i in range(start, at)
    ):
        return None
    return start, at


def _known_part(first: int, last: int, mention_at: list[Mention | None]) -> tuple[int, int] | None:
    for at in range(first, min(first + 2, last)):
        mention = mention_at[at]
        if mention is not None and mention.first == at:
            return at, mention.last
    return None


def _item_before(
    tokens: Tokens, at: int, mention_at: list[Mention | None]
) -> tuple[int, int] | None:
    """The subject of '… is not wanted'."""
    words = tokens.words
    at -= 1
    while at >= 0 and (words[at] in COPULAS or words[at] in word_class("adverbs")):
        at -= 1
    end = at + 1
    while at >= 0:
        mention = mention_at[at]
        if mention is not None:
            at = mention.first - 1
            continue
        if tokens.kinds[at] != WORD or words[at] in breaking_words():
            break
        at -= 1
    return (at + 1, end) if at + 1 < end else None


COPULAS = wordset("scope", "copulas")


def _free_of(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'plastic-free': what stands before the hyphen is not wanted."""
    found = []
    for at, word in enumerate(tokens.words):
        if (
            word == "free"
            and at
            and tokens.gaps[at] == "-"
            and mention_at[at] is None
            and not away[at]
        ):
            mention = mention_at[at - 1]
            if mention is not None and mention.last == at:
                found.append(Negation(at, at + 1, ((mention.first, at),)))
    return found

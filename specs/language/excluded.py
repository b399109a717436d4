"""The noun phrases behind a negation: 'a basement, garage or pool' has three."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.noun_phrases import breaking_words, part_nouns, phrase_end
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.triggers import scope_words
from specs.language.words import describing_words, word_class

LONGEST_NOUN = 5
PARTS = wordset("exclusions", "parts")
# "No pool no gym": another negation starts the next phrase as a conjunction does.
JOINING = frozenset({"or", "nor", "and", "no", "without"})


def excluded_items(
    tokens: Tokens,
    at: int,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
    *,
    known: bool,
    both: bool,
    listed: bool = False,
) -> list[tuple[int, int]]:
    """The excluded noun phrases: 'a basement, garage or pool' has three.

    With `both` "and" joins them as "or" does, with `listed` it closes a list of more as well.
    """
    words, size = tokens.words, len(tokens)
    items: list[tuple[int, int]] = []
    labelled = words[at - 1] == ":"
    # "None of bluetooth, wifi, usb".
    named = words[max(0, at - 2) : at] == ["none", "of"]
    if at < size and words[at] == ":":
        at, labelled = at + 1, True
    while at < size:
        if words[at] == "/" and items:
            at += 1
        item = _item(tokens, at, mention_at, quantity_at, known=known)
        if item is None:
            break
        item = _mounted(tokens, item)
        items.append(item)
        at = item[1]
        if at >= size:
            break
        if (
            words[at] in ("or", "nor")
            or (words[at] == "/" and tokens.kinds[at + 1 : at + 2] == [WORD])
            or (words[at] in ("and", "&") and both and _list_goes_on(tokens, at + 1, mention_at))
        ):
            at += 1 + (words[at + 1 : at + 2] == ["of"])
        elif named and words[at] == "," and _is_named(tokens, at + 1, mention_at):
            at += 1
        elif labelled and words[at] in (",", "and", "&", ";"):
            # "Exclusions: pool, sauna, gym".
            at += 1
        elif words[at] == "," and (
            _or_follows(tokens, at + 1)
            or (both and _and_closes(tokens, at + 1, mention_at, whole=listed))
        ):
            at += 1
            if words[at] in ("or", "nor", "and"):
                at += 1
        else:
            break
        if at < size and words[at] in ("no", "without"):
            break
    return items


def _is_named(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> bool:
    """Whether a known name is all that stands up to the next mark."""
    mention = mention_at[at] if at < len(tokens) else None
    if mention is None or mention.first != at:
        return False
    return mention.last >= len(tokens) or tokens.words[mention.last] in (",", ".", ";", "or", "and")


def _mounted(tokens: Tokens, item: tuple[int, int]) -> tuple[int, int]:
    """'Not window-mounted' rules no window out."""
    last = item[1]
    joined = last < len(tokens) and tokens.gaps[last] == "-" and tokens.words[last] == "mounted"
    return (item[0], last + 1) if joined else item


def _list_goes_on(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> bool:
    """'without a basement and garage': the second noun ends the clause and is not counted."""
    while tokens.words[at : at + 1] != [] and tokens.words[at] in GOING_ON:
        # "Skip the sunroof and the heated seats", "any sort of wifi".
        at += 1
    if at >= len(tokens) or tokens.kinds[at] != WORD:
        return False
    mention = mention_at[at]
    if tokens.words[at] in breaking_words() and mention is None:
        return False
    # "The tow bar" is a noun whatever "tow" is alone.
    end = phrase_end(tokens, at if mention is None else mention.last)
    return end >= len(tokens) or tokens.words[end] in FULL_STOPS or tokens.words[end] == ","


GOING_ON = frozenset({"a", "an", "the", "any", "all", "sort", "kind", "type", "of"})


def _and_closes(tokens: Tokens, at: int, mention_at: list[Mention | None], *, whole: bool) -> bool:
    """'the ice maker, the glass door and any wifi': short phrases up to "and" and the last one.

    Without `whole` each has its article: 'skip the pool, oak floors and a porch' goes on to wish.
    """
    words, size, run = tokens.words, len(tokens), 0
    while at < size:
        word = words[at]
        if word in ("and", "&"):
            joined = whole or words[at + 1 : at + 2] in (["the"], ["any"])
            return joined and _list_goes_on(tokens, at + 1, mention_at)
        if word == ",":
            run = 0
        elif not run and word in ("the", "any"):
            run = 1
        elif mention_at[at] is None and _ends_run(tokens, at, run, whole=whole):
            return False
        else:
            run += 1
        at += 1
    return False


def _ends_run(tokens: Tokens, at: int, run: int, *, whole: bool) -> bool:
    if run > 3 or (not run and not whole):
        return True
    return tokens.kinds[at] != WORD or (
        tokens.words[at] in breaking_words() and tokens.words[at] != "of"
    )


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
    words, size = tokens.words, len(tokens)
    while at < size and words[at] in scope_words("fillers"):
        if mention_at[at] is not None and mention_at[at].first == at:  # type: ignore[union-attr]
            break
        at += 1
    start, at = at, _item_end(tokens, at, mention_at, quantity_at)
    if at == start:
        return None
    at = _before_next_clause(tokens, start, at, mention_at)
    if tokens.words[at - 1] in NO_PARTS or " ".join(tokens.words[start:at]) in NO_PARTS:
        return None
    if known:
        return _known_part(start, at, mention_at)
    if at - start == 1 and words[start] in PARTS:
        # "No back": a part that is a place elsewhere.
        return start, at
    return None if _only_describes(tokens, start, at, mention_at) else (start, at)


def _is_generation(tokens: Tokens, at: int) -> bool:
    glued = tokens.gaps[at + 1 : at + 2] == [""] and tokens.words[at + 1] in ("d", "g")
    return glued and tokens.words[at].isdigit() and len(tokens.words[at]) == 1


def _item_end(
    tokens: Tokens,
    start: int,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
) -> int:
    words, at, size = tokens.words, start, len(tokens)
    while at < size and at - start < LONGEST_NOUN:
        mention = mention_at[at]
        if at > start and words[at] in ("outdoors", "indoors"):
            break
        if mention is not None and mention.first == at:
            at = mention.last
            continue
        if at > start and mention_at[at - 1] is not None and _is_doing(words[at]):
            break
        if tokens.kinds[at] == NUMBER and _is_generation(tokens, at):
            # "No 3D", "no 4G".
            at += 2
            continue
        if tokens.kinds[at] == NUMBER and at > start and tokens.gaps[at] == "":
            # "No LN2 backup", "no CO2 display".
            at += 1
            continue
        if tokens.kinds[at] == NUMBER and at + 1 < size and quantity_at[at] is not None:
            break
        if _ends_item(tokens, at):
            break
        at += 1
    return at


def _before_next_clause(
    tokens: Tokens, start: int, end: int, mention_at: list[Mention | None]
) -> int:
    """'No laundry room washer goes under the stairs': where no mark parts them, a verb does."""
    mention = mention_at[start]
    if mention is None or mention.first != start or mention.last >= end:
        return end
    verb = end if end < len(tokens) and tokens.words[end] in CLAUSE_VERBS else 0
    for at in range(mention.last + 1, end):
        if tokens.words[at] in CLAUSE_VERBS:
            verb = at
            break
    return mention.last if verb > mention.last else end


CLAUSE_VERBS = wordset("exclusions", "clause_verbs")
NO_PARTS = wordset("exclusions", "no_parts")
OF_SEVERAL = wordset("exclusions", "of_several")


def _is_doing(word: str) -> bool:
    """'No oak showing' rules the oak out; 'no timber decking' the decking."""
    return word.endswith("ing") and word not in part_nouns() and word not in DOINGS_TOO


ABOVE = frozenset({"upstairs", "downstairs", "outside", "inside", "overall"})
DOINGS_TOO = wordset("exclusions", "things_in_ing")


def _ends_item(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if (
        word == "'"
        and tokens.words[at - 1].endswith("s")
        and tokens.kinds[at + 1 : at + 2] == [WORD]
    ):
        # "No attendants' booth".
        return tokens.gaps[at] != ""
    if tokens.kinds[at] != WORD or word in JOINING:
        return True
    if word in word_class("determiners") or word in word_class("pronouns"):
        return True
    if word == "of" and tokens.words[at - 1] in OF_SEVERAL:
        return False
    if tokens.words[at - 1] in ("a", "an") and word in ABOVE:
        # "Don't want an upstairs".
        return False
    if word in ("up", "down", "out", "over") and tokens.words[at + 1 : at + 2] in (
        ["there"],
        ["here"],
    ):
        # "No wifi up there".
        return True
    # "No in-app shop": joined to the noun.
    return word in scope_words("stops") and tokens.gaps[at + 1 : at + 2] != ["-"]


def _only_describes(
    tokens: Tokens, first: int, last: int, mention_at: list[Mention | None]
) -> bool:
    return all(
        tokens.words[i] in describing_words()
        and tokens.words[i] not in word_class("colors")
        and mention_at[i] is None
        for i in range(first, last)
    )


def _known_part(first: int, last: int, mention_at: list[Mention | None]) -> tuple[int, int] | None:
    for at in range(first, min(first + 2, last)):
        mention = mention_at[at]
        if mention is not None and mention.first == at:
            return at, mention.last
    return None

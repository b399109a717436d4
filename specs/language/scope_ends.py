"""Where what is said of something else ends: a place, a likeness, a predecessor, a reason."""

from specs.knowledge import wordset
from specs.language.clauses import PLACE_STOPS
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.quantity import Quantity
from specs.language.successors import MAKES_WAY, names_another
from specs.language.tokens import MARK, Tokens


def scope_end(
    tokens: Tokens,
    last: int,
    entry: Entry,
    sentence: list[int],
    quantity_at: list[Quantity | None],
    mention_at: list[Mention | None],
) -> int:
    """Where the scope behind a trigger ends; 0 where the trigger opens none."""
    if last >= len(tokens):
        return last if entry.table in ("beside", "replaced") else 0
    if entry.table == "beside":
        return _beside_end(tokens, last, entry, sentence, quantity_at)
    if entry.table == "replaced" and tokens.words[last : last + 1] in (["by"], ["with"], ["w"]):
        # "Mica replaced by ceramic": what stands behind is wanted.
        return 0
    if entry.table == "replaced":
        return _replaced_end(tokens, last, entry, sentence, quantity_at, mention_at)
    if entry.table == "reason":
        at = last
        end = phrase_end(tokens, at + 1)
        if tokens.words[at] == "no" and end == at + 2 and _is_all(tokens, end):
            # "A pump-out drain so that no bucket": the clause has no verb and rules out.
            return 0
        while at < len(tokens) and sentence[at] == sentence[last] and tokens.words[at] not in ",:)":
            at += 1
        return at
    return 0


def _is_all(tokens: Tokens, end: int) -> bool:
    return end >= len(tokens) or tokens.kinds[end] == MARK


def _beside_end(
    tokens: Tokens,
    last: int,
    entry: Entry,
    sentence: list[int],
    quantity_at: list[Quantity | None],
) -> int:
    """A place or a likeness goes on to the end of its phrase, and over a bracket behind it."""
    words, size, at = tokens.words, len(tokens), last
    pair = "between" in words[last - 2 : last]
    while at < size and sentence[at] == sentence[last]:
        if words[at] in PLACE_STOPS and not (pair and words[at] == "and"):
            break
        pair = pair and words[at] != "and"
        if words[at] == "on" and not SUPPORTS.isdisjoint(words[at + 1 : at + 4]):
            # "A terrace over the water on steel piles".
            break
        quantity = quantity_at[at]
        measured = quantity is not None and quantity.kind not in ("count", "ordinal")
        others = quantity is not None and words[quantity.last : quantity.last + 1] in ONES
        if at > last and measured and entry.name != "swap" and not others:
            break
        at += 1
    bracket = at + 1 < size and words[at] == "(" and words[at + 1] not in OWN_LABELS
    if bracket and ")" in words[at : at + BRACKET_WORDS]:
        at = words.index(")", at) + 1
    return at


BRACKET_WORDS = 14
# "Lighter than my old 70 kg one".
ONES = (["one"], ["ones"])
SUPPORTS = frozenset(
    {"piles", "stilts", "posts", "columns", "piers", "pillars", "legs", "pontoons"}
)
OWN_LABELS = frozenset({"span", "spanning", "overall", "total", "clear"})
"""What a bracket says of the design: 'a bridge across the brook (span 7 m)'."""


def _replaced_end(
    tokens: Tokens,
    last: int,
    entry: Entry,
    sentence: list[int],
    quantity_at: list[Quantity | None],
    mention_at: list[Mention | None],
) -> int:
    """What is replaced is spoken of to the end of the sentence, or until the wish goes on or the
    new thing is named."""
    words, size, at = tokens.words, len(tokens), last
    while at < size and sentence[at] == sentence[last]:
        following = words[at + 1] if at + 1 < size else ""
        ours = words[at] == "," and following == "it" and words[last - 1] in OUTGROWN
        if words[at] == "," and following not in RELATIVES and not ours:
            break
        if words[at] in MAKES_WAY and names_another(tokens, at, entry, mention_at, quantity_at):
            # "We replace the leaking hall with a community centre", "my desk with a new one".
            break
        if words[at] in ("but", "so", ":") or (words[at] == "and" and following in WISH_GOES_ON):
            break
        at += 1
    return at


# "We have outgrown the shed, it is 60 m2": what is left behind.
OUTGROWN = frozenset({"outgrown", "outgrew", "leaving", "selling"})
WISH_GOES_ON = wordset("asides", "wish_goes_on")


RELATIVES = wordset("scope", "relatives")

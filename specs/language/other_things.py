"""What another thing has and this one must not: 'my neighbour's has a siren; ours must not'."""

from specs.knowledge import wordset
from specs.language.excluded import excluded_items
from specs.language.negation import Negation
from specs.language.phrases import Mentions
from specs.language.quantity import Quantities
from specs.language.tails import ends_clause
from specs.language.tokens import MARK, Tokens
from specs.language.words import word_class

OURS = wordset("other_things", "ours")
LEADS = wordset("other_things", "leads")
MODALS = wordset("other_things", "modals")
REFUSING = wordset("other_things", "refusing")
BEHIND = wordset("other_things", "behind")
HAVING = wordset("other_things", "having")
FARTHEST = 24
"""Tokens to look back for what the other thing has."""


def unlike_others(tokens: Tokens, mention_at: Mentions, quantity_at: Quantities) -> list[Negation]:
    """'The old one had a pool; ours will not', 'his has a bell, mine should not have one'."""
    found: list[Negation] = []
    for at in tokens.places(OURS):
        if not at:
            continue
        word, one = tokens.words[at], tokens.words[at + 1 : at + 2] == ["one"]
        if word in ("this", "new") and not one:
            continue
        end = _behind_refusal(tokens, at + 1 + one)
        if not end or not ends_clause(tokens, end):
            continue
        first = at
        while first > 0 and tokens.words[first - 1] in LEADS:
            first -= 1
        if tokens.kinds[first - 1] != MARK and tokens.words[first - 1] not in ("but", "and"):
            continue
        items = _had_before(tokens, first, mention_at, quantity_at)
        if items:
            found.append(Negation(first, end, tuple(items)))
    return found


def _behind_refusal(tokens: Tokens, at: int) -> int:
    """Behind 'must not have one', 'won't', 'doesn't need it'; 0 where nothing is refused."""
    words, size = tokens.words, len(tokens)
    if at < size and words[at] in REFUSING:
        at += 1
    elif (
        words[at : at + 1]
        and words[at] in MODALS
        and words[at + 1 : at + 2] in (["not"], ["never"])
    ):
        at += 2
    else:
        return 0
    while at < size and words[at] in BEHIND:
        at += 1
    return at


def _had_before(
    tokens: Tokens, first: int, mention_at: Mentions, quantity_at: Quantities
) -> list[tuple[int, int]]:
    words = tokens.words
    for at in range(first - 2, max(-1, first - FARTHEST), -1):
        if words[at] in HAVING:
            items = excluded_items(
                tokens, at + 1, mention_at, quantity_at, known=False, both=True, listed=True
            )
            return [item for item in items if item[1] <= first]
        if words[at] in "\n!?":
            break
    return []


def replaced(tokens: Tokens, mention_at: Mentions, away: bytearray) -> list[Negation]:
    """'Touch controls replaced by a real button': the part that gives way is not wanted."""
    words, found = tokens.words, []
    for at in tokens.places(REPLACED):
        if words[at + 1 : at + 2] not in (["by"], ["with"]):
            continue
        end = at
        while end > 0 and words[end - 1] in VERBS:
            end -= 1
        mention = mention_at[end - 1] if end else None
        if mention is None or mention.last != end or any(away[mention.first : end]):
            continue
        first = mention.first
        if first > 0 and words[first - 1] in word_class("determiners") | THERE_ALREADY:
            # "The old doors are replaced by steel ones": they are there already.
            continue
        if tokens.lemmas[end - 1] in ALWAYS_THERE:
            # "Windows replaced with triple glazing": there will be windows.
            continue
        if mention.entry("feature") is not None or mention.entry("free") is not None:
            found.append(Negation(at, at + 2, ((first, end),)))
    return found


REPLACED = frozenset({"replaced", "swapped", "substituted", "exchanged"})
VERBS = frozenset({"is", "are", "be", "been", "being", "has", "have", "to", "now", "was", "were"})
ALWAYS_THERE = wordset("features", "plain_parts")
THERE_ALREADY = wordset("scope", "adjectives")

"""What is said and given up: 'An ice hall? No, …', 'a tower was asked for at first'."""

from functools import cache

from specs.knowledge import listed, phraselist, table, wordset
from specs.language.negation import Negation
from specs.language.number_words import STARTS as STARTS_NUMBER
from specs.language.phrases import Entry, Lexicon, Mention
from specs.language.tokens import MARK, NUMBER, Tokens

OPENINGS = wordset("retractions", "openings")
REFUSALS = wordset("retractions", "refusals")
GOES_ON = wordset("retractions", "goes_on")
REPLIES = phraselist("retractions", "replies")
STARTS = frozenset(".;:\n,(!?—/|")
FARTHEST = 60
"""Tokens to look back for the start of a question or of what a clause gives up."""


def retracted(
    tokens: Tokens, mention_at: list[Mention | None], amended: dict[int, int]
) -> list[tuple[int, int]]:
    """The stretches of tokens that the prompt itself takes back.

    A question whose figure is put right (`amended`) stands: '2 dressing rooms? No, 6.'
    """
    found: list[tuple[int, int]] = []
    questions = [
        q
        for q in _questions(tokens)
        if not any(q[0] <= at < q[1] for at in amended)
        and not _asks_for_part(tokens, q, mention_at)
    ]
    for first, last in [*questions, *_first_thoughts(tokens), *_started_anew(tokens, mention_at)]:
        # What is asked for may well stay the same: only its figures and parts were others.
        found.extend((at, at + 1) for at in range(first, last) if not _is_kind(mention_at[at]))
    return found


def _started_anew(tokens: Tokens, mention_at: list[Mention | None]) -> list[tuple[int, int]]:
    """'A concrete batching plant... scratch that, the weighbridge office': one thing was begun, and
    another takes its place."""
    words, found = tokens.words, []
    for at in tokens.places(ANEW):
        if not at or words[at + 1 : at + 2] not in (["that"], ["it"], ["this"]):
            continue
        end = at
        while end > 0 and words[end - 1] in ".,-—…":
            end -= 1
        first = end
        while first > max(0, at - FARTHEST) and words[first - 1] not in ".;!?\n":
            first -= 1
        behind = mention_at[at + 2 : at + 2 + NEAR]
        if NUMBER not in tokens.kinds[first:end] and any(map(_is_kind, behind)):
            found.append((first, end))
    return found


ANEW = frozenset({"scratch", "scrap", "strike", "forget", "cancel"})


def _asks_for_part(
    tokens: Tokens, question: tuple[int, int], mention_at: list[Mention | None]
) -> bool:
    """'Wheels? No, glides': a part that is asked for and refused is ruled out, not taken back."""
    first, last = question
    if not first or tokens.kinds[last : last + 1] != [MARK]:
        return False
    while tokens.words[first] in ("a", "an", "the", "any"):
        first += 1
    mention = mention_at[first]
    if mention is None or mention.first != first or tokens.words[mention.last] != "?":
        return False
    if mention.entry("material") is not None:
        return False
    return any(mention.entry(table) is not None for table in ("feature", "space", "free"))


def _is_kind(mention: Mention | None) -> bool:
    return mention is not None and mention.entry("kind") is not None


def _questions(tokens: Tokens) -> list[tuple[int, int]]:
    found = []
    for at in tokens.places(ASKS):
        last = _refused(tokens, at + 1)
        first = _start(tokens, at)
        if last and first < at and tokens.words[first] not in OPENINGS:
            found.append((first, last))
    return found


ASKS = frozenset("?")


def _refused(tokens: Tokens, at: int) -> int:
    """Where a refusal behind a question ends; 0 where the answer is none, or is all there is."""
    words = tokens.words
    while at < len(tokens) and words[at] in ".…":
        # "A court? … Let's call it an office".
        at += 1
    for reply in REPLIES:
        if tuple(words[at : at + len(reply)]) == reply:
            return at
    if words[at : at + 1] and words[at] in REFUSALS and at + 2 < len(tokens):
        following = words[at + 1]
        if following == "thanks" and (at + 2 == len(tokens) or words[at + 2] in ".!;\n"):
            # "Skylights? No thanks." is all the answer there is.
            return 0
        if following in GOES_ON or (tokens.kinds[at + 1] == MARK and following in ",:-—"):
            return at + 1
        if tokens.kinds[at + 1] == NUMBER or following in STARTS_NUMBER or following == "just":
            # "Three seats? nope one centre seat".
            return at + 1
    return 0


def _start(tokens: Tokens, at: int) -> int:
    first = at
    while first > max(0, at - FARTHEST) and tokens.words[first - 1] not in STARTS:
        if tokens.words[first - 1] in JOINTS:
            # "One storey plus a plant level? No": the storey is no question.
            break
        first -= 1
    return first


JOINTS = frozenset({"plus", "+"})


@cache
def _cues() -> Lexicon:
    found = Lexicon()
    found.add_all(listed(table("scope")["first_thoughts"]), Entry("cue", "first_thoughts"))
    return found


def _first_thoughts(tokens: Tokens) -> list[tuple[int, int]]:
    """'… is what the client asked for at first; …': the clause up to its end."""
    found: list[tuple[int, int]] = []
    cues, at = _cues().root.next, 0
    if _cues().closers.isdisjoint(tokens.lemmas):
        return found
    while at < len(tokens):
        match = _cues().longest(tokens.lemmas, at) if tokens.lemmas[at] in cues else None
        if match is None:
            at += 1
            continue
        first = at
        while first > max(0, at - FARTHEST) and tokens.words[first - 1] not in ".;!?\n":
            first -= 1
        last = match[0]
        while last < len(tokens) and tokens.words[last] not in ".;:!?\n,":
            last += 1
        found.append((first, last))
        at = last + 1
    return found


def kept_after_all(tokens: Tokens, found: list[Negation]) -> list[Negation]:
    """'Without any touchscreen... hm, touchscreen stays': what the prompt takes back at once."""
    words, lemmas = tokens.words, tokens.lemmas
    kept = list(found)
    for at in tokens.places(KEPT):
        if not at:
            continue
        if words[at] == "stay" and words[at - 1] in ("can", "may", "should", "must", "shall"):
            at -= 1
        for negation in found:
            items = [
                item
                for item in negation.items
                if not (
                    item[1] < at <= item[1] + NEAR
                    and lemmas[at - (item[1] - item[0]) : at] == lemmas[item[0] : item[1]]
                )
            ]
            if len(items) < len(negation.items) and negation in kept:
                kept.remove(negation)
                if items:
                    kept.append(Negation(negation.first, negation.last, tuple(items)))
    return kept


KEPT = frozenset({"stays", "stay", "remains"})
NEAR = 12
"""Tokens behind what is ruled out, in which it may be taken back."""

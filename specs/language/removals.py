"""Verbs of leaving out, in every voice: 'drop the pool', 'sunroof deleted', 'Cut: the bar'."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.excluded import excluded_items
from specs.language.negation import Negation
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Mentions
from specs.language.quantity import Quantities
from specs.language.subjects import LISTS, WISHED, clause_subject, items_before
from specs.language.tails import ends_clause
from specs.language.tokens import MARK, NUMBER, Tokens
from specs.language.words import word_class

PLAIN = wordset("removals", "plain")
PARTED = wordset("removals", "parted")
ORDERS = PLAIN | PARTED | wordset("removals", "verbs")
NEVER_ALONE = PARTED - PLAIN - wordset("removals", "verbs")
PARTICLES = wordset("removals", "particles")
PERHAPS_DONE = wordset("removals", "perhaps_done")
DONE_PARTED = wordset("removals", "done_parted")
DONE = wordset("removals", "done") | PERHAPS_DONE
DONE_NEVER_ALONE = DONE_PARTED - {"cut", "crossed"}
FIRST_WORDS = ORDERS | DONE
CHAIN = wordset("removals", "chain")
LEAD_WORDS = wordset("removals", "lead_words")
SUBJECTS = wordset("removals", "subjects")
DECIDING = wordset("removals", "deciding")
HANDLED = wordset("removals", "handled")
ABSTRACT = wordset("removals", "abstract")
OBJECTS = wordset("removals", "objects")
PERSONS = wordset("removals", "persons")
LONGEST_LABEL = 8
"""Tokens between 'crossed out' and the colon that opens its list."""


def removed(
    tokens: Tokens, mention_at: Mentions, away: bytearray, quantity_at: Quantities
) -> list[Negation]:
    words = tokens.words
    found: list[Negation] = []
    for at in tokens.places(FIRST_WORDS):
        if away[at] or tokens.gaps[at] == "-":
            continue
        word, mention = words[at], mention_at[at]
        if mention is not None and mention.last - mention.first > 1:
            # "A drop leaf table", "a dropped ceiling".
            continue
        last = _behind_verb(tokens, at)
        negation = None
        if last and word in ORDERS:
            negation = _ordered(tokens, at, last, mention_at, quantity_at)
        if last and negation is None and word in DONE:
            negation = _done(tokens, at, last, mention_at, quantity_at)
        if negation is not None and not any(away[negation.items[0][0] : negation.items[0][1]]):
            found.append(negation)
    return found


def _behind_verb(tokens: Tokens, at: int) -> int:
    """The token behind the verb and its particle; 0 where it means nothing without one."""
    words, word = tokens.words, tokens.words[at]
    if tokens.gaps[at + 1 : at + 2] == ["-"]:
        # "Pull-out bins", "a cut-out".
        return 0
    if (
        words[at + 1 : at + 2]
        and words[at + 1] in PARTICLES
        and word in PARTED | DONE_PARTED | DONE
    ):
        # "Struck off the list": the particle is the preposition of what follows.
        return at + 2
    return 0 if word in NEVER_ALONE | DONE_NEVER_ALONE else at + 1


def _ordered(
    tokens: Tokens, at: int, last: int, mention_at: Mentions, quantity_at: Quantities
) -> Negation | None:
    """'Drop the pool', 'we would cut leather, alloy wheels and the sunroof', 'Lose: the bar'."""
    words, size = tokens.words, len(tokens)
    colon = _colon(tokens, last)
    if colon:
        return _under_label(tokens, at, colon, mention_at, quantity_at)
    if last >= size or tokens.kinds[last] == NUMBER:
        return None
    alone = _opens_clause(tokens, at)
    if not alone and words[last] in OBJECTS and quantity_at[at - 1] is not None:
        # "500 lb. drop the hooks": the stop is the abbreviation's.
        alone = True
    if not alone and not _has_subject(tokens, at):
        return None
    determined = words[last] in OBJECTS
    known = alone and not determined and last == at + 1 and words[at] not in PLAIN
    whole = not alone or at == 0 or words[at - 1] in FULL_STOPS or words[at - 1] in ":-—"
    items = excluded_items(
        tokens, last, mention_at, quantity_at, known=False, both=True, listed=whole
    )
    items = [item for item in items if not is_abstract(tokens, item)]
    if not items or (known and not _is_known(tokens, items[0], mention_at)):
        return None
    return Negation(at, last, tuple(items))


def _opens_clause(tokens: Tokens, at: int) -> bool:
    if not at or tokens.words[at - 1] in LEAD_WORDS:
        return True
    return tokens.kinds[at - 1] == MARK and tokens.words[at - 1] not in "'\"%"


def _has_subject(tokens: Tokens, at: int) -> bool:
    """'We would drop', 'you can skip', 'decided to cut'; not 'a filter you can remove'."""
    words, first = tokens.words, at
    while first > 0 and words[first - 1] in SUBJECTS:
        first -= 1
    if first == at:
        return False
    if words[at - 1] == "to" and not DECIDING.isdisjoint(words[max(0, at - 4) : at - 1]):
        return True
    if "to" in words[first:at] or ("you" in words[first:at] and words[at] in HANDLED):
        return False
    return _opens_clause(tokens, first)


def is_abstract(tokens: Tokens, item: tuple[int, int]) -> bool:
    return tokens.words[item[1] - 1] in ABSTRACT or tokens.words[item[0]] in ABSTRACT


def _is_known(tokens: Tokens, item: tuple[int, int], mention_at: Mentions) -> bool:
    """A part by its name and nothing more: 'drop GPS', but not 'strike plate steel'."""
    mention = mention_at[item[0]]
    if mention is None or mention.first != item[0] or mention.last != item[1]:
        return False
    return any(mention.entry(table) is not None for table in WISHED)


def _colon(tokens: Tokens, last: int) -> int:
    """The colon of 'Crossed out by the client: …'; 0 where none follows."""
    words = tokens.words
    for at in range(last, min(last + LONGEST_LABEL, len(tokens))):
        if words[at] == ":":
            return at
        if tokens.kinds[at] == MARK or (at == last and words[at] not in LABELLING):
            return 0
    return 0


LABELLING = frozenset({"by", "from", "off", "for", "in", "please", "completely", "again"})


def _under_label(
    tokens: Tokens, at: int, colon: int, mention_at: Mentions, quantity_at: Quantities
) -> Negation | None:
    first = at
    while first > 0 and tokens.kinds[first - 1] != MARK and at - first < LONGEST_LABEL:
        first -= 1
    if first > 0 and tokens.kinds[first - 1] != MARK:
        return None
    items = excluded_items(tokens, colon + 1, mention_at, quantity_at, known=False, both=True)
    alone = first == at and colon == at + 1 and tokens.words[at] not in PLAIN
    if not items or (alone and mention_at[items[0][0]] is None):
        # "Cut: slim" tells of a shape.
        return None
    return Negation(first, colon + 1, tuple(items))


def _done(
    tokens: Tokens, at: int, last: int, mention_at: Mentions, quantity_at: Quantities
) -> Negation | None:
    words = tokens.words
    colon = _colon(tokens, last)
    if colon and words[at] not in ("out", "gone", "lost"):
        return _under_label(tokens, at, colon, mention_at, quantity_at)
    first = at
    if at > 1 and words[at - 1] == "and" and words[at - 2].endswith("ed"):
        # "Was discussed and dropped".
        first = at - 2
    while first > 0 and words[first - 1] in CHAIN:
        first -= 1
    off = bool(behind_list(tokens, last))
    if words[at] in HANDLED_TOO and ABILITY.intersection(words[first:at]):
        # "The battery can be pulled out."
        return None
    if first == at and not off and _has_object(tokens, last, mention_at):
        return _did(tokens, at, last, mention_at, quantity_at)
    joined = (
        words[last : last + 1] != [] and words[last] in JOINED and words[at] not in PERHAPS_DONE
    )
    whole = ends_clause(tokens, last) or (
        words[at] not in PERHAPS_DONE and _says_by_whom(tokens, last)
    )
    if not first or not (off or joined or whole):
        return None
    items = items_before(tokens, first, mention_at)
    named = [item for item in items if mention_at[item[1] - 1] is not None]
    if not named:
        subject = clause_subject(tokens, first, mention_at)
        named = [subject] if subject is not None else []
    items = named or items
    of_list = bool(items) and tokens.words[first - 1] in LISTS
    if not items or is_abstract(tokens, items[-1]) or (not named and first < at):
        return None
    if (
        words[at] in PERHAPS_DONE
        and not (off or of_list)
        and not _is_part(tokens, items[-1], first, at, mention_at)
    ):
        return None
    return Negation(at, last, tuple(items))


def _says_by_whom(tokens: Tokens, last: int) -> bool:
    """'The pool was cancelled by the ministry'; not 'the weights are dropped by hand'."""
    words = tokens.words
    if words[last : last + 1] != ["by"]:
        return False
    first = last + 1
    while first < len(tokens) and words[first] in word_class("determiners"):
        first += 1
    end = phrase_end(tokens, first)
    return last + 1 < first < end and ends_clause(tokens, end)


HANDLED_TOO = DONE_PARTED | {"removed", "cut"}
ABILITY = frozenset({"can", "could", "may"})


def _has_object(tokens: Tokens, last: int, mention_at: Mentions) -> bool:
    if last >= len(tokens):
        return False
    mention = mention_at[last]
    return tokens.words[last] in OBJECTS or (mention is not None and mention.first == last)


def _is_part(
    tokens: Tokens, item: tuple[int, int], first: int, at: int, mention_at: Mentions
) -> bool:
    """'Suspension fork cut' speaks of a part, 'the stone is cut by hand' of none."""
    mention = mention_at[item[1] - 1] or mention_at[item[0]]
    if mention is None or (first == at and tokens.words[at] == "out"):
        return False
    if first < at:
        return tokens.words[at] != "cut" or mention.entry("material") is None
    opens = item[0] == 0 or tokens.kinds[item[0] - 1] == MARK
    return opens and mention.entry("material") is None and tokens.words[at] == "cut"


def _did(
    tokens: Tokens, at: int, last: int, mention_at: Mentions, quantity_at: Quantities
) -> Negation | None:
    """'We've dropped the study', 'the board struck the atrium'."""
    if not at or tokens.words[at - 1] not in PERSONS or tokens.words[at] in ("gone", "out", "lost"):
        return None
    items = excluded_items(
        tokens, last, mention_at, quantity_at, known=False, both=True, listed=True
    )
    items = [item for item in items if not is_abstract(tokens, item)]
    return Negation(at, last, tuple(items)) if items else None


def behind_list(tokens: Tokens, last: int) -> int:
    """Behind '... from the brief', 'off our list' at the end of the clause; 0 where it is none."""
    words = tokens.words
    at = last
    if words[at - 1] not in ("off", "out"):
        if words[at : at + 1] and words[at] in ("from", "off", "in"):
            at += 1
        else:
            return 0
    while at < len(tokens) and words[at] in word_class("determiners") | LIST_FILLERS:
        at += 1
    if at >= len(tokens) or words[at] not in LISTS:
        return 0
    joined = words[at + 1 : at + 2] != [] and words[at + 1] in JOINED
    return at + 1 if joined or ends_clause(tokens, at + 1) else 0


JOINED = frozenset({"and", "but", "so", "nor", "while"})
LIST_FILLERS = frozenset({"of", "first", "second", "original", "final", "latest", "new", "current"})

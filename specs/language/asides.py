"""What a prompt says about something else: a site, a neighbour, a predecessor, a reason."""

from specs.knowledge import wordset
from specs.language.already_there import scope_of_before
from specs.language.aside_openings import POSSESSIVES, goes_on_to_old, next_opening, openings
from specs.language.carriers import carriers
from specs.language.clauses import DASHES, clause_end
from specs.language.lexicon import SPACE
from specs.language.noun_phrases import breaking_words, past_noun
from specs.language.others import others_scope
from specs.language.people import people
from specs.language.phrases import Entry, Mention
from specs.language.predecessors import had_scope, past_bracket, worn_scope
from specs.language.quantity import Quantity
from specs.language.retractions import retracted
from specs.language.scope_ends import BRACKET_WORDS, scope_end
from specs.language.surroundings import before_wish, is_resort
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.triggers import Trigger


def asides(
    tokens: Tokens,
    triggers: dict[int, Trigger],
    sentence: list[int],
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
    amended: dict[int, int],
) -> bytearray:
    """Marks every token that speaks of a neighbour, a site, a predecessor, a person or a reason."""
    words, away = tokens.words, bytearray(len(tokens.words))
    places, at = openings(tokens, triggers), 0
    while (at := next_opening(places, mention_at, at)) >= 0:
        bracket = at > 0 and words[at - 1] == "(" != words[at]
        starts = at == 0 or sentence[at] != sentence[at - 1]
        starts = starts or (words[at] in POSSESSIVES and goes_on_to_old(words, at))
        if starts and words[at] in GREETINGS:
            at = _past_greeting(tokens, at)
        if starts or bracket:
            end = _subject_scope(tokens, triggers, at, sentence)
            end = _before_rooms(tokens, at, end, mention_at, quantity_at)
            if bracket:
                end = _bracketed(tokens, at, end) if end else past_bracket(tokens, at)
            if end:
                kept = not bracket and (
                    had_scope(tokens, at, sentence)
                    or worn_scope(tokens, at, sentence)
                    or others_scope(tokens, at, sentence)
                )
                _mark(away, at, end, mention_at if kept else None)
                at = end
                continue
        mention = mention_at[at]
        if mention is not None and mention.last - mention.first > 1:
            at = mention.last if mention.first == at else at + 1
            continue
        trigger = triggers.get(at)
        if trigger is None:
            at += 1
            continue
        last, entry = trigger[0], trigger[1][0]
        goes_on = _unopened(tokens, at, last, entry, mention_at, quantity_at)
        if goes_on:
            at = goes_on
            continue
        end = scope_end(tokens, last, entry, sentence, quantity_at, mention_at)
        if end:
            _mark(away, at, end)
        at = max(last, end)
    for first, last in (*people(tokens), *carriers(tokens)):
        _mark(away, first, last)
    for first, last in retracted(tokens, mention_at, amended):
        _mark(away, first, last)
    return away


def _before_rooms(
    tokens: Tokens,
    start: int,
    end: int,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
) -> int:
    """'The hall is 200 m2, 16 classrooms, two storeys': a comma and counted rooms go back to the
    whole."""
    for comma in range(start, end - 2):
        if tokens.words[comma] not in (",", ";"):
            continue
        size, count = quantity_at[comma - 1], quantity_at[comma + 1]
        if size is None or size.kind not in ("area", "length") or count is None:
            continue
        room = mention_at[count.last] if count.last < len(tokens.words) else None
        if count.kind == "count" and room is not None and room.entry(SPACE) is not None:
            return comma
    return end


def _past_greeting(tokens: Tokens, at: int) -> int:
    """Behind the comma of 'Hello, our oven died' and 'Dear Mr Kemp, my desk is too low'."""
    for comma in range(at + 1, min(at + LONGEST_GREETING, len(tokens.words) - 1)):
        if tokens.words[comma] == ",":
            return comma + 1
    return at


GREETINGS = wordset("asides", "greetings")
LONGEST_GREETING = 6


def _bracketed(tokens: Tokens, at: int, end: int) -> int:
    """'(the alcove itself is 118 x 60)' gives a figure of something else; '(the mattress sits on
    ply)' may well say more of the design."""
    end = tokens.words.index(")", at) if ")" in tokens.words[at:end] else end
    return end if NUMBER in tokens.kinds[at:end] else 0


def _unopened(
    tokens: Tokens,
    at: int,
    last: int,
    entry: Entry,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
) -> int:
    """The token to go on from where a trigger opens no scope; 0 where it does."""
    word = tokens.words[at]
    if entry.name == "likeness" and word == "like" and at and tokens.words[at - 1] in WISHES:
        # "We would like a house" compares nothing.
        return at + 1
    if entry.name == "place" and word in OVERHEAD and _is_of(mention_at, last):
        # "Walls under a tile roof" are all the design's.
        return last
    if word == "near" and last < len(tokens.words) and quantity_at[last] is not None:
        # "A footprint near 14,000 m2" is about as large.
        return last
    return 0


WISHES = wordset("scope", "wishes")
OVERHEAD = frozenset({"under", "behind", "beneath", "above", "over"})


def _is_of(mention_at: list[Mention | None], at: int) -> bool:
    near = [m for m in mention_at[at : at + 2] if m is not None]
    return any(m.entry("material") is not None for m in near)


def _mark(
    away: bytearray, first: int, last: int, kinds: list[Mention | None] | None = None
) -> None:
    """With `kinds` all but what names a kind: another of the sort may well be asked for."""
    for at in range(first, last):
        mention = kinds[at] if kinds is not None else None
        away[at] = mention is None or mention.entry("kind") is None


def _subject_scope(
    tokens: Tokens, triggers: dict[int, Trigger], at: int, sentence: list[int]
) -> int:
    """The end of a clause whose subject is not the design; 0 where the subject is."""
    words, kinds, size = tokens.words, tokens.kinds, len(tokens.words)
    start = at
    while at < size and (words[at] in OPENING or (kinds[at] == MARK and words[at] in DASHES)):
        at += 1
    trigger = None
    for place in range(at, min(at + 3, size)):
        found = triggers.get(place)
        if found is not None and any(e.table == "subjects" for e in found[1]):
            trigger = (place, found[0])
            break
        if kinds[place] != WORD or words[place] in breaking_words():
            break
    if trigger is None:
        return scope_of_before(tokens, at, sentence, start)
    if trigger[0] == 0 and words[trigger[1] : trigger[1] + 1] == ["for"]:
        # "Telly for the shed": a prompt that opens so asks for it.
        return 0
    # "Old oak bench" and "current model": an adjective counts only with a verb behind its noun.
    noun_end = past_noun(tokens, trigger[1])
    if noun_end < size and words[noun_end] in ("one", "ones", "itself", "themselves"):
        noun_end += 1
    head = tokens.lemmas[trigger[1] - 1]
    if _is_of_the_plan(tokens, head, noun_end) or _wishes(tokens, noun_end, trigger[1]):
        # "Dad wants a duck boat": who wishes is somebody else, what is wished for is the design.
        return 0
    if is_resort(tokens, trigger):
        return 0
    if head in ADJECTIVES or head in POSSESSIVES:
        noun_end = _verb_behind_place(tokens, noun_end)
    if not _is_subject(tokens, noun_end, trigger[1]):
        return others_scope(tokens, start, sentence)
    end = clause_end(tokens, noun_end, sentence, start)
    return before_wish(tokens, noun_end, end)


def _is_of_the_plan(tokens: Tokens, head: str, noun_end: int) -> bool:
    """'The current brief is 22 storeys': what holds now; 'Opening: 30 months' is no hole."""
    if head == "opening":
        return not SPANS.isdisjoint(tokens.words[noun_end : noun_end + 4])
    return head in LATEST and tokens.lemmas[noun_end - 1] in BRIEFS


def _wishes(tokens: Tokens, noun_end: int, trigger_end: int) -> bool:
    """Whether the verb behind a person asks for a thing: "my wife wants a", "dad is after a"."""
    words = tokens.words
    head = words[trigger_end - 1]
    if head not in PERSONS or noun_end != trigger_end:
        return False
    at = noun_end
    while at < len(words) and words[at] in WISH_HELPERS:
        at += 1
    return words[at : at + 1] != [] and words[at] in WISHED and words[at + 1 : at + 2] in DETERMINED


PERSONS = wordset("asides", "persons")
WISH_HELPERS = wordset("asides", "wish_helpers")
WISHED = wordset("asides", "wished")
DETERMINED = (["a"], ["an"], ["for"], ["some"], ["two"], ["new"], ["something"], ["us"], ["me"])


def _is_subject(tokens: Tokens, noun_end: int, trigger_end: int) -> bool:
    """Whether a clause goes on behind the noun that a trigger opens."""
    words, head = tokens.words, tokens.lemmas[trigger_end - 1]
    following = words[noun_end] if noun_end < len(tokens.words) else ""
    clause = following in ("we", "i", "they") and any(
        w in SUBJECT_VERBS for w in words[noun_end : noun_end + 6]
    )
    if head in ADJECTIVES:
        if following == ":" and words[noun_end - 1] in ("one", "ones"):
            # "Old one: 5 kg, 800 rpm".
            return True
        return clause or following in SUBJECT_VERBS | LEAVING or following.endswith("ed")
    if following in SUBJECT_VERBS or words[trigger_end : trigger_end + 1] == ["ran"]:
        return True
    return noun_end == trigger_end and (
        following in (":", ",", "(", "", "of", "for", "on", "in", "at", ".", "-")
        or following[:1].isdigit()
    )


def _verb_behind_place(tokens: Tokens, at: int) -> int:
    """The verb in 'the old hall from 1974 was …'; `at` itself where no place stands between."""
    words, size = tokens.words, len(tokens.words)
    if at < size and words[at] == "(" and ")" in words[at : at + BRACKET_WORDS]:
        # "My last one (13 kg, 21 speeds) was too light".
        at = words.index(")", at) + 1
    if at < size and words[at] == "," and "," in words[at + 1 : at + BRACKET_WORDS]:
        # "The old granary, a brick thing with a sagging roof, comes down".
        behind = words.index(",", at + 1) + 1
        verb = words[behind] if behind < size else ""
        return behind if verb in SUBJECT_VERBS | LEAVING else at
    if at < size and words[at] in PLACED:
        for place in range(at + 1, min(at + 6, size)):
            if tokens.kinds[place] == MARK:
                break
            if words[place] in SUBJECT_VERBS:
                return place
    return at


LEAVING = frozenset({"won't", "wont", "comes", "goes", "doesn't", "can't", "stays", "remains"})
SPANS = frozenset({"months", "weeks", "days", "month", "years"})
LATEST = frozenset({"current", "present", "latest", "last"})
BRIEFS = frozenset({"brief", "plan", "design", "idea", "version", "proposal", "scheme", "wish"})
OPENING = wordset("scope", "opening")

ADJECTIVES = wordset("scope", "adjectives")

PLACED = frozenset({"from", "of", "on", "in", "at", "next", "by", "behind", "built"})
SUBJECT_VERBS = wordset("scope", "subject_verbs")

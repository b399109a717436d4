"""Negations behind their noun: 'basement: none', 'a pool is not wanted', 'plastic-free'."""

from specs.knowledge import phrases_from, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.denied_lists import is_unit, joined_behind, switched_off
from specs.language.negation import Negation
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.number_words import STARTS as NUMBER_WORDS
from specs.language.phrases import Mention
from specs.language.tails import ends_clause
from specs.language.tokens import NUMBER, WORD, Tokens

LABEL_FILLERS = wordset("scope", "label_fillers")

DENIALS = phrases_from("negations", "denials")
LONGEST_DENIAL = max(len(denial) for denials in DENIALS.values() for denial in denials)
MARKS = frozenset(",.;:!?\n)(")
DASHED = frozenset({"—", "|", "/", "+", "but", "and"})


def denied(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'Basement: none', 'wifi=no', 'basement no, lift yes': a label with a denial as its value."""
    words, found = tokens.words, []
    for at in tokens.places(DENIALS.keys()):
        if away[at] or not at:
            continue
        behind = tuple(words[at : at + LONGEST_DENIAL])
        for denial in DENIALS[words[at]]:
            end = at + len(denial)
            if behind[: len(denial)] == denial and _closes(tokens, at, end):
                items = _denied_items(tokens, at, end, denial, mention_at)
                if items is None:
                    continue
                if items and not any(away[items[0][0] : items[0][1]]):
                    found.append(Negation(at, end, tuple(items)))
                break
    return found


def _closes(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the denial from `at` to `end` is all that is said there."""
    words, size = tokens.words, len(tokens)
    if end < size and words[at:end] == ["n"] and words[end] not in ",;\n.":
        # "Doors: n = 14", "generators: N+1".
        return False
    socket = words[at] in SOCKET_WORDS and words[at - 1] in "/-+"
    if socket or words[at - 1] in OATHS:
        # "MIDI in/out", "ice maker? God no".
        return False
    if end >= size or words[end] in MARKS or words[end] in DASHED:
        return True
    if words[end] == "-" and tokens.gaps[end] == " ":
        # "Mains water yes, sewer no - so a reed bed".
        return True
    return words[at - 1] in LABEL_MARKS and ends_clause(tokens, end)


SOCKET_WORDS, OATHS = frozenset({"out", "away"}), frozenset({"god", "hell", "heavens", "lord"})


def _denied_items(
    tokens: Tokens,
    at: int,
    end: int,
    denial: tuple[str, ...],
    mention_at: list[Mention | None],
) -> list[tuple[int, int]] | None:
    """What the denial at `at` is said of; None where it denies nothing that stands before it."""
    words, label = tokens.words, at - 1
    if words[end : end + 1] == [":"] or words[label] == "times":
        # "Winch; not needed: sleeper": it heads what follows. "Lights, wifi: two times no".
        return []
    firm = _before_comma(tokens, label, denial, mention_at)
    if firm is not None:
        return [firm]
    colon = words[label] in LABEL_MARKS
    while label and words[label] in FIRMLY:
        label -= 1
    if colon or _answers_comma(tokens, label, denial, end, mention_at):
        label -= 1
        while label > 1 and words[label] in "?!" and tokens.kinds[label - 2] != NUMBER:
            # "Guest bed?? No thanks."
            label -= 1
    elif denial == ("off",):
        return switched_off(tokens, label, mention_at)
    elif denial[0] not in BARE or not (
        mention_at[label] is not None or _fills_clause(tokens, label, label + 1)
    ):
        return None
    item = label_before(tokens, label, mention_at)
    if item is None or is_unit(tokens, item):
        return []
    return [item, *joined_behind(tokens, item, label + 1)] if colon else [item]


LABEL_MARKS = frozenset(":=-?[(—/|")
FIRM = frozenset(tuple(phrase.split()) for phrase in wordset("negations", "firm_denials"))


def _before_comma(
    tokens: Tokens, at: int, denial: tuple[str, ...], mention_at: list[Mention | None]
) -> tuple[int, int] | None:
    """'Pool, absolutely not', 'he wanted a café; voted down': what the mark stands behind."""
    if denial not in FIRM or tokens.words[at] not in (",", ";", "-", "—") or not at:
        return None
    mention = mention_at[at - 1]
    return (mention.first, mention.last) if mention is not None else None


FIRMLY = frozenset({"certainly", "obviously", "definitely", "absolutely", "clearly", "surely"})
FLAT = frozenset({("no",), ("never",), ("none",), ("nope",), ("nah",), ("not",)})


def _answers_comma(
    tokens: Tokens,
    at: int,
    denial: tuple[str, ...],
    end: int,
    mention_at: list[Mention | None],
) -> bool:
    """'Bell, yes. Organ, no; …': a clause of two words; 'two floors, no, three' goes on."""
    words = tokens.words
    if at < 1 or words[at] != "," or denial not in FLAT:
        return False
    if end < len(tokens) and words[end] not in ".;!\n":
        return False
    first = at
    while first > 0 and tokens.kinds[first - 1] == WORD and at - first <= SHORT_CLAUSE:
        first -= 1
    if first == at or (first > 0 and words[first - 1] not in MARKS):
        return False
    if not NUMBER_WORDS.isdisjoint(words[first:at]):
        return False
    return mention_at[at - 1] is not None or "yes" in words


# What denies the noun in front of it without a mark between: "pool no", "turntable absent".
BARE = frozenset(
    {
        "no",
        "none",
        "nope",
        "nah",
        "never",
        "definitely",
        "absolutely",
        "absent",
        "neither",
        "nowhere",
        "not",
        *"✗✘❌✖",
    }
)
SHORT_CLAUSE, LONG_CLAUSE = 3, 7
PLACING = frozenset({"on", "in", "at", "for", "of", "above", "under", "behind"})


def _fills_clause(tokens: Tokens, label: int, denial: int) -> bool:
    """'..., cellular none': up to three words between two marks are one noun phrase."""
    first = label
    while first > 0 and not _opens_item(tokens, first) and label - first < LONG_CLAUSE:
        first -= 1
    if first > 0 and not _opens_item(tokens, first):
        return False
    end = phrase_end(tokens, first, denial)
    # "Lip on the front edge no": the place says no more of it.
    placed = first < end < denial and tokens.words[end] in PLACING
    return placed or (end == denial and denial - first <= SHORT_CLAUSE + 1)


def _opens_item(tokens: Tokens, at: int) -> bool:
    """Behind a mark, the dash of a bullet, or the 'and' behind another answer."""
    words = tokens.words
    if words[at - 1] == "-":
        return words[at - 2 : at - 1] == ["\n"]
    return words[at - 1] in MARKS or (words[at - 1] == "and" and words[at - 2] in ANSWERS)


def label_before(
    tokens: Tokens, at: int, mention_at: list[Mention | None]
) -> tuple[int, int] | None:
    """The noun phrase at the start of the line or clause that ends at `at`."""
    whole = mention_at[at]
    if whole is not None and whole.last == at + 1 and tokens.kinds[whole.first] != WORD:
        # "5G .... no": a name that opens with a figure.
        return whole.first, whole.last
    first = at
    while first >= 0 and tokens.words[first] not in ANSWERS and tokens.kinds[first] == WORD:
        first -= 1
    first += 1
    while first <= at and tokens.words[first] in LABEL_FILLERS:
        first += 1
    for place in range(at - 1, first, -1):
        if tokens.words[place] in ANSWERS:
            # "Doors yes glass no".
            first = place + 1
            break
    mention = mention_at[first] if first <= at else None
    end = phrase_end(tokens, first)
    if end == first == at and tokens.words[at + 1 : at + 2] in (["?"], [":"]):
        # "Curved? No."
        return (first, at + 1) if tokens.words[at] not in breaking_words() else None
    if end == first < at and tokens.words[first].endswith("ly"):
        # "Monthly fees: never".
        end = phrase_end(tokens, first + 1)
    if mention is not None and mention.first == first:
        end = max(end, mention.last)
    return (first, min(end, at + 1)) if first < min(end, at + 1) else None


ANSWERS = frozenset({"yes", "no", "none"})


def neither_is(
    tokens: Tokens, mention_at: list[Mention | None], away: bytearray, before: list[Negation]
) -> list[Negation]:
    """'Bluetooth isn't wanted, nor is a mic': the second subject stands behind its verb."""
    words, size = tokens.words, len(tokens)
    found = []
    for at in tokens.places(INVERTING.keys()) if before else ():
        if away[at] or not any(n.last <= at for n in before):
            continue
        word, first = words[at], at + 1
        if word != "nor" and words[first : first + 1] and words[first] not in INVERTING[word]:
            continue
        if word == "so" and not any(
            n.last <= at and FULL_STOPS.isdisjoint(words[n.first : at]) for n in before
        ):
            continue
        while first < size and words[first] in INVERTED:
            first += 1
        mention = mention_at[first] if first < size else None
        whole = mention is not None and mention.first == first
        end = mention.last if whole and mention is not None else phrase_end(tokens, first)
        if at + 1 < first < end:
            found.append(Negation(at, first, ((first, end),)))
    return found


INVERTED = wordset("negations", "inverted")
INVERTING = {
    "nor": INVERTED,
    "neither": INVERTED - {"a", "an", "any", "the", "there", "we", "i", "they", "it", "you"},
    # "Marble is out, so are columns".
    "so": frozenset({"is", "are", "was", "were", "has", "have", "goes", "does", "do"}),
}


TAKEN_OUT = wordset("negations", "taken_out")
PARTICLES = wordset("negations", "particles")


def left_out(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'Leave the pool out', 'keep the lights off': the verb stands in two parts."""
    words, size = tokens.words, len(tokens)
    found = []
    for at in tokens.places(TAKEN_OUT):
        if away[at]:
            continue
        first = at + 1
        while first < size and words[first] in ("the", "any", "all", "a", "an", "that"):
            first += 1
        mention = mention_at[first] if first < size else None
        whole = mention is not None and mention.first == first
        end = mention.last if whole and mention is not None else phrase_end(tokens, first)
        if first < end < size and words[end] in PARTICLES and not _goes_on(tokens, end + 1):
            found.append(Negation(at, end + 1, ((first, end),)))
    return found


def _goes_on(tokens: Tokens, at: int) -> bool:
    """'Keep the noise out of the bedroom' speaks of where, not whether."""
    return at < len(tokens) and tokens.words[at] in ("of", "the", "a", "from", "to")

"""Bounds behind a quantity: 'max', 'or less', 'and not a gram more', 'is the limit'."""

from functools import cache

from specs.knowledge import wordset
from specs.language.bound_phrases import phrases_behind, wordlist
from specs.language.bound_regions import REGIONS, is_in_the_region
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.units import unit_at
from specs.language.words import function_words

REACH = 4
LEADS = frozenset([",", "(", "[", "-", "—"])
"""What may part a bound from its figure: '2 m, max', '2 m (max)'."""
CLOSED_BY = {"(": ")", "[": "]"}
NOUNS_BETWEEN = 4
WORDS_OF_A_REFUSAL = 5
DENYING = frozenset({"no", "not", "never"})


def bound_behind(tokens: Tokens, quantity: Quantity) -> str | None:
    last, end = quantity.last, quantity.end
    for start in (last,) if last == end else (last, end):
        phrase = phrase_behind(tokens.words, start)
        if phrase is not None and _adds(tokens, quantity, start, phrase[1]):
            return None
        # "A 7-foot ceiling" is a part and no bound.
        if phrase is not None and (tokens.words[start] != "ceiling" or quantity.kind == "money"):
            return phrase[0]
    if end >= len(tokens.words):
        return None
    word = tokens.words[end]
    if word in REGIONS and is_in_the_region(tokens.words, quantity):
        return "about"
    money = quantity.kind == "money"
    return (
        _apart(tokens, end)
        or (_behind_rate(tokens, end, money=money) if word in RATES else None)
        or (_behind_extras(tokens, end) if money else None)
        or _behind_noun(tokens, end)
    )


def _behind_rate(tokens: Tokens, at: int, *, money: bool) -> str | None:
    """'1,800 €/m² and not a cent more', '£90 per night, tops'."""
    words = tokens.words
    if at + 1 >= len(words):
        return None
    if words[at] in ("/", "per") or (words[at] in ("a", "an") and money):
        unit = unit_at(words, at + 1)
        end = unit[1] if unit is not None else at + 2
    elif words[at] in ("each", "apiece"):
        end = at + 1
    elif words[at : at + 2] in (["all", "in"], ["in", "total"], ["in", "all"]):
        end = at + 2
    else:
        return None
    phrase = phrase_behind(words, end)
    if phrase is not None and words[end] not in wordlist("joined_only"):
        return phrase[0] if _stops(tokens, phrase[1]) else None
    return _apart(tokens, end)


RATES = frozenset({"/", "per", "a", "an", "each", "apiece", "all", "in"})


def _behind_extras(tokens: Tokens, at: int) -> str | None:
    """'£75 including delivery, at the very most', '€40k before tax, tops'."""
    words = tokens.words
    if words[at] not in EXTRAS:
        return None
    for place in range(at + 1, min(at + EXTRA_REACH, len(words))):
        if words[place] == ",":
            return _apart(tokens, place)
        dotted = words[place] == "." and tokens.gaps[place] == ""
        if tokens.kinds[place] != WORD and not dotted:
            return None
    return None


EXTRA_REACH = 6
EXTRAS = wordset("bounds", "extras")


def _adds(tokens: Tokens, quantity: Quantity, start: int, end: int) -> bool:
    """'£1,200 plus VAT', '5 kg + battery': what is added, and no bound; but '$1m+ budget'."""
    if tokens.words[start] not in ("plus", "+") or quantity.kind == "count" or end >= len(tokens):
        return False
    apart = tokens.words[start] == "plus" or tokens.gaps[start] != ""
    if tokens.words[end] == "on" and tokens.gaps[end + 1 : end + 2] == ["-"]:
        # "NZ$34,990 plus on-roads".
        return True
    added = tokens.words[end] not in function_words() or tokens.words[end] in OWN
    return apart and tokens.kinds[end] == WORD and added


OWN = frozenset({"its", "our", "my", "their", "your", "his", "her", "the", "some"})


def phrase_behind(words: list[str], start: int) -> tuple[str, int] | None:
    """The longest phrase that starts at `start`: its bound, and the token behind it."""
    seconds = _openers().get(words[start]) if start < len(words) else None
    if seconds is None:
        return None
    if "" not in seconds and (start + 1 == len(words) or words[start + 1] not in seconds):
        return None
    known = phrases_behind()
    for size in range(REACH, 0, -1):
        bound = known.get(tuple(words[start : start + size]))
        if bound is None:
            continue
        following = words[start + size] if start + size < len(words) else ""
        if words[start] in ("plus", "+") and (following in "+/-~" or _is_number(following)):
            # "A crew of four plus eight guests", "+/- 2 cm".
            return None if following else (bound, len(words))
        if words[start] == "and" and (following in GOES_ON or _is_number(following)):
            # "1.6 m long and under 30 kg", "and up to 2 m wide" bound the figure behind.
            continue
        return bound, min(start + size, len(words))
    return None


@cache
def _openers() -> dict[str, set[str]]:
    """The first words of the phrases, and which words go on from each; "" where it may end."""
    found: dict[str, set[str]] = {}
    for phrase in phrases_behind():
        found.setdefault(phrase[0], set()).add(phrase[1] if len(phrase) > 1 else "")
    return found


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in STARTS or word in ("a", "an", "or")


def _apart(tokens: Tokens, start: int) -> str | None:
    """Behind a comma or a bracket, with 'and', or as a clause of its own."""
    words = tokens.words
    if start >= len(words):
        return None
    lead = words[start]
    parted = lead in LEADS
    start += parted
    if start >= len(words):
        return None
    if parted:
        phrase = phrase_behind(words, start)
        if phrase is not None and (
            words[start] not in wordlist("joined_only") or _is_cap(tokens, start, phrase[1])
        ):
            if phrase[0] == "max" and _says_neither(words, phrase[1], "under"):
                return None
            ends = CLOSED_BY.get(lead)
            closed = ends is None or words[phrase[1] : phrase[1] + 1] in ([ends], ["."])
            if closed and (words[start] == "give" or _stops(tokens, phrase[1])):
                return phrase[0]
    opens = words[start] in CLAUSE_OPENERS
    return (_refusal(tokens, start) or _predicate(words, start)) if opens else None


CLAUSE_OPENERS = DENYING | wordlist("refusal_openers") | wordlist("copulas") | {"as"}


def _is_cap(tokens: Tokens, start: int, end: int) -> bool:
    """'25 km/h, hard ceiling', '42 dB, cap;': a limit that is all of its clause."""
    if tokens.words[end - 1] not in LIMITS or (end - start == 1 and tokens.words[start] != "cap"):
        return False
    return _closes(tokens, end)


def _closes(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens) or tokens.words[at] in CLAUSE_ENDS


LIMITS = frozenset({"limit", "cap", "ceiling", "bound"})
CLAUSE_ENDS = frozenset(".,;)!\n")


def _refusal(tokens: Tokens, start: int) -> str | None:
    """'no more', 'and not a gram over', 'but certainly not any heavier'."""
    words = tokens.words
    if words[start] not in DENYING and words[start] not in wordlist("refusal_openers"):
        return None
    at = start
    while at < start + 2 and words[at : at + 1] != [] and words[at] in wordlist("refusal_openers"):
        at += 1
    if words[at : at + 1] == [] or words[at] not in DENYING:
        return None
    whole = words[at + 1 : at + 2] != [] and words[at + 1] in ("a", "an", "one", "single")
    limit = min(len(words), at + WORDS_OF_A_REFUSAL + 3 * whole)
    for place in range(at + 1, limit):
        if tokens.kinds[place] != WORD:
            return None
        for bound, name in (("max", "over"), ("min", "under")):
            if words[place] in wordlist(name):
                if _says_neither(words, place + 1, "under" if name == "over" else "over"):
                    return None
                if words[place + 1 : place + 2] in (["or"], ["nor"]):
                    # "Not a millimetre more or less" is exact.
                    return None
                ends = words[place + 1 : place + 2] != ["than"] or _than(words, place)
                return bound if ends and not is_figure(tokens, place + 1) else None
    return None


def _says_neither(words: list[str], at: int, other: str) -> bool:
    """'2.1 m, no more, no less' is exact."""
    at += words[at : at + 1] == [","]
    at += words[at : at + 1] == ["and"]
    return words[at : at + 1] in (["no"], ["not"]) and not wordlist(other).isdisjoint(
        words[at + 1 : at + 2]
    )


def is_figure(tokens: Tokens, at: int) -> bool:
    """Whether a number or an amount of money starts at `at`: 'never above €549'."""
    if at >= len(tokens):
        return False
    word = tokens.words[at]
    return word[0].isdigit() or word in STARTS or word in SIGNS


SIGNS = frozenset("€£$₹¥~<>≤≥")
GOES_ON = SIGNS | {
    "of",
    "to",
    "all",
    "about",
    "around",
    "roughly",
    "approximately",
    "approx",
    "than",
}


def _than(words: list[str], at: int) -> bool:
    """'no more than that' speaks of this figure, 'no more than 3 kg' of the next one."""
    return words[at + 2 : at + 3] in (["that"], ["this"])


def _predicate(words: list[str], start: int) -> str | None:
    """'is the absolute limit', 'would be our maximum', 'as the upper limit'."""
    at = start
    if words[at] == "as" or words[at] in wordlist("copulas"):
        while words[at : at + 1] != [] and at < start + 6:
            word = words[at]
            for bound in ("max", "min"):
                if word in wordlist(f"ends_{bound}") and at > start:
                    return bound
            if word not in wordlist("copulas") and word not in wordlist("predicate_fillers"):
                return None
            at += 1
    return None


def _behind_noun(tokens: Tokens, at: int) -> str | None:
    """'4 bedrooms minimum', '£20 a month tops', '200 seats, no more': at the end of the clause."""
    words = tokens.words
    for place in range(at, min(at + NOUNS_BETWEEN, len(words))):
        word = words[place]
        if tokens.kinds[place] != WORD or word in STARTS:
            return None
        them = word in PRONOUNS and words[place - 1] == "of"
        linked = word in LINKS and tokens.kinds[at] == WORD
        if word in function_words() and not (them or linked):
            return None
        if word in wordlist("negators") or word in CLAUSES:
            return None
        if word == "on" and words[place + 1 : place + 2] in (["max"], ["min"], ["maximum"]):
            # "12 minutes on max": how it runs.
            return None
        following = place + 1
        phrase = phrase_behind(words, following)
        if phrase is not None and words[following] == "and" and _closes(tokens, phrase[1]):
            # "40 h of playback and over".
            return phrase[0]
        if phrase is not None and words[following] not in wordlist("joined_only"):
            return phrase[0] if _stops(tokens, phrase[1]) else None
        if words[following : following + 1] == [","]:
            return _apart(tokens, following)
    return None


LINKS = frozenset(["to", "a", "an", "per", "each", "of", "the", "in", "for", "on", "between"])
PRONOUNS = frozenset(["them", "these", "those"])
CLAUSES = frozenset(["needs", "must", "should", "with"])


def _stops(tokens: Tokens, at: int) -> bool:
    """Whether the clause ends here."""
    if at >= len(tokens):
        return True
    word = tokens.words[at]
    return (tokens.kinds[at] == MARK and word not in "$€£~<>≤≥") or word in wordlist("goes_on")

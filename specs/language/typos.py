"""Typing errors: a word nobody uses, one slip away from exactly one word we know."""

from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from specs.knowledge import FOLDER, listed, table, wordset
from specs.language.lexicon import known_words, use_names
from specs.language.number_words import PARTS, STARTS
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.units import spellings
from specs.language.words import describing_words, function_words, lemma, word_class

SHORTEST, LONGEST = 5, 29
LONG = 8
"""From this length on two slips are still unambiguous."""
COMMON_WORDS: Path = FOLDER / "common_words.txt"
RARE_WORDS: Path = FOLDER / "rare_words.txt"


@cache
def common_words() -> frozenset[str]:
    return frozenset(COMMON_WORDS.read_text(encoding="utf-8").split())


@cache
def existing_words() -> frozenset[str]:
    """Common and rare: what exists is no slip, though only a common word is what one slips from."""
    return common_words() | frozenset(RARE_WORDS.read_text(encoding="utf-8").split())


@cache
def _by_first() -> dict[str, list[str]]:
    """What a slip may have been: our words by their first letter, which people rarely miss."""
    groups: dict[str, list[str]] = {}
    extra = wordset("typos", "extra") | (STARTS - PARTS.keys())
    common = common_words()
    for word in known_words() | extra:
        # Short forms ("bedrm") are typed on purpose: nobody slips into or out of them.
        if len(word) >= SHORTEST - 1 and word.isalpha() and (word in common or len(word) >= LONG):
            groups.setdefault(word[0], []).append(word)
    return groups


@cache
def _of_about_this_length(first: str, length: int, allowed: int) -> list[str]:
    """Of the words with this first letter those that so many slips can reach."""
    return [word for word in _by_first().get(first, ()) if abs(len(word) - length) <= allowed]


@cache
def _names() -> frozenset[str]:
    closed = (
        function_words() | describing_words() | frozenset(spellings())
        | word_class("verbs") | word_class("adverbs") | word_class("labels") | _without()
        | frozenset(use_names()) | frozenset(listed(table("scope")["designators"]))
    )  # fmt: skip
    return frozenset(closed)


def _without() -> frozenset[str]:
    """'Unheated', 'armless': words of our own that say what is missing."""
    return frozenset(word for words in table("scope")["less"].values() for word in listed(words))


_CACHE: dict[str, str | None] = {}


def correction(word: str) -> str | None:
    if word not in _CACHE:
        if len(_CACHE) > 20_000:
            _CACHE.clear()
        _CACHE[word] = _correct(word)
    return _CACHE[word]


def _correct(word: str) -> str | None:
    if word in _names() or word in existing_words() or word.endswith(("board", "boards")):
        # "Fretboard", "kickboard": what is compounded with a board is no slip for another one.
        return None
    folded = lemma(word)
    if folded in existing_words() or folded in _names() or _is_made_of_words(word):
        return None
    allowed = 2 if len(word) >= LONG else 1
    near: dict[str, int] = {}
    for written in {folded, word}:
        candidates = _of_about_this_length(word[0], len(folded), allowed)
        for candidate, distance, _ in process.extract(
            written, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=None
        ):
            near[candidate] = min(distance, near.get(candidate, distance))
    closest = min(near.values(), default=0)
    best = [candidate for candidate, distance in near.items() if distance == closest]
    if len(best) != 1 or closest == 0:
        return None
    # A plain ending is a form of the word, no slip: "slated" is not "slate".
    if word.startswith(best[0]) or (closest == 2 and len(best[0]) < LONG):
        return None
    if closest == 2 and word[: len(word) - 4] == best[0][: len(word) - 4]:
        # Another ending is another form: "recirculating" is no slip for "recirculation".
        return None
    return best[0]


ENDINGS = ("less", "ing", "ers", "er", "ed", "d")
PART = 4
"""Letters of a word that others are made of; shorter ones stand at the ends of slips too."""


def _is_made_of_words(word: str) -> bool:
    """'Stalkless', 'birders', 'coved', 'chainring': what words that exist are made into is no slip
    for another one, though nobody has put it down."""
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= PART and _exists(stem):
            return True
    parts = range(PART, len(word) - PART + 1)
    return any(_exists(word[:at]) and _exists(word[at:]) for at in parts)


def _exists(word: str) -> bool:
    # The lists of words begin at five letters; ours know the short ones that count here.
    return word in common_words() or word in known_words()


def _is_name(tokens: Tokens, at: int) -> bool:
    """'The market in Stockport': a capital behind a word without one, in the same sentence."""
    if not at or tokens.kinds[at - 1] != WORD or not tokens.gaps[at].isspace():
        return False
    written, ahead = tokens.quote(at, at + 1), tokens.quote(at - 1, at)
    return written[0].isupper() and not written.isupper() and ahead[0].islower()


@cache
def _long_units() -> dict[str, str]:
    """The units of one long word, and which unit each of them spells."""
    return {
        form[0]: unit.name
        for forms in spellings().values()
        for form, unit in forms
        if len(form) == 1 and len(form[0]) >= SHORTEST and form[0].isalpha()
    }


@cache
def unit_meant(word: str) -> str | None:
    """'12 meteres', '10 kilowats': behind a figure a slip of one unit is that unit."""
    if word in existing_words() or word in spellings():
        return None
    allowed = 2 if len(word) > LONG else 1
    near = {
        form: OSA.distance(word, form, score_cutoff=allowed)
        for form in _long_units()
        if form[0] == word[0] and abs(len(form) - len(word)) <= allowed
    }
    near = {form: distance for form, distance in near.items() if distance <= allowed}
    closest = min(near.values(), default=0)
    best = sorted(form for form, distance in near.items() if distance == closest)
    return best[0] if len({_long_units()[form] for form in best}) == 1 else None


def correct(tokens: Tokens) -> list[tuple[int, str]]:
    """Set the lemma of each mistyped word right; answers with what was read how."""
    known, found = known_words(), []
    for at in [at for at, word in enumerate(tokens.lemmas) if word not in known]:
        word = tokens.words[at]
        if tokens.kinds[at] != WORD:
            continue
        if not SHORTEST <= len(word) <= LONGEST or not word.isascii() or "'" in word:
            continue
        counted = at and (tokens.kinds[at - 1] == NUMBER or tokens.words[at - 1] in STARTS)
        better = (unit_meant(word) if counted else None) or correction(word)
        if better is not None and not _is_name(tokens, at):
            tokens.lemmas[at] = tokens.words[at] = better
            found.append((at, better))
    if found:
        tokens.reworded()
    return found

"""What introduces a noun: a request, a preposition, a possessive, or nothing."""

from specs.extraction.kind.nouns import FARTHEST, is_kind
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.tokens import MARK, NUMBER

IN_PHRASE = wordset("kind", "in_phrase")

REQUESTS = wordset("kind", "requests")

IS = wordset("kind", "is")

# What a request is for, and what only names its paper: "plans for a house".
LIGHT = wordset("kind", "light")

TRANSPARENT = wordset("kind", "transparent")

BESIDE = wordset("kind", "beside")


def opening_of(doc: Document, at: int) -> tuple[int, int]:
    """The start of the noun phrase around `at`, and the word in front of it (or -1)."""
    words, measured = doc.words, False
    first = at - 1 - FARTHEST
    at -= 1
    while at >= 0:
        if at < first:
            return at + 1, at
        word = words[at]
        if doc.quantity_at[at] is not None or doc.kinds[at] == NUMBER:
            measured = True
        elif measured and is_kind(doc, at):
            # "smoothie blender, 400 ml cup": the number starts another phrase.
            return at + 1, at
        elif doc.kinds[at] == MARK:
            steps = _passes(doc, at)
            if not steps:
                return at + 1, -1
            at -= steps
            continue
        elif word in STOPS and not _inside(doc, at):
            return at + 1, at
        elif word in ARTICLES and words[at - 3 : at - 2] == ["for"] and words[at - 2] in OWNED_BY:
            # "Erect for the lessee a clinic", "build for my mother a cottage".
            return at, at - 4
        at -= 1
    return 0, -1


ARTICLES = frozenset({"a", "an"})
OWNED_BY = frozenset({"the", "my", "our", "his", "her", "their"})


def _passes(doc: Document, at: int) -> int:
    """How many tokens a mark inside a phrase takes; 0 where it ends the phrase."""
    word, before = doc.words[at], doc.words[at - 1] if at else ""
    if word == "," and _adjectival(doc, at):
        return 1
    if word == "'" and before.endswith("s"):
        # "Kids' tablet".
        return 1
    if word == "+" and before in ("g", "ground"):
        return 2
    measured = at > 0 and doc.quantity_at[at - 1] is not None
    return 1 if word == '"' or (measured and word in "'-×~≤<") else 0


def _inside(doc: Document, at: int) -> bool:
    """Words that stand inside a noun phrase although they could end one elsewhere."""
    word, gaps = doc.words[at], doc.tokens.gaps
    if word in IN_PHRASE or (word == "of" and at and doc.words[at - 1] in TRANSPARENT):
        return True
    # "over-ear", "off-road": joined to the noun, no preposition of its own.
    return gaps[at] == "-" or (at + 1 < len(doc.words) and gaps[at + 1] == "-")


def _adjectival(doc: Document, at: int) -> bool:
    """The comma of 'an 85 m, 18-storey tower': the first measure describes the same noun."""
    quantity = doc.quantity_at[at - 1] if at else None
    return quantity is not None and doc.words[quantity.first - 1 : quantity.first] in (
        ["a"],
        ["an"],
    )


STOPPERS = wordset("kind", "stoppers")
STOPS = BESIDE | REQUESTS | IS | STOPPERS


def introduction_score(doc: Document, start: int, ahead: int, *, named: bool) -> float:
    """What stands in front says whether a noun is asked for, or only mentioned."""
    words = doc.words
    if ahead < 0:
        if start > 1 and words[start - 1] in VALUED and words[start - 2] in NAMES_OF_KIND:
            # "Type: small hotel", "vehicle=pickup".
            return 6.0
        if start < CALLS and all(w in INTERJECTIONS or not w[0].isalnum() for w in words[:start]):
            # "Hmm, a stable for our ponies".
            return 6.0
        headed = named and _is_headed(doc, start)
        return 6.0 if headed else _unintroduced(words[start - 1] if start else "")
    word, previous = words[ahead], words[ahead - 1] if ahead else ""
    if words[ahead + 1] == "use" and word in ("could", "can", "might"):
        # "Our clinic could use a printer".
        return 6.0
    made_for = word in ("me", "us") and previous in MAKING
    if word in REQUESTS or f"{previous} {word}" in REQUESTING or made_for:
        # "Build me shelving for it".
        return 6.0
    if previous in ("us", "me") and ahead > 1:
        # "The museum asked us for an audio guide".
        previous = words[ahead - 2]
    if (previous in LIGHT and word in ("for", "of")) or _is_stated_for(words, ahead):
        return 5.0 if word == "for" else 3.0
    if word == "of" and doc.lemmas[ahead - 1] in LEVELS:
        # "Twenty-two storeys of offices".
        return 4.0
    if word in IS:
        return _stated(word, words[max(0, ahead - 4) : ahead])
    if word == "between" and previous in CROSSES:
        # "Something between a tablet and a picture frame".
        return 3.0
    if word in BESIDE:
        return -7.0
    return OTHERS.get(word, -0.5)


def _is_stated_for(words: list[str], ahead: int) -> bool:
    """'The brief is for a chapel'."""
    said = words[ahead] == "for" and words[ahead - 1] in IS
    return said and ahead > 1 and words[ahead - 2] in LIGHT


def _is_headed(doc: Document, start: int) -> bool:
    """'Schedule of areas, village school: …', 'Memo, 3 May - a boathouse': a title of the paper in
    front of what it is about."""
    if not 1 < start <= LONGEST_TITLE or doc.words[start - 1] not in TITLE_ENDS:
        return False
    if PAPERS.isdisjoint(doc.lemmas[: min(start, TITLE_WORDS)]):
        return False
    return not any(is_kind(doc, at) for at in range(start)) and "." not in doc.words[:start]


LONGEST_TITLE, TITLE_WORDS = 10, 3
TITLE_ENDS = frozenset(",:—-|\n")
PAPERS = wordset("kind", "papers")
MAKING = frozenset({"build", "make", "design", "draw", "sketch", "craft"})
CALLS = 5
VALUED = frozenset({":", "="})
"""Between a label and its value."""
INTERJECTIONS = wordset("kind", "interjections")
REQUESTING = wordset("kind", "requests_of_two_words")
NAMES_OF_KIND = wordset("kind", "labels")
LEVELS = frozenset({"story", "floor", "level"})
CROSSES = frozenset({"something", "cross", "halfway", "somewhere", "mix", "hybrid", "midway"})
OTHERS = {"we": -2.0, "i": -2.0, "and": -3.0, "or": -3.0, "cum": -3.0}


def _unintroduced(mark: str) -> float:
    """At the start of the prompt, of a sentence, behind a colon, or an item of a list."""
    if not mark:
        return 6.0
    if mark in ".!?\n;":
        return 2.5
    return 0.5 if mark == ":" else -2.0


WANTED = wordset("kind", "wanted")


def _stated(word: str, subject: list[str]) -> float:
    """'The plan is a house' asks for one; 'we are a school' does not."""
    if not WANTED.isdisjoint(subject):
        # "What we need is a table".
        return 6.0
    if any(person in subject for person in ("we", "i", "they")):
        return 1.0
    return 3.5 if word in ("is", "be", "this", "it's") else 0.5

"""Design type and category: the head noun of what is asked for, not the first keyword."""

from specs.knowledge import vocabulary, wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, KIND, SPACE, lexicon, snake
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.language.tokens import MARK, NUMBER, WORD
from specs.language.words import describing_words

IN_PHRASE = wordset("kind", "in_phrase")

GENERAL = "general"
REQUESTS = wordset("kind", "requests")
IS = wordset("kind", "is")
# What a request is for, and what only names its paper: "plans for a house".
LIGHT = wordset("kind", "light")
TRANSPARENT = wordset("kind", "transparent")
BESIDE = wordset("kind", "beside")
LIGHT_NOUNS = wordset("kind", "light_nouns")
FARTHEST = 40
"""Tokens to look through for what introduces a noun."""
GENERIC_PENALTY = 3.0


def kinds(doc: Document) -> list[Subject]:
    """Every reading of what is asked for, the best first."""
    found: list[Subject] = []
    for mention in doc.mentions:
        entries = [e for e in mention.entries if e.table == KIND]
        if not entries and mention.last - mention.first > 1:
            mention, entries = _ending(doc, mention)
        found.extend(_scored(doc, mention, entry) for entry in entries)
    home = _home(doc)
    if home is not None and not any(k.category == "house" and k.score > 0 for k in found):
        found.append(home)
    found.sort(key=lambda k: (-k.score, k.first))
    return found


def _home(doc: Document) -> Subject | None:
    """'4 bed / 3.5 bath, 3,100 sqft': bedrooms and bathrooms make a house without the word."""
    counted: dict[str, Mention] = {}
    for mention in doc.mentions:
        entry = mention.entry(SPACE)
        if entry is not None and mention.first and doc.quantity_at[mention.first - 1] is not None:
            counted.setdefault(entry.name, mention)
    if "bedroom" not in counted or "bathroom" not in counted:
        return None
    first = counted["bedroom"]
    return Subject("building", "house", first.first, first.first, 11.0, 0.7)


def _drawers_behind(doc: Document, at: int) -> bool:
    """'chest of five drawers'."""
    behind = doc.lemmas[at : at + 5]
    return behind[:1] == ["of"] and "drawer" in behind


def _ending(doc: Document, mention: Mention) -> tuple[Mention, list[Entry]]:
    """'triple garage' is a room's name; its last word is a kind all the same."""
    for first in range(mention.first + 1, mention.last):
        for last, entries in lexicon().all_at(doc.lemmas, first, mention.last):
            kinds = [e for e in entries if e.table == KIND]
            if last == mention.last and kinds:
                return Mention(mention.first, mention.last, entries), kinds
    return mention, []


def _category(doc: Document, mention: Mention, entry: Entry) -> str:
    """A kind that the vocabulary lacks is called what the prompt calls it (rule 15)."""
    category, design_type = entry.name, entry.detail
    if category == "chest" and _drawers_behind(doc, mention.last):
        return "dresser"
    if category in vocabulary()["categories"][design_type]:
        return category
    words = [w for w in doc.lemmas[mention.first : mention.last] if w not in OF_NO_NAME]
    return snake(" ".join(words)) or category


# Words in front of a kind that say how it is, not what it is.
OF_NO_NAME = wordset("kind", "of_no_name")


def read_kind(doc: Document, design_type: str | None = None) -> Subject | None:
    """The best reading; with `design_type` the best one of that type."""
    found = kinds(doc)
    if design_type is not None:
        found = [k for k in found if k.design_type == design_type]
    if not found:
        return None
    best = _specified(doc, found)
    rivals = [k.score for k in found if k.design_type != best.design_type]
    margin = best.score - max(rivals, default=best.score - 10)
    confidence = 0.95 if margin >= 4 else 0.8 if margin >= 1 else 0.6
    alternative = None
    if margin < 1:
        alternative = next(k.design_type for k in found if k.design_type != best.design_type)
    return Subject(
        best.design_type, best.category, best.first, best.last, best.score, confidence, alternative
    )


def _specified(doc: Document, found: list[Subject]) -> Subject:
    """'Research laboratory building', 'block of 24 flats': a general head takes its kind from the
    noun before it or behind its 'of'."""
    best = found[0]
    if best.category != GENERAL:
        return best
    for other in found:
        if other.category == GENERAL or other.design_type != best.design_type:
            continue
        if other.last <= best.first and _joined(doc, other.last, best.first):
            return Subject(best.design_type, other.category, other.first, best.last, best.score)
        behind = [w for w in doc.words[best.last : other.first] if w not in ("a", "an", "the")]
        if (
            behind[:1] in (["of"], ["for"])
            and other.first - best.last <= 5
            and _near(doc, best.last, other.first)
        ):
            if behind[0] == "of":
                return Subject(best.design_type, other.category, best.first, other.last, best.score)
    return best


def _joined(doc: Document, first: int, last: int) -> bool:
    return (
        all(doc.kinds[i] == WORD and doc.words[i] not in BESIDE for i in range(first, last))
        and last - first <= 2
    )


def _near(doc: Document, first: int, last: int) -> bool:
    return all(doc.kinds[i] != MARK for i in range(first, last))


def _scored(doc: Document, mention: Mention, entry: Entry) -> Subject:
    design_type, category = entry.detail, _category(doc, mention, entry)
    score = 10.0
    if doc.is_aside(mention.first, mention.last) or doc.is_negated(mention.first, mention.last):
        score -= 20
    if category == GENERAL:
        score -= GENERIC_PENALTY if design_type != GENERAL else 1.5
    score += min(mention.last - mention.first, 3) * 0.4
    score -= doc.sentence[mention.first] * 0.8 + mention.first * 0.02
    score += _continued(doc, mention) + _needs_another(doc, mention)
    if (
        doc.lemmas[mention.last - 1] in LIGHT_NOUNS
        and mention.first
        and _is_kind(doc, mention.first - 1)
    ):
        score -= 5.0
    if (
        category == "bed"
        and mention.last - mention.first == 1
        and doc.quantity_at[mention.first - 1] is not None
        and mention.first
    ):
        # "4 bed house", "2 bed 1 bath": a count of bedrooms.
        score -= 9.0
    start, ahead = _opening(doc, mention.first)
    score += _introduced(doc, start, ahead)
    if doc.segment[mention.first] == 0:
        score += 1.0
    return Subject(design_type, category, mention.first, mention.last, score)


def _is_compound(doc: Document, at: int) -> bool:
    """Whether a light noun is the end of a kind's own name: 'espresso machine'."""
    mention = doc.mention_at[at]
    return mention is not None and mention.last - mention.first > 1 and _is_kind(doc, at)


def _is_feature(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return (
        mention is not None and mention.entry(FEATURE) is not None and mention.entry(KIND) is None
    )


def _is_kind(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return mention is not None and mention.entry(KIND) is not None


def _needs_another(doc: Document, mention: Mention) -> float:
    """'Our studio needs a table': the subject of the wish is not what is wished for."""
    at = mention.last
    end = min(len(doc), at + FARTHEST)
    while at < end and doc.sentence[at] == doc.sentence[mention.first] and doc.words[at] != ",":
        if doc.words[at] in NEEDS:
            behind = range(at + 1, min(at + 8, len(doc)))
            if any(_is_kind(doc, i) and doc.sentence[i] == doc.sentence[at] for i in behind):
                return -6.0
        at += 1
    return 0.0


NEEDS = wordset("kind", "needs")


def _continued(doc: Document, mention: Mention) -> float:
    """A noun behind makes this one its modifier: 'garage door', 'laptop stand'."""
    at = mention.last
    if at >= len(doc) or doc.kinds[at] != WORD:
        return 0.0
    end = phrase_end(doc.tokens, at)
    if end == at:
        return 0.0
    following = [
        i
        for i in range(at, end)
        if doc.words[i] not in describing_words() and not _is_feature(doc, i)
    ]
    if not following:
        return 0.0
    if doc.lemmas[end - 1] in LIGHT_NOUNS and not _is_compound(doc, end - 1):
        return -0.5
    for i in following:
        other = doc.mention_at[i]
        if other is not None and other.entry(KIND) is not None:
            return -7.0
    return -0.5 if doc.words[end - 1] in LIGHT else -3.0


def _opening(doc: Document, at: int) -> tuple[int, int]:
    """The start of the noun phrase around `at`, and the word in front of it (or -1)."""
    words = doc.words
    at -= 1
    measured = False
    limit = at - FARTHEST
    while at >= 0:
        if at < limit:
            return at + 1, at
        word = words[at]
        if doc.quantity_at[at] is not None or doc.kinds[at] == NUMBER:
            at -= 1
            measured = True
            continue
        if measured and _is_kind(doc, at):
            # "smoothie blender, 400 ml cup": the number starts another phrase.
            return at + 1, at
        if doc.kinds[at] == MARK and not (word == "," and _adjectival(doc, at)):
            if word == "'" and at and doc.words[at - 1].endswith("s"):
                # "Kids' tablet".
                at -= 1
                continue
            if word == "+" and at and doc.words[at - 1] in ("g", "ground"):
                at -= 2
                continue
            if (
                word in "'\"-×~≤<" and at > 0 and doc.quantity_at[at - 1] is not None
            ) or word == '"':
                at -= 1
                continue
            return at + 1, -1
        if word in IN_PHRASE:
            at -= 1
            continue
        if word in ("of",) and at and words[at - 1] in TRANSPARENT:
            at -= 1
            continue
        if word == "," and _adjectival(doc, at):
            at -= 1
            continue
        if doc.tokens.gaps[at] == "-" or (at + 1 < len(doc) and doc.tokens.gaps[at + 1] == "-"):
            # "over-ear", "off-road": joined to the noun, no preposition of its own.
            at -= 1
            continue
        if word in BESIDE or word in REQUESTS or word in IS or word in STOPPERS:
            return at + 1, at
        at -= 1
    return 0, -1


def _adjectival(doc: Document, at: int) -> bool:
    """The comma of 'an 85 m, 18-storey tower': the first measure describes the same noun."""
    quantity = doc.quantity_at[at - 1] if at else None
    return quantity is not None and doc.words[quantity.first - 1 : quantity.first] in (
        ["a"],
        ["an"],
    )


STOPPERS = wordset("kind", "stoppers")


def _introduced(doc: Document, start: int, ahead: int) -> float:
    words = doc.words
    if ahead < 0:
        if start == 0:
            return 6.0
        before = words[start - 1]
        if before in ".!?\n;":
            return 2.5
        return 0.5 if before == ":" else -2.0
    word = words[ahead]
    previous = words[ahead - 1] if ahead else ""
    if word in REQUESTS:
        return 6.0
    if word == "for" and previous in LIGHT:
        return 5.0
    if word == "of" and previous in LIGHT:
        return 3.0
    if word in IS:
        subject = words[max(0, ahead - 4) : ahead]
        if "we" in subject or "i" in subject or "they" in subject:
            return 1.0
        return 3.5 if word == "is" or word == "be" or word == "this" or word == "it's" else 0.5
    if word in BESIDE:
        if word == "of" and previous in ("design", "drawing", "model"):
            return 3.0
        return -7.0
    if word == "we" or word == "i":
        return -2.0
    if word in ("and", "or"):
        return -3.0
    return -0.5

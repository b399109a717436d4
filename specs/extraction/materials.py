"""Materials with their kind and where they go: 'oak legs', 'facade in glass', 'S355 steel frame'."""

from dataclasses import dataclass, replace
from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import FEATURE, FREE, KIND, MATERIAL, SPACE, use_names
from specs.language.noun_phrases import breaking_words, phrase_end, phrase_start
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, word_class

HANDLES = wordset("materials", "handles")
ARTICLES = wordset("materials", "articles")
JOINED_USES = wordset("materials", "joined_uses")
USE_ADJECTIVES = wordset("materials", "use_adjectives")
CARRIERS = wordset("materials", "carriers")
NO_PLACE = wordset("materials", "no_place")

GENERIC_WOOD = wordset("materials", "generic_wood")
OF = wordset("materials", "of")
BEFORE_MADE = wordset("materials", "made") | wordset("materials", "before_made")
MADE = wordset("materials", "made")


@dataclass(frozen=True, slots=True)
class Stuff:
    type: str
    grade: str | None
    use: str | None
    evidence: Evidence
    grade_evidence: Evidence | None
    use_evidence: Evidence | None


@cache
def _limits() -> dict[str, frozenset[str]]:
    return {word: frozenset(types) for word, types in table("materials")["only"].items()}


@cache
def _not_uses() -> frozenset[str]:
    words = listed(table("features")["not_features"])
    kept = frozenset(
        [
            "body",
            "frame",
            "floor",
            "top",
            "side",
            "front",
            "back",
            "base",
            "part",
            "unit",
            "level",
            "corner",
            "edge",
            "roof",
            "bottom",
            "wood",
            "end",
            "range",
            "battery",
            "room",
            "area",
        ]
    )
    return frozenset(words) - kept | word_class("colors") | NEVER_USES


NEVER_USES = wordset("materials", "never_uses")
LOOKS = wordset("materials", "looks")


def read_materials(doc: Document, subject: Subject) -> list[Stuff]:
    found: list[Stuff] = []
    done = -1
    for mention in doc.mentions:
        entry = mention.entry(MATERIAL)
        if entry is None or mention.first < done or not doc.is_free(mention.first, mention.last):
            continue
        if not _is_material(doc, subject, mention):
            continue
        name, grade, last = _with_grade(doc, mention, entry)
        done = last
        if _grades_previous(doc, mention, name, grade, found):
            continue
        uses = _uses(doc, subject, mention.first, last)
        type_evidence = Evidence(mention.first, last)
        grade_evidence = Evidence(grade[1], grade[2]) if grade else None
        for use, first, end in uses or [(None, 0, 0)]:
            found.append(
                Stuff(
                    name,
                    grade[0] if grade else None,
                    use,
                    type_evidence,
                    grade_evidence,
                    Evidence(first, end, 0.9) if use else None,
                )
            )
            if use:
                doc.take(first, end)
        doc.take(mention.first, last)
    return _distinct(found)


def _grades_previous(
    doc: Document,
    mention: Mention,
    name: str,
    grade: tuple[str, int, int] | None,
    found: list[Stuff],
) -> bool:
    """'glulam beams (GL24h)': a code in brackets is the grade of the material before it."""
    if (
        grade is None
        or not found
        or mention.first == 0
        or doc.words[mention.first - 1] not in ("(", ",")
    ):
        return False
    last = found[-1]
    if last.type != name or last.grade is not None or not any(c.isdigit() for c in grade[0]):
        return False
    found[-1] = replace(last, grade=grade[0], grade_evidence=Evidence(grade[1], grade[2]))
    doc.take(mention.first, mention.last)
    return True


def _is_material(doc: Document, subject: Subject, mention: Mention) -> bool:
    phrase = " ".join(doc.lemmas[mention.first : mention.last])
    types = _limits().get(phrase)
    if types is not None and subject.design_type not in types:
        return False
    following = doc.words[mention.last] if mention.last < len(doc) else ""
    if following in LOOKS or doc.words[mention.last : mention.last + 2] == ["-", "look"]:
        return False
    if mention.first < subject.last and subject.first < mention.last:
        return False
    if (
        any(e.table in (KIND,) and e.detail == subject.design_type for e in mention.entries)
        and mention.first <= subject.first < mention.last
    ):
        return False
    before = doc.words[mention.first - 1] if mention.first else ""
    if (following == "free" and doc.tokens.gaps[mention.last] == "-") or before in ("non", "fake"):
        return False
    # Processing plants and mills: "a steel mill", "glass recycling plant", "a cement factory".
    if (
        subject.category == "factory"
        and mention.last <= subject.first
        and all(doc.kinds[i] == WORD for i in range(mention.last, subject.first))
    ):
        return False
    if phrase == "upholstery":
        return False
    return not _lands_in(doc, mention)


def _lands_in(doc: Document, mention: Mention) -> bool:
    """'for plywood sheets', 'cuts steel', 'to store wood': what is handled is not what it is of."""
    at = mention.first - 1
    while at >= 0 and doc.words[at] in describing_words():
        at -= 1
    return at >= 0 and doc.words[at] in HANDLES


def _with_grade(
    doc: Document, mention: Mention, entry: Entry
) -> tuple[str, tuple[str, int, int] | None, int]:
    """Join 'oak timber', 'S355 steel', 'concrete C30/37' into one material with its grade."""
    name, last = entry.name, mention.last
    grade = None
    if entry.detail is not None:
        grade = (_spelled(doc, mention, entry.detail), mention.first, mention.last)
    following = doc.mention_at[last] if last < len(doc) else None
    other = following.entry(MATERIAL) if following is not None and following.first == last else None
    if (other is not None and following is not None and doc.kinds[last] == WORD) or (
        other is not None and following is not None and other.detail is not None
    ):
        if other.name == name:
            if other.detail is not None and grade is None:
                grade = (other.detail, following.first, following.last)
            last = following.last
        elif name in ("wood",) and other.name in ("plywood", "cross_laminated_timber", "glulam"):
            # "birch plywood": the wood is the kind of board.
            name, last = other.name, following.last
        elif entry.detail is not None and other.detail is None and entry.name == other.name:
            last = following.last
    elif last + 1 < len(doc) and doc.words[last] == "(":
        inner = doc.mention_at[last + 1]
        inside = inner.entry(MATERIAL) if inner is not None and inner.first == last + 1 else None
        if (
            inside is not None
            and inside.name == name
            and inside.detail
            and grade is None
            and inner is not None
        ):
            grade = (inside.detail, inner.first, inner.last)
    return name, grade, last


def _spelled(doc: Document, mention: Mention, grade: str) -> str:
    """A code keeps the prompt's own capitals: 6061-T6, C30/37."""
    quoted = doc.tokens.quote(mention.first, mention.last)
    if any(c.isdigit() for c in grade) and grade.lower() in quoted.lower():
        at = quoted.lower().index(grade.lower())
        return quoted[at : at + len(grade)]
    return grade


def _uses(doc: Document, subject: Subject, first: int, last: int) -> list[tuple[str, int, int]]:
    behind = _use_behind(doc, subject, last)
    if behind is not None:
        return behind
    before = _use_before(doc, subject, first)
    if before is not None:
        return [before]
    shared = _use_of_list(doc, subject, first, last)
    return [shared] if shared is not None else []


def _use_behind(doc: Document, subject: Subject, last: int) -> list[tuple[str, int, int]] | None:
    """The noun phrase that goes on behind the material; None where none does."""
    size = len(doc)
    at = last
    if at < size and doc.words[at] in ("and", "or"):
        return None
    if at < size and doc.words[at] in ("for", "on", "over") and at + 1 < size:
        # "stainless steel for the worktops", "oak for the floors".
        start = at + 1
        while start < size and doc.words[start] in ARTICLES:
            start += 1
        use = _noun(doc, subject, start)
        if use is None:
            return None
        named = doc.words[at + 1] in ("the", "all") or use[0] in use_names().values()
        return [use] if named else None
    if (
        at >= size
        or doc.kinds[at] != WORD
        or (doc.tokens.gaps[at] == "-" and doc.words[at] not in JOINED_USES)
    ):
        if at < size and doc.kinds[at] == WORD and doc.tokens.gaps[at] == "-":
            return (
                _use_behind(doc, subject, at + 1)
                if doc.words[at] in ("look", "based", "reinforced")
                else ([u] if (u := _noun(doc, subject, at)) else None)
            )
        return None
    use = _noun(doc, subject, at)
    if use is None:
        return None
    uses = [use]
    end = use[2]
    if (
        end + 1 < size
        and doc.words[end] in ("and", "&")
        and doc.mention_at[end + 1] is None
        and doc.kinds[end + 1] == WORD
    ):
        # "oak top and legs": one material in two places.
        other = _noun(doc, subject, end + 1)
        if (
            other is not None
            and (
                other[2] >= size
                or doc.kinds[other[2]] == MARK
                or doc.words[other[2]] in breaking_words()
            )
            and _is_part_noun(doc, other)
        ):
            uses.append(other)
    return uses


def _is_part_noun(doc: Document, use: tuple[str, int, int]) -> bool:
    return doc.lemmas[use[2] - 1] in use_names() or doc.lemmas[use[2] - 1] in COMMON_PARTS


COMMON_PARTS = wordset("materials", "common_parts")


def _noun(doc: Document, subject: Subject, at: int) -> tuple[str, int, int] | None:
    """The head of the noun phrase at `at` as a use, unless it is the thing itself."""
    if at >= len(doc) or doc.kinds[at] != WORD:
        return None
    if doc.lemmas[at] in use_names() and doc.words[at] in USE_ADJECTIVES:
        return use_names()[doc.lemmas[at]], at, at + 1
    if doc.words[at] == "clad" or doc.words[at] == "cladded":
        return "facade", at, at + 1
    end = phrase_end(doc.tokens, at)
    stop = at
    while stop < end:
        mention = doc.mention_at[stop]
        if (
            stop > at
            and mention is not None
            and mention.first == stop
            and mention.entry(MATERIAL) is not None
            and mention.entry(KIND) is None
        ):
            break
        stop += 1
    end = stop
    while end > at and (
        doc.words[end - 1] in word_class("adverbs")
        or doc.words[end - 1] in TRAILING
        or doc.words[end - 1] in word_class("colors")
    ):
        end -= 1
    if end == at or (at < subject.last and subject.first < end):
        if (
            end > at
            and subject.first > at
            and doc.lemmas[subject.first - 1] in use_names()
            and subject.first - 1 >= at
            and doc.words[subject.first - 1] in ("framed", "clad")
        ):
            return use_names()[doc.lemmas[subject.first - 1]], subject.first - 1, subject.first
        return None
    noun = doc.lemmas[end - 1]
    if noun in _not_uses() or (
        doc.words[end - 1] in describing_words()
        and noun not in use_names()
        and noun not in COMMON_PARTS
    ):
        return None
    head = doc.mention_at[end - 1]
    if (
        head is not None
        and head.last == end
        and head.entry(KIND) is not None
        and head.entry(KIND).name != "general"
        and head.entry(FREE) is None
        and head.entry(FEATURE) is None
        and noun not in use_names()
        and noun not in COMMON_PARTS
        and head.entry(KIND).detail == subject.design_type
        and head.entry(SPACE) is None
    ):  # type: ignore[union-attr]
        return None
    if end - at >= 2 and doc.lemmas[end - 2] in use_names() and noun in CARRIERS:
        noun = doc.lemmas[end - 2]
    name = _use_name(doc, subject, end - 1)
    if name is not None:
        return name, at, end
    return "_".join(w for w in doc.words[end - 1 : end]), at, end


def _use_name(doc: Document, subject: Subject, at: int) -> str | None:
    """The normal name of a use; a cabinet's front is its front, a building's its facade."""
    noun = doc.lemmas[at]
    if noun in ("front", "exterior") and subject.design_type not in ("building", "appliance"):
        return noun
    if noun == "front" and subject.design_type == "appliance":
        return noun
    return use_names().get(noun)


TRAILING = wordset("materials", "trailing")


def _use_before(doc: Document, subject: Subject, first: int) -> tuple[str, int, int] | None:
    """'facade in glass', 'walls of brick', 'roof: slate', 'frame is oak', 'upholstered in linen'."""
    at = first - 1
    while at >= 0 and (
        doc.words[at] in describing_words()
        or doc.words[at] in ("a", "an", "the", "some")
        or doc.quantity_at[at] is not None
    ):
        at -= 1
    if at < 0:
        return None
    word = doc.words[at]
    if word in OF or word in (":", "=") or word in ("is", "are", "be", "-"):
        before = at - 1
        if word == "with":
            return None
        while before >= 0 and doc.words[before] in BEFORE_MADE:
            if doc.words[before] in ("clad", "faced"):
                return "facade", before, before + 1
            if (
                doc.words[before] in ("upholstered", "covered")
                and subject.design_type == "furniture"
            ):
                return "upholstery", before, before + 1
            if doc.words[before] == "lined":
                return "interior", before, before + 1
            before -= 1
        return _noun_before(doc, subject, before + 1)
    direct = first - 1
    if (
        doc.kinds[direct] == WORD
        and doc.lemmas[direct] in use_names()
        and doc.tokens.gaps[first] == " "
    ):
        # "floor slab C30/37 concrete": the place stands right in front.
        return _noun_before(doc, subject, first)
    return None


def _noun_before(doc: Document, subject: Subject, end: int) -> tuple[str, int, int] | None:
    if end <= 0 or doc.kinds[end - 1] != WORD or doc.words[end - 1] in breaking_words():
        return None
    start = phrase_start(doc.tokens, end)
    if start < subject.last and subject.first < end:
        return None
    noun = doc.lemmas[end - 1]
    if noun in _not_uses() or (
        noun in describing_words() and noun not in use_names() and noun not in COMMON_PARTS
    ):
        return None
    mention = doc.mention_at[end - 1]
    if mention is not None and mention.entry(MATERIAL) is not None and noun not in use_names():
        return None
    if noun in NO_PLACE or (noun == "furniture" and subject.design_type == "furniture"):
        return None
    name = _use_name(doc, subject, end - 1)
    return name or doc.words[end - 1], end - 1, end


def _use_of_list(
    doc: Document, subject: Subject, first: int, last: int
) -> tuple[str, int, int] | None:
    """'glass and aluminium facade', 'facade in glass and aluminium': one place, two materials."""
    if last + 1 < len(doc) and doc.words[last] in ("and", "&", "+", "/"):
        at = last + 1
        while at < len(doc) and (doc.words[at] in describing_words()):
            at += 1
        other = doc.mention_at[at] if at < len(doc) else None
        if other is not None and other.entry(MATERIAL) is not None and other.first == at:
            behind = _use_behind(doc, subject, other.last)
            if behind and doc.words[other.last] not in ("for", "on"):
                return behind[0]
            if behind:
                return behind[0]
    if first >= 2 and doc.words[first - 1] in ("and", "&", "+", "/"):
        other = doc.mention_at[first - 2]
        if other is not None and other.entry(MATERIAL) is not None and other.last == first - 1:
            return _use_before(doc, subject, other.first)
    return None


def _distinct(found: list[Stuff]) -> list[Stuff]:
    """One entry per type and use; a bare repeat of a material says nothing new."""
    kept: list[Stuff] = []
    for item in found:
        if any(
            k.type == item.type
            and k.use == item.use
            and (k.grade == item.grade or item.grade is None)
            for k in kept
        ):
            continue
        if item.use is None and any(
            k.type == item.type and (item.grade is None or k.grade == item.grade) for k in kept
        ):
            continue
        kept.append(item)
    return kept

"""The named kind of a material: oak, ABS, S355, 'birch plywood'."""

from dataclasses import replace

from specs.extraction.materials.stuff import Stuff
from specs.knowledge import vocabulary
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import MATERIAL
from specs.language.phrases import Entry, Mention
from specs.language.tokens import WORD

FIBRES = frozenset({"wool", "cotton", "linen", "silk", "polyester", "hemp", "mohair"})
WEAVES = frozenset(
    {"boucle", "felt", "tweed", "canvas", "twill", "corduroy", "velvet", "chenille", "jersey"}
)
HEADS = frozenset({"fabric", "plastic"})


def grades_previous(
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
    if _is_named_in_bracket(doc, mention, name, last):
        found[-1] = replace(last, grade=grade[0], grade_evidence=Evidence(grade[1], grade[2]))
        doc.take(mention.first, mention.last)
        return True
    if last.type != name or last.grade is not None or not any(c.isdigit() for c in grade[0]):
        return False
    found[-1] = replace(last, grade=grade[0], grade_evidence=Evidence(grade[1], grade[2]))
    doc.take(mention.first, mention.last)
    return True


def _is_named_in_bracket(doc: Document, mention: Mention, name: str, last: Stuff) -> bool:
    """'Timber frame (Douglas fir)', 'plywood hull (okoume)': the kind of what stands before."""
    place = last.use_evidence
    end = max(last.evidence.last, place.last if place is not None else 0)
    if end != mention.first - 1 or doc.words[mention.last : mention.last + 1] != [")"]:
        return False
    same = last.type == name or (name == "wood" and last.type in BOARDS)
    return doc.words[end] == "(" and last.grade is None and same


BOARDS = frozenset({"plywood", "glulam", "cross_laminated_timber", "veneer"})


def with_grade(
    doc: Document, mention: Mention, entry: Entry
) -> tuple[str, tuple[str, int, int] | None, int]:
    """Join 'oak timber', 'S355 steel', 'concrete C30/37' into one material with its grade."""
    name, last = entry.name, mention.last
    grade = None
    if entry.detail is not None:
        grade = (_spelled(doc, mention, entry.detail), mention.first, mention.last)
    following = doc.mention_at[last] if last < len(doc.words) else None
    other = following.entry(MATERIAL) if following is not None and following.first == last else None
    if following is not None and doc.words[last : following.last] == ["masonry"]:
        # "Stone masonry" is no brick.
        return name, grade, following.last
    if (other is not None and following is not None and doc.kinds[last] == WORD) or (
        other is not None and following is not None and other.detail is not None
    ):
        if other.name == name:
            if other.detail is not None and grade is None:
                grade = (other.detail, following.first, following.last)
            last = following.last
        elif name in FIBRES and other.name in WEAVES:
            # "Wool bouclé", "silk velvet": the fibre is the material, the rest how it is woven.
            last = following.last
        elif entry.detail is None and other.name in HEADS and name not in vocabulary()["materials"]:
            # "Olefin fabric", "melamine plastic": the vocabulary has a name for the head.
            name, last = other.name, following.last
        elif name in ("wood",) and other.name in ("plywood", "cross_laminated_timber", "glulam"):
            # "birch plywood": the wood is the kind of board.
            name, last = other.name, following.last
        elif entry.detail is not None and other.detail is None and entry.name == other.name:
            last = following.last
    elif last + 1 < len(doc.words) and doc.words[last] == "(":
        inner = doc.mention_at[last + 1]
        inside = inner.entry(MATERIAL) if inner is not None and inner.first == last + 1 else None
        if (
            inside is not None
            and (inside.name == name or (inside.name == "wood" and name in BOARDS))
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

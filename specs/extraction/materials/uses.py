"""Where a material goes: the noun behind it, before it, or shared with its neighbour."""

from specs.extraction.materials.joined import joined_before, joined_behind, likewise
from specs.extraction.materials.places import Use, is_part
from specs.extraction.materials.use_nouns import BOARDING, CARRIERS, LEVELS, is_part_noun, use_noun
from specs.extraction.materials.uses_before import use_before
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, MATERIAL, SPACE, use_names
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words

ARTICLES = wordset("materials", "articles")

JOINED_USES = wordset("materials", "joined_uses")


def uses_of(doc: Document, subject: Subject, first: int, last: int) -> list[Use]:
    # "T&G spruce" says how the boards are joined, and names no part.
    uses = [use for use in _uses(doc, subject, first, last) if len(use[0]) > 1]
    if not uses:
        return uses
    end = max(last, *(use[2] for use in uses))
    return uses + likewise(doc, subject, end)


def _uses(doc: Document, subject: Subject, first: int, last: int) -> list[Use]:
    outer = _outer(doc, subject, last)
    if outer is not None:
        # "Spruce inside and out" has both faces.
        both = doc.words[outer[1] + 1 : outer[1] + 2] == ["and"] and outer[2] - outer[1] > 1
        return [outer, ("interior", *outer[1:])] if both else [outer]
    behind = _stacked(doc, subject, last) or _use_behind(doc, subject, last)
    carried = behind is not None and doc.lemmas[behind[0][2] - 1] in CARRIERS
    if behind is not None and not carried:
        return behind
    if carried and subject.design_type == "building" and behind is not None:
        over = behind[0][2]
        if doc.words[over : over + 1] == ["over"] and doc.lemmas[over - 1] == "board":
            # "Larch boards over a timber frame".
            return [("facade", *behind[0][1:])]
    before = use_before(doc, subject, first, last)
    if before is not None:
        return [*joined_before(doc, subject, before), before]
    if behind is not None:
        return behind
    if subject.design_type == "furniture" and doc.words[first - 1 : first] == ["upholstered"]:
        mention = doc.mention_at[first]
        entry = mention.entry(MATERIAL) if mention is not None else None
        if entry is not None and entry.name not in HARD:
            return [("upholstery", first - 1, first)]
    shared = _use_of_list(doc, subject, first, last)
    if shared is None:
        shared = _by_itself(doc, subject, last)
    return [shared] if shared is not None else []


def _by_itself(doc: Document, subject: Subject, last: int) -> Use | None:
    """What has but one place in a building: thatch is a roof, brick veneer and boards a facade."""
    mention = doc.mention_at[last - 1]
    entry = mention.entry(MATERIAL) if mention is not None else None
    if subject.design_type != "building" or entry is None:
        return None
    if entry.name in ONE_PLACE:
        return ONE_PLACE[entry.name], last - 1, last
    if entry.name == "tile" and doc.words[last - 2 : last - 1] in ROOFING:
        return "roof", last - 1, last
    return ("facade", last - 1, last) if doc.words[last - 1] in BOARDING else None


ROOFING = (["clay"], ["roof"], ["pan"])
"""Tiles that lie on a roof wherever nobody says where."""
FLOORINGS = wordset("materials", "floorings")
ONE_PLACE = {"thatch": "roof"} | dict.fromkeys(FLOORINGS, "floor")
"""Where a material lies that a building has in one place only."""


def _is_flooring(doc: Document, subject: Subject, at: int) -> bool:
    """'Terrazzo in the shop', 'carpet in the offices': it lies on the floor there."""
    mention = doc.mention_at[at - 1]
    entry = mention.entry(MATERIAL) if mention is not None else None
    building = subject.design_type == "building"
    return building and entry is not None and entry.name in FLOORINGS


HARD = wordset("materials", "hard")
SIDES = {"outside": "facade", "inside": "interior", "outer": "facade", "inner": "interior"}
ENDS = frozenset(",.;:!?\n)+&—") | {"and", "with"}


def _outer(doc: Document, subject: Subject, last: int) -> Use | None:
    """'Brick outside', 'brick slips outside, plaster inside'; a cupboard's outside is no facade."""
    at = last + (doc.lemmas[last : last + 1] != [] and doc.lemmas[last] in CARRIERS)
    if at >= len(doc.words) or doc.words[at] not in SIDES:
        return None
    following = doc.words[at + 1] if at + 1 < len(doc.words) else ""
    if following == "and" and doc.words[at + 2 : at + 3] in (["out"], ["outside"], ["in"]):
        return _both_sides(doc, subject, last, at)
    if following in ("the", "of", "a") or is_part(doc, at + 1):
        # "Metal outside roof".
        return None
    side = SIDES[doc.words[at]]
    if subject.design_type in ("building", "furniture"):
        named = side if side != "facade" or subject.design_type == "building" else "outside"
        return named, at, at + 1
    # "Stainless inside, steel outer"; not "steel outer rim".
    alone = not following or following in ENDS
    return ("exterior" if side == "facade" else side, at, at + 1) if alone else None


ABOVE = frozenset({"above", "below", "upstairs", "downstairs", "over", "overhead"})
ROOFS = frozenset({"tile", "slate", "thatch", "zinc", "copper"})
SILLS = frozenset({"sill", "cill", "dado", "eave", "waist", "windowsill", "plinth"})


def _both_sides(doc: Document, subject: Subject, last: int, at: int) -> Use | None:
    """'Spruce inside and out'; 'walls: brick inside and out' are walls."""
    if subject.design_type != "building" or use_before(doc, subject, last - 1, last) is not None:
        return None
    return "facade", at, at + 3


def _stacked(doc: Document, subject: Subject, last: int) -> list[Use] | None:
    """'Brick to sill and timber above', 'steel sheets above': walls of one stuff over another."""
    size, at = len(doc.words), last
    if subject.design_type != "building" or at >= size:
        return None
    if doc.words[at] == "underfoot":
        return [("floor", at, at + 1)]
    at += doc.lemmas[at] in CARRIERS
    if at + 1 < size and doc.words[at] == "to" and doc.lemmas[at + 1] in SILLS:
        return [("walls", at, at + 2)]
    if at >= size or doc.words[at] not in ABOVE:
        return None
    ends = at + 1 >= size or doc.kinds[at + 1] == MARK or doc.words[at + 1] in ENDS
    if not ends:
        return None
    mention = doc.mention_at[last - 1]
    entry = mention.entry(MATERIAL) if mention is not None else None
    roofing = doc.words[at] == "overhead" or (
        doc.words[at] == "above" and entry is not None and entry.name in ROOFS
    )
    # "Brick, clay tile above".
    return [("roof" if roofing else "walls", at, at + 1)]


def _use_behind(doc: Document, subject: Subject, last: int) -> list[Use] | None:
    """The noun phrase that goes on behind the material; None where none does."""
    size = len(doc.words)
    at = last
    if at < size and doc.words[at] in ("and", "or"):
        return None
    if doc.lemmas[at + 1 : at + 2] in STARS and doc.kinds[at] != MARK:
        # "Aluminium 5-star base".
        at += 2
    if doc.words[at : at + 1] == ["left"] and at + 2 < size and doc.words[at + 2] in PLACED_ON:
        # "Concrete left bare for the structure".
        at += 2
    if at + 1 < size and doc.words[at] in PLACED_ON:
        return _use_behind_place(doc, subject, at)
    if (
        at >= size
        or doc.kinds[at] != WORD
        or (doc.tokens.gaps[at] == "-" and doc.words[at] not in JOINED_USES)
    ):
        if at < size and doc.kinds[at] == WORD and doc.tokens.gaps[at] == "-":
            return (
                _use_behind(doc, subject, at + 1)
                if doc.words[at] in ("look", "based", "reinforced")
                else ([u] if (u := use_noun(doc, subject, at)) else None)
            )
        return None
    if doc.tokens.gaps[at] == "-" and doc.words[at] == "frame":
        # "Timber-frame walls".
        return [("frame", at, at + 1)]
    use = use_noun(doc, subject, at)
    if use is None:
        return None
    end = use[2]
    if (
        doc.lemmas[end - 1] in CARRIERS
        and end + 1 < size
        and doc.words[end] in ("on", "for", "over")
        and not _is_made(doc, end + 1)
    ):
        # "Cedar shingles on the walls": the shingles are on their place.
        placed = _use_behind_place(doc, subject, end)
        if placed is not None and doc.words[end + 1] not in ("a", "an"):
            return placed
    return [use, *joined_behind(doc, subject, end)]


STARS = (["star"], ["spoke"], ["prong"], ["point"])
PLACED_ON = frozenset({"for", "on", "over", "in", "at"})
NAMING = frozenset({"the", "all", "every", "each", "both", "its"})
SHELL = frozenset({"wall", "roof", "floor", "ceiling", "seat", "back", "cushion", "door", "lid"})


def _is_somewhere(doc: Document, at: int) -> bool:
    """A room or what a place is asked for: 'glass in the lobby', 'rubber in the playground'."""
    mention = doc.mention_at[at]
    return mention is not None and (
        mention.entry(SPACE) is not None or mention.entry(FEATURE) is not None
    )


def _is_shell(doc: Document, at: int) -> bool:
    """'Cellulose in the walls', 'polycarbonate in roof', 'foam in the seat'."""
    return at < len(doc.words) and doc.lemmas[at] in SHELL


def _use_behind_place(doc: Document, subject: Subject, at: int) -> list[Use] | None:
    """'Stainless steel for the worktops', 'oak for the floors', 'glass in the lobby'."""
    size, start = len(doc.words), at + 1
    while start < size and doc.words[start] in ARTICLES:
        start += 1
    if doc.words[at] in ("in", "at"):
        building = subject.design_type == "building"
        if building and doc.words[at + 1] == "front":
            # "Brick in front".
            return [("facade", at + 1, at + 2)]
        if doc.words[at] == "in" and _is_flooring(doc, subject, at):
            return [("floor", at - 1, at)]
        named = start < size and doc.words[at + 1] == "the"
        if not (named and building and _is_somewhere(doc, start)) and not _is_shell(doc, start):
            return None
    if start < size and start > at + 1 and doc.words[start] in SIDES:
        # "Limestone on the outside".
        named = subject.design_type in ("building", "general") or doc.words[start] == "inside"
        return [(SIDES[doc.words[start]] if named else "outside", start, start + 1)]
    storey = doc.lemmas[start + 1 : start + 2] in (["floor"], ["storey"], ["level"])
    if storey and doc.words[start] in LEVELS:
        # "Brick on the ground floor" says which storey.
        return None
    use = use_noun(doc, subject, start)
    if use is None or doc.quantity_at[start] is not None or _is_made(doc, start):
        # "Larch slats on three sides" says how many; "timber on stone plinths" is not all of stone.
        return None
    if use[0] == "top" and subject.design_type == "building":
        # "Corrugated steel on top".
        use = ("roof", use[1], use[2])
    named = doc.words[at + 1] in NAMING or use[0] in use_names().values() or is_part_noun(doc, use)
    return [use, *joined_behind(doc, subject, use[2])] if named else None


def _use_of_list(doc: Document, subject: Subject, first: int, last: int) -> Use | None:
    """'glass and aluminium facade', 'facade in glass and aluminium': one place, two materials."""
    if last + 1 < len(doc.words) and doc.words[last] in ("and", "&", "+", "/"):
        at = last + 1
        while at < len(doc.words) and (doc.words[at] in describing_words()):
            at += 1
        other = doc.mention_at[at] if at < len(doc.words) else None
        if other is not None and other.entry(MATERIAL) is not None and other.first == at:
            side = _outer(doc, subject, other.last)
            if side is not None:
                # "Brick and oak outside".
                return side
            behind = _use_behind(doc, subject, other.last)
            if behind and doc.words[other.last] not in ("for", "on"):
                return behind[0]
            if behind:
                return behind[0]
    faces = doc.words[first - 1 : first] == ["with"] and doc.lemmas[last - 1] in FACINGS
    if first >= 2 and (faces or doc.words[first - 1] in ("and", "&", "+", "/", "over")):
        other = doc.mention_at[first - 2]
        if other is not None and other.entry(MATERIAL) is not None and other.last == first - 1:
            return use_before(doc, subject, other.first, other.last)
    return None


FACINGS = wordset("materials", "facings")


def _is_made(doc: Document, at: int) -> bool:
    """'Walnut panels on stainless body': what stands behind is of a material of its own."""
    mention = doc.mention_at[at] if at < len(doc.words) else None
    return mention is not None and mention.entry(MATERIAL) is not None

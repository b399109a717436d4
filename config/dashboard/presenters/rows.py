"""A spec as groups of labelled rows, each value with the origin that it came from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from config.dashboard.presenters.anchors import row_anchor
from specs import words
from specs.selectors import parse_id

JSON = dict[str, Any]

LISTS_OF_TEXT = (
    ("features", "Feature"),
    ("components", "Component"),
    ("exclusions", "Left out"),
    ("requirements", "Requirement"),
    ("constraints", "Constraint"),
    ("use_cases", "Use"),
)
# Words of the vocabulary, which are identifiers; the other lists hold the client's own sentences.
NAMES = frozenset({"features", "components", "exclusions", "use_cases"})
# From here on a doubt is not worth a reader's time; the JSON has it all the same.
SURE = 0.9
BOUNDS = {"max": "at most", "min": "at least", "about": "about", "range": "a range"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One leaf: its text and the origin that colours it. `aid` repeats it in a handier unit."""

    text: str
    source: str
    word: str
    aid: str = ""
    joint: str = ""  # what stands between it and the piece before


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a value is there: the words of the prompt, or the rule that filled it."""

    source: str
    word: str
    quote: str = ""
    reason: str = ""
    note: str = ""
    anchor: str = ""
    session: str = ""  # the learning session that put the value there


@dataclass(frozen=True, slots=True)
class Row:
    anchor: str
    label: str
    pieces: tuple[Piece, ...]
    evidence: tuple[Evidence, ...]
    repeats: bool = False  # the row above has the same label


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SpecRows:
    groups: tuple[Group, ...]
    left_open: str
    sources: tuple[str, ...]  # for the legend: those that occur, in the order of ORIGIN_WORDS

    def target(self, pointer: str) -> str:
        """The row that shows what is at `pointer`, or the first one of a list; else nothing."""
        anchors = {row.anchor for group in self.groups for row in group.rows}
        wanted = row_anchor(pointer)
        return next((a for a in (wanted, f"{wanted}-0") if a in anchors), "")


class Sheet:
    """One revision being laid out: looks up origins while rows are made."""

    def __init__(
        self, document: JSON, provenance: JSON, assumptions: list[JSON], anchors: dict[str, str]
    ) -> None:
        self.document = document
        self.provenance = provenance
        self.reasons = {a.get("pointer"): a.get("reason", "") for a in assumptions}
        self.anchors = anchors

    def row(self, label: str, leaves: list[tuple[str, str, str, str]]) -> Row:
        """`leaves` are (pointer, text, aid, joint)."""
        pieces = tuple(
            Piece(text, self.source(pointer), words.origin_word(self.source(pointer)), aid, joint)
            for pointer, text, aid, joint in leaves
        )
        evidence = dict.fromkeys(self.evidence(pointer) for pointer, *_ in leaves)
        return Row(row_anchor(leaves[0][0]), label, pieces, tuple(e for e in evidence if e.word))

    def source(self, pointer: str) -> str:
        return str(self.provenance.get(pointer, {}).get("source", ""))

    def evidence(self, pointer: str) -> Evidence:
        origin = self.provenance.get(pointer, {})
        source = self.source(pointer)
        # The whole reason of an assumption stands apart; the row names the rule only.
        reason = words.plain(origin.get("rule") or self.reasons.get(pointer, ""))
        return Evidence(
            source=source,
            word=words.origin_word(source) if source else "",
            quote=origin.get("text") or "",
            reason="" if origin.get("text") else reason,
            note=_note(origin),
            anchor=self.anchors.get(pointer, ""),
            session=str(parse_id(str(origin.get("session", ""))) or ""),
        )

    def groups(self) -> Iterator[Group]:
        yield Group("Design", tuple(self.design()))
        yield Group("Dimensions", tuple(self.dimensions()))
        yield Group("Materials", tuple(self.materials()))
        yield Group("Spaces", tuple(self.spaces()))
        yield Group("Performance", tuple(self.performance()))
        texts = [row for name, label in LISTS_OF_TEXT for row in self.texts(name, label)]
        yield Group("Features and limits", tuple(texts))
        yield Group("Audience and cost", tuple(self.use_and_cost()))

    def design(self) -> Iterator[Row]:
        for name in ("design_type", "category"):
            text = words.plain(self.document[name])
            yield self.row(words.sentence(name), [(f"/{name}", text, "", "")])
        yield self.row("Title", [("/title", self.document["title"], "", "")])
        if (stories := self.document["stories"]) is not None:
            yield self.row("Storeys", [("/stories", words.number(stories), "", "")])

    def dimensions(self) -> Iterator[Row]:
        for name, value in self.document["dimensions"].items():
            if value is None:
                continue
            text = f"{words.number(value)} {words.DIMENSION_UNITS.get(name, '')}".strip()
            aid = words.small_length(value) if name in words.LENGTHS else ""
            yield self.row(words.sentence(name), [(f"/dimensions/{name}", text, aid, "")])

    def materials(self) -> Iterator[Row]:
        for index, material in enumerate(self.document["materials"]):
            at = f"/materials/{index}"
            leaves = [(f"{at}/type", words.plain(material["type"]), "", "")]
            if material["grade"]:
                leaves.append((f"{at}/grade", material["grade"], "", ", "))
            use = material["use"]
            yield self.row(
                words.sentence(use) if use else "Material",
                leaves + ([(f"{at}/use", words.plain(use), "", " for ")] if use else []),
            )

    def spaces(self) -> Iterator[Row]:
        for index, space in enumerate(self.document["spaces"]):
            at = f"/spaces/{index}"
            leaves = [(f"{at}/count", words.number(space["count"]), "", "")]
            if space["area"] is not None:
                area = f"{words.number(space['area'])} m²"
                leaves.append((f"{at}/area", area, "each" if space["count"] > 1 else "", ", "))
            row = self.row(words.sentence(space["type"]), [*leaves])
            # The name is the label; its origin belongs to the row all the same.
            yield _with_evidence(row, self.evidence(f"{at}/type"))

    def performance(self) -> Iterator[Row]:
        for index, measure in enumerate(self.document["performance"]):
            at = f"/performance/{index}"
            text = f"{words.number(measure['value'])} {words.unit(measure['unit'])}".strip()
            yield self.row(words.sentence(measure["metric"]), [(f"{at}/value", text, "", "")])

    def texts(self, name: str, label: str) -> Iterator[Row]:
        for index, text in enumerate(self.document[name]):
            shown = words.plain(text) if name in NAMES else text
            row = self.row(label, [(f"/{name}/{index}", shown, "", "")])
            yield replace(row, repeats=index > 0)

    def use_and_cost(self) -> Iterator[Row]:
        if audience := self.document["target_audience"]:
            yield self.row("For whom", [("/target_audience", audience, "", "")])
        if cost := self.document["estimated_cost"]:
            yield self.row(
                "Cost",
                [
                    ("/estimated_cost/currency", cost["currency"], "", ""),
                    ("/estimated_cost/amount", words.number(cost["amount"]), "", " "),
                ],
            )
        if timeline := self.document["timeline"]:
            yield self.row("Timeline", [("/timeline", words.duration(timeline), "", "")])


def spec_rows(
    document: JSON, provenance: JSON, assumptions: list[JSON], anchors: dict[str, str]
) -> SpecRows:
    sheet = Sheet(document, provenance, assumptions, anchors)
    groups = tuple(group for group in sheet.groups() if group.rows)
    used = {evidence.source for group in groups for row in group.rows for evidence in row.evidence}
    used |= {piece.source for group in groups for row in group.rows for piece in row.pieces}
    return SpecRows(
        groups=groups,
        left_open=", ".join(words.plain(name) for name in _empty(document)),
        sources=tuple(source for source in words.ORIGIN_WORDS if source in used),
    )


def _with_evidence(row: Row, evidence: Evidence) -> Row:
    if not evidence.word or evidence in row.evidence:
        return row
    return replace(row, evidence=(evidence, *row.evidence))


def _note(origin: JSON) -> str:
    """What a careful reader wants to know about a reading: its bound, its doubt, its rival."""
    parts = []
    if bound := origin.get("bound"):
        limits = [words.number(origin[k]) for k in ("low", "high") if origin.get(k) is not None]
        worded = BOUNDS.get(bound, words.plain(bound))
        parts.append(f"{worded}, {'–'.join(limits)}" if bound == "range" and limits else worded)
    if (confidence := origin.get("confidence")) is not None and confidence < SURE:
        parts.append(f"{round(confidence * 100)}\u00a0% sure")
    if (alternative := origin.get("alternative")) is not None:
        parts.append(f"may also mean {_short(alternative)}")
    return "; ".join(parts)


def _short(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return words.number(value)


def _empty(document: JSON) -> Iterator[str]:
    for name, value in document.items():
        if name == "dimensions":
            yield from (side for side, length in value.items() if length is None)
        elif value in (None, [], "", {}):
            yield name

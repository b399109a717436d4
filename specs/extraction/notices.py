"""What a reader should check: other readings, contradictions, corrected typing errors."""

from specs.draft import Notice
from specs.extraction.pipeline import Findings
from specs.pointers import pointer


def notices(found: Findings, design_type: str | None) -> list[Notice]:
    doc, subject = found.doc, found.subject
    said: list[Notice] = []
    if found.overridden is not None:
        detail = f"the prompt reads as {found.overridden}, {design_type} was asked for"
        said.append(Notice("design_type_overridden", detail, "/design_type"))
    elif subject.alternative is not None:
        detail = f"read as {subject.design_type}, could be {subject.alternative}"
        said.append(Notice("ambiguous", detail, "/design_type"))
    for side in found.dimensions:
        if side.evidence.alternative is not None:
            detail = f"read as {side.value:g}, could be {side.evidence.alternative:g}"
            said.append(Notice("ambiguous", detail, pointer("dimensions", side.name)))
    for index, stuff in enumerate(found.materials):
        if stuff.evidence.alternative is not None:
            detail = f"read as {stuff.grade or stuff.type}, or {stuff.evidence.alternative}"
            said.append(Notice("ambiguous", detail, pointer("materials", index, "type")))
    if found.cost is not None and found.cost.evidence.alternative is not None:
        detail = f"read as {found.cost.amount:g}, could be {found.cost.evidence.alternative:g}"
        said.append(Notice("ambiguous", detail, "/estimated_cost/amount"))
    for name, first, second in found.contradictions:
        detail = f"the prompt gives {first:g} and {second:g}; the first is kept"
        said.append(Notice("contradiction", detail, pointer("dimensions", name)))
    for name in found.withdrawn:
        said.append(
            Notice("contradiction", f"{name} is both asked for and ruled out", "/exclusions")
        )
    for at, better in doc.corrected:
        detail = f"'{doc.tokens.quote(at, at + 1)}' read as '{better}'"
        said.append(Notice("typing_error", detail))
    return said

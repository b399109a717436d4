"""Proposals for single values: type, category, title, storeys, dimensions, cost, time, audience."""

from typing import Any

from specs.design import DESIGN_TYPES, JSON
from specs.generation.llm.evidence import Span
from specs.generation.llm.proposals import Proposals, same
from specs.generation.llm.repair import DIMENSION_UNITS

# How the design is described rather than what it measures: nobody needs to know that the model's
# wording was not taken.
WORDING = frozenset({"/title", "/target_audience"})


def propose_scalars(proposals: Proposals, document: JSON) -> None:
    said = document["design_type"]
    if said in DESIGN_TYPES and said != proposals.design_type:
        # The kind of thing decides how everything else was read, so it stays.
        proposals.overruled("/design_type", proposals.design_type, said)
    _category(proposals, document["category"])
    for key in ("title", "target_audience"):
        _wording(proposals, key, document[key])
    _figures(proposals, document)
    for side, value in document["dimensions"].items():
        if value is not None:
            span = proposals.evidence.of_number(value, DIMENSION_UNITS[side])
            _propose(proposals, ("dimensions", side), value, span)


def _category(proposals: Proposals, said: str | None) -> None:
    if said is None or said == "general":
        return
    names, evidence = proposals.names, proposals.evidence
    known = names.category(said, proposals.design_type)
    span = evidence.of_name(known or said)
    unlisted = known is None and not names.is_category(said)
    if proposals.spec["category"] == "general" and span is not None and (known or unlisted):
        # That no kind was found is no statement, whatever its origin says. A kind that the
        # vocabulary lacks is believed when the prompt has the words.
        proposals.add(("category",), known or said, span)
    elif known is not None:
        _propose(proposals, ("category",), known, span, replaces_default=True)


def _wording(proposals: Proposals, key: str, text: str | None) -> None:
    if text and proposals.mentions_excluded(text):
        proposals.left_out(f"/{key}", text, "the prompt rules it out")
    elif text:
        span = proposals.evidence.of_phrase(text)
        _propose(proposals, (key,), text, span, replaces_default=True)


def _figures(proposals: Proposals, document: JSON) -> None:
    evidence = proposals.evidence
    stories = document["stories"]
    if stories is not None and proposals.design_type == "building":
        _propose(proposals, ("stories",), stories, evidence.of_number(stories, "1"))
    cost = document["estimated_cost"]
    if cost is not None:
        _propose(proposals, ("estimated_cost",), cost, evidence.of_number(cost["amount"], "1"))
    timeline = document["timeline"]
    if timeline is not None:
        digits = "".join(c if c.isdigit() else " " for c in timeline).split()
        _propose(proposals, ("timeline",), timeline, evidence.of_number(float(digits[0]), "1"))


def _propose(
    proposals: Proposals,
    path: tuple[str, ...],
    said: Any,
    span: Span | None,
    *,
    replaces_default: bool = False,
) -> None:
    """Propose `said` where nothing is, or in place of a guess if the prompt supports it.

    `replaces_default`: the model's word beats a default even when the prompt does not have it.
    """
    place = "/" + "/".join(path)
    kept: Any = proposals.spec
    for part in path:
        kept = kept[part]
    if same(kept, said):
        return
    if kept is None or (span is not None and proposals.is_derived(place)):
        # A number of the prompt that is nothing else beats what was worked out.
        proposals.add(path, said, span)
    elif proposals.settled(place) or proposals.settled(f"{place}/amount"):
        if place not in WORDING:
            proposals.overruled(place, kept, said)
    elif span is not None or (replaces_default and proposals.is_default(place)):
        proposals.add(path, said, span)

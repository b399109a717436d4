"""A draft on its way: the whole shape from the first moment, and how settled each leaf is."""

from enum import StrEnum
from typing import Any

from specs.design import DIMENSIONS, JSON, LISTS_OF_PARTS, LISTS_OF_TEXT, SCHEMA_VERSION
from specs.draft import Draft
from specs.pointers import resolve
from specs.provenance import Source

SINGLE = (
    "/design_type",
    "/category",
    "/title",
    "/stories",
    *(f"/dimensions/{name}" for name in DIMENSIONS),
    "/target_audience",
    "/estimated_cost",
    "/timeline",
)
LISTS = tuple(f"/{name}" for name in (*LISTS_OF_PARTS, *LISTS_OF_TEXT))
FIRM = frozenset({Source.PROMPT, Source.DERIVED, Source.PERSON})


class State(StrEnum):
    PENDING = "pending"  # nothing is known yet
    PARTIAL = "partial"  # a value that may still change or grow
    FINAL = "final"


def nothing_yet() -> JSON:
    return {
        "spec": {
            "schema_version": SCHEMA_VERSION,
            "design_type": None,
            "category": None,
            "title": None,
            "stories": None,
            "dimensions": dict.fromkeys(DIMENSIONS),
            **{name: [] for name in (*LISTS_OF_PARTS, *LISTS_OF_TEXT)},
            "target_audience": None,
            "estimated_cost": None,
            "timeline": None,
        },
        "states": dict.fromkeys((*SINGLE, *LISTS), State.PENDING.value),
    }


def settled(document: JSON) -> JSON:
    """The last snapshot: nothing changes any more."""
    return {"spec": document, "states": dict.fromkeys((*SINGLE, *LISTS), State.FINAL.value)}


def snapshot(draft: Draft, *, done: bool = False) -> JSON:
    """The draft's document with the state of every leaf, lists as a whole."""
    document = draft.spec.as_json()
    if done:
        return settled(document)
    states = {place: _state(draft, document, place).value for place in SINGLE}
    for place in LISTS:
        # A list may grow until the end, whatever stands in it already.
        states[place] = (State.PARTIAL if resolve(document, place) else State.PENDING).value
    return {"spec": document, "states": states}


def _state(draft: Draft, document: Any, place: str) -> State:
    if resolve(document, place) is None:
        return State.PENDING
    origin = draft.provenance.get(place) or draft.provenance.get(f"{place}/amount")
    return State.FINAL if origin is not None and origin.source in FIRM else State.PARTIAL

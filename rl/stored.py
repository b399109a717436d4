"""Between stored revisions and designs: plain documents in, plain documents out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rl.errors import UnknownPointer
from rl.operators import Design
from specs.design import DesignSpec
from specs.pointers import resolve
from specs.provenance import Assumption, Origin, Source

JSON = dict[str, Any]


def design_from(document: JSON, provenance: Mapping[str, JSON], assumptions: list[JSON]) -> Design:
    """The document is in the normal form, as every stored one is."""
    origins = {
        pointer: Origin(**{**entry, "source": Source(entry["source"])})
        for pointer, entry in provenance.items()
    }
    made_up = tuple(
        Assumption(entry["pointer"], entry["value"], entry["rule"], entry["reason"])
        for entry in assumptions
    )
    return Design(DesignSpec.from_json(document), origins, made_up)


def provenance_of(design: Design, session: str) -> JSON:
    """What the policy proposed names the session that proposed it."""
    return {
        pointer: _named(origin, session).as_json() for pointer, origin in design.provenance.items()
    }


def _named(origin: Origin, session: str) -> Origin:
    if origin.source is Source.POLICY and origin.session is None:
        return replace(origin, session=session)
    return origin


def assumptions_of(design: Design) -> list[JSON]:
    return [assumption.as_json() for assumption in design.assumptions]


def checked_locks(document: JSON, locks: list[str]) -> frozenset[str]:
    """Raises UnknownPointer for a lock on a place that the document does not have."""
    for pointer in locks:
        try:
            resolve(document, pointer)
        except LookupError:
            raise UnknownPointer(pointer) from None
    return frozenset(locks)

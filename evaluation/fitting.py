"""Telling that a spec is of the normal form without writing it as JSON."""

from dataclasses import replace
from operator import attrgetter
from typing import Any

from evaluation.document import Document, document_of
from specs.design import LISTS_OF_PARTS, LISTS_OF_TEXT, DesignSpec

PARTS = tuple(DesignSpec.__dataclass_fields__)
# With more entries in its lists a spec may come near the size that documents are refused at.
MOST_ENTRIES = 200
# Specs whose parts are remembered before all are forgotten.
MOST_SPECS = 50_000

# Of the normal form: what new parts are put into to be looked at.
BLANK = DesignSpec("general", "general", "-")

_values = attrgetter(*PARTS)
_lists = attrgetter(*LISTS_OF_PARTS, *LISTS_OF_TEXT)


class FitParts:
    """The parts that stood in a spec of the normal form with nothing to note.

    The schema looks at each part by itself, and so does the reading: a spec of such parts is one.
    """

    def __init__(self) -> None:
        self._known: tuple[set[Any], ...] = tuple(set() for _ in PARTS)
        self._specs = 0

    def document(self, spec: DesignSpec) -> Document:
        """What `document_of` answers."""
        values = _values(spec)
        if sum(map(len, _lists(spec))) > MOST_ENTRIES:
            return document_of(spec)
        new = {
            name: value
            for name, known, value in zip(PARTS, self._known, values, strict=True)
            if value not in known
        }
        if new:
            read = document_of(replace(BLANK, **new))
            if not read.exact or read.notes:
                return document_of(spec)
            self._remember(values)
        return Document(spec, (), True, {})

    def _remember(self, values: tuple[Any, ...]) -> None:
        self._specs += 1
        if self._specs > MOST_SPECS:
            self._specs = 0
            for known in self._known:
                known.clear()
        for known, value in zip(self._known, values, strict=True):
            known.add(value)

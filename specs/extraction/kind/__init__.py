"""Design type and category: the head noun of what is asked for."""

from specs.extraction.kind.evidence import told_by_evidence
from specs.extraction.kind.reading import kinds, read_kind

__all__ = ["kinds", "read_kind", "told_by_evidence"]

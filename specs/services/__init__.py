"""Use cases on specs: the only writers of `specs` and `spec_revisions`."""

from specs.services.designs import (
    spec_from_draft,
    spec_generate,
    spec_reviewed,
    spec_rewritten,
    spec_scored,
    spec_submit,
)
from specs.services.documents import bounded
from specs.services.revisions import (
    RevisionConflict,
    revision_add,
    revision_diff,
    revision_edit,
)
from specs.services.streams import SpecStream, StreamEvent, spec_generate_stream
from specs.services.unsaved import draft_by_rules, spec_drafted, spec_submitted, specs_store

__all__ = [
    "RevisionConflict",
    "SpecStream",
    "StreamEvent",
    "bounded",
    "draft_by_rules",
    "revision_add",
    "revision_diff",
    "revision_edit",
    "spec_drafted",
    "spec_from_draft",
    "spec_generate",
    "spec_generate_stream",
    "spec_reviewed",
    "spec_rewritten",
    "spec_scored",
    "spec_submit",
    "spec_submitted",
    "specs_store",
]

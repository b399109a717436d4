"""Use cases on specs: the only writers of `specs` and `spec_revisions`."""

from specs.services.designs import spec_generate, spec_reviewed, spec_scored, spec_submit
from specs.services.revisions import (
    RevisionConflict,
    revision_add,
    revision_diff,
    revision_edit,
)

__all__ = [
    "RevisionConflict",
    "revision_add",
    "revision_diff",
    "revision_edit",
    "spec_generate",
    "spec_reviewed",
    "spec_scored",
    "spec_submit",
]

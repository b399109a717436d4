"""Questions about specs that take a thought: who may see what, and the vocabulary."""

from specs.selectors.design_types import DesignTypeVocabulary, design_type_get, design_types
from specs.selectors.specs import (
    parse_id,
    revision_get,
    revisions_of,
    spec_get,
    specs_for_detail,
    specs_for_list,
    specs_matching,
    specs_visible_to,
    without_hidden_scores,
)

__all__ = [
    "DesignTypeVocabulary",
    "design_type_get",
    "design_types",
    "parse_id",
    "revision_get",
    "revisions_of",
    "spec_get",
    "specs_for_detail",
    "specs_for_list",
    "specs_matching",
    "specs_visible_to",
    "without_hidden_scores",
]

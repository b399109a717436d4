"""Rows as the API words them: nulls for empty columns, links, and a sentence for people."""

from typing import Any
from urllib.parse import quote

from django.utils import timezone

from specs.models import Spec, SpecRevision
from specs.provenance import Source, provenance_json

JSON = dict[str, Any]
EXPORT_FORMAT = "design-spec-export/1"


def spec_path(spec: Spec, rest: str = "") -> str:
    """Trailing part included: `/api/v1/specs/{id}/`, `/api/v1/specs/{id}/preview.svg`."""
    return f"/api/v1/specs/{quote(str(spec.pk))}/{rest}"


def generated(spec: Spec) -> JSON:
    return {
        "success": True,
        "spec_id": spec.pk,
        "spec": spec.latest.document,
        **about(spec.latest),
        "engine": spec.engine,
        "model": spec.model or None,
        "cached": spec.cached,
        "storage": str(spec.storage),
        "usage": spec.latest.usage,
        "message": in_a_sentence(spec.latest),
    }


def row(spec: Spec) -> JSON:
    return {
        "id": spec.pk,
        "title": spec.title,
        "design_type": spec.design_type,
        "category": spec.category,
        "engine": spec.engine or None,
        "model": spec.model or None,
        "owner": spec.owner.username if spec.owner else None,
        "revision": spec.latest.number,
        "latest_score": None if spec.score_hidden else spec.latest_score,
        "review_state": spec.review_state,
        "accepted_at": spec.accepted_at,
        "created_at": spec.created_at,
        "updated_at": spec.updated_at,
        # Annotated by the selector for lists.
        "prompt_excerpt": getattr(spec, "prompt_excerpt", ""),
    }


def detail(spec: Spec) -> JSON:
    return {
        **row(spec),
        "prompt": spec.prompt,
        "spec": spec.latest.document,
        **about(spec.latest),
        "usage": spec.latest.usage,
        "links": {
            "self": spec_path(spec),
            "revisions": spec_path(spec, "revisions/"),
            "diff": spec_path(spec, "diff/"),
            "export": spec_path(spec, "export/"),
            "preview": spec_path(spec, "preview.svg"),
        },
    }


def revision_row(revision: SpecRevision) -> JSON:
    return {
        "number": revision.number,
        "origin": revision.origin,
        "author": revision.author.username if revision.author else None,
        "reason": revision.reason,
        "created_at": revision.created_at,
    }


def revision_detail(revision: SpecRevision) -> JSON:
    return {**revision_row(revision), "spec": revision.document, **about(revision)}


def exported(spec: Spec) -> JSON:
    return {
        "format": EXPORT_FORMAT,
        "id": spec.pk,
        "prompt": spec.prompt,
        "revision": spec.latest.number,
        "created_at": spec.created_at,
        "exported_at": timezone.now(),
        "spec": spec.latest.document,
        **about(spec.latest),
    }


def about(revision: SpecRevision) -> JSON:
    return {
        "provenance": provenance_json(revision.provenance),
        "assumptions": revision.assumptions,
        "unmet": revision.unmet,
        "warnings": revision.warnings,
    }


def in_a_sentence(revision: SpecRevision) -> str:
    sources = [origin["source"] for origin in revision.provenance.values()]
    stated = sources.count(Source.PROMPT)
    parts = [f"{stated} {'value' if stated == 1 else 'values'} read from the prompt"]
    if assumed := len(revision.assumptions):
        parts.append(f"{assumed} assumed")
    if unmet := len(revision.unmet):
        parts.append(f"{unmet} {'wish' if unmet == 1 else 'wishes'} without a place in the spec")
    return f"{revision.document['title']}: {', '.join(parts)}."

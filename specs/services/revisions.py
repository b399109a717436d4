"""A spec changes: each change is a new revision with its author and its reason."""

import uuid
from collections.abc import Callable
from typing import Any

from django.db import transaction

from accounts.models import User
from specs import changes, patches
from specs.choices import Origin, ReviewState
from specs.design import LISTS_OF_TEXT
from specs.errors import SpecError
from specs.models import Spec, SpecRevision
from specs.provenance import Source
from specs.schema import spec_schema
from specs.services.documents import normal_form

JSON = dict[str, Any]
EMPTY: dict[str, Any] = {
    name: [] for name in (*LISTS_OF_TEXT, "materials", "spaces", "performance")
}
SOURCE_OF = {
    Origin.EDITED: Source.PERSON,
    Origin.SUBMITTED: Source.PERSON,
    Origin.ITERATED: Source.POLICY,
    Origin.GENERATED: Source.DERIVED,
}


class RevisionConflict(SpecError):
    """The edit was made on a revision that is not the latest any more."""

    code = "revision_conflict"

    def __init__(self, *, based_on: int, latest: int) -> None:
        super().__init__(
            f"The edit is based on revision {based_on}, but {latest} is the latest. "
            "Read it and send the edit again."
        )
        self.latest = latest


def revision_add(
    *,
    spec: Spec,
    document: Any,
    author: User | None,
    reason: str,
    origin: str,
    based_on: int | None = None,
    provenance: JSON | None = None,
    assumptions: list[JSON] | None = None,
    unmet: list[JSON] | None = None,
    warnings: list[JSON] | None = None,
    usage: JSON | None = None,
) -> SpecRevision:
    """The next revision with `document` whole. What is not given is carried over: values that
    stayed keep their origin, new ones get the origin's own source.

    Raises InvalidSpec, and RevisionConflict when `based_on` is not the latest number. Without
    `based_on` edits made at the same time follow each other, with consecutive numbers.
    """
    document = normal_form(document)
    given = {
        "provenance": provenance,
        "assumptions": assumptions,
        "unmet": unmet,
        "warnings": warnings,
        "usage": usage,
    }

    def next_state(latest: SpecRevision) -> JSON:
        return {
            **_carried(latest, document, SOURCE_OF[Origin(origin)], frozenset()),
            **{name: value for name, value in given.items() if value is not None},
        }

    return _append(spec.pk, next_state, author, reason, Origin(origin), based_on)


def revision_edit(
    *,
    spec: Spec,
    changes_made: JSON,
    author: User | None,
    reason: str = "",
    based_on: int | None = None,
) -> SpecRevision:
    """A person's edit: a merge patch (RFC 7396) on the latest revision, or a whole document.

    A null empties a field. A scalar that is named with the value it has already is confirmed: no
    assumption any more. An edit that changes nothing makes no revision. Raises as revision_add.
    """

    def next_state(latest: SpecRevision) -> JSON:
        document = normal_form(_merged(latest.document, changes_made))
        whole = set(spec_schema()["required"]) <= set(changes_made)
        confirmed = frozenset() if whole else frozenset(changes.stated_by_edit(changes_made))
        return _carried(latest, document, Source.PERSON, confirmed)

    return _append(spec.pk, next_state, author, reason, Origin.EDITED, based_on)


def revision_diff(*, before: SpecRevision, after: SpecRevision) -> JSON:
    """The JSON Patch (RFC 6902) from one revision to another, and the same in words."""
    return {
        "from": before.number,
        "to": after.number,
        "patch": patches.diff(before.document, after.document),
        "summary": changes.summary(before.document, after.document),
    }


def _merged(document: JSON, changes_made: JSON) -> JSON:
    merged: JSON = patches.merge_patch(document, changes_made)
    # In the normal form every key is present, so a removed one is an empty one.
    for key in document:
        merged.setdefault(key, EMPTY.get(key))
    if isinstance(merged["dimensions"], dict):
        for side in document["dimensions"]:
            merged["dimensions"].setdefault(side, None)
    elif merged["dimensions"] is None:
        merged["dimensions"] = dict.fromkeys(document["dimensions"])
    return merged


def _carried(
    latest: SpecRevision, document: JSON, source: Source, confirmed: frozenset[str]
) -> JSON:
    provenance = changes.carried_provenance(
        latest.document, document, latest.provenance, source=source, confirmed=confirmed
    )
    return {
        "document": document,
        "provenance": provenance,
        "assumptions": changes.carried_assumptions(
            latest.document, document, latest.assumptions, provenance
        ),
        "unmet": latest.unmet,
        "warnings": [],
        "usage": {},
    }


def _append(
    spec_id: uuid.UUID,
    next_state: Callable[[SpecRevision], JSON],
    author: User | None,
    reason: str,
    origin: Origin,
    based_on: int | None,
) -> SpecRevision:
    with transaction.atomic():
        # The lock on the spec's row is what makes parallel edits follow each other. SQLite has
        # none and needs none: the transaction holds its one write lock from the start.
        spec = Spec.objects.select_for_update().get(pk=spec_id)
        latest = SpecRevision.objects.get(pk=spec.latest_id)
        if based_on is not None and based_on != latest.number:
            raise RevisionConflict(based_on=based_on, latest=latest.number)
        state = next_state(latest)
        if _unchanged(latest, state):
            latest.spec = spec
            return latest
        revision = SpecRevision(
            spec=spec,
            number=latest.number + 1,
            parent=latest,
            author=author,
            reason=reason,
            origin=origin,
            **state,
        )
        revision.save(force_insert=True)
        document = revision.document
        spec.latest = revision
        spec.design_type = document["design_type"]
        spec.category = document["category"]
        spec.title = document["title"]
        # Both spoke of the revision before.
        spec.latest_score = None
        spec.review_state, spec.accepted_at = ReviewState.PENDING, None
        spec.save()
    return revision


def _unchanged(latest: SpecRevision, state: JSON) -> bool:
    return patches.same(latest.document, state["document"]) and patches.same(
        latest.provenance, state["provenance"]
    )

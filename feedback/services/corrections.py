"""A person mends a spec: a new revision with its patch, and a preference for the later one."""

from typing import Any

from django.db import transaction

from accounts.models import User
from feedback.errors import NothingChanged
from feedback.models import Correction
from specs.choices import Origin
from specs.models import SpecRevision
from specs.patches import diff
from specs.services import revision_add


def correction_add(*, before: SpecRevision, document: Any, person: User, reason: str) -> Correction:
    """`document` whole. Raises InvalidSpec, RevisionConflict when `before` is not the latest any
    more, and NothingChanged."""
    with transaction.atomic():
        after = revision_add(
            spec=before.spec,
            document=document,
            author=person,
            reason=reason,
            origin=Origin.EDITED,
            based_on=before.number,
        )
        if after.pk == before.pk:
            raise NothingChanged("The corrected spec is the same as before.")
        return Correction.objects.create(
            before=before,
            after=after,
            person=person,
            patch=diff(before.document, after.document),
            reason=reason,
        )

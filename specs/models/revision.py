"""One state of a spec: never edited, only superseded by the next number."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.ids import uuid7
from specs.choices import Origin
from specs.models.fields import DocumentField

# The heavy part of a row; lists leave it out.
DOCUMENTS = ("document", "provenance", "assumptions", "unmet", "warnings", "usage")


class FrozenRow(RuntimeError):
    """A program tried to edit a stored revision: a bug, never a client's fault."""


class RevisionQuerySet(models.QuerySet["SpecRevision"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise FrozenRow("A revision is never edited; add the next one with revision_add.")

    def without_documents(self) -> "RevisionQuerySet":
        return self.defer(*DOCUMENTS)


class SpecRevision(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    spec = models.ForeignKey(
        "specs.Spec",
        on_delete=models.CASCADE,
        related_name="revisions",
        db_index=False,  # the unique constraint below begins with it
    )
    number = models.PositiveIntegerField()
    # RESTRICT lets a whole spec go with its chain and nothing out of the middle.
    parent = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, related_name="children"
    )
    origin = models.CharField(max_length=20, choices=Origin)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="spec_revisions",
    )
    reason = models.TextField(blank=True, help_text="Why this revision was made.")
    document = DocumentField(help_text="The spec in the normal form.")
    provenance = DocumentField(help_text="Where each value came from, by JSON pointer.")
    assumptions = DocumentField(default=list)
    unmet = DocumentField(default=list)
    warnings = DocumentField(default=list)
    usage = DocumentField(default=dict, help_text="What the engine spent: tokens, attempts.")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        db_table = "spec_revisions"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("spec", "number"), name="spec_revisions_one_row_per_number"
            ),
            models.CheckConstraint(
                condition=Q(number=1, parent__isnull=True) | Q(number__gt=1, parent__isnull=False),
                name="spec_revisions_only_the_first_has_no_parent",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values), name="spec_revisions_known_origin"
            ),
        )

    def __str__(self) -> str:
        return f"revision {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise FrozenRow("A revision is never edited; add the next one with revision_add.")
        super().save(*args, **kwargs)

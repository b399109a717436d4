"""One judgement of one state of a spec, with all its evidence: never edited."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.ids import uuid7
from evaluation.choices import Grade
from evaluation.models.frozen import FrozenModel
from specs.choices import MAX_MODEL, DesignType, Storage
from specs.models.fields import DocumentField


class Evaluation(FrozenModel):
    """Score, grade and design type repeat the scorecard's, for lists and filters."""

    # Said by the service that gives the row, never stored.
    storage: str = Storage.DATABASE

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # The indexes below begin with these keys, so none needs one of its own.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="evaluations",
        db_index=False,
    )
    spec = models.ForeignKey(
        "specs.Spec", on_delete=models.CASCADE, related_name="evaluations", db_index=False
    )
    revision = models.ForeignKey(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="evaluations", db_index=False
    )
    rubric = models.ForeignKey(
        "evaluation.Rubric", on_delete=models.PROTECT, related_name="evaluations", db_index=False
    )
    prompt = models.TextField(
        blank=True, help_text="What it was judged against, where that is not the spec's own prompt."
    )
    submitted = DocumentField(
        null=True,
        blank=True,
        help_text="The document as it was sent, where it had to be read leniently: pointers and "
        "patches speak of it.",
    )
    scorecard = DocumentField(help_text="Criteria, findings and suggestions.")
    score = models.FloatField()
    grade = models.CharField(max_length=1, choices=Grade)
    design_type = models.CharField(max_length=20, choices=DesignType)
    judge_score = models.FloatField(null=True, blank=True)
    judge_model = models.CharField(max_length=MAX_MODEL, blank=True)
    judge_prompt_version = models.CharField(max_length=40, blank=True)
    judge = DocumentField(null=True, blank=True, help_text="The judge's answers, and warnings.")
    predicted_rating = DocumentField(
        null=True,
        blank=True,
        help_text="What people would say, where enough of them have spoken. No part of the score.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "evals"
        # Ids are UUIDs of version 7: newest first, without an index of its own.
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(score__range=(0, 100)), name="evals_score_0_to_100"),
            models.CheckConstraint(
                condition=Q(judge_score__isnull=True) | Q(judge_score__range=(0, 100)),
                name="evals_judge_score_0_to_100",
            ),
            models.CheckConstraint(condition=Q(grade__in=Grade.values), name="evals_known_grade"),
            models.CheckConstraint(
                condition=Q(design_type__in=DesignType.values), name="evals_known_design_type"
            ),
        )
        indexes = (
            models.Index(fields=("owner", "id"), name="evals_by_owner"),
            models.Index(fields=("spec", "id"), name="evals_by_spec"),
            models.Index(fields=("revision", "id"), name="evals_by_revision"),
            models.Index(fields=("rubric", "id"), name="evals_by_rubric"),
            models.Index(fields=("design_type", "id"), name="evals_by_design_type"),
            models.Index(fields=("grade", "id"), name="evals_by_grade"),
            models.Index(fields=("score", "id"), name="evals_by_score"),
            models.Index(fields=("created_at", "id"), name="evals_by_created"),
        )

    def __str__(self) -> str:
        return f"{self.score:g}, grade {self.grade}"

    @property
    def judged_prompt(self) -> str:
        """The prompt that it was judged against; empty without one."""
        return self.prompt or self.spec.prompt

    @property
    def judged_document(self) -> Any:
        """What was judged, as it was sent."""
        return self.revision.document if self.submitted is None else self.submitted

    @property
    def judged_assumptions(self) -> list[str]:
        return [assumption["pointer"] for assumption in self.revision.assumptions]

"""One version of a design type's rubric: never edited, only superseded by the next number."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Concat

from evaluation.models.frozen import FrozenModel
from specs.choices import DesignType
from specs.models.fields import DocumentField


class Rubric(FrozenModel):
    """The highest version of a design type is the one that judges. `evaluation.rubric` gives the
    document its meaning; evaluations name the version that judged them and keep it from deletion.
    """

    name = models.CharField(
        primary_key=True, max_length=40, help_text="Design type and version, such as building-2."
    )
    design_type = models.CharField(max_length=20, choices=DesignType)
    version = models.PositiveIntegerField()
    document = DocumentField(help_text="Weights, penalties, grades and what is wanted.")
    note = models.TextField(blank=True, help_text="What changed, and why.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="rubrics",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "rubrics"
        ordering = ("design_type", "-version")
        constraints = (
            models.UniqueConstraint(
                fields=("design_type", "version"), name="rubrics_one_row_per_version"
            ),
            models.CheckConstraint(
                condition=Q(design_type__in=DesignType.values), name="rubrics_known_design_type"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="rubrics_version_from_1"),
            models.CheckConstraint(
                condition=Q(
                    name=Concat(
                        F("design_type"),
                        Value("-"),
                        Cast(F("version"), models.CharField(max_length=20)),
                    )
                ),
                name="rubrics_named_by_type_and_version",
            ),
        )

    def __str__(self) -> str:
        return self.name

"""What clients get."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from feedback.api.inputs import CriteriaSerializer, ReflectionSerializer
from feedback.choices import Choice, ItemState, LeaseState, QuickKind
from feedback.models import Comparison, HidgLog, Rating
from specs.api.fields import SPEC_REFERENCE
from specs.choices import Storage

JSON = dict[str, Any]


@extend_schema_field(SPEC_REFERENCE)
class DocumentField(serializers.JSONField):
    pass


class RatingSerializer(serializers.ModelSerializer[Rating]):
    spec_id = serializers.UUIDField(source="revision.spec_id")
    revision = serializers.IntegerField(source="revision.number")
    person = serializers.CharField(source="person.username", default=None, allow_null=True)
    criteria = CriteriaSerializer()
    tags = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Rating
        fields: tuple[str, ...] = (
            "id",
            "spec_id",
            "revision",
            "person",
            "stars",
            "criteria",
            "reason",
            "tags",
            "seconds",
            "created_at",
            "updated_at",
        )


class GivenRatingSerializer(RatingSerializer):
    storage = serializers.ChoiceField(choices=Storage.choices)

    class Meta(RatingSerializer.Meta):
        fields = (*RatingSerializer.Meta.fields, "storage")


class QuickFeedbackSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    spec_id = serializers.UUIDField(source="revision.spec_id")
    revision = serializers.IntegerField(source="revision.number")
    feedback = serializers.ChoiceField(choices=QuickKind.choices, source="kind")
    comment = serializers.CharField()
    created_at = serializers.DateTimeField()


class ComparedSerializer(serializers.Serializer[Any]):
    """One side, without a word on who made it."""

    spec = DocumentField(source="document")


class ComparisonSerializer(serializers.ModelSerializer[Comparison]):
    """Which side is whose can be read once the choice is made."""

    left = ComparedSerializer()
    right = ComparedSerializer()
    choice = serializers.ChoiceField(choices=Choice.choices, allow_null=True)
    preferred_spec_id = serializers.SerializerMethodField()
    preferred_revision = serializers.SerializerMethodField()

    class Meta:
        model = Comparison
        fields = (
            "id",
            "prompt",
            "left",
            "right",
            "choice",
            "preferred_spec_id",
            "preferred_revision",
            "reason",
            "seconds",
            "created_at",
            "decided_at",
        )

    def get_preferred_spec_id(self, comparison: Comparison) -> str | None:
        preferred = comparison.preferred
        return None if preferred is None else str(preferred.spec_id)

    def get_preferred_revision(self, comparison: Comparison) -> int | None:
        preferred = comparison.preferred
        return None if preferred is None else preferred.number

    def to_representation(self, instance: Comparison) -> JSON:
        shown: JSON = super().to_representation(instance)
        shown["choice"] = shown["choice"] or None
        return shown


class CorrectionSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    spec_id = serializers.UUIDField(source="after.spec_id")
    before = serializers.IntegerField(source="before.number")
    after = serializers.IntegerField(source="after.number")
    patch = serializers.JSONField()
    reason = serializers.CharField()
    created_at = serializers.DateTimeField()


class LeaseSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=LeaseState.choices)
    leased_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    submitted_at = serializers.DateTimeField(allow_null=True)


class ReviewRowSerializer(serializers.Serializer[Any]):
    """An item of the queue. `score` is null for as long as it must not be seen."""

    id = serializers.UUIDField()
    spec_id = serializers.UUIDField()
    revision = serializers.IntegerField()
    title = serializers.CharField()
    design_type = serializers.CharField()
    category = serializers.CharField()
    state = serializers.ChoiceField(choices=ItemState.choices)
    reasons = serializers.ListField(child=serializers.CharField())
    reviewers = serializers.IntegerField(help_text="How many people have to rate it.")
    taken = serializers.IntegerField()
    blind = serializers.BooleanField()
    score = serializers.FloatField(allow_null=True)
    decided_by = serializers.CharField(allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    decision_reason = serializers.CharField()
    created_at = serializers.DateTimeField()


class ReviewSerializer(ReviewRowSerializer):
    prompt = serializers.CharField()
    spec = DocumentField()
    lease = LeaseSerializer(allow_null=True)
    ratings = RatingSerializer(many=True)


class AgreementSerializer(serializers.Serializer[Any]):
    alpha = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    units = serializers.IntegerField()
    raters = serializers.IntegerField()
    ratings = serializers.IntegerField()
    verdict = serializers.CharField()


class CriterionAgreementSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    result = AgreementSerializer()


class CalibrationSerializer(serializers.Serializer[Any]):
    reviewer = serializers.CharField()
    ratings = serializers.IntegerField()
    shared = serializers.IntegerField()
    bias = serializers.FloatField(allow_null=True)
    drift = serializers.FloatField(allow_null=True)
    alpha = serializers.FloatField(allow_null=True)


class AgreementReportSerializer(serializers.Serializer[Any]):
    criteria = CriterionAgreementSerializer(many=True)
    reviewers = CalibrationSerializer(many=True)


class LoggedSerializer(serializers.Serializer[Any]):
    success = serializers.BooleanField()
    hidg_id = serializers.UUIDField()
    storage = serializers.ChoiceField(choices=Storage.choices)


class HidgLogSerializer(serializers.ModelSerializer[HidgLog]):
    author = serializers.CharField(source="author.username", default=None, allow_null=True)
    day = serializers.CharField()
    values_reflection = ReflectionSerializer(source="reflection")

    class Meta:
        model = HidgLog
        fields = (
            "id",
            "author",
            "date",
            "day",
            "day_label",
            "task",
            "values_reflection",
            "achievements",
            "technical_notes",
            "created_at",
        )

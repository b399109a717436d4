"""What clients get, for the OpenAPI document and for the resources under `/api/v1/`."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from rl.models import IterationLog, IterationSession, PolicyVersion
from specs.api.fields import SPEC_REFERENCE

Output = serializers.Serializer[Any]


@extend_schema_field(SPEC_REFERENCE)
class SpecField(serializers.JSONField):
    """A spec in the normal form."""


@extend_schema_field({"type": "array", "items": {"type": "object"}})
class OperationsField(serializers.JSONField):
    """A JSON Patch (RFC 6902)."""


@extend_schema_field({"type": "array", "items": {"type": "object"}})
class UsagesField(serializers.JSONField):
    """What each request to a language model cost, with its `purpose`; empty without any."""


class IterationSerializer(Output):
    iteration = serializers.IntegerField()
    action = serializers.CharField()
    agent = serializers.CharField()
    spec_before = SpecField()
    spec_after = SpecField()
    diff = OperationsField()
    score_before = serializers.FloatField()
    score_after = serializers.FloatField()
    improvement = serializers.FloatField()
    reward = serializers.FloatField()
    evaluation = serializers.DictField()
    feedback = serializers.ListField(child=serializers.CharField())


class IteratedSerializer(Output):
    success = serializers.BooleanField()
    session_id = serializers.UUIDField()
    spec_id = serializers.UUIDField()
    prompt = serializers.CharField(allow_null=True)
    total_iterations = serializers.IntegerField()
    iterations = IterationSerializer(many=True)
    initial_score = serializers.FloatField()
    final_score = serializers.FloatField()
    final_spec = SpecField()
    policy_version = serializers.UUIDField(allow_null=True)
    stopped_because = serializers.CharField()
    engine = serializers.CharField(
        allow_null=True, help_text="`llm` where a language model had a hand in the final spec."
    )
    usage = UsagesField()


class CurvePointSerializer(Output):
    episodes = serializers.IntegerField()
    gain = serializers.FloatField()
    steps = serializers.FloatField()
    stops = serializers.FloatField()
    entropy = serializers.FloatField()
    held_out = serializers.FloatField(allow_null=True)


class TrainedSerializer(Output):
    success = serializers.BooleanField()
    session_id = serializers.UUIDField()
    policy_version = serializers.UUIDField()
    steps = serializers.IntegerField()
    episodes = serializers.IntegerField()
    initial_score = serializers.FloatField()
    final_score = serializers.FloatField()
    total_reward = serializers.FloatField()
    learning_curve = CurvePointSerializer(many=True)
    promoted = serializers.BooleanField()
    message = serializers.CharField()


class ContributionSerializer(Output):
    agent = serializers.CharField()
    round = serializers.IntegerField()
    action = serializers.CharField()
    score_before = serializers.FloatField(allow_null=True)
    score_after = serializers.FloatField(allow_null=True)
    duration_ms = serializers.FloatField()
    note = serializers.CharField()


class CoordinationSerializer(Output):
    final_spec = SpecField()
    initial_score = serializers.FloatField()
    final_score = serializers.FloatField()
    rounds = serializers.IntegerField()
    agents_used = serializers.ListField(child=serializers.CharField())
    contributions = ContributionSerializer(many=True)


class CoordinatedOutputSerializer(Output):
    success = serializers.BooleanField()
    session_id = serializers.UUIDField()
    spec_id = serializers.UUIDField()
    result = CoordinationSerializer()
    engine = serializers.CharField(
        allow_null=True, help_text="`llm` where a language model had a hand in the final spec."
    )
    usage = UsagesField()


class SessionSerializer(serializers.ModelSerializer[IterationSession]):
    iterations_url = serializers.SerializerMethodField()

    class Meta:
        model = IterationSession
        fields = (
            "id",
            "kind",
            "prompt",
            "spec",
            "policy",
            "settings",
            "initial_score",
            "final_score",
            "total_reward",
            "stopped_because",
            "created_at",
            "iterations_url",
        )

    def get_iterations_url(self, session: IterationSession) -> str:
        return f"/iterations/{session.pk}"


class StepSerializer(serializers.ModelSerializer[IterationLog]):
    """One step as it was logged, for whoever wants to learn from it."""

    class Meta:
        model = IterationLog
        fields = (
            "number",
            "agent",
            "action",
            "state_hash",
            "mask",
            "probability",
            "patch",
            "score_before",
            "score_after",
            "reward",
            "reward_parts",
            "cost",
            "feedback",
            "created_at",
        )


class PolicySerializer(serializers.ModelSerializer[PolicyVersion]):
    """A version without its weights."""

    class Meta:
        model = PolicyVersion
        fields = (
            "id",
            "parent",
            "algorithm",
            "status",
            "settings",
            "seed",
            "episodes",
            "data_hash",
            "libraries",
            "features_hash",
            "operators_hash",
            "rubric_hash",
            "reward_model",
            "weights_hash",
            "report",
            "created_at",
            "compared_at",
            "promoted_at",
        )

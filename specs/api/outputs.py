"""What clients get: serializers that render and document what `presenters` put together."""

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from specs.api.fields import SpecDocumentField
from specs.choices import DesignType, Engine, Origin, ReviewState
from specs.provenance import Source

Output = serializers.Serializer[Any]


class OriginSerializer(Output):
    """Where one value came from."""

    # A field of DRF has a `source` of its own; the declaration shadows it in the class body only.
    source = serializers.ChoiceField(  # type: ignore[assignment]
        choices=[(source.value, source.value) for source in Source]
    )
    text = serializers.CharField(required=False)
    start = serializers.IntegerField(required=False)
    end = serializers.IntegerField(required=False)
    rule = serializers.CharField(required=False)
    session = serializers.CharField(required=False)
    confidence = serializers.FloatField(required=False)
    alternative = serializers.JSONField(required=False, help_text="The other possible reading.")
    bound = serializers.CharField(required=False, help_text="max, min, about or range.")
    low = serializers.FloatField(required=False)
    high = serializers.FloatField(required=False)


class ProvenanceField(serializers.DictField):
    """A map from JSON pointer to origin, sent as it is stored."""

    child = OriginSerializer()

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text",
            "Where each value came from, by its JSON pointer. `start` and `end` index the prompt "
            "as it was sent, in Unicode code points.",
        )
        super().__init__(**kwargs)

    def to_representation(self, value: Any) -> Any:
        return value


class AssumptionSerializer(Output):
    """A value that nobody stated, with the rule that filled it and why."""

    pointer = serializers.CharField()
    value = serializers.JSONField()
    rule = serializers.CharField()
    reason = serializers.CharField()


class UnmetSerializer(Output):
    """A wish in the prompt that found no place in the spec."""

    text = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    reason = serializers.CharField()


class WarningSerializer(Output):
    """Something a reader should check."""

    code = serializers.CharField()
    detail = serializers.CharField()
    pointer = serializers.CharField(allow_null=True)


class GeneratedSerializer(Output):
    success = serializers.BooleanField()
    spec_id = serializers.UUIDField()
    spec = SpecDocumentField()
    provenance = ProvenanceField()
    assumptions = AssumptionSerializer(many=True)
    unmet = UnmetSerializer(many=True)
    engine = serializers.ChoiceField(choices=Engine.choices)
    model = serializers.CharField(allow_null=True)
    cached = serializers.BooleanField()
    storage = serializers.ChoiceField(choices=["database", "journal"])
    warnings = WarningSerializer(many=True)
    usage = serializers.DictField(child=serializers.JSONField())
    message = serializers.CharField()


class SpecRowSerializer(Output):
    """A spec as lists show it."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    design_type = serializers.ChoiceField(choices=DesignType.choices)
    category = serializers.CharField()
    engine = serializers.ChoiceField(
        choices=Engine.choices, allow_null=True, help_text="Null for a submitted spec."
    )
    model = serializers.CharField(allow_null=True)
    owner = serializers.CharField(allow_null=True)
    revision = serializers.IntegerField(help_text="Number of the latest revision.")
    latest_score = serializers.FloatField(allow_null=True)
    review_state = serializers.ChoiceField(choices=ReviewState.choices)
    accepted_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    prompt_excerpt = serializers.CharField(help_text="The first 200 characters.")


class SpecSerializer(SpecRowSerializer):
    """A spec with its latest revision."""

    prompt_excerpt = None  # type: ignore[assignment]
    prompt = serializers.CharField(
        allow_blank=True, help_text="As it was sent; empty for a spec submitted without one."
    )
    spec = SpecDocumentField()
    provenance = ProvenanceField()
    assumptions = AssumptionSerializer(many=True)
    unmet = UnmetSerializer(many=True)
    warnings = WarningSerializer(many=True)
    usage = serializers.DictField(child=serializers.JSONField())
    links = serializers.DictField(child=serializers.CharField())


class RevisionRowSerializer(Output):
    number = serializers.IntegerField()
    origin = serializers.ChoiceField(choices=Origin.choices)
    author = serializers.CharField(allow_null=True)
    reason = serializers.CharField(allow_blank=True)
    created_at = serializers.DateTimeField()


class RevisionSerializer(RevisionRowSerializer):
    spec = SpecDocumentField()
    provenance = ProvenanceField()
    assumptions = AssumptionSerializer(many=True)
    unmet = UnmetSerializer(many=True)
    warnings = WarningSerializer(many=True)


class PatchOperationSerializer(Output):
    """One operation of a JSON Patch (RFC 6902)."""

    op = serializers.ChoiceField(choices=["add", "remove", "replace"])
    path = serializers.CharField(allow_blank=True)
    value = serializers.JSONField(required=False)


class ChangeSerializer(Output):
    pointer = serializers.CharField()
    change = serializers.ChoiceField(choices=["added", "removed", "changed"])
    before = serializers.JSONField()
    after = serializers.JSONField()
    text = serializers.CharField()


class DiffSerializer(Output):
    to = serializers.IntegerField()
    patch = PatchOperationSerializer(many=True)
    summary = ChangeSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # `from` is a word of Python and cannot be declared in the class body.
        return {"from": serializers.IntegerField(), **super().get_fields()}


class ExportSerializer(Output):
    format = serializers.CharField()
    id = serializers.UUIDField()
    prompt = serializers.CharField(allow_blank=True)
    revision = serializers.IntegerField()
    created_at = serializers.DateTimeField()
    exported_at = serializers.DateTimeField()
    spec = SpecDocumentField()
    provenance = ProvenanceField()
    assumptions = AssumptionSerializer(many=True)
    unmet = UnmetSerializer(many=True)
    warnings = WarningSerializer(many=True)


class NameSerializer(Output):
    name = serializers.CharField()
    aliases = serializers.ListField(child=serializers.CharField())


class MetricSerializer(NameSerializer):
    unit = serializers.CharField()


class DesignTypeSerializer(Output):
    name = serializers.ChoiceField(choices=DesignType.choices)
    categories = NameSerializer(many=True)
    features = NameSerializer(many=True)
    spaces = NameSerializer(many=True)
    materials = NameSerializer(many=True)
    metrics = MetricSerializer(many=True)


@extend_schema_serializer(many=False)
class DesignTypePageSerializer(Output):
    """A page as other lists have it; there are six, so it is the only one."""

    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = DesignTypeSerializer(many=True)

"""What clients send. Unknown fields are ignored and never written."""

from typing import Any

from rest_framework import serializers

from specs.api.fields import (
    ObjectField,
    PromptField,
    RevisionNumberField,
    SpecDocumentField,
    TextField,
)
from specs.choices import DesignType, EngineChoice

Input = serializers.Serializer[dict[str, Any]]


class GenerateSerializer(Input):
    prompt = PromptField(help_text="What is to be designed, in plain language.")
    engine = serializers.ChoiceField(
        choices=EngineChoice.choices,
        default=EngineChoice.AUTO,
        help_text="`auto` takes the best engine there is. `llm` without a configured model is "
        "answered by the rules, with a warning.",
    )
    design_type = serializers.ChoiceField(
        choices=DesignType.choices,
        allow_null=True,
        default=None,
        help_text="Only where the prompt leaves it open; it is read from the prompt otherwise.",
    )


class SpecCreateSerializer(GenerateSerializer):
    """Either a prompt to generate from, or an own spec with the prompt that it answers."""

    prompt = PromptField(required=False, help_text="Required unless `spec` is given.")
    spec = SpecDocumentField(
        required=False, help_text="An own document in the normal form; it is stored as it is."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "prompt" not in attrs and "spec" not in attrs:
            raise serializers.ValidationError(
                {"prompt": "Send a prompt, or an own document as `spec`."}, code="required"
            )
        return attrs


class SpecEditSerializer(Input):
    spec = ObjectField(
        help_text="The whole document, or only what changes (JSON Merge Patch, RFC 7396): null "
        "empties a field, lists are replaced. Naming an assumed value again confirms it."
    )
    reason = TextField(
        required=False, allow_blank=True, default="", max_length=2000, help_text="Why."
    )
    revision = RevisionNumberField(
        required=False,
        allow_null=True,
        default=None,
        help_text="The revision that the edit is based on: 409 when it is not the latest any more.",
    )


class DiffQuerySerializer(Input):
    """Numbers of revisions, from the query string."""

    to = serializers.IntegerField(
        min_value=1, max_value=2**31 - 1, required=False, help_text="The latest by default."
    )

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # `from` is a word of Python and cannot be declared in the class body.
        start = serializers.IntegerField(
            min_value=1, max_value=2**31 - 1, required=False, help_text="The one before `to`."
        )
        return {"from": start, **super().get_fields()}

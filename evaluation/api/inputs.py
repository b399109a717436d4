"""What clients send. Unknown fields are ignored and never written."""

import uuid
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from evaluation.services import MAX_ITEMS, BatchItem, ItemFailure
from specs.api.fields import PROMPT_LENGTH, ObjectField, PromptField
from specs.selectors import parse_id

Input = serializers.Serializer[dict[str, Any]]
LEAST, MOST = PROMPT_LENGTH


class IdField(serializers.UUIDField):
    """In its one spelling. DRF's own field takes numbers too, and braces."""

    def to_internal_value(self, data: Any) -> uuid.UUID:
        key = parse_id(data) if isinstance(data, str) else None
        if key is None:
            self.fail("invalid", value=data)
        return key


class EvaluateSerializer(Input):
    """A stored spec by its id, or a document of one's own."""

    spec = ObjectField(
        required=False,
        help_text="A document in the normal form, in part of it, or in the classic flat shape: "
        "what can be read is judged, and findings say what could not.",
    )
    spec_id = IdField(required=False, help_text="A stored spec of yours.")
    prompt = PromptField(
        required=False,
        allow_null=True,
        default=None,
        help_text="What the spec is to be faithful to; a stored spec's own prompt by default.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("spec" in attrs) == ("spec_id" in attrs):
            both = "spec" in attrs
            detail = "Send one of `spec` and `spec_id`" + (", not both." if both else ".")
            raise serializers.ValidationError({"spec": detail}, code="required")
        return attrs


class SpecEvaluateSerializer(Input):
    prompt = PromptField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Another prompt to judge by; the spec's own by default.",
    )


class ReportQuerySerializer(Input):
    format = serializers.ChoiceField(
        choices=["json", "html"],
        required=False,
        help_text="`html` is a page to read and print, `json` a file to keep.",
    )


@extend_schema_field(
    {
        "anyOf": [
            {
                "type": "object",
                "properties": {
                    "prompt": {"type": "string", "minLength": LEAST, "maxLength": MOST},
                    "spec": {"type": "object", "additionalProperties": {}},
                },
            },
            {"type": "string", "minLength": LEAST, "maxLength": MOST, "description": "A prompt."},
            {"description": "Anything else fails alone, in its place."},
        ]
    }
)
class BatchItemField(serializers.JSONField):
    """A prompt as plain text, or an object with a `prompt`, a `spec`, or both."""


class BatchSerializer(Input):
    """What is to be judged, in order."""  # The body itself is read by `batch_items`.

    items = serializers.ListField(
        child=BatchItemField(),
        min_length=1,
        max_length=MAX_ITEMS,
        help_text=f"1 to {MAX_ITEMS} items.",
    )


def batch_items(body: Any) -> list[BatchItem]:
    """The list itself, or an object that has it as `items`. A bad item is its own problem."""
    items = body.get("items") if isinstance(body, dict) else body
    if not isinstance(items, list):
        raise serializers.ValidationError({"items": "A list of prompts or specs."}, code="required")
    if not 1 <= len(items) <= MAX_ITEMS:
        raise serializers.ValidationError(
            {"items": f"1 to {MAX_ITEMS} items; these are {len(items)}."}, code="size"
        )
    return [batch_item(item) for item in items]


def batch_item(item: Any) -> BatchItem:
    if isinstance(item, str):
        problem = prompt_problem(item, "")
        return BatchItem(problem=problem) if problem else BatchItem(prompt=item)
    if not isinstance(item, dict):
        return refused("not_an_item", "A prompt, or an object with `prompt` or `spec`.", "")
    prompt, document = item.get("prompt"), item.get("spec")
    if prompt is None and document is None:
        return refused("required", "Neither a prompt nor a spec.", "/prompt")
    if prompt is not None:
        problem = prompt_problem(prompt, "/prompt")
        if problem is not None:
            return BatchItem(problem=problem)
    # What is no object is the evaluator's to refuse, as anything else that it cannot read.
    return BatchItem(prompt=prompt, document=document)


def prompt_problem(prompt: Any, pointer: str) -> ItemFailure | None:
    if not isinstance(prompt, str):
        return ItemFailure("not_text", "Not a string.", pointer)
    if not prompt.strip():
        return ItemFailure("blank", "This field may not be blank.", pointer)
    if not LEAST <= len(prompt) <= MOST:
        return ItemFailure("length", f"{LEAST} to {MOST:,} characters.", pointer)
    return None


def refused(code: str, detail: str, pointer: str) -> BatchItem:
    return BatchItem(problem=ItemFailure(code, detail, pointer))

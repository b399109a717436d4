"""What clients send. Whole numbers are whole numbers: "5" and 5.5 are refused."""

from typing import Any, ClassVar

from rest_framework import serializers

from accounts.api.fields import WholeNumberField
from specs.api.fields import PromptField, TextField

Input = serializers.Serializer[dict[str, Any]]
MAX_ITERATIONS = 50
MAX_EPISODES = 4096
MAX_ROUNDS = 20
MAX_LOCKS = 200


class ScoreField(serializers.FloatField):
    """0 to 100, as a number."""

    default_error_messages: ClassVar = {"not_number": "Not a number."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=100, **kwargs)

    def to_internal_value(self, data: Any) -> float:
        if not isinstance(data, int | float) or isinstance(data, bool):
            self.fail("not_number")
        return float(data)


class EditsSerializer(Input):
    """How a spec that is known already is to be improved."""

    n_iter = WholeNumberField(
        min_value=1, max_value=MAX_ITERATIONS, default=3, help_text="Edits at most."
    )
    target_score = ScoreField(
        required=False, allow_null=True, default=None, help_text="Stop when it is reached."
    )
    lock = serializers.ListField(
        child=TextField(max_length=200),
        required=False,
        default=list,
        max_length=MAX_LOCKS,
        help_text="JSON pointers of values that must not change.",
    )


class IterateSerializer(EditsSerializer):
    prompt = PromptField(required=False, help_text="What is to be designed and improved.")
    spec_id = serializers.UUIDField(required=False, help_text="An own stored spec, instead.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("prompt" in attrs) == ("spec_id" in attrs):
            raise serializers.ValidationError(
                {"prompt": "Send either a prompt or a spec_id."}, code="required"
            )
        return attrs


class AdvancedSerializer(Input):
    prompt = PromptField(help_text="The prompt to train on, with others like it.")
    n_iter = WholeNumberField(
        min_value=1, max_value=MAX_EPISODES, default=64, help_text="Episodes to train for."
    )


class CoordinatedSerializer(Input):
    prompt = PromptField(help_text="What is to be designed and improved.")
    target_score = ScoreField(default=90.0, help_text="Stop when it is reached.")
    max_rounds = WholeNumberField(min_value=1, max_value=MAX_ROUNDS, default=5)

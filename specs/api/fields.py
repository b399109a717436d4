"""Fields that take what was sent or refuse it: nothing is coerced, trimmed or guessed."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.api.fields import WholeNumberField

PROMPT_LENGTH = (3, 10_000)
SPEC_REFERENCE = {"$ref": "#/components/schemas/DesignSpec"}


class TextField(serializers.CharField):
    """A string as it is. DRF's own field takes numbers too and trims what it takes."""

    default_error_messages: ClassVar = {"not_text": "Not a string."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(trim_whitespace=False, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("not_text")
        return data


class PromptField(TextField):
    """3 to 10,000 characters, counted in Unicode code points."""

    def __init__(self, **kwargs: Any) -> None:
        least, most = PROMPT_LENGTH
        super().__init__(min_length=least, max_length=most, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        text = super().to_internal_value(data)
        if not text.strip():
            self.fail("blank")
        return text


class ObjectField(serializers.JSONField):
    """A JSON object; what is in it is the service's to judge."""

    default_error_messages: ClassVar = {"not_object": "Not a JSON object."}

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            self.fail("not_object")
        return data


@extend_schema_field(SPEC_REFERENCE)
class SpecDocumentField(ObjectField):
    """A spec in the normal form."""


class RevisionNumberField(WholeNumberField):
    """At least 1."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=2**31 - 1, **kwargs)

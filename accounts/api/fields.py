"""Values in their one JSON type. DRF's own fields take "5", 5.0, "yes" and 1 for an answer too."""

from typing import Any, ClassVar

from rest_framework import serializers


class WholeNumberField(serializers.IntegerField):
    """A JSON number without a fraction."""

    default_error_messages: ClassVar = {"not_integer": "Not an integer."}

    def to_internal_value(self, data: Any) -> int:
        if not isinstance(data, int) or isinstance(data, bool):
            self.fail("not_integer")
        return data


class TrueOrFalseField(serializers.BooleanField):
    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data

"""What clients send: each field is taken as it is or refused with its place."""

import datetime as dt
from typing import Any

from rest_framework import serializers

from accounts.api.fields import WholeNumberField
from feedback.choices import (
    MAX_SECONDS,
    MAX_TAGS,
    MAX_TASK,
    MAX_TEXT,
    Choice,
    Criterion,
    QuickKind,
)
from feedback.knowledge import read
from feedback.services import RatingValues
from feedback.values import VALUES, Reflection, day_contradicts
from specs.api.fields import RevisionNumberField, SpecDocumentField, TextField


class StarsField(WholeNumberField):
    """1 to 5."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=5, **kwargs)


class SecondsField(WholeNumberField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            min_value=0, max_value=MAX_SECONDS, required=False, allow_null=True, **kwargs
        )


class LongTextField(TextField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_TEXT, **kwargs)


class CriteriaSerializer(serializers.Serializer[Any]):
    completeness = StarsField(required=False, allow_null=True)
    format_validity = StarsField(required=False, allow_null=True)
    feasibility = StarsField(required=False, allow_null=True)
    consistency = StarsField(required=False, allow_null=True)
    fidelity = StarsField(required=False, allow_null=True)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := sorted(set(data) - set(Criterion.values))):
            raise serializers.ValidationError({unknown[0][:80]: ["There is no such criterion."]})
        return super().to_internal_value(data)


class RatingInputSerializer(serializers.Serializer[Any]):
    stars = StarsField(help_text="Overall, 1 to 5.")
    criteria = CriteriaSerializer(required=False)
    reason = LongTextField(required=False, allow_blank=True, default="")
    tags = serializers.ListField(
        child=serializers.ChoiceField(choices=()), required=False, max_length=MAX_TAGS
    )
    seconds = SecondsField(help_text="How long the person took.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tags: Any = self.fields["tags"]
        tags.child.choices = list(read("tags"))

    def values(self) -> RatingValues:
        given = self.validated_data
        return RatingValues(
            stars=given["stars"],
            criteria=given.get("criteria", {}),
            reason=given["reason"],
            tags=given.get("tags", ()),
            seconds=given.get("seconds"),
        )


class SpecRatingInputSerializer(RatingInputSerializer):
    revision = RevisionNumberField(required=False, help_text="The latest one by default.")


class QuickFeedbackInputSerializer(serializers.Serializer[Any]):
    feedback = serializers.ChoiceField(choices=QuickKind.choices)
    comment = LongTextField(required=False, allow_blank=True, default="")
    revision = RevisionNumberField(required=False, help_text="The latest one by default.")


class ComparisonInputSerializer(serializers.Serializer[Any]):
    """Two specs of one prompt, or two revisions of one spec."""

    first_spec = serializers.UUIDField()
    second_spec = serializers.UUIDField()
    first_revision = RevisionNumberField(required=False, help_text="The latest one by default.")
    second_revision = RevisionNumberField(required=False, help_text="The latest one by default.")


class ChoiceInputSerializer(serializers.Serializer[Any]):
    choice = serializers.ChoiceField(choices=Choice.choices)
    reason = LongTextField(required=False, allow_blank=True, default="")
    seconds = SecondsField()


class CorrectionInputSerializer(serializers.Serializer[Any]):
    spec = SpecDocumentField(help_text="The corrected spec, whole.")
    revision = RevisionNumberField(help_text="The revision that was corrected.")
    reason = LongTextField(required=False, allow_blank=True, default="")


class DecisionInputSerializer(serializers.Serializer[Any]):
    reason = LongTextField()

    def validate_reason(self, reason: str) -> str:
        if not reason.strip():
            raise serializers.ValidationError("Say why.", code="blank")
        return reason


class ReflectionSerializer(serializers.Serializer[Any]):
    honesty = LongTextField()
    integrity = LongTextField()
    discipline = LongTextField()
    gratitude = LongTextField()

    def to_internal_value(self, data: Any) -> Any:
        values = super().to_internal_value(data)
        empty = {name: ["May not be blank."] for name in VALUES if not values[name].strip()}
        if empty:
            raise serializers.ValidationError(empty)
        return values


class NotesField(serializers.JSONField):
    """Text, a list or an object: kept as it is."""

    default_error_messages = {"too_long": f"More than {MAX_TEXT} characters."}

    def to_internal_value(self, data: Any) -> Any:
        if len(str(data)) > MAX_TEXT:
            self.fail("too_long")
        return data


class LogValuesSerializer(serializers.Serializer[Any]):
    """One entry of the daily log. `day` follows from `date` and may be left out."""

    date = serializers.DateField(help_text="ISO 8601, such as 2026-11-25.")
    day = TextField(
        required=False,
        max_length=20,
        help_text="A weekday or the day of the month, which must be that of `date`; or a count of "
        "your own, such as Day 12.",
    )
    task = TextField(max_length=MAX_TASK)
    values_reflection = ReflectionSerializer()
    achievements = NotesField(required=False, allow_null=True, default=None)
    technical_notes = NotesField(required=False, allow_null=True, default=None)

    def validate_task(self, task: str) -> str:
        if not task.strip():
            raise serializers.ValidationError("May not be blank.", code="blank")
        return task

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        date: dt.date = attrs["date"]
        if "day" in attrs and day_contradicts(attrs["day"], date):
            detail = f"{date} is a {date:%A}, day {date.day} of its month."
            raise serializers.ValidationError({"day": [detail]}, code="contradicts_date")
        return attrs

    def values(self) -> dict[str, Any]:
        """Arguments of the service."""
        given = dict(self.validated_data)
        day = given.pop("day", "")
        given["reflection"] = Reflection.from_json(given.pop("values_reflection"))
        given["day_label"] = day if day.strip().casefold().startswith("day") else ""
        return given

"""What clients get: serializers that render and document what `presenters` put together."""

from typing import Any

from rest_framework import serializers

from evaluation.choices import Grade
from evaluation.criterion import Severity
from specs.api.fields import SpecDocumentField
from specs.api.outputs import PatchOperationSerializer
from specs.choices import DesignType, Storage

Output = serializers.Serializer[Any]


class CriterionScoreSerializer(Output):
    score = serializers.FloatField(allow_null=True, help_text="Null where it does not apply.")
    weight = serializers.FloatField(help_text="Its share of the total.")


class CriteriaScoresSerializer(Output):
    completeness = CriterionScoreSerializer()
    format_validity = CriterionScoreSerializer()
    feasibility = CriterionScoreSerializer()
    consistency = CriterionScoreSerializer()
    fidelity = CriterionScoreSerializer()
    judge = CriterionScoreSerializer(
        required=False, help_text="Where a language model judged too; it counts for nothing."
    )


class FindingSerializer(Output):
    """Why points were lost. All points together are what is missing to 100."""

    rule = serializers.CharField()
    criterion = serializers.CharField()
    severity = serializers.ChoiceField(choices=[(s.value, s.value) for s in Severity])
    pointer = serializers.CharField(
        allow_blank=True, help_text="Where in the document, as it was sent."
    )
    points = serializers.FloatField()
    message = serializers.CharField()
    expected = serializers.CharField(required=False)
    actual = serializers.CharField(required=False)
    # A field of DRF has a `source` of its own; the declaration shadows it in the class body only.
    source = serializers.CharField(allow_blank=True)  # type: ignore[assignment]


class SuggestionSerializer(Output):
    """What would help. It was tried: it wins `gain` points and lowers nothing."""

    action = serializers.CharField()
    pointer = serializers.CharField(allow_blank=True)
    message = serializers.CharField()
    gain = serializers.FloatField()
    patch = PatchOperationSerializer(many=True)


class JudgeAnswerSerializer(Output):
    aspect = serializers.CharField()
    points = serializers.FloatField(help_text="0 to 10.")
    reason = serializers.CharField(allow_blank=True)


class JudgeWarningSerializer(Output):
    code = serializers.CharField()
    detail = serializers.CharField()


class JudgementSerializer(Output):
    """What the language model said; whether that passes follows from the score."""

    score = serializers.FloatField(allow_null=True)
    passed = serializers.BooleanField(allow_null=True)
    model = serializers.CharField()
    prompt_version = serializers.CharField()
    answers = JudgeAnswerSerializer(many=True)
    warnings = JudgeWarningSerializer(many=True)


class PredictedRatingSerializer(Output):
    """What people would say, learnt from their ratings; no part of the score."""

    stars = serializers.FloatField(help_text="The mean, 1 to 5.")
    low = serializers.FloatField(help_text="Lower end of the 95 % interval.")
    high = serializers.FloatField()
    ratings = serializers.IntegerField(help_text="How many ratings and comparisons it rests on.")
    model = serializers.CharField(help_text="Version of the reward model.")


class EvaluationObjectSerializer(Output):
    score = serializers.FloatField(help_text="0 to 100.")
    grade = serializers.ChoiceField(choices=Grade.choices)
    criteria = CriteriaScoresSerializer()
    findings = FindingSerializer(many=True)
    suggestions = SuggestionSerializer(many=True)
    feedback = serializers.ListField(
        child=serializers.CharField(), help_text="The findings' messages."
    )
    rubric_version = serializers.CharField()
    judge = JudgementSerializer(required=False)
    predicted_rating = PredictedRatingSerializer(
        required=False, help_text="Not there before 50 ratings and comparisons were given."
    )


class EvaluatedSerializer(Output):
    success = serializers.BooleanField()
    report_id = serializers.UUIDField()
    spec_id = serializers.UUIDField()
    storage = serializers.ChoiceField(choices=Storage.choices)
    evaluation = EvaluationObjectSerializer()


class ItemErrorSerializer(Output):
    code = serializers.CharField()
    detail = serializers.CharField()
    pointer = serializers.CharField(allow_blank=True, help_text="A place in the item.")


class BatchResultSerializer(Output):
    index = serializers.IntegerField()
    success = serializers.BooleanField()
    report_id = serializers.UUIDField(required=False)
    spec_id = serializers.UUIDField(required=False)
    score = serializers.FloatField(required=False)
    grade = serializers.ChoiceField(choices=Grade.choices, required=False)
    evaluation = EvaluationObjectSerializer(required=False)
    error = ItemErrorSerializer(required=False)


class BatchEvaluatedSerializer(Output):
    success = serializers.BooleanField()
    count = serializers.IntegerField()
    succeeded = serializers.IntegerField()
    failed = serializers.IntegerField()
    results = BatchResultSerializer(many=True, help_text="In the order of the items.")


class EvaluationRowSerializer(Output):
    """An evaluation as lists show it."""

    id = serializers.UUIDField()
    spec_id = serializers.UUIDField()
    revision = serializers.IntegerField()
    title = serializers.CharField()
    owner = serializers.CharField(allow_null=True)
    design_type = serializers.ChoiceField(choices=DesignType.choices)
    score = serializers.FloatField()
    grade = serializers.ChoiceField(choices=Grade.choices)
    rubric_version = serializers.CharField()
    judge_score = serializers.FloatField(allow_null=True)
    created_at = serializers.DateTimeField()


class EvaluationSerializer(EvaluationRowSerializer):
    prompt = serializers.CharField(allow_blank=True)
    evaluation = EvaluationObjectSerializer()
    links = serializers.DictField(child=serializers.CharField())


class FindingsByCriterionSerializer(Output):
    completeness = FindingSerializer(many=True, required=False)
    format_validity = FindingSerializer(many=True, required=False)
    feasibility = FindingSerializer(many=True, required=False)
    consistency = FindingSerializer(many=True, required=False)
    fidelity = FindingSerializer(many=True, required=False)


class ReportSerializer(Output):
    """An evaluation with everything that it rests on."""

    format = serializers.CharField()
    report_id = serializers.UUIDField()
    spec_id = serializers.UUIDField()
    revision = serializers.IntegerField()
    title = serializers.CharField()
    design_type = serializers.ChoiceField(choices=DesignType.choices)
    category = serializers.CharField()
    prompt = serializers.CharField(allow_blank=True)
    score = serializers.FloatField()
    grade = serializers.ChoiceField(choices=Grade.choices)
    rubric_version = serializers.CharField()
    created_at = serializers.DateTimeField()
    findings_by_criterion = FindingsByCriterionSerializer()
    evaluation = EvaluationObjectSerializer()
    spec = SpecDocumentField()
    submitted = serializers.JSONField(
        allow_null=True,
        help_text="The document as it was sent, where it had to be read leniently: pointers and "
        "patches speak of it.",
    )
    links = serializers.DictField(child=serializers.CharField())


class CommonFindingSerializer(Output):
    rule = serializers.CharField()
    criterion = serializers.CharField()
    severity = serializers.ChoiceField(choices=[(s.value, s.value) for s in Severity])
    evaluations = serializers.IntegerField(help_text="How many have it.")
    points = serializers.FloatField(help_text="What it cost in all of them together.")
    example = serializers.CharField(help_text="One of its messages.")


class GradeCountsSerializer(Output):
    A = serializers.IntegerField(required=False)
    B = serializers.IntegerField(required=False)
    C = serializers.IntegerField(required=False)
    D = serializers.IntegerField(required=False)
    E = serializers.IntegerField(required=False)
    F = serializers.IntegerField(required=False)


class CriterionMeansSerializer(Output):
    completeness = serializers.FloatField(allow_null=True)
    format_validity = serializers.FloatField(allow_null=True)
    feasibility = serializers.FloatField(allow_null=True)
    consistency = serializers.FloatField(allow_null=True)
    fidelity = serializers.FloatField(allow_null=True)


class SummarySerializer(Output):
    count = serializers.IntegerField()
    considered = serializers.IntegerField(help_text="The newest of them, which the figures are of.")
    mean_score = serializers.FloatField(allow_null=True)
    grades = GradeCountsSerializer()
    criteria = CriterionMeansSerializer()
    findings = CommonFindingSerializer(many=True)

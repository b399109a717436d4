"""`/api/v1/agreement`: how far reviewers agree, as JSON and as CSV."""

from typing import Any

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView

from feedback.api.outputs import AgreementReportSerializer
from feedback.api.permissions import MaySeeAgreement
from feedback.api.renderers import CsvRenderer
from feedback.exporting import csv_text
from feedback.selectors import agreement_report
from feedback.selectors.ratings import AgreementReport

FORMATS = ("json", "csv")
COLUMNS = ("kind", "name", "alpha", "low", "high", "units", "ratings", "bias", "drift", "verdict")


@extend_schema(tags=["reviews"])
class AgreementView(APIView):
    permission_classes = (MaySeeAgreement,)
    renderer_classes = [*api_settings.DEFAULT_RENDERER_CLASSES, CsvRenderer]  # type: ignore[list-item]

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        # For links, which cannot say what they accept.
        if request.query_params.get("format") == CsvRenderer.format:
            return CsvRenderer(), CsvRenderer.media_type
        return super().perform_content_negotiation(request, force)

    @extend_schema(
        operation_id="agreement",
        summary="How far reviewers agree",
        parameters=[
            OpenApiParameter("format", OpenApiTypes.STR, enum=["json", "csv"], required=False)
        ],
        responses={
            (200, "application/json"): AgreementReportSerializer,
            (200, "text/csv"): OpenApiTypes.STR,
        },
    )
    def get(self, request: Request) -> Response:
        """Krippendorff's alpha (ordinal) per criterion with a 95 % bootstrap interval, and each
        reviewer beside the others: bias in stars, and its drift over the last 30 days. Reviews
        that still run are left out."""
        if request.query_params.get("format", "json") not in FORMATS:
            raise ValidationError({"format": [f"One of {', '.join(FORMATS)}."]})
        report = agreement_report(now=timezone.now())
        if request.accepted_renderer.format == "csv":
            headers = {"Content-Disposition": 'attachment; filename="agreement.csv"'}
            return Response(as_csv(report), headers=headers)
        return Response(AgreementReportSerializer(report).data)


def as_csv(report: AgreementReport) -> str:
    rows: list[tuple[object, ...]] = []
    for criterion in report.criteria:
        r = criterion.result
        interval = (r.alpha, r.low, r.high, r.units, r.ratings)
        rows.append(("criterion", criterion.name, *interval, None, None, r.verdict))
    for one in report.reviewers:
        numbers = (one.shared, one.ratings, one.bias, one.drift)
        rows.append(("reviewer", one.reviewer, one.alpha, None, None, *numbers, None))
    return csv_text(COLUMNS, rows)

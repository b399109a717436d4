"""GET /reports/{id}: an evaluation with all that it rests on, as JSON, as a file, as a page."""

from django.http import HttpResponse
from django.shortcuts import render
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.permissions import PublicIfListed
from accounts.principals import principal_of
from evaluation.api import conditional, presenters
from evaluation.api.evaluate import REPORT_ID
from evaluation.api.evaluations import ETAG, NOT_MODIFIED
from evaluation.api.inputs import ReportQuerySerializer
from evaluation.api.outputs import ReportSerializer
from evaluation.page import report_page
from evaluation.selectors import evaluation_for_report
from specs.api.parameters import IF_NONE_MATCH

FORMAT = OpenApiParameter(
    "format",
    OpenApiTypes.STR,
    OpenApiParameter.QUERY,
    enum=["json", "html"],
    description="`html` is a page to read and print, `json` a file to keep.",
)


class ReportView(APIView):
    """The id is all that it takes where reports are public: it cannot be guessed."""

    endpoint = "reports"
    permission_classes = (PublicIfListed,)

    @extend_schema(
        operation_id="report",
        summary="Read the report of an evaluation",
        tags=["evaluate"],
        parameters=[REPORT_ID, FORMAT, IF_NONE_MATCH, ETAG],
        responses={
            (200, "application/json"): ReportSerializer,
            (200, "text/html"): OpenApiTypes.STR,
            304: NOT_MODIFIED,
        },
    )
    def get(self, request: Request, report_id: str) -> HttpResponse:
        query = ReportQuerySerializer(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        evaluation = evaluation_for_report(principal=principal_of(request), report_id=report_id)
        if evaluation is None:
            raise NotFound
        form = query.validated_data.get("format")
        if form == "html":
            # Not by ETag: the frame around the report is the reader's own.
            return render(request._request, "evaluation/report.html", report_page(evaluation))
        headers = {"ETag": conditional.etag_of(evaluation), "Cache-Control": "private, no-cache"}
        if conditional.is_known(request, evaluation):
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers=headers)
        if form == "json":
            filename = f"report-{evaluation.pk}.json"
            headers["Content-Disposition"] = f'attachment; filename="{filename}"'
        return Response(presenters.report(evaluation), headers=headers)

"""/api/v1/evaluations/: list, read, and a summary of many."""

from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.permissions import Scoped
from accounts.principals import principal_of
from evaluation.api import conditional, presenters
from evaluation.api.filters import EvaluationFilter, EvaluationOrdering
from evaluation.api.outputs import (
    EvaluationRowSerializer,
    EvaluationSerializer,
    SummarySerializer,
)
from evaluation.models import Evaluation
from evaluation.selectors import (
    evaluations_for_detail,
    evaluations_for_list,
    evaluations_visible_to,
    summary_of,
)
from specs.api.parameters import IF_NONE_MATCH, response_header
from specs.selectors import parse_id

ETAG = response_header("ETag", "Names this evaluation; it never changes.", 200)
NOT_MODIFIED = OpenApiResponse(description="What you have is what there is.")
EVALUATION_ID = OpenApiParameter(
    "evaluation_id", OpenApiTypes.UUID, OpenApiParameter.PATH, description="Id of the evaluation."
)


@extend_schema(tags=["evaluate"])
class EvaluationViewSet(GenericViewSet[Evaluation]):
    """You see your own evaluations, staff see all. What you may not see is 404."""

    permission_classes = (Scoped,)
    serializer_class = EvaluationSerializer
    filter_backends = (DjangoFilterBackend, EvaluationOrdering)
    filterset_class = EvaluationFilter
    lookup_url_kwarg = "evaluation_id"

    def get_queryset(self) -> QuerySet[Evaluation]:
        return evaluations_for_list(principal_of(self.request))

    @extend_schema(
        summary="Your evaluations, newest first (everybody's for staff)",
        responses={200: EvaluationRowSerializer(many=True)},
    )
    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(
            [presenters.row(evaluation) for evaluation in page or ()]
        )

    @extend_schema(
        summary="One evaluation with its findings",
        parameters=[EVALUATION_ID, IF_NONE_MATCH, ETAG],
        responses={200: EvaluationSerializer, 304: NOT_MODIFIED},
    )
    def retrieve(self, request: Request, evaluation_id: str) -> Response:
        key = parse_id(evaluation_id)
        evaluation = (
            evaluations_for_detail(principal_of(request)).filter(pk=key).first() if key else None
        )
        if evaluation is None:
            raise NotFound
        headers = {"ETag": conditional.etag_of(evaluation)}
        if conditional.is_known(request, evaluation):
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers=headers)
        return Response(presenters.detail(evaluation), headers=headers)

    @extend_schema(
        summary="Grades, means by criterion and commonest findings",
        responses={200: SummarySerializer(many=False)},
        filters=True,
    )
    @action(detail=False, pagination_class=None, filter_backends=(DjangoFilterBackend,))
    def summary(self, request: Request) -> Response:
        """Over what the filters leave, and of that the newest 10,000."""
        chosen: Any = self.filter_queryset(evaluations_visible_to(principal_of(request)))
        return Response(SummarySerializer(summary_of(chosen)).data)

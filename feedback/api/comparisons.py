"""/api/v1/comparisons/: two specs for one prompt, side by side, sides drawn by lot."""

import uuid

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import mixins, status
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.api.conditional import TaggedByContent
from accounts.api.idempotency import IdempotentPosts
from accounts.permissions import Scoped
from accounts.principals import principal_of, user_of
from accounts.ratelimits import limited
from feedback.api.inputs import ChoiceInputSerializer, ComparisonInputSerializer
from feedback.api.outputs import ComparisonSerializer
from feedback.api.permissions import MayReview
from feedback.api.ratings import revision_named
from feedback.models import Comparison
from feedback.selectors import comparison_of, comparisons_visible_to
from feedback.services import comparison_choose, comparison_next, comparison_open


@extend_schema(tags=["feedback"])
@limited("comparisons", methods=("POST",))
class ComparisonViewSet(
    IdempotentPosts,
    TaggedByContent,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    GenericViewSet[Comparison],
):
    permission_classes = (Scoped,)
    serializer_class = ComparisonSerializer
    queryset = Comparison.objects.none()
    lookup_value_regex = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"

    def get_queryset(self) -> QuerySet[Comparison]:
        visible = comparisons_visible_to(principal_of(self.request))
        return visible.select_related("first", "second")

    @extend_schema(
        summary="Put two specs of one prompt side by side",
        request=ComparisonInputSerializer,
        responses={201: ComparisonSerializer},
    )
    def create(self, request: Request) -> Response:
        """The sides are drawn here and kept. Specs of two prompts cannot be compared: 422."""
        body = ComparisonInputSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        comparison = comparison_open(
            first=revision_named(request, str(given["first_spec"]), given.get("first_revision")),
            second=revision_named(request, str(given["second_spec"]), given.get("second_revision")),
            person=user_of(request),
            now=timezone.now(),
        )
        return Response(
            ComparisonSerializer(comparison).data,
            status=status.HTTP_201_CREATED,
            headers={"Location": f"/api/v1/comparisons/{comparison.pk}/"},
        )

    @extend_schema(
        summary="The next pair that waits for a reviewer",
        request=None,
        responses={
            200: ComparisonSerializer,
            204: OpenApiResponse(description="Nothing waits for you."),
        },
    )
    @action(detail=False, methods=["post"], permission_classes=[MayReview])
    def next(self, request: Request) -> Response:
        comparison = comparison_next(person=user_of(request), now=timezone.now())
        if comparison is None:
            return Response(status=status.HTTP_204_NO_CONTENT)
        return Response(ComparisonSerializer(comparison).data)

    @extend_schema(
        summary="Say which side you prefer",
        request=ChoiceInputSerializer,
        responses={200: ComparisonSerializer},
    )
    @action(detail=True, methods=["post"])
    def choice(self, request: Request, pk: str) -> Response:
        """`tie` where both are as good, `both_bad` where neither will do. It cannot be changed."""
        body = ChoiceInputSerializer(data=request.data)
        comparison = comparison_of(user_of(request), uuid.UUID(pk))
        if comparison is None:
            raise NotFound
        body.is_valid(raise_exception=True)
        comparison = comparison_choose(
            comparison_id=comparison.pk,
            person=user_of(request),
            now=timezone.now(),
            **body.validated_data,
        )
        return Response(ComparisonSerializer(comparison).data)

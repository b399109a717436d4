"""/api/v1/reviews/: the queue, the place a reviewer holds, and a lead's decision."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.principals import principal_of, user_of
from accounts.ratelimits import limited
from feedback.api import presenters
from feedback.api.inputs import DecisionInputSerializer, RatingInputSerializer
from feedback.api.outputs import LeaseSerializer, ReviewRowSerializer, ReviewSerializer
from feedback.api.permissions import MayDecide, MayReview
from feedback.choices import ItemState
from feedback.errors import LeaseLost
from feedback.models import ReviewItem
from feedback.selectors import lease_of, review_items
from feedback.services import (
    lease_extend,
    lease_next,
    lease_release,
    lease_submit,
    lease_take,
    review_accept,
    review_return,
)

LOST = OpenApiResponse(description="The place was given back meanwhile; `detail` says what to do.")


class ReviewFilter(filters.FilterSet):
    state = filters.ChoiceFilter(choices=ItemState.choices)
    design_type = filters.CharFilter(field_name="revision__spec__design_type")
    category = filters.CharFilter(field_name="revision__spec__category")

    class Meta:
        model = ReviewItem
        fields: tuple[str, ...] = ()


@extend_schema(tags=["reviews"])
@limited("reviews", methods=("POST",))
class ReviewViewSet(GenericViewSet[ReviewItem]):
    permission_classes = (MayReview,)
    serializer_class = ReviewSerializer
    filterset_class = ReviewFilter
    queryset = ReviewItem.objects.none()
    lookup_value_regex = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"

    def get_queryset(self) -> QuerySet[ReviewItem]:
        return review_items(principal_of(self.request))

    def item(self, pk: str) -> ReviewItem:
        item = self.get_queryset().filter(pk=uuid.UUID(pk)).first()
        if item is None:
            raise NotFound
        return item

    def shown(self, item_id: Any) -> Response:
        item = self.item(str(item_id))
        return Response(ReviewSerializer(presenters.review(item, user_of(self.request))).data)

    @extend_schema(
        summary="The review queue, newest first", responses={200: ReviewRowSerializer(many=True)}
    )
    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        rows = presenters.review_rows(page, user_of(request))
        return self.get_paginated_response(ReviewRowSerializer(rows, many=True).data)

    @extend_schema(summary="One review", responses={200: ReviewSerializer})
    def retrieve(self, request: Request, pk: str) -> Response:
        """Others' ratings and the machine's score are hidden until you have submitted yours."""
        return self.shown(pk)

    @extend_schema(
        summary="Take the review that most is learnt from",
        request=None,
        responses={
            200: ReviewSerializer,
            204: OpenApiResponse(description="Nothing is free for you now."),
        },
    )
    @action(detail=False, methods=["post"], filter_backends=())
    def next(self, request: Request) -> Response:
        """The one that you hold already, while its time lasts."""
        lease = lease_next(reviewer=user_of(request), now=timezone.now())
        if lease is None:
            return Response(status=status.HTTP_204_NO_CONTENT)
        return self.shown(lease.item_id)

    @extend_schema(summary="Take this review", request=None, responses={200: ReviewSerializer})
    @action(detail=True, methods=["post"], filter_backends=())
    def take(self, request: Request, pk: str) -> Response:
        """What you held elsewhere is given back."""
        item = self.item(pk)
        lease_take(item_id=item.pk, reviewer=user_of(request), now=timezone.now())
        return self.shown(pk)

    @extend_schema(
        summary="Hold it longer", request=None, responses={200: LeaseSerializer, 409: LOST}
    )
    @action(detail=True, methods=["post"], filter_backends=())
    def extend(self, request: Request, pk: str) -> Response:
        lease = lease_extend(
            lease_id=self.own_lease(request, pk), reviewer=user_of(request), now=timezone.now()
        )
        return Response(LeaseSerializer(lease).data)

    @extend_schema(
        summary="Give it back", request=None, responses={204: OpenApiResponse(description="Done.")}
    )
    @action(detail=True, methods=["post"], filter_backends=())
    def release(self, request: Request, pk: str) -> Response:
        lease = lease_of(user_of(request), self.item(pk))
        if lease is not None:
            lease_release(lease_id=lease.pk, reviewer=user_of(request))
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(
        summary="Submit your rating",
        request=RatingInputSerializer,
        responses={200: ReviewSerializer, 409: LOST},
    )
    @action(detail=True, methods=["post"], filter_backends=())
    def submit(self, request: Request, pk: str) -> Response:
        """It is final: what the others said can be read after it."""
        body = RatingInputSerializer(data=request.data)
        lease_id = self.own_lease(request, pk)
        body.is_valid(raise_exception=True)
        lease_submit(
            lease_id=lease_id, reviewer=user_of(request), values=body.values(), now=timezone.now()
        )
        return self.shown(pk)

    @extend_schema(
        summary="Accept the spec",
        request=DecisionInputSerializer,
        responses={200: ReviewSerializer},
    )
    @action(detail=True, methods=["post"], permission_classes=[MayDecide], filter_backends=())
    def accept(self, request: Request, pk: str) -> Response:
        """By a lead, once everybody has rated."""
        return self.decided(request, pk, review_accept)

    @extend_schema(
        summary="Return the spec to its author",
        request=DecisionInputSerializer,
        responses={200: ReviewSerializer},
    )
    @action(
        detail=True,
        methods=["post"],
        url_path="return",
        permission_classes=[MayDecide],
        filter_backends=(),
    )
    def give_back(self, request: Request, pk: str) -> Response:
        """By a lead, once everybody has rated; feedback for the next iteration is written."""
        return self.decided(request, pk, review_return)

    def decided(self, request: Request, pk: str, decide: Any) -> Response:
        body = DecisionInputSerializer(data=request.data)
        item = self.item(pk)
        body.is_valid(raise_exception=True)
        decide(
            item_id=item.pk,
            by=user_of(request),
            reason=body.validated_data["reason"],
            now=timezone.now(),
        )
        return self.shown(pk)

    def own_lease(self, request: Request, pk: str) -> uuid.UUID:
        lease = lease_of(user_of(request), self.item(pk))
        if lease is None:
            raise LeaseLost("You hold no place of this review.")
        return lease.pk

"""Ratings of one spec, all ratings, and quick feedback."""

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from accounts.api.conditional import TaggedByContent
from accounts.api.idempotency import IdempotentPosts
from accounts.journal import DATABASE_AWAY
from accounts.permissions import Scoped
from accounts.principals import principal_of, user_of
from accounts.ratelimits import limited
from feedback.api.inputs import QuickFeedbackInputSerializer, SpecRatingInputSerializer
from feedback.api.outputs import (
    GivenRatingSerializer,
    QuickFeedbackSerializer,
    RatingSerializer,
)
from feedback.models import Rating
from feedback.selectors import quick_feedback_visible_to, ratings_visible_to
from feedback.services import quick_feedback_give, rating_journal, rating_submit
from specs.api.parameters import SPEC_ID
from specs.api.specs import revision_or_404, spec_or_404
from specs.models import SpecRevision


def revision_named(request: Request, spec_id: str, number: int | None) -> SpecRevision:
    """The revision of a spec that the caller may see. Raises NotFound for everything else."""
    spec = spec_or_404(request, spec_id)
    revision = spec.latest if number is None else revision_or_404(spec, number)
    revision.spec = spec
    return revision


@extend_schema(tags=["feedback"], parameters=[SPEC_ID])
@limited("ratings", methods=("POST",))
class SpecRatingsView(IdempotentPosts, APIView):
    """`/api/v1/specs/{id}/ratings`."""

    permission_classes = (Scoped,)

    @extend_schema(
        operation_id="spec_ratings_list",
        summary="The ratings of a spec that you may see",
        responses={200: RatingSerializer(many=True)},
    )
    def get(self, request: Request, spec_id: str) -> Response:
        """Your own; for staff others' too, once a blind review of theirs is submitted."""
        spec = spec_or_404(request, spec_id)
        ratings = ratings_visible_to(principal_of(request)).filter(revision__spec=spec)
        return Response(RatingSerializer(ratings.select_related("revision"), many=True).data)

    @extend_schema(
        operation_id="spec_ratings_create",
        summary="Rate a spec from 1 to 5",
        request=SpecRatingInputSerializer,
        responses=dict.fromkeys((200, 201, 202), GivenRatingSerializer),
    )
    def post(self, request: Request, spec_id: str) -> Response:
        """One rating per person and revision: a second one replaces the first and answers 200.

        202 with `"storage": "journal"` says that the database is away: the id is final, and the
        rating is stored when it is back. Only a spec of your own that you read or made in the last
        minutes can be rated then; for any other, and for staff, the answer is 503."""
        body = SpecRatingInputSerializer(data=request.data)
        try:
            rating, code = self.submitted(request, spec_id, body)
        except DATABASE_AWAY:
            body.is_valid(raise_exception=True)
            kept = rating_journal(
                spec_id=spec_id,
                number=body.validated_data.get("revision"),
                person=user_of(request),
                values=body.values(),
            )
            if kept is None:
                raise
            rating, code = kept, status.HTTP_202_ACCEPTED
        headers = {"Location": f"/api/v1/ratings/{rating.pk}/"}
        return Response(GivenRatingSerializer(rating).data, status=code, headers=headers)

    def submitted(
        self, request: Request, spec_id: str, body: SpecRatingInputSerializer
    ) -> tuple[Rating, int]:
        spec_or_404(request, spec_id)
        body.is_valid(raise_exception=True)
        revision = revision_named(request, spec_id, body.validated_data.get("revision"))
        rating, created = rating_submit(
            revision=revision, person=user_of(request), values=body.values()
        )
        return rating, status.HTTP_201_CREATED if created else status.HTTP_200_OK


@extend_schema(tags=["feedback"], parameters=[SPEC_ID])
@limited("ratings", methods=("POST",))
class QuickFeedbackView(IdempotentPosts, APIView):
    """`/api/v1/specs/{id}/feedback`."""

    permission_classes = (Scoped,)

    @extend_schema(
        operation_id="spec_feedback_list",
        summary="The quick feedback on a spec that you may see",
        responses={200: QuickFeedbackSerializer(many=True)},
    )
    def get(self, request: Request, spec_id: str) -> Response:
        spec = spec_or_404(request, spec_id)
        given = quick_feedback_visible_to(principal_of(request)).filter(revision__spec=spec)
        return Response(QuickFeedbackSerializer(given.select_related("revision"), many=True).data)

    @extend_schema(
        operation_id="spec_feedback_create",
        summary="A thumb up or down, or that you took the spec or not",
        request=QuickFeedbackInputSerializer,
        responses={200: QuickFeedbackSerializer, 201: QuickFeedbackSerializer},
    )
    def post(self, request: Request, spec_id: str) -> Response:
        """The last thumb counts, and the last of accepted and rejected."""
        body = QuickFeedbackInputSerializer(data=request.data)
        spec_or_404(request, spec_id)
        body.is_valid(raise_exception=True)
        given, created = quick_feedback_give(
            revision=revision_named(request, spec_id, body.validated_data.get("revision")),
            person=user_of(request),
            kind=body.validated_data["feedback"],
            comment=body.validated_data["comment"],
        )
        code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
        return Response(QuickFeedbackSerializer(given).data, status=code)


class RatingFilter(filters.FilterSet):
    spec = filters.UUIDFilter(field_name="revision__spec")
    stars = filters.NumberFilter(min_value=1, max_value=5)

    class Meta:
        model = Rating
        fields: tuple[str, ...] = ()


@extend_schema(tags=["feedback"])
class RatingViewSet(
    TaggedByContent,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    GenericViewSet[Rating],
):
    """Ratings that you may see, newest first."""

    permission_classes = (Scoped,)
    serializer_class = RatingSerializer
    filterset_class = RatingFilter
    queryset = Rating.objects.none()
    lookup_value_regex = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"

    def get_queryset(self) -> QuerySet[Rating]:
        ratings = ratings_visible_to(principal_of(self.request))
        return ratings.select_related("revision").defer(
            "revision__document",
            "revision__provenance",
            "revision__assumptions",
            "revision__unmet",
            "revision__warnings",
            "revision__usage",
        )

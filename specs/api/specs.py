"""/api/v1/specs/: create, list, read, edit, compare, export and look at specs."""

from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.api.idempotency import IdempotentPosts
from accounts.api.schema import PROBLEM_TYPE, ProblemSerializer
from accounts.permissions import Scoped
from accounts.principals import principal_of
from accounts.ratelimits import limited
from specs import preview
from specs.api import conditional, examples, presenters
from specs.api.documents import pointers_under
from specs.api.filters import SpecFilter, SpecOrdering
from specs.api.generate import caller
from specs.api.inputs import DiffQuerySerializer, SpecCreateSerializer, SpecEditSerializer
from specs.api.outputs import (
    DiffSerializer,
    ExportSerializer,
    SpecRowSerializer,
    SpecSerializer,
)
from specs.api.parameters import (
    DIFF,
    ETAG,
    IDEMPOTENCY_KEY,
    IF_MATCH,
    IF_NONE_MATCH,
    LOCATION,
    SPEC_ID,
)
from specs.design import DesignSpec
from specs.models import Spec, SpecRevision
from specs.selectors import revision_get, spec_get, specs_for_list
from specs.services import (
    RevisionConflict,
    revision_diff,
    revision_edit,
    spec_generate,
    spec_submit,
)

NOT_MODIFIED = OpenApiResponse(description="What you have is what there is.")


def spec_or_404(request: Request, spec_id: str) -> Spec:
    """Somebody else's is answered exactly as one that is not there."""
    spec = spec_get(principal=principal_of(request), spec_id=spec_id)
    if spec is None:
        raise NotFound
    return spec


@extend_schema(tags=["specs"])
@limited("specs", methods=("POST", "PATCH"))
class SpecViewSet(IdempotentPosts, GenericViewSet[Spec]):
    """You see your own specs, staff see all. What you may not see is 404."""

    permission_classes = (Scoped,)
    serializer_class = SpecSerializer
    filter_backends = (DjangoFilterBackend, SpecOrdering)
    filterset_class = SpecFilter
    lookup_url_kwarg = "spec_id"

    def get_queryset(self) -> QuerySet[Spec]:
        return specs_for_list(principal_of(self.request))

    @extend_schema(
        summary="Your specs, newest first (everybody's for staff)",
        responses={200: SpecRowSerializer(many=True)},
    )
    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        rows = [presenters.row(spec) for spec in page or ()]
        return self.get_paginated_response(SpecRowSerializer(rows, many=True).data)

    @extend_schema(
        summary="Store a spec: generated from a prompt, or your own",
        parameters=[IDEMPOTENCY_KEY, LOCATION, ETAG],
        request=SpecCreateSerializer,
        responses={201: SpecSerializer},
        examples=examples.SPEC_CREATE,
    )
    def create(self, request: Request) -> Response:
        body = SpecCreateSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        values = dict(body.validated_data)
        if "spec" in values:
            with pointers_under("/spec"):
                spec = spec_submit(
                    document=values["spec"], owner=caller(request), prompt=values.get("prompt")
                )
        else:
            spec = spec_generate(owner=caller(request), **values)
        response = self.presented(spec, status.HTTP_201_CREATED)
        response["Location"] = presenters.spec_path(spec)
        return response

    @extend_schema(
        summary="One spec with its latest revision",
        parameters=[SPEC_ID, IF_NONE_MATCH, ETAG],
        responses={200: SpecSerializer, 304: NOT_MODIFIED},
    )
    def retrieve(self, request: Request, spec_id: str) -> Response:
        spec = spec_or_404(request, spec_id)
        if conditional.is_known(request, spec):
            return self.unchanged(spec)
        return self.presented(spec)

    @extend_schema(
        summary="Edit a spec: makes a new revision",
        parameters=[SPEC_ID, IF_MATCH, ETAG],
        request={
            "application/json": SpecEditSerializer,
            "application/merge-patch+json": SpecEditSerializer,
        },
        responses={
            200: SpecSerializer,
            (409, PROBLEM_TYPE): OpenApiResponse(
                ProblemSerializer, "`revision` is not the latest any more."
            ),
            (412, PROBLEM_TYPE): OpenApiResponse(
                ProblemSerializer, "`If-Match` names a state that was edited since."
            ),
        },
        examples=examples.SPEC_EDIT,
    )
    def partial_update(self, request: Request, spec_id: str) -> Response:
        """An edit that changes nothing makes no revision."""
        spec = spec_or_404(request, spec_id)
        conditional.check_precondition(request, spec)
        body = SpecEditSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        edit = body.validated_data
        guarded = conditional.has_precondition(request)
        try:
            with pointers_under("/spec"):
                revision_edit(
                    spec=spec,
                    changes_made=edit["spec"],
                    author=caller(request),
                    reason=edit["reason"],
                    based_on=spec.latest.number if guarded else edit["revision"],
                )
        except RevisionConflict as conflict:
            if guarded:
                raise conditional.PreconditionFailed from conflict
            raise
        return self.presented(spec_or_404(request, spec_id))

    @extend_schema(
        summary="What changed between two revisions",
        parameters=[SPEC_ID, *DIFF],
        responses={200: DiffSerializer},
    )
    @action(detail=True, filter_backends=())
    def diff(self, request: Request, spec_id: str) -> Response:
        """As a JSON Patch (RFC 6902) and in words; the latest change by default."""
        spec = spec_or_404(request, spec_id)
        query = DiffQuerySerializer(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        to = query.validated_data.get("to", spec.latest.number)
        start = query.validated_data.get("from", max(to - 1, 1))
        before, after = revision_or_404(spec, start), revision_or_404(spec, to)
        return Response(DiffSerializer(revision_diff(before=before, after=after)).data)

    @extend_schema(
        summary="Download a spec with its provenance",
        parameters=[SPEC_ID],
        responses={200: ExportSerializer},
    )
    @action(detail=True, filter_backends=())
    def export(self, request: Request, spec_id: str) -> Response:
        spec = spec_or_404(request, spec_id)
        filename = f"spec-{spec.pk}.json"
        return Response(
            ExportSerializer(presenters.exported(spec)).data,
            headers={"Content-Disposition": f'attachment; filename="{filename}"'},
        )

    @extend_schema(
        summary="A drawing to scale of what is known",
        parameters=[SPEC_ID, IF_NONE_MATCH],
        responses={(200, "image/svg+xml"): OpenApiTypes.STR, 304: NOT_MODIFIED},
    )
    def preview(self, request: Request, spec_id: str) -> Response:
        spec = spec_or_404(request, spec_id)
        if conditional.is_known(request, spec):
            return self.unchanged(spec)
        assumed = {assumption["pointer"] for assumption in spec.latest.assumptions}
        drawing = preview.draw(DesignSpec.from_json(spec.latest.document), assumed=assumed)
        headers = {
            "ETag": conditional.etag_of(spec),
            "Cache-Control": "private, no-cache",
            "Content-Security-Policy": preview.CONTENT_SECURITY_POLICY,
        }
        return Response(drawing, headers=headers, content_type="image/svg+xml; charset=utf-8")

    def presented(self, spec: Spec, code: int = status.HTTP_200_OK) -> Response:
        body: Any = SpecSerializer(presenters.detail(spec)).data
        return Response(body, status=code, headers={"ETag": conditional.etag_of(spec)})

    def unchanged(self, spec: Spec) -> Response:
        headers = {"ETag": conditional.etag_of(spec)}
        return Response(status=status.HTTP_304_NOT_MODIFIED, headers=headers)


def revision_or_404(spec: Spec, number: int | str) -> SpecRevision:
    revision = revision_get(spec=spec, number=str(number))
    if revision is None:
        raise NotFound
    return revision

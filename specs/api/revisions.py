"""/api/v1/specs/{id}/revisions/: every state that a spec was in."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.api.conditional import TaggedByContent
from accounts.permissions import Scoped
from specs.api import presenters
from specs.api.filters import NewestRevisionFirst
from specs.api.outputs import RevisionRowSerializer, RevisionSerializer
from specs.api.parameters import REVISION_NUMBER, SPEC_ID
from specs.api.specs import revision_or_404, spec_or_404
from specs.models import SpecRevision
from specs.selectors import revisions_of


@extend_schema(tags=["specs"])
class RevisionViewSet(TaggedByContent, GenericViewSet[SpecRevision]):
    """A revision is never edited; the next one takes its place."""

    permission_classes = (Scoped,)
    serializer_class = RevisionSerializer
    lookup_field = "number"
    filter_backends = (NewestRevisionFirst,)

    def get_queryset(self) -> QuerySet[SpecRevision]:
        return SpecRevision.objects.none()

    @extend_schema(
        summary="The revisions of a spec, latest first",
        parameters=[SPEC_ID],
        responses={200: RevisionRowSerializer(many=True)},
    )
    def list(self, request: Request, spec_id: str) -> Response:
        spec = spec_or_404(request, spec_id)
        page = self.paginate_queryset(revisions_of(spec).without_documents())
        rows = [presenters.revision_row(revision) for revision in page or ()]
        return self.get_paginated_response(RevisionRowSerializer(rows, many=True).data)

    @extend_schema(
        summary="One revision with its document",
        parameters=[SPEC_ID, REVISION_NUMBER],
        responses={200: RevisionSerializer},
    )
    def retrieve(self, request: Request, spec_id: str, number: str) -> Response:
        revision = revision_or_404(spec_or_404(request, spec_id), number)
        return Response(RevisionSerializer(presenters.revision_detail(revision)).data)

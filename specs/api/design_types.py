"""/api/v1/design-types/: what can be designed, and the words for it."""

from dataclasses import asdict

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.api.conditional import TaggedByContent
from accounts.permissions import Scoped
from specs.api.outputs import DesignTypePageSerializer, DesignTypeSerializer
from specs.api.parameters import DESIGN_TYPE
from specs.selectors import design_type_get, design_types


@extend_schema(tags=["design types"])
class DesignTypeViewSet(TaggedByContent, ViewSet):
    """Canonical names, each with the other ways in which people write it."""

    permission_classes = (Scoped,)
    serializer_class = DesignTypeSerializer
    lookup_url_kwarg = lookup_field = "name"

    @extend_schema(
        summary="Every design type with its vocabulary",
        operation_id="design_types_list",
        responses={200: DesignTypePageSerializer},
    )
    def list(self, request: Request) -> Response:
        results = [asdict(each) for each in design_types()]
        page = {"next": None, "previous": None, "results": results}
        return Response(DesignTypePageSerializer(page).data)

    @extend_schema(
        summary="The vocabulary of one design type",
        parameters=[DESIGN_TYPE],
        responses={200: DesignTypeSerializer},
    )
    def retrieve(self, request: Request, name: str) -> Response:
        vocabulary = design_type_get(name)
        if vocabulary is None:
            raise NotFound
        return Response(DesignTypeSerializer(asdict(vocabulary)).data)

"""`/api/v1/sessions/` and `/api/v1/policies/`."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils.http import parse_etags
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Scoped, StaffOnly
from accounts.principals import principal_of
from accounts.ratelimits import limited
from rl.api.outputs import CurvePointSerializer, PolicySerializer, SessionSerializer, StepSerializer
from rl.models import IterationSession, PolicyVersion
from rl.selectors import policy_list, sessions_told_to
from rl.services import policy_promote, policy_rollback

IF_NONE = "If-None-Match"
UUID_PATTERN = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"


class Tagged(mixins.RetrieveModelMixin):
    """304 for a reader who has the object already; the viewset says what names its state."""

    get_object: Callable[[], Any]
    get_serializer: Callable[..., Any]

    def tag(self, row: Any) -> str:
        raise NotImplementedError

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        row = self.get_object()
        tag = f'"{self.tag(row)}"'
        sent = {name.removeprefix("W/") for name in parse_etags(request.headers.get(IF_NONE, ""))}
        if "*" in sent or tag in sent:
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers={"ETag": tag})
        return Response(self.get_serializer(row).data, headers={"ETag": tag})


@extend_schema_view(
    list=extend_schema(summary="List learning sessions"),
    retrieve=extend_schema(summary="Read a learning session"),
)
@extend_schema(tags=["learning"])
class SessionViewSet(Tagged, mixins.ListModelMixin, viewsets.GenericViewSet[IterationSession]):
    """Your sessions, newest first."""

    queryset = IterationSession.objects.none()
    serializer_class = SessionSerializer
    permission_classes = (Scoped,)
    filterset_fields = ("kind", "spec", "policy", "stopped_because")
    lookup_value_regex = UUID_PATTERN

    def tag(self, row: IterationSession) -> str:
        """A session never changes."""
        return row.pk.hex

    def get_queryset(self) -> QuerySet[IterationSession]:
        return sessions_told_to(principal_of(self.request)).defer("result")

    @extend_schema(summary="The steps of a session", responses=StepSerializer(many=True))
    @action(detail=True, pagination_class=None, filter_backends=())
    def steps(self, request: Request, pk: str) -> Response:
        """Each with the operators that were legal and the probability of the one that was taken."""
        logs = self.get_object().iterations.defer("document", "evaluation")
        return Response(StepSerializer(logs, many=True).data)


@extend_schema_view(
    list=extend_schema(summary="List policy versions"),
    retrieve=extend_schema(summary="Read a policy version"),
)
@extend_schema(tags=["learning"])
@limited("policies", methods=("POST",))
class PolicyViewSet(Tagged, mixins.ListModelMixin, viewsets.GenericViewSet[PolicyVersion]):
    """Versions of the policy with what they were made of. Weights stay inside."""

    queryset = PolicyVersion.objects.none()
    serializer_class = PolicySerializer
    permission_classes = (Scoped,)
    filterset_fields = ("status", "algorithm")
    lookup_value_regex = UUID_PATTERN

    def tag(self, row: PolicyVersion) -> str:
        """Changes when it is compared, promoted or retired."""
        return f"{row.pk.hex}-{row.status}-{row.compared_at or ''}".replace(" ", "T")

    def get_queryset(self) -> QuerySet[PolicyVersion]:
        return policy_list()

    @extend_schema(
        summary="The learning curve of a version", responses=CurvePointSerializer(many=True)
    )
    @action(detail=True, pagination_class=None, filter_backends=())
    def metrics(self, request: Request, pk: str) -> Response:
        return Response(CurvePointSerializer(self.get_object().curve, many=True).data)

    @extend_schema(summary="Make a candidate the current policy", request=None)
    @action(detail=True, methods=["post"], permission_classes=(StaffOnly,))
    def promote(self, request: Request, pk: str) -> Response:
        """If the gate lets it; 409 `not_promotable` with the reasons otherwise."""
        return self._shown(policy_promote(self.get_object()))

    @extend_schema(summary="Go back to the policy before", request=None)
    @action(detail=False, methods=["post"], permission_classes=(StaffOnly,))
    def rollback(self, request: Request) -> Response:
        return self._shown(policy_rollback())

    def _shown(self, policy: PolicyVersion) -> Response:
        data: Any = PolicySerializer(policy).data
        return Response(data)

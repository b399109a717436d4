"""POST /log-values, and the daily log under /api/v1/hidg-logs/."""

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
from accounts.models import User
from accounts.permissions import PublicIfListed, Scoped
from accounts.principals import principal_of
from accounts.ratelimits import limited
from feedback.api.inputs import LogValuesSerializer
from feedback.api.outputs import HidgLogSerializer, LoggedSerializer
from feedback.models import HidgLog
from feedback.selectors import hidg_logs_matching, hidg_logs_visible_to
from feedback.services import hidg_log_add, hidg_log_journal
from specs.choices import Storage


@limited("log-values")
class LogValuesView(IdempotentPosts, APIView):
    endpoint = "log-values"
    permission_classes = (PublicIfListed,)

    @extend_schema(
        operation_id="log_values",
        summary="Write an entry of the daily log",
        tags=["daily log"],
        request=LogValuesSerializer,
        responses={200: LoggedSerializer, 202: LoggedSerializer},
    )
    def post(self, request: Request) -> Response:
        """One entry per author, day and task. The same entry sent again is answered with the same
        `hidg_id`; another one for the same day and task is 409.

        202 with `"storage": "journal"` says that the database is away: the id is final, and the
        entry is stored when it is back."""
        body = LogValuesSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        author = request.user if isinstance(request.user, User) else None
        try:
            entry, _ = hidg_log_add(author=author, **body.values())
        except DATABASE_AWAY:
            entry = hidg_log_journal(author=author, **body.values())
        stored = entry.storage == Storage.DATABASE
        return Response(
            {"success": True, "hidg_id": str(entry.pk), "storage": entry.storage},
            status=status.HTTP_200_OK if stored else status.HTTP_202_ACCEPTED,
        )


class HidgLogFilter(filters.FilterSet):
    date = filters.DateFilter()
    date_from = filters.DateFilter(field_name="date", lookup_expr="gte")
    date_to = filters.DateFilter(field_name="date", lookup_expr="lte")
    author = filters.CharFilter(field_name="author__username")
    search = filters.CharFilter(method="matching", max_length=200)

    class Meta:
        model = HidgLog
        fields: tuple[str, ...] = ()

    def matching(self, queryset: QuerySet[HidgLog], name: str, text: str) -> QuerySet[HidgLog]:
        return hidg_logs_matching(queryset, text)


@extend_schema(tags=["daily log"])
class HidgLogViewSet(
    TaggedByContent,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    GenericViewSet[HidgLog],
):
    """Your own entries, everybody's for staff; newest first."""

    permission_classes = (Scoped,)
    serializer_class = HidgLogSerializer
    filterset_class = HidgLogFilter
    queryset = HidgLog.objects.none()
    lookup_value_regex = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"

    def get_queryset(self) -> QuerySet[HidgLog]:
        return hidg_logs_visible_to(principal_of(self.request))

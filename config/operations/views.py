"""The short endpoints of those who run the service."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import prometheus_client
from django.conf import settings
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.fields import TrueOrFalseField, WholeNumberField
from accounts.api.schema import problems
from accounts.permissions import PublicIfListed, StaffOnly
from accounts.ratelimits import limited
from accounts.selectors import agent_statuses
from config.api.renderers import PlainTextRenderer, StrictJSONRenderer
from config.health import AGENTS
from config.operations.cache_stats import cache_stats
from config.operations.metrics import exposition
from config.operations.pruning import logs_prune
from config.operations.system_test import system_test


class AgentStatusView(APIView):
    endpoint = "agent-status"
    permission_classes = [PublicIfListed]

    @extend_schema(
        summary="State of the agents", responses={200: OpenApiTypes.OBJECT, **problems(401)}
    )
    def get(self, request: Request) -> Response:
        """Per agent, from its newest runs: success rate, p50 and p95, last error, last run."""
        agents = {name: asdict(status) for name, status in agent_statuses(AGENTS).items()}
        return Response({"agents": agents, "version": settings.VERSION})


class MetricsView(APIView):
    endpoint = "metrics"
    renderer_classes = [PlainTextRenderer, StrictJSONRenderer]
    permission_classes = [PublicIfListed]

    @extend_schema(
        summary="Prometheus metrics",
        responses={(200, "text/plain"): OpenApiTypes.STR, **problems(401, 404)},
    )
    def get(self, request: Request) -> HttpResponse:
        """With ENABLE_METRICS=false there is no such page."""
        if not settings.ENABLE_METRICS:
            raise NotFound
        return HttpResponse(exposition(), content_type=prometheus_client.CONTENT_TYPE_LATEST)


class CacheStatsView(APIView):
    endpoint = "cache-stats"
    permission_classes = [PublicIfListed]

    @extend_schema(summary="Cache figures", responses={200: OpenApiTypes.OBJECT, **problems(401)})
    def get(self, request: Request) -> Response:
        """Hits, misses and hit rate of generating, over all processes; whether Redis answers."""
        return Response(cache_stats())


@limited("system-test")
class SystemTestView(APIView):
    """A GET, as the classic service has it; it leaves nothing behind."""

    endpoint = "system-test"
    permission_classes = [PublicIfListed]

    @extend_schema(
        summary="Test the chain",
        responses={200: OpenApiTypes.OBJECT, 503: OpenApiTypes.OBJECT, **problems(401, 429)},
    )
    def get(self, request: Request) -> Response:
        """Generates, evaluates and iterates with the rules engine; per step passed and ms. 503
        when a step failed."""
        outcome = system_test()
        return Response(outcome, status=200 if outcome["success"] else 503)


class PruneSerializer(serializers.Serializer[Any]):
    retention_days = WholeNumberField(min_value=1, max_value=36500, required=False)
    dry_run = TrueOrFalseField(default=False)
    tables = serializers.ListField(
        child=serializers.ChoiceField(choices=[]),
        default=list,
        help_text="Tables beside the logs, to be pruned only when named.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tables"].child.choices = list(settings.PRUNERS)  # type: ignore[attr-defined]


class PrunedSerializer(serializers.Serializer[Any]):
    success = serializers.BooleanField()
    dry_run = serializers.BooleanField()
    pruned = serializers.DictField(child=serializers.IntegerField())
    total = serializers.IntegerField()


def wanted(body: Any, query: Mapping[str, str]) -> dict[str, Any]:
    """The query string's words and, above them, the body's; each has to make sense by itself.

    A list is left as it is, for the serializer to refuse: it deletes nothing."""
    asked = {name: as_json(query[name]) for name in query}
    PruneSerializer(data=asked).is_valid(raise_exception=True)
    both = PruneSerializer(data=asked | dict(body) if isinstance(body, Mapping) else body)
    both.is_valid(raise_exception=True)
    return dict(both.validated_data)


def as_json(text: str) -> Any:
    """A query string has text alone: digits, true and false are what they look like."""
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return int(text)
    return {"true": True, "false": False}.get(text.lower(), text)


@limited("prune-logs")
class PruneLogsView(APIView):
    permission_classes = [StaffOnly]

    @extend_schema(
        summary="Prune logs",
        request=PruneSerializer,
        parameters=[
            OpenApiParameter("retention_days", int),
            OpenApiParameter("dry_run", bool),
        ],
        responses={200: PrunedSerializer, **problems(401, 403, 415, 422, 429)},
    )
    def post(self, request: Request) -> Response:
        """Delete old log rows; specs and evaluations only when they are named."""
        said = wanted(request.data, request.query_params)
        pruned = logs_prune(
            retention_days=said.get("retention_days"),
            tables=said["tables"],
            dry_run=said["dry_run"],
        )
        return Response(
            {
                "success": True,
                "dry_run": said["dry_run"],
                "pruned": pruned,
                "total": sum(pruned.values()),
            }
        )

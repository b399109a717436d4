"""`/health`: what works, what is away, and whether requests can be served all the same."""

import time
from datetime import UTC, datetime
from typing import Any

import psutil
import redis
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.journal import journal
from specs.wiring import llm_state

STARTED = time.monotonic()
AGENTS = ("MainAgent", "EvaluatorAgent", "RLLoop", "FeedbackAgent", "AgentCoordinator")
OK = {"status": "ok"}
BROKER_SECONDS = 0.2
_process = psutil.Process()


class Probe(APIView):
    """Answered whoever asks and whatever they accept: a probe must not fail for its headers."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        return super().perform_content_negotiation(request, force=True)


@extend_schema(tags=["operations"], auth=[])
class HealthView(Probe):
    @extend_schema(
        operation_id="health",
        summary="What works and what is away",
        responses={200: OpenApiTypes.OBJECT, 503: OpenApiTypes.OBJECT},
    )
    def get(self, request: Request) -> Response:
        """200 while requests can be served, degraded too; 503 when not."""
        body = health()
        return Response(body, status=503 if body["status"] == "unhealthy" else 200)


@extend_schema(tags=["operations"], auth=[])
class LiveView(Probe):
    @extend_schema(
        operation_id="health_live",
        summary="The process answers",
        responses={200: OpenApiTypes.OBJECT},
    )
    def get(self, request: Request) -> Response:
        """Nothing else is asked."""
        return Response({"status": "alive"})


@extend_schema(tags=["operations"], auth=[])
class ReadyView(Probe):
    @extend_schema(
        operation_id="health_ready",
        summary="Requests can be served",
        responses={200: OpenApiTypes.OBJECT, 503: OpenApiTypes.OBJECT},
    )
    def get(self, request: Request) -> Response:
        """The database answers and its migrations are applied."""
        checks = {"database": check_database(), "migrations": check_migrations()}
        serving = all(check["status"] == "ok" for check in checks.values())
        body = {"status": "ready" if serving else "not ready", "checks": checks}
        return Response(body, status=200 if serving else 503)


def health() -> dict[str, Any]:
    checks = {
        "database": check_database(),
        "cache": check_cache(),
        "broker": check_broker(),
        "llm": llm_state(),
        "fallback_store": {"status": "ok", "pending": journal().pending()},
        "migrations": check_migrations(),
    }
    serving = checks["database"]["status"] == "ok" and checks["migrations"]["status"] == "ok"
    degraded = any(check["status"] == "down" for check in checks.values())
    status = "unhealthy" if not serving else "degraded" if degraded else "healthy"
    return {
        "status": status,
        "checks": checks,
        "agents": list(AGENTS),
        "version": settings.VERSION,
        "uptime_s": round(time.monotonic() - STARTED, 1),
        "system": {
            # Since the last call of this process; the first one reads 0.
            "cpu_percent": _process.cpu_percent(interval=None),
            "memory_mb": round(_process.memory_info().rss / 2**20, 1),
        },
        "timestamp": datetime.now(UTC).isoformat(),
    }


def check_database() -> dict[str, Any]:
    started = time.perf_counter()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return {"status": "down"}
    milliseconds = round((time.perf_counter() - started) * 1000, 1)
    return {"status": "ok", "engine": connection.vendor, "ms": milliseconds}


def check_cache() -> dict[str, Any]:
    cache.set("health", "ok", timeout=10)
    if not hasattr(cache, "answers"):
        return {"status": "ok", "backend": "memory"}
    # While Redis is away requests are served from memory: degraded, and said here.
    return {"status": "ok" if cache.answers else "down", "backend": "redis"}


def check_broker() -> dict[str, Any]:
    """Without Redis, jobs go through a folder of this machine: there is nothing to be away."""
    url = str(settings.CELERY_BROKER_URL)
    if not url.startswith(("redis:", "rediss:")):
        return {"status": "ok", "transport": url.partition(":")[0]}
    wait = BROKER_SECONDS
    client = redis.Redis.from_url(url, socket_timeout=wait, socket_connect_timeout=wait)
    try:
        client.ping()
    except redis.RedisError:
        return {"status": "down", "transport": "redis"}
    finally:
        client.close()
    return {"status": "ok", "transport": "redis"}


_migrations_applied = False


def check_migrations() -> dict[str, Any]:
    # Applied migrations stay applied while this process runs, so one good answer is enough.
    global _migrations_applied
    if _migrations_applied:
        return OK
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return {"status": "unknown"}
    _migrations_applied = not pending
    return OK if not pending else {"status": "pending", "count": len(pending)}

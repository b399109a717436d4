"""`/health`: what works, what is away, and whether requests can be served all the same."""

import time
from datetime import UTC, datetime
from typing import Any

import psutil
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from accounts.journal import journal
from specs.wiring import llm_state

STARTED = time.monotonic()
AGENTS = ("MainAgent", "EvaluatorAgent", "RLLoop", "FeedbackAgent", "AgentCoordinator")
OK = {"status": "ok"}
_process = psutil.Process()


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 while requests can be served, degraded too; 503 when not."""
    checks = {
        "database": check_database(),
        "cache": check_cache(),
        "broker": {"status": "not configured"},
        "llm": llm_state(),
        "fallback_store": {"status": "ok", "pending": journal().pending()},
        "migrations": check_migrations(),
    }
    serving = checks["database"]["status"] == "ok" and checks["migrations"]["status"] == "ok"
    degraded = any(check["status"] == "down" for check in checks.values())
    status = "unhealthy" if not serving else "degraded" if degraded else "healthy"
    body = {
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
    return JsonResponse(body, status=200 if serving else 503)


@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "alive"})


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Requests can be served: the database answers and its migrations are applied."""
    checks = {"database": check_database(), "migrations": check_migrations()}
    serving = all(check["status"] == "ok" for check in checks.values())
    return JsonResponse(
        {"status": "ready" if serving else "not ready", "checks": checks},
        status=200 if serving else 503,
    )


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

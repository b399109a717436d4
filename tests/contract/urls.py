"""Every URL of the service with who may call it; `test_callers` fails when one is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("get", "post", "put", "patch", "delete")
# Methods of pages, which are functions and do not say.
PAGE_METHODS = {
    "job-cancel": "post",
    "score": "post",
    "improve": "post",
    "appearance": "post",
    "sign-out": "post",
}


class Rule(Enum):
    OPEN = "whoever asks"
    CHECKED = "whoever asks, but a wrong credential is 401"
    LISTED = "as CHECKED where PUBLIC_ENDPOINTS lists it, as EACH where not"
    LISTED_OWN = "as LISTED, and with a credential one's own only"
    EACH = "every client, for itself"
    OWN = "the owner and staff; 404 for others"
    STAFF = "staff"
    PAGE = "a session; others are sent to the sign-in page"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    path: str
    rule: Rule
    method: str = "get"

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"


def table() -> list[Row]:
    spec, specs = "/api/v1/specs/{spec}", "/api/v1/specs"
    reads = [
        Row("root", "/", Rule.LISTED),
        Row("health", "/health", Rule.OPEN),
        Row("health-live", "/health/live", Rule.OPEN),
        Row("health-ready", "/health/ready", Rule.OPEN),
        Row("schema", "/schema", Rule.CHECKED),
        Row("docs", "/docs", Rule.CHECKED),
        Row("redoc", "/redoc", Rule.CHECKED),
        Row("metrics", "/metrics", Rule.LISTED),
        Row("agent-status", "/agent-status", Rule.LISTED),
        Row("cache-stats", "/cache-stats", Rule.LISTED),
        Row("system-test", "/system-test", Rule.LISTED),
        Row("report", "/reports/{evaluation}", Rule.LISTED_OWN),
        Row("iterations", "/iterations/{session}", Rule.LISTED_OWN),
        Row("me", "/api/v1/me", Rule.EACH),
        Row("spec-list", specs, Rule.EACH),
        Row("spec-detail", spec, Rule.OWN),
        Row("spec-diff", f"{spec}/diff", Rule.OWN),
        Row("spec-export", f"{spec}/export", Rule.OWN),
        Row("spec-preview", f"{spec}/preview.svg", Rule.OWN),
        Row("spec-revision-list", f"{spec}/revisions", Rule.OWN),
        Row("spec-revision-detail", f"{spec}/revisions/1", Rule.OWN),
        Row("spec-ratings", f"{spec}/ratings", Rule.OWN),
        Row("spec-feedback", f"{spec}/feedback", Rule.OWN),
        Row("design-type-list", "/api/v1/design-types", Rule.EACH),
        Row("design-type-detail", "/api/v1/design-types/building", Rule.EACH),
        Row("evaluation-list", "/api/v1/evaluations", Rule.EACH),
        Row("evaluation-summary", "/api/v1/evaluations/summary", Rule.EACH),
        Row("evaluation-detail", "/api/v1/evaluations/{evaluation}", Rule.OWN),
        Row("rating-list", "/api/v1/ratings", Rule.EACH),
        Row("rating-detail", "/api/v1/ratings/{rating}", Rule.OWN),
        Row("comparison-list", "/api/v1/comparisons", Rule.EACH),
        Row("comparison-detail", "/api/v1/comparisons/{comparison}", Rule.OWN),
        Row("review-list", "/api/v1/reviews", Rule.STAFF),
        Row("review-detail", "/api/v1/reviews/{review}", Rule.STAFF),
        Row("agreement", "/api/v1/agreement", Rule.STAFF),
        Row("hidg-log-list", "/api/v1/hidg-logs", Rule.EACH),
        Row("hidg-log-detail", "/api/v1/hidg-logs/{log}", Rule.OWN),
        Row("session-list", "/api/v1/sessions", Rule.EACH),
        Row("session-detail", "/api/v1/sessions/{session}", Rule.OWN),
        Row("session-steps", "/api/v1/sessions/{session}/steps", Rule.OWN),
        Row("policy-list", "/api/v1/policies", Rule.EACH),
        Row("policy-detail", "/api/v1/policies/{policy}", Rule.EACH),
        Row("policy-metrics", "/api/v1/policies/{policy}/metrics", Rule.EACH),
        Row("job-list", "/api/v1/jobs", Rule.EACH),
        Row("job-detail", "/api/v1/jobs/{job}", Rule.OWN),
        Row("api-key-list", "/api/v1/api-keys", Rule.EACH),
        Row("api-key-detail", "/api/v1/api-keys/{key}", Rule.OWN),
    ]
    writes = [
        Row("auth-login", "/auth/login", Rule.OPEN, "post"),
        Row("auth-refresh", "/auth/refresh", Rule.OPEN, "post"),
        Row("auth-logout", "/auth/logout", Rule.OPEN, "post"),
        Row("generate", "/generate", Rule.LISTED, "post"),
        Row("evaluate", "/evaluate", Rule.LISTED, "post"),
        Row("batch-evaluate", "/batch-evaluate", Rule.LISTED, "post"),
        Row("log-values", "/log-values", Rule.LISTED, "post"),
        Row("iterate", "/iterate", Rule.EACH, "post"),
        Row("advanced-rl", "/advanced-rl", Rule.EACH, "post"),
        Row("coordinated-improvement", "/coordinated-improvement", Rule.EACH, "post"),
        Row("prune-logs", "/admin/prune-logs", Rule.STAFF, "post"),
        Row("spec-list", specs, Rule.EACH, "post"),
        Row("spec-detail", spec, Rule.OWN, "patch"),
        Row("spec-evaluate", f"{spec}/evaluate", Rule.OWN, "post"),
        Row("spec-iterate", f"{spec}/iterate", Rule.OWN, "post"),
        Row("spec-ratings", f"{spec}/ratings", Rule.OWN, "post"),
        Row("spec-feedback", f"{spec}/feedback", Rule.OWN, "post"),
        Row("spec-corrections", f"{spec}/corrections", Rule.OWN, "post"),
        Row("comparison-list", "/api/v1/comparisons", Rule.EACH, "post"),
        Row("comparison-next", "/api/v1/comparisons/next", Rule.STAFF, "post"),
        Row("comparison-choice", "/api/v1/comparisons/{comparison}/choice", Rule.OWN, "post"),
        Row("review-next", "/api/v1/reviews/next", Rule.STAFF, "post"),
        *(
            Row(f"review-{name}", f"/api/v1/reviews/{{review}}/{action}", Rule.STAFF, "post")
            for name, action in (
                ("take", "take"),
                ("extend", "extend"),
                ("submit", "submit"),
                ("release", "release"),
                ("accept", "accept"),
                ("give-back", "return"),
            )
        ),
        Row("policy-promote", "/api/v1/policies/{policy}/promote", Rule.STAFF, "post"),
        Row("policy-rollback", "/api/v1/policies/rollback", Rule.STAFF, "post"),
        Row("job-detail", "/api/v1/jobs/{job}", Rule.OWN, "delete"),
        Row("api-key-list", "/api/v1/api-keys", Rule.EACH, "post"),
        Row("api-key-detail", "/api/v1/api-keys/{key}", Rule.OWN, "delete"),
    ]
    pages = [
        Row("home", "/dashboard/", Rule.PAGE),
        Row("sign-in", "/dashboard/sign-in/", Rule.OPEN),
        Row("sign-in", "/dashboard/sign-in/", Rule.OPEN, "post"),
        Row("sign-out", "/dashboard/sign-out/", Rule.OPEN, "post"),
        Row("appearance", "/dashboard/appearance/", Rule.OPEN, "post"),
        Row("specs", "/dashboard/specs/", Rule.PAGE),
        Row("spec", "/dashboard/specs/{spec}/", Rule.PAGE),
        Row("revision", "/dashboard/specs/{spec}/revisions/1/", Rule.PAGE),
        Row("score", "/dashboard/specs/{spec}/score/", Rule.PAGE, "post"),
        Row("improve", "/dashboard/specs/{spec}/improve/", Rule.PAGE, "post"),
        Row("reports", "/dashboard/reports/", Rule.PAGE),
        Row("sessions", "/dashboard/sessions/", Rule.PAGE),
        Row("session", "/dashboard/sessions/{session}/", Rule.PAGE),
        Row("learning", "/dashboard/learning/", Rule.PAGE),
        Row("policy", "/dashboard/learning/{policy}/", Rule.PAGE),
        Row("jobs", "/dashboard/jobs/", Rule.PAGE),
        Row("job", "/dashboard/jobs/{job}/", Rule.PAGE),
        Row("job-cancel", "/dashboard/jobs/{job}/cancel/", Rule.PAGE, "post"),
    ]
    return [*reads, *writes, *pages]


ROWS = table()


def patterns(resolver: Any, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, prefix + str(pattern.pattern))
        else:
            yield prefix + str(pattern.pattern), pattern


def served() -> Iterator[tuple[str, str]]:
    """Name and method of what the resolver knows, without the admin's own pages."""
    for path, pattern in patterns(get_resolver()):
        if path.startswith("admin/") and pattern.name != "prune-logs":
            continue
        view: Any = pattern.callback
        actions = getattr(view, "actions", None)
        view_class = getattr(view, "cls", None) or getattr(view, "view_class", None)
        if actions:
            methods = [method for method in METHODS if method in actions]
        elif view_class:
            methods = [method for method in METHODS if hasattr(view_class, method)]
        else:
            methods = [PAGE_METHODS.get(str(pattern.name), "get")]
        for method in methods:
            yield str(pattern.name), method


def admin_pages() -> list[tuple[str, URLPattern]]:
    return [
        (path, pattern)
        for path, pattern in patterns(get_resolver())
        if path.startswith("admin/") and pattern.name != "prune-logs"
    ]

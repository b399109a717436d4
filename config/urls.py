"""Every URL of the service: the apps' own lists, composed."""

from django.contrib import admin
from django.urls import include, path

from config import docs, health, views
from config.operations import views as operations

urlpatterns = [
    path("", views.RootView.as_view(), name="root"),
    # Patterns are tried in their order, and `generate` is asked for most.
    path("", include("specs.urls")),
    path("health", health.HealthView.as_view(), name="health"),
    path("health/live", health.LiveView.as_view(), name="health-live"),
    path("health/ready", health.ReadyView.as_view(), name="health-ready"),
    path("schema", docs.SchemaView.as_view(), name="schema"),
    path("docs", docs.SwaggerView.as_view(url_name="schema"), name="docs"),
    path("redoc", docs.RedocView.as_view(url_name="schema"), name="redoc"),
    path("dashboard/", include("config.dashboard.urls")),
    path("", include("accounts.urls")),
    path("", include("evaluation.urls")),
    path("", include("feedback.urls")),
    path("", include("rl.urls")),
    path("agent-status", operations.AgentStatusView.as_view(), name="agent-status"),
    path("cache-stats", operations.CacheStatsView.as_view(), name="cache-stats"),
    path("system-test", operations.SystemTestView.as_view(), name="system-test"),
    path("metrics", operations.MetricsView.as_view(), name="metrics"),
    # Before the admin, which would take it for a page of its own.
    path("admin/prune-logs", operations.PruneLogsView.as_view(), name="prune-logs"),
    path("admin/", admin.site.urls),
]

handler400 = "config.api.errors.bad_request"
handler403 = "config.api.errors.permission_denied"
handler404 = "config.api.errors.not_found"
handler500 = "config.api.errors.server_error"

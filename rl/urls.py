"""URLs of the app."""

from django.urls import URLPattern, URLResolver, path, re_path
from rest_framework.routers import SimpleRouter

from rl.api.improving import (
    AdvancedView,
    CoordinatedView,
    IterateView,
    IterationsView,
    SpecIterateView,
)
from rl.api.resources import PolicyViewSet, SessionViewSet

router = SimpleRouter()
# A redirect would turn a POST that lacks the slash into a GET, so both spellings are served.
router.trailing_slash = "/?"
router.register("api/v1/sessions", SessionViewSet, basename="session")
router.register("api/v1/policies", PolicyViewSet, basename="policy")

urlpatterns: list[URLPattern | URLResolver] = [
    path("iterate", IterateView.as_view(), name="iterate"),
    path("advanced-rl", AdvancedView.as_view(), name="advanced-rl"),
    path("coordinated-improvement", CoordinatedView.as_view(), name="coordinated-improvement"),
    path("iterations/<str:session_id>", IterationsView.as_view(), name="iterations"),
    re_path(
        r"^api/v1/specs/(?P<spec_id>[^/.]+)/iterate/?$",
        SpecIterateView.as_view(),
        name="spec-iterate",
    ),
    *router.urls,
]

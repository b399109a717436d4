"""URLs of the app."""

from django.urls import URLPattern, URLResolver, path, re_path
from rest_framework.routers import SimpleRouter

from accounts.api.jobs import JobViewSet
from accounts.api.keys import ApiKeyViewSet
from accounts.api.me import MeView
from accounts.api.tokens import LoginView, LogoutView, RefreshView

router = SimpleRouter()
# A redirect would turn a POST that lacks the slash into a GET, so both spellings are served.
router.trailing_slash = "/?"
router.register("api/v1/api-keys", ApiKeyViewSet, basename="api-key")
router.register("api/v1/jobs", JobViewSet, basename="job")

urlpatterns: list[URLPattern | URLResolver] = [
    path("auth/login", LoginView.as_view(), name="auth-login"),
    path("auth/refresh", RefreshView.as_view(), name="auth-refresh"),
    path("auth/logout", LogoutView.as_view(), name="auth-logout"),
    re_path(r"^api/v1/me/?$", MeView.as_view(), name="me"),
    *router.urls,
]

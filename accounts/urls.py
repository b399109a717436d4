"""URLs of the app."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from accounts.api.jobs import JobViewSet
from accounts.api.keys import ApiKeyViewSet
from accounts.api.me import MeView
from accounts.api.tokens import LoginView, LogoutView, RefreshView

router = SimpleRouter()
router.register("api-keys", ApiKeyViewSet, basename="api-key")
router.register("jobs", JobViewSet, basename="job")

urlpatterns: list[URLPattern | URLResolver] = [
    path("auth/login", LoginView.as_view(), name="auth-login"),
    path("auth/refresh", RefreshView.as_view(), name="auth-refresh"),
    path("auth/logout", LogoutView.as_view(), name="auth-logout"),
    path("api/v1/me", MeView.as_view(), name="me"),
    path("api/v1/", include(router.urls)),
]

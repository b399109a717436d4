"""The root of the service."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.schema import problems
from accounts.permissions import PublicIfListed
from config.dashboard.errors import wants_page


class RootView(APIView):
    """A view of the API's own kind, so that a wrong credential is 401 here too."""

    endpoint = "root"
    permission_classes = [PublicIfListed]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        # A browser is shown the dashboard; it decides for itself who may see what.
        if request.method in {"GET", "HEAD"} and wants_page(request):
            response: Any = HttpResponseRedirect(reverse("dashboard:home"))
        else:
            response = super().dispatch(request, *args, **kwargs)
        patch_vary_headers(response, ["Accept"])
        return response

    @extend_schema(summary="The service", responses={200: OpenApiTypes.OBJECT, **problems(401)})
    def get(self, request: Request) -> Response:
        """Name, version, and where everything is."""
        links = {name: request.build_absolute_uri(path) for name, path in LINKS.items()}
        return Response(
            {
                "name": "Prompt-to-JSON",
                "version": settings.VERSION,
                "status": "running",
                "links": links,
            }
        )


LINKS = {
    "docs": "/docs",
    "redoc": "/redoc",
    "schema": "/schema",
    "health": "/health",
    "api": "/api/v1/",
    "dashboard": "/dashboard/",
    "admin": "/admin/",
}

"""The root of the service."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from config.dashboard.errors import wants_page


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Where everything is; a browser is shown the dashboard."""
    response = (
        HttpResponseRedirect(reverse("dashboard:home")) if wants_page(request) else index(request)
    )
    patch_vary_headers(response, ["Accept"])
    return response


def index(request: HttpRequest) -> HttpResponse:
    links = {name: request.build_absolute_uri(path) for name, path in LINKS.items()}
    return JsonResponse(
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

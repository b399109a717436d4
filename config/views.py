"""The root of the service."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def root(request: HttpRequest) -> JsonResponse:
    """Where everything is."""
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
    "admin": "/admin/",
}

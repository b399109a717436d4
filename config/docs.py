"""The OpenAPI document, and Swagger UI and Redoc from local files without inline script."""

from functools import cache
from pathlib import Path
from typing import Any

from csp.decorators import csp_update
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularRedocView,
    SpectacularSwaggerSplitView,
)
from rest_framework.request import Request

REDOC_FILE = "drf_spectacular_sidecar/redoc/bundles/redoc.standalone.js"
# Redoc shows its maker's logo from the maker's server: a call to the outside on every visit.
REDOC_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
NO_IMAGE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


class SchemaView(SpectacularAPIView):
    """The document is the same for everybody, and making it takes most of a second: once is
    enough."""

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        media_type = request.accepted_renderer.media_type
        return HttpResponse(rendered(media_type), content_type=media_type)


@cache
def rendered(media_type: str) -> bytes:
    renderers: Any = SchemaView.renderer_classes
    renderer = next(each for each in renderers if each.media_type == media_type)
    document = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    body: bytes = renderer().render(document, media_type, {})
    return body


class SwaggerView(SpectacularSwaggerSplitView):
    """The split view serves its script from a URL; the page holds no inline code."""

    template_name = "docs/swagger.html"


# Redoc builds its styles and its search worker at run time: the relaxed policy is for it alone.
@method_decorator(
    csp_update({"style-src": ["'self'", "'unsafe-inline'"], "worker-src": ["'self'", "blob:"]}),
    name="dispatch",
)
class RedocView(SpectacularRedocView):
    """With `?script=` the page's own script: Redoc without its call to the outside."""

    template_name = "docs/redoc.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "script" in request.GET:
            return redoc_script(request)
        return super().dispatch(request, *args, **kwargs)


@cache_control(public=True, max_age=86400)
def redoc_script(request: HttpRequest) -> HttpResponse:
    return HttpResponse(redoc_source(), content_type="text/javascript; charset=utf-8")


@cache
def redoc_source() -> str:
    path = finders.find(REDOC_FILE)
    if not isinstance(path, str):
        raise FileNotFoundError(REDOC_FILE)
    return Path(path).read_text(encoding="utf-8").replace(REDOC_LOGO, NO_IMAGE)

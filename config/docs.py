"""Swagger UI and Redoc from local files, under a policy that allows no inline script."""

from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.views import SpectacularRedocView, SpectacularSwaggerSplitView


class SwaggerView(SpectacularSwaggerSplitView):
    """The split view serves its script from a URL; the page holds no inline code."""

    template_name = "docs/swagger.html"


# Redoc builds its styles and its search worker at run time: the relaxed policy is for it alone.
@method_decorator(
    csp_update({"style-src": ["'self'", "'unsafe-inline'"], "worker-src": ["'self'", "blob:"]}),
    name="dispatch",
)
class RedocView(SpectacularRedocView):
    template_name = "docs/redoc.html"

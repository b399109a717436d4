"""URLs of the app."""

from django.urls import URLPattern, URLResolver, path, re_path
from rest_framework.routers import SimpleRouter
from rest_framework.settings import api_settings

from specs.api.design_types import DesignTypeViewSet
from specs.api.generate import GenerateView
from specs.api.renderers import SvgRenderer
from specs.api.revisions import RevisionViewSet
from specs.api.specs import SpecViewSet

router = SimpleRouter()
# A redirect would turn a POST that lacks the slash into a GET, so both spellings are served.
router.trailing_slash = "/?"
router.register("api/v1/specs", SpecViewSet, basename="spec")
router.register(
    "api/v1/specs/(?P<spec_id>[^/.]+)/revisions", RevisionViewSet, basename="spec-revision"
)
router.register("api/v1/design-types", DesignTypeViewSet, basename="design-type")

urlpatterns: list[URLPattern | URLResolver] = [
    path("generate", GenerateView.as_view(), name="generate"),
    re_path(
        r"^api/v1/specs/(?P<spec_id>[^/.]+)/preview\.svg$",
        SpecViewSet.as_view(
            {"get": "preview"},
            filter_backends=(),
            renderer_classes=(SvgRenderer, *api_settings.DEFAULT_RENDERER_CLASSES),
        ),
        name="spec-preview",
    ),
    *router.urls,
]

"""URLs of the app."""

from django.urls import URLPattern, URLResolver, path
from rest_framework.routers import SimpleRouter

from specs.api.design_types import DesignTypeViewSet
from specs.api.generate import GenerateView
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
    *router.urls,
]

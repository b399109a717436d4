"""URLs of the app."""

from django.urls import URLPattern, URLResolver, path, re_path
from rest_framework.routers import SimpleRouter

from feedback.api.agreement import AgreementView
from feedback.api.comparisons import ComparisonViewSet
from feedback.api.corrections import CorrectionsView
from feedback.api.logs import HidgLogViewSet, LogValuesView
from feedback.api.ratings import QuickFeedbackView, RatingViewSet, SpecRatingsView
from feedback.api.reviews import ReviewViewSet

router = SimpleRouter()
# A redirect would turn a POST that lacks the slash into a GET, so both spellings are served.
router.trailing_slash = "/?"
router.register("api/v1/ratings", RatingViewSet, basename="rating")
router.register("api/v1/comparisons", ComparisonViewSet, basename="comparison")
router.register("api/v1/reviews", ReviewViewSet, basename="review")
router.register("api/v1/hidg-logs", HidgLogViewSet, basename="hidg-log")

SPEC = r"^api/v1/specs/(?P<spec_id>[^/.]+)"

urlpatterns: list[URLPattern | URLResolver] = [
    path("log-values", LogValuesView.as_view(), name="log-values"),
    re_path(r"^api/v1/agreement/?$", AgreementView.as_view(), name="agreement"),
    re_path(rf"{SPEC}/ratings/?$", SpecRatingsView.as_view(), name="spec-ratings"),
    re_path(rf"{SPEC}/feedback/?$", QuickFeedbackView.as_view(), name="spec-feedback"),
    re_path(rf"{SPEC}/corrections/?$", CorrectionsView.as_view(), name="spec-corrections"),
    *router.urls,
]

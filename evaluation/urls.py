"""URLs of the app."""

from django.urls import URLPattern, URLResolver, path, re_path
from rest_framework.routers import SimpleRouter

from evaluation.api.batch import BatchEvaluateView
from evaluation.api.evaluate import EvaluateView, SpecEvaluateView
from evaluation.api.evaluations import EvaluationViewSet
from evaluation.api.reports import ReportView

router = SimpleRouter()
# A redirect would turn a POST that lacks the slash into a GET, so both spellings are served.
router.trailing_slash = "/?"
router.register("api/v1/evaluations", EvaluationViewSet, basename="evaluation")

urlpatterns: list[URLPattern | URLResolver] = [
    path("evaluate", EvaluateView.as_view(), name="evaluate"),
    path("batch-evaluate", BatchEvaluateView.as_view(), name="batch-evaluate"),
    path("reports/<str:report_id>", ReportView.as_view(), name="report"),
    re_path(
        r"^api/v1/specs/(?P<spec_id>[^/.]+)/evaluate/?$",
        SpecEvaluateView.as_view(),
        name="spec-evaluate",
    ),
    *router.urls,
]

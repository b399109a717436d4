"""URLs of the staff pages, in the admin's own namespace."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from config.staff.views import agreement, comparisons, corrections, logs, reviews


def staff_urls(guard: Callable[[Any], Any]) -> list[URLPattern]:
    """`guard` is the site's `admin_view`: signed in as staff, and never cached."""
    return [
        path("reviews/", guard(reviews.queue), name="reviews"),
        path("reviews/next/", guard(reviews.take_next), name="review-next"),
        path("reviews/<uuid:item_id>/", guard(reviews.review), name="review"),
        path("reviews/<uuid:item_id>/take/", guard(reviews.take), name="review-take"),
        path("reviews/<uuid:item_id>/decide/", guard(reviews.decide), name="review-decide"),
        path("comparisons/", guard(comparisons.comparisons), name="comparisons"),
        path("comparisons/next/", guard(comparisons.take_next), name="comparison-next"),
        path("comparisons/<uuid:comparison_id>/", guard(comparisons.comparison), name="comparison"),
        path("specs/<uuid:spec_id>/correct/", guard(corrections.correct), name="spec-correct"),
        path("agreement/", guard(agreement.agreement), name="agreement"),
        path("hidg-week/", guard(logs.week), name="hidg-week"),
    ]

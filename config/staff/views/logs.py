"""A week of the daily log."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.dashboard.access import viewer
from config.staff.forms import DayForm
from config.staff.pages import page, staff_page
from feedback.selectors import hidg_week

# A week that begins before the calendar or ends after it has no seven days.
FIRST, LAST = dt.date(1900, 1, 1), dt.date(9000, 1, 1)


@staff_page("feedback.view_hidglog")
@require_safe
def week(request: HttpRequest) -> HttpResponse:
    form = DayForm(request.GET)
    day = form.cleaned_data["day"] if form.is_valid() else timezone.localdate()
    shown = hidg_week(viewer(request), min(max(day, FIRST), LAST))
    return page(
        request,
        "staff/hidg_week.html",
        "Daily log by week",
        week=shown,
        form=DayForm(initial={"day": day}),
    )

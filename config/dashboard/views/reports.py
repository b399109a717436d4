"""The list of evaluations; each has a report of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.dashboard.access import signed_in, viewer
from config.dashboard.forms import ReportFilterForm
from config.dashboard.paging import page_of
from config.dashboard.presenters.lists import report_list
from evaluation.selectors import evaluations_for_list, evaluations_matching
from feedback.selectors import reviews_wait_for


@signed_in
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    who = viewer(request)
    form = ReportFilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = evaluations_for_list(who)
    if text := chosen.get("q"):
        found = evaluations_matching(found, text)
    exact = {n: v for n in ("design_type", "grade") if (v := chosen.get(n))}
    page = page_of(found.filter(**exact), request)
    context = {
        "form": form,
        "page": page,
        "rows": report_list(page.items),
        "filtered": any(chosen.values()),
        "staff": who.staff,
        "waiting": reviews_wait_for(who),
    }
    return render(request, "dashboard/reports.html", context)

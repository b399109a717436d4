"""The list of jobs, and one of them while it runs."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.models import Job
from accounts.principals import owned
from accounts.selectors import job_list
from accounts.services import job_cancel
from config.dashboard.access import signed_in, viewer
from config.dashboard.forms import JobFilterForm
from config.dashboard.paging import page_of
from config.dashboard.presenters.jobs import job_row, job_rows


@signed_in
@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    who = viewer(request)
    form = JobFilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = owned(job_list().select_related("owner"), who, owner="owner")
    page = page_of(
        found.filter(**{name: value for name, value in chosen.items() if value}), request
    )
    context = {
        "form": form,
        "page": page,
        "rows": job_rows(page.items),
        "filtered": any(chosen.values()),
        "staff": who.staff,
    }
    return render(request, "dashboard/jobs.html", context)


@signed_in
@require_safe
def job(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """While it runs, the page asks for itself again; the header needs no script."""
    row = job_row(job_of(request, job_id))
    response = render(request, "dashboard/job.html", {"job": row})
    if row.moving:
        response["Refresh"] = "2"
    return response


@signed_in
@require_POST
def cancel(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    job_cancel(job_of(request, job_id))
    return redirect("dashboard:job", job_id)


def job_of(request: HttpRequest, job_id: uuid.UUID) -> Job:
    found = owned(job_list().select_related("owner"), viewer(request), owner="owner")
    job: Job | None = found.filter(pk=job_id).first()
    if job is None:
        raise Http404
    return job

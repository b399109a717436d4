"""The versions of the policy: how each learnt, and why one of them plays."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.dashboard.access import signed_in
from config.dashboard.paging import page_of
from config.dashboard.presenters.policies import policy_rows, policy_sheet
from rl.models import PolicyVersion
from rl.selectors import policy_current, policy_list


@signed_in
@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    current = policy_current()
    page = page_of(policy_list(), request)
    context = {
        "sheet": policy_sheet(current) if current else None,
        "page": page,
        "rows": policy_rows(page.items),
    }
    return render(request, "dashboard/learning.html", context)


@signed_in
@require_safe
def policy(request: HttpRequest, policy_id: uuid.UUID) -> HttpResponse:
    found = PolicyVersion.objects.defer("weights").filter(pk=policy_id).first()
    if found is None:
        raise Http404
    return render(request, "dashboard/policy.html", {"sheet": policy_sheet(found)})

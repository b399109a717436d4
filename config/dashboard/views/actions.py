"""What can be done with a spec from its page: have it scored, have it improved."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.models import User
from config.dashboard.access import counted, signed_in, viewer
from config.dashboard.views.specs import visible_spec
from evaluation.services import spec_evaluate
from rl.services import session_run
from specs.models import Spec
from specs.services import RevisionConflict

ITERATIONS = 5


@signed_in
@require_POST
def score(request: HttpRequest, spec_id: uuid.UUID) -> HttpResponse:
    spec = visible_spec(request, spec_id)
    if wait := wait_for(request, "evaluate"):
        return come_back(request, spec, wait)
    spec_evaluate(spec=spec, principal=viewer(request).id)
    return redirect("dashboard:spec", spec.pk)


@signed_in
@require_POST
def improve(request: HttpRequest, spec_id: uuid.UUID) -> HttpResponse:
    spec = visible_spec(request, spec_id)
    if wait := wait_for(request, "iterate"):
        return come_back(request, spec, wait)
    owner = request.user if isinstance(request.user, User) else None
    try:
        session = session_run(owner=owner, spec=spec, n_iter=ITERATIONS)
    except RevisionConflict:
        messages.warning(request, "Somebody changed the spec meanwhile; nothing was kept.")
        return redirect("dashboard:spec", spec.pk)
    return redirect("dashboard:session", session.pk)


def wait_for(request: HttpRequest, endpoint: str) -> int:
    verdict = counted(request, endpoint)
    return 0 if verdict.allowed else max(1, round(verdict.reset))


def come_back(request: HttpRequest, spec: Spec, wait: int) -> HttpResponse:
    messages.warning(request, f"Too much in a short time. Try again in {wait} seconds.")
    return redirect("dashboard:spec", spec.pk)

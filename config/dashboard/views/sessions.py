"""The list of learning sessions, and one of them step by step."""

import uuid
from collections.abc import Iterable

from django.db.models import Count
from django.db.models.functions import Left
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.principals import Principal
from config.dashboard.access import signed_in, viewer
from config.dashboard.blindness import revisions_hidden_from
from config.dashboard.forms import SessionFilterForm
from config.dashboard.paging import page_of
from config.dashboard.presenters.sessions import session_list, session_sheet
from rl.models import IterationSession
from rl.selectors import sessions_visible_to
from specs.models import Spec
from specs.selectors import specs_matching

EXCERPT = 200


@signed_in
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    who = viewer(request)
    form = SessionFilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = (
        sessions_visible_to(who)
        .select_related("owner", "spec", "policy")
        .only(
            "kind",
            "start_revision",
            "final_revision",
            "initial_score",
            "final_score",
            "stopped_because",
            "created_at",
            "owner__username",
            "spec__title",
            "policy__algorithm",
        )
        .annotate(iteration_count=Count("iterations"), prompt_excerpt=Left("prompt", EXCERPT))
    )
    if text := chosen.get("q"):
        found = found.filter(spec__in=specs_matching(Spec.objects.all(), text))
    exact = {n: v for n in ("kind", "stopped_because") if (v := chosen.get(n))}
    page = page_of(found.filter(**exact), request)
    context = {
        "form": form,
        "page": page,
        "rows": session_list(page.items, hidden_among(who, page.items)),
        "filtered": any(chosen.values()),
        "staff": who.staff,
    }
    return render(request, "dashboard/sessions.html", context)


@signed_in
@require_safe
def session(request: HttpRequest, session_id: uuid.UUID) -> HttpResponse:
    who = viewer(request)
    found = (
        sessions_visible_to(who)
        .filter(pk=session_id)
        .select_related("owner", "spec", "policy", "start_revision", "final_revision")
        .defer("policy__weights", "policy__curve")
        .first()
    )
    if found is None:
        raise Http404
    logs = list(found.iterations.order_by("number"))
    context = {"sheet": session_sheet(found, logs, hidden_among(who, [found]))}
    return render(request, "dashboard/session.html", context)


def hidden_among(who: Principal, sessions: Iterable[IterationSession]) -> frozenset[uuid.UUID]:
    ends = [key for s in sessions for key in (s.start_revision_id, s.final_revision_id)]
    return revisions_hidden_from(who, ends)
